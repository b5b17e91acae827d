"""English sentences of one class each, and beside them what looks like it and is not."""

import pytest

from audio_edition.normalization import Context, normalize


def _said(written: str) -> str:
    return normalize(written, Context(lang="en-GB")).spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("jailed for 'cruel' £60k fraud on widow", "jailed for cruel sixty thousand pound fraud on widow"),
        ("a $15m contract, Town's £5,000 signing", "a fifteen million dollar contract, Town's five thousand pound signing"),
        ("a $90 million thriller, the £40,000 prize", "a ninety million dollar thriller, the forty thousand pound prize"),
        ("a £2m a year deal, a £400 a week", "a two million pound a year deal, a four hundred pounds a week"),
        ("a £2m-a-year deal, £4.2m plan", "a two million pound a-year deal, four point two million pound plan"),
        ("$15 tickets, a £25–£30 fare", "fifteen dollar tickets, a twenty-five pound to thirty pound fare"),
        ("called it a $4.8-billion Band-Aid.", "called it a four point eight billion dollar Band-Aid."),
        ("a $5-10m deal, a $2-million loan", "a five to ten million dollar deal, a two million dollar loan"),
        ("a £4.50 ticket, a record £5m new stand", "a four pound fifty ticket, a record five million pound new stand"),
        ("a €9.5bn, five-year plan", "a nine point five billion euro, five-year plan"),
    ],
)
def test_money_before_a_noun_is_singular(written: str, spoken: str) -> None:
    assert _said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("cost £60,000 in all, £5m was spent", "cost sixty thousand pounds in all, five million pounds was spent"),
        ("paid £40 on Monday, raised $15m for", "paid forty pounds on Monday, raised fifteen million dollars for"),
        ("the £5m raised, a record £5m in profits", "the five million pounds raised, a record five million pounds in profits"),
        ("It's £5 cheaper, the firm spent £5m buying", "It's five pounds cheaper, the firm spent five million pounds buying"),
        ("won £5,000 damages, his £40 yesterday", "won five thousand pounds damages, his forty pounds yesterday"),
        (
            "the £20m councillors want; it cost $2-million",
            "the twenty million pounds councillors want; it cost two million dollars",
        ),
        (
            "£20 an hour, £200 plus costs, £31,400, and",
            ("twenty pounds an hour, two hundred pounds plus costs, thirty-one thousand four hundred pounds, and"),
        ),
        ("a 50-pound note", "a fifty pound note"),
    ],
)
def test_money_that_is_no_attribute_is_plural(written: str, spoken: str) -> None:
    assert _said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("closed up 6.5p at 142p", "closed up six point five pence at one hundred and forty-two pence"),
        (
            "1.75p a share, 12.5p a litre, up 2.3p.",
            ("one point seven five pence a share, twelve point five pence a litre, up two point three pence."),
        ),
        ("1p, 1,250p, at 5p.m.", "one penny, one thousand two hundred and fifty pence, at five p.m."),
    ],
)
def test_pence_have_decimals(written: str, spoken: str) -> None:
    assert _said(written) == spoken


def test_a_year_has_the_and_of_a_number() -> None:
    assert _said("the Act 2002, in 2009, in 2010 and 2000") == (
        "the Act two thousand and two, in two thousand and nine, in twenty ten and two thousand"
    )


