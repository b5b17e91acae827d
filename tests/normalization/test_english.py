"""English newspaper sentences, none of which any class's own examples hold."""

from pathlib import Path

import pytest

from audio_edition import normalization
from audio_edition.normalization import Context, games, normalize

CLASSES = sorted((Path(normalization.__file__).parent / "classes").glob("*.py"))

SAID = {
    "The bill came to $12,500, he said, up from €9,000, a record.": (
        "The bill came to twelve thousand five hundred dollars, he said, up from nine thousand euros, a record."
    ),
    "It drew 1,204, then 2,010.": "It drew one thousand two hundred and four, then two thousand and ten.",
    "Rev. Ann Poole and Capt. R. J. Lowe met Cllrs Hill and Ray.": (
        "Reverend Ann Poole and Captain R J Lowe met Councillors Hill and Ray."
    ),
    "the Rt. Hon. Member, Det. Insp. Bell and Prof Dale": (
        "the Right Honourable Member, Detective Inspector Bell and Professor Dale"
    ),
    "A blaze on Mill Rd., near St. Anne's, spread to Oak Ave. The owner fled.": (
        "A blaze on Mill Road, near Saint Anne's, spread to Oak Avenue. The owner fled."
    ),
    "Dr. Ray of 9 Elm Dr., said": "Doctor Ray of nine Elm Drive, said",
    "The Sun rose; the cat sat. Sat., Oct. 5.": "The Sun rose; the cat sat. Saturday, October fifth.",
    "on p. 4 and pp. 10–12, vol. 2": "on page four and pages ten to twelve, volume two",
    "Smith v Jones, Reds vs Blues": "Smith versus Jones, Reds versus Blues",
    "after 2½ hrs. The queue was 1¼ miles.": "after two and a half hours. The queue was one and a quarter miles.",
    "doors 7.15pm, ends 11 p.m., open 8am–noon": "doors seven fifteen p.m., ends eleven p.m., open eight a.m. to noon",
    "a £2.3bn loss, £0.45 a share, 99p each, $0.50": (
        "a two point three billion pound loss, forty-five pence a share, ninety-nine pence each, fifty cents"
    ),
    "call (01865) 242 311 or dial 101": "call zero one eight six five, two four two, three one one or dial one zero one",
    "1,000s of fans in the late '80s and early 2000s": "thousands of fans in the late eighties and early two thousands",
    "The hockey goals came in a 4-0 win, the side aged 16-19.": (
        "The hockey goals came in a four nil win, the side aged sixteen to nineteen."
    ),
    "Essex were bowled out, then 189-4 and 95/3": (
        "Essex were bowled out, then one hundred and eighty-nine for four and ninety-five for three"
    ),
    "voted 7–0, 10–12 people": "voted seven to zero, ten to twelve people",
    "Wimbledon: 7-6, 3-6, 6-0": "Wimbledon: seven six, three six, six love",
    "the A303, M5 and B4009 near OX1 2JD": "the A three zero three, M five and B four zero zero nine near O X one, two J D",
    "Edward VII, Pope Leo XIV and Super Bowl LIX, but I do": (
        "Edward the Seventh, Pope Leo the Fourteenth and Super Bowl fifty-nine, but I do"
    ),
    "Xi and VI form, the 2nd XV, an IV drip": "Xi and VI form, the second fifteen, an IV drip",
    "it fell to -4C; seat 12C; 70°F": "it fell to minus four degrees Celsius; seat twelve C; seventy degrees Fahrenheit",
    "a 6ft 2in man, 40 sq ft, 3 lbs 4 oz, 3 in Rome": (
        "a six feet two inches man, forty square feet, three pounds four ounces, three in Rome"
    ),
    "on 31/12/23, on 5/11/24": "on the thirty-first of December twenty twenty-three, on the fifth of November twenty twenty-four",
    "May 3-5, 2024, the 21st, in 2007": "May third to fifth, twenty twenty-four, the twenty-first, in two thousand and seven",
    "under-16s at 4x100m and 24/7, and/or £5,000+": (
        "under sixteens at four by one hundred meters and twenty-four seven, and or five thousand pounds plus"
    ),
    "ran 27:14.32 or 2h 5m 9s, lost 2st 3lb, is 12th of 31st": (
        "ran twenty-seven fourteen point three two or two hours five minutes nine seconds, lost two stone three pounds,"
        " is twelfth of thirty-first"
    ),
    "Oxley Utd 3-1 Wend, and drew 0-0 with Acme Inc.'s team": (
        "Oxley United three one Wend, and drew nil nil with Acme Incorporated's team"
    ),
    "Ch. Supt. Ray Lee (b. 1960), Ph.D., of Vol. II": "Chief Superintendent Ray Lee, born nineteen sixty, Ph.D., of volume two",
    "At 5 ft. 6 in. and Mr. and Mrs. Hill; .5 at 3:1; call 555-0123": (
        "At five feet six inches and Mister and Missus Hill; point five at three to one; call five five five, zero one two three"
    ),
    "in the 2-1 win; the 5/2 favourite; $1m/£2m; Henry V": (
        "in the two one win; the five to two favourite; one million dollars, two million pounds; Henry the Fifth"
    ),
    "beat the seed 6-4, 6-7 (5-7), 6-3": "beat the seed six four, six seven, five seven, six three",
    "in World War II. She met George VI. David V. Smith": "in World War two. She met George the Sixth. David V Smith",
    "ON NOVEMBER 8, winds of 10 to 15 m.p.h. Sunday": "ON November eighth, winds of ten to fifteen miles per hour. Sunday",
    "LYME, June 7 (CP) — A storm, and so have I. Please go": "LYME, June seventh, CP, A storm, and so have I. Please go",
    "a 12-year-old in the 2023/24 season": "a twelve year-old in the twenty twenty-three to twenty-four season",
}


