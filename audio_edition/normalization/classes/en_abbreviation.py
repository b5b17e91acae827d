"""Abbreviations in English sentences; a full stop that also ends the sentence is kept.

Cllr. Hughes met Dr Lee and Lt. Col. Ian Ross. => Councillor Hughes met Doctor Lee and Lieutenant Colonel Ian Ross.
at 27 St. John's St., near St Mary's, off High St. => at twenty-seven Saint John's Street, near Saint Mary's, off High Street.
from Acme Co. Ltd. and Sons Inc. The vote => from Acme Company Limited and Sons Incorporated. The vote
Vol. 138, No. 20, pp. 4-6, c. 1890 => volume one hundred and thirty-eight, number twenty, pages four to six, circa eighteen ninety
the No 36 bus, bat at No 3; No 15-year-old => the number thirty-six bus, bat at number three; No fifteen year-old
Jan. 2021 to Nov. 2023 => January twenty twenty-one to November twenty twenty-three
est. 1887, est. 400 guests => established eighteen eighty-seven, estimated four hundred guests
a Cpl. at Lee H.S., Lt. Col. Vance (ret.) of Iowa => a Corporal at Lee High School, Lieutenant Colonel Vance, retired, of Iowa
i.e. 5% p.a., e.g. tea, etc. => that is five percent per annum, for example tea, et cetera.
Sgt. 1st Class Poe => Sergeant first Class Poe
Ald. Roe, Asst. Fire Chief Wm. O'Dell, Chas. Poe => Alderman Roe, Assistant Fire Chief William O'Dell, Charles Poe
Prop. 8, Rte. 66, Hwy. 61 => Proposition eight, Route sixty-six, Highway sixty-one
up 2% y/y, r. 1553-58 => up two percent year on year, reigned fifteen fifty-three to fifty-eight
fell in Nov to 3 => fell in November to three
3% vs 4%, a chapel c1850 => three percent versus four percent, a chapel circa eighteen fifty
studied Art. I went => studied Art. I went
near High St on Monday, Elm Rd was shut => near High Street on Monday, Elm Road was shut
a 19th-c. chest, 1,200 pages in 3 vols. => a nineteenth century chest, one thousand two hundred pages in three volumes.
J. K. Smith v. U.S. => J K Smith versus U.S.
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import (
    BARE,
    ENDINGS,
    GIVEN,
    MONTHS,
    NUMBERED,
    PHRASES,
    STREETS,
    TITLES,
    ends_sentence,
    with_stop,
)
from audio_edition.normalization.rule import LATIN, rule

_MONTH_NAMES = {
    **dict(Jan="January", Feb="February", Mar="March", Apr="April", Jun="June", Jul="July", Aug="August"),
    **dict(Sep="September", Sept="September", Oct="October", Nov="November", Dec="December"),
}
_SAINTS = (
    "Agnes|Aidan|Albans?|Aldates?|Andrews?|Annes?|Anns?|Anthony|Asaph|Augustines?|Austell|Barnabas|Bartholomew|Bernards?|Bernard"
    "|Catherines?|Clair|Clare|Columba|Cuthberts?|David'?s?|Dunstans?|Edmunds?|Francis|Georges?|Giles|Helena|Helens?|Helier|Ives"
    "|James|Johns?|Johnstone|Josephs?|Jude|Kilda|Kitts|Lawrence|Leger|Leonards?|Louis|Lucia|Lukes?|Margarets?|Marks?|Martins?"
    "|Mary|Matthews?|Michaels?|Mirren|Moritz|Neots|Nicholas|Oswald|Pancras|Patricks?|Pauls?|Peters?|Petersburg|Philips?"
    "|Stephens?|Swithuns?|Theresa|Thomas|Tropez|Vincent|Wilfrid"
)

_GOES_ON = (
    r" (?:after|and|as|at|between|by|during|for|from|has|in|is|near|on|or|since|to|was|were|when|where|which|while|with|will)\b"
)
"""What may follow a name, so that the word before it is its end."""


@rule(
    rf"({'|'.join(TITLES)})\.(?:(?=[ \xa0]?(?:[A-Z“‘\"']|1st )| (?:and|&) )|-(?=elect))",
    cost=0.15,
    at=LATIN,
    after=r"^|[^A-Za-z]",
)
def title(match: re.Match[str]) -> str:
    return TITLES[match[1]] + (" " if match[0].endswith("-") else "")


@rule(rf"({'|'.join(TITLES)})\.(?= [a-z(])", cost=0.15, at=LATIN, after=r"^|[^A-Za-z]")
def rank(match: re.Match[str]) -> str | None:
    """A title that stands for its bearer."""
    return TITLES[match[1]] if match[1] not in ("Hon", "Fr", "Ft", "Mt", "Dist", "Rt", "Const") else None


@rule(r"[Rr]et(?:['’]?d)?\.?(?=\)|, )", cost=0.14, at="Rr", after=r"\(|, ")
def retired(match: re.Match[str]) -> str:
    return "retired"


@rule(r"H\.S\.", cost=0.1, at="H", after="[A-Z][a-z]+ ")
def high_school(match: re.Match[str]) -> str:
    return with_stop("High School", match)


@rule(rf"({'|'.join(GIVEN)})\.(?= [A-Z])", cost=0.15, at=LATIN, after=r"^|[^A-Za-z]")
def given(match: re.Match[str]) -> str:
    return GIVEN[match[1]]


@rule(r"Ch\.?(?= (?:Supt|Insp|Const))", cost=0.13, at="C", after=r"^|[^A-Za-z]")
def chief(match: re.Match[str]) -> str:
    return "Chief"


@rule(r"([bdr])\. ?(?=(?:1[0-9]|20)\d\d(?!\d))", cost=0.13, at="bdr", after=r"^|[^A-Za-z]")
def life(match: re.Match[str]) -> str:
    return {"b": "born ", "d": "died ", "r": "reigned "}[match[1]]


@rule(rf"({BARE})(?= (?:[A-Z][\w.]|(?:{BARE}) ))", cost=0.15, at=LATIN, after=r"^|[^A-Za-z]")
def bare_title(match: re.Match[str]) -> str:
    return TITLES[match[1]]


@rule(rf"({'|'.join(ENDINGS)})\.(?![A-Za-z0-9])", cost=0.4, at=LATIN, after=r"^|[^A-Za-z]")
def ending(match: re.Match[str]) -> str:
    return with_stop(ENDINGS[match[1]], match)


@rule(r"(Ltd|Bros|Jr|Sr|Utd)(?![A-Za-z.])", cost=0.15, at="LBJSU", after=r"[a-z&)],? ")
def bare_ending(match: re.Match[str]) -> str:
    return ENDINGS[match[1]]


@rule(r"St\.?(?= [A-Z])", cost=0.16, at="S", after=r"^|[^A-Za-z'’-]")
def saint(match: re.Match[str]) -> str:
    return "Saint"


@rule(
    rf"({'|'.join(STREETS)})(?:\.|(?=[,;:)]|$|\.$|{_GOES_ON}))(?! (?:{_SAINTS})\b)",
    cost=0.14,
    at=LATIN,
    after=r"(?:[A-Z0-9][\w'’-]{2,20}|\b[A-Z]) ",
)
def street(match: re.Match[str]) -> str | None:
    """Behind a name; of what may as well be a title, only behind a name and before no other one."""
    if match[1] in ("St", "Dr") and _names_follow(match) and not ends_sentence(match.string, match.end() - 1):
        return None
    return with_stop(STREETS[match[1]], match)


def _names_follow(match: re.Match[str]) -> bool:
    behind = match.string[match.end() : match.end() + 6]
    return bool(re.match(r" (?!(?:[NS]?[EW]|[NS])(?:\.?[,;:).]|\.? [a-z]|\.?\Z))[A-Z]", behind))


@rule(r"c(?P<y>(?:1\d|20)\d\d)(?![\dA-Za-z])", cost=0.5, at="c", after=r"^|[^A-Za-z\d]")
def about(match: re.Match[str]) -> str:
    """Printed without the full stop before a year."""
    return f"circa {english.year(match['y'])}"


@rule(rf"({'|'.join(NUMBERED)})\. ?(?!I [a-z])(?=\d|[IVXL]+\b|[IVXLCDM]{{2,}}\b)", cost=0.3, at=LATIN, after=r"^|[^A-Za-z]")
def numbered(match: re.Match[str]) -> str:
    """An estimate is not of a year."""
    is_year = re.match(r"(?:1[1-9]|20)\d\d(?!,?\d)", match.string[match.end() :])
    return PHRASES["est"] + " " if match[1] == "est" and not is_year else NUMBERED[match[1]] + " "


@rule(r"(Nos?) (?=\d{1,5}(?![\d%]|[.,:]\d|-[a-z]| (?:per|million|billion|percent)\b))", cost=0.3, at="N", after=r"^|[^A-Za-z]")
def bare_numbered(match: re.Match[str]) -> str:
    return NUMBERED[match[1]] + " "


@rule(
    rf"({'|'.join(sorted(map(re.escape, PHRASES), key=len, reverse=True))})\.(?![A-Za-z0-9])",
    cost=0.05,
    at=LATIN,
    after=r"^|[^A-Za-z.]",
)
def phrase(match: re.Match[str]) -> str:
    return with_stop(PHRASES[match[1]], match)


@rule(r"(vs?|eg|ie|etc)(?![A-Za-z.'’])", cost=0.15, at="veci", after=r"[a-zA-Z)%\d] |[a-z],? \(?|\(")
def bare_phrase(match: re.Match[str]) -> str:
    return {"eg": "for example", "ie": "that is"}.get(match[1]) or PHRASES[match[1]]


@rule(rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.(?![A-Za-z0-9])", cost=0.4, at="JFMASOND", after=r"^|[^A-Za-z]")
def month(match: re.Match[str]) -> str:
    return with_stop(_MONTH_NAMES[match[1]], match)


@rule(
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=,? (?:1[1-9]|20)\d\d\b)", cost=0.15, at="JFMASOND", after=r"^|[^A-Za-z]"
)
def bare_month(match: re.Match[str]) -> str:
    return _MONTH_NAMES[match[0]]


month_of_when = rule(
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![A-Za-z.])",
    cost=0.15,
    at="JFMASOND",
    after=r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Mm]id|[Ee]arly|[Ll]ate|[Ll]ast)[ -]",
)(bare_month.say)


@rule(r"(?P<p>[qmyw])/(?P=p)(?![A-Za-z])", cost=0.3, at="qmyw", after=r"[%\dct] |\(|^")
def compared(match: re.Match[str]) -> str:
    period = {"q": "quarter", "m": "month", "y": "year", "w": "week"}[match["p"]]
    return f"{period} on {period}"


@rule(r"[A-Z]\.(?=[ \xa0]?[A-Z][A-Za-z.'’])", cost=0.45, at=LATIN, after=r"^|[^A-Za-z.]|[A-Z]\. ?")
def initial(match: re.Match[str]) -> str | None:
    return None if ends_sentence(match.string, match.end() - 1) else match[0][0]


@rule(r"(?:[A-Za-z]\.){2,6}|(?:[A-Z][a-z]?\.){1,3}[A-Z]\.", cost=0.4, at=LATIN)
def initials(match: re.Match[str]) -> str:
    return match[0]


@rule(r"-?c\.(?= ?[a-z])", cost=0.4, at="-c", after=r"\d(?:st|nd|rd|th) ?")
def century(match: re.Match[str]) -> str:
    return f"{' ' if match[0][0] == '-' else ''}century"


@rule(r"vols?\.?(?![A-Za-z])", cost=0.4, at="v", after=r"\d ")
def volumes(match: re.Match[str]) -> str:
    stop = "." if match[0].endswith(".") and ends_sentence(match.string, match.end() - 1) else ""
    return f"volume{'s' if 's' in match[0] else ''}{stop}"