SAID = {
    # numbers of buses and places
    "the No 36 bus, bat at No 3, No 10 said": "the number thirty-six bus, bat at number three, number ten said",
    "Nos 3 and 4, bus No 115": "numbers three and four, bus number one fifteen",
    "No 15-year-old, no 3, No, 3 of them, No 1,000-mile trip": (
        "No fifteen year-old, no three, No, three of them, No one thousand mile trip"
    ),
    # parties
    "Ann Roe (Lab, Eastgate), Bob Fell (Con, Wharfe North), Jo Hall (Ind, Hill)": (
        "Ann Roe, Labour, Eastgate, Bob Fell, Conservative, Wharfe North, Jo Hall, Independent, Hill"
    ),
    "Ray Poe (Lib Dem, Mill), Flo Day (Green, Vale), the Lib Dems": (
        "Ray Poe, Liberal Democrat, Mill, Flo Day, Green, Vale, the Liberal Democrats"
    ),
    "Lab gain from Con, LD hold": "Labour gain from Conservative, Liberal Democrat hold",
    "in the Lab, a con (con man), Lab 3, Gary, Ind.": "in the Lab, a con, con man, Lab three, Gary, Indiana.",
    # times with a point
    "the 7.42am did not come, nor did the 8.12.": "the seven forty-two a.m. did not come, nor did the eight twelve.",
    "At 8.50am it came; by 9.15 we left; the 8.12 and 9.05": (
        "At eight fifty a.m. it came; by nine fifteen we left; the eight twelve and nine oh five"
    ),
    "a 3.15 start, the 10.15 to Leeds, the 7.42 train, from 9.30 to 10.15am": (
        "a three fifteen start, the ten fifteen to Leeds, the seven forty-two train, from nine thirty to ten fifteen a.m."
    ),
    "at 9.15am rates were at 8.12 per cent, the 7.42 million; closed at 4.25": (
        "at nine fifteen a.m. rates were at eight point one two per cent,"
        " the seven point four two million; closed at four point two five"
    ),
    "rose at 8.12, the 7.42 average": "rose at eight point one two, the seven point four two average",
    # scores and formations
    "Town strike late to sink leaders 2-1": "Town strike late to sink leaders two one",
    "beat leaders 2-1; At 1-0 down we": "beat leaders two one; At one nil down we",
    "They beat Leeds 3-0 at home, 2-0 up.": "They beat Leeds three nil at home, two nil up.",
    "went to a 4-3-3, then 3-5-2, 4-4-2 and 4-2-3-1": (
        "went to a four three three, then three five two, four four two and four two three one"
    ),
    "won 5-2, voted 5-2, beat 10-15 others": "won five to two, voted five to two, beat ten to fifteen others",
    # guns
    "a .38-caliber pistol, .45-caliber, a .22 rifle": "a thirty-eight caliber pistol, forty-five caliber, a twenty-two rifle",
    ".357 Magnum, .303 rounds, a .50-cal": "three fifty-seven Magnum, three oh three rounds, a fifty cal",
    "a .08 limit, .38 of it, .22 inches": "a point zero eight limit, point three eight of it, point two two inches",
    # bills
    "S. 2217, H.R. 2217 and H.R. 4405.": "S twenty-two seventeen, H R twenty-two seventeen and H R forty-four oh five.",
    "H.R. 3000, H.R. 1386, H.R. 1, HB 1205": "H R three thousand, H R thirteen eighty-six, H R one, H B twelve oh five",
    "in the U.S. 2,217 people, S. Hill": "in the U.S. two thousand two hundred and seventeen people, S Hill",
    # hits in a thousand
    "batting .342 with nine, a .275 average": "batting three forty-two with nine, a two seventy-five average",
    "a .300 hitter who hit .250 in May, at .500": "a three hundred hitter who hit two fifty in May, at five hundred",
    "hit .095, .342 of an inch, up .275%": (
        "hit point zero nine five, point three four two of an inch, up point two seven five percent"
    ),
}


@pytest.mark.parametrize(("written", "spoken"), SAID.items())
def test_reads(written: str, spoken: str) -> None:
    assert _said(written) == spoken


def test_a_record_of_an_american_team_is_no_formation() -> None:
    assert _said("a 5-4-1 record in the NHL") == "a five, four and one record in the NHL"


@pytest.mark.parametrize("written", SAID)
def test_none_is_a_question_for_the_editor(written: str) -> None:
    assert not normalize(written, Context(lang="en-GB")).findings