@pytest.mark.parametrize(("written", "spoken"), SAID.items())
def test_english_is_said_as_a_newsreader_says_it(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="en-GB")).spoken == spoken


@pytest.mark.parametrize(
    "text",
    [
        "The 1st XI met Cllr. Hill, i.e. Henry VIII, at 5% p.a. on Wed., May 3, after 60 yrs. and (aet) in World War II on 5G.",
        "Rep. Poe (D-Ohio) of 210 W. Washington Ave., Madison, WI 53703, and Wm. Ray, R-N.Y., hit .187 (11-6, 2.94 ERA).",
        "The Ford F-150 on Route 66 and I-94 near Troy, Ill., and a Boeing 737 over Raleigh, N.C., saw the Owls (78-60).",
    ],
)
def test_a_reading_that_nobody_doubts_is_no_finding(text: str) -> None:
    assert not normalize(text, Context(lang="en-GB")).findings


AMERICAN = {
    "hit .300, a .45-caliber, $.50, up .25%, .75 in. of rain": (
        "hit three hundred, a forty-five caliber, fifty cents, up point two five percent, point seven five inches of rain"
    ),
    "the Bears won 12-3 behind their pitcher in nine innings": (
        "the Bears won twelve to three behind their pitcher in nine innings"
    ),
    "END OF AN ERA": "END OF AN ERA",
    "the Senate Democrats (51-49)": "the Senate Democrats, fifty-one to forty-nine",
    "Jane Doe, MD, of Baltimore, MD, told Bob, OK, fine": "Jane Doe, MD, of Baltimore, Maryland, told Bob, OK, fine",
    "in California 12000 people": "in California twelve thousand people",
    "Boston, Massachusetts 02110": "Boston, Massachusetts zero two one one zero",
    "Sens. Poe and Lee, Gov.-elect Ray; Sunday Mass. 9 a.m. on Wis. 23; Form 1040": (
        "Senators Poe and Lee, Governor elect Ray; Sunday Mass. nine a.m. on Wisconsin twenty-three; Form ten forty"
    ),
    "Main St. N. The D-Day (D-Day) men": "Main Street North. The D-Day, D-Day, men",
    "in the US 151 people, on US-101, bus 38": "in the US one hundred fifty-one people, on U S one oh one, bus thirty-eight",
}


@pytest.mark.parametrize(("written", "spoken"), AMERICAN.items())
def test_american_papers_are_read_as_americans_do(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="en-US")).spoken == spoken


NUMBERS = {
    "105 people, the 105th": "one hundred{and} five people, the one hundred{and} fifth",
    "12,345 in 2007": "twelve thousand three hundred{and} forty-five in two thousand{and} seven",
    "$1,205, 2,010 votes": "one thousand two hundred{and} five dollars, two thousand{and} ten votes",
    "101 1/2 miles, 1,000,001 votes": "one hundred{and} one and a half miles, one million{and} one votes",
    "a 100-62 record, No. 120": "a one hundred and sixty-two record, number one hundred{and} twenty",
}


@pytest.mark.parametrize(("lang", "joint"), [("en-US", ""), ("en-GB", " and"), ("en", " and"), ("en-IE", " and")])
@pytest.mark.parametrize(("written", "spoken"), NUMBERS.items())
def test_americans_say_no_and_in_a_number(lang: str, joint: str, written: str, spoken: str) -> None:
    made = normalize(written, Context(lang=lang))
    assert made.spoken == spoken.replace("{and}", joint)
    assert "\N{NO-BREAK SPACE}" not in "".join(finding.message for finding in made.findings)


def test_an_english_sentence_of_a_chinese_page_keeps_its_and() -> None:
    made = normalize("他说 The ferry carried 105 people to the island.", Context(lang="zh-CN"))
    assert "one hundred and five people" in made.spoken


def test_what_a_text_is_about_is_asked_once_not_for_each_number_of_it() -> None:
    games.is_american.cache_clear()
    normalize("Lee (11-6, 2.94 ERA) " * 200, Context(lang="en"))
    assert games.is_american.cache_info().misses == 1


@pytest.mark.parametrize("file", CLASSES, ids=lambda file: file.stem)
def test_no_rule_looks_at_all_that_stands_before_a_match(file: Path) -> None:
    """For each match of a long text that takes the square of its length: `before(match)` is what a rule may see."""
    assert ".string[: match.start()]" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en-US", "on May eleventh, twenty twenty-four"),
        ("en-GB", "on the fifth of November twenty twenty-four"),
        ("en", "on five, eleven, twenty-four"),
    ],
)
def test_the_month_of_a_numeric_date_is_where_the_country_has_it(lang: str, said: str) -> None:
    written = "on 5/11/24"
    assert normalize(written, Context(lang=lang)).spoken == said
