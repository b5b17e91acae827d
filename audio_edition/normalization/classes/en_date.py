"""Dates and years in English sentences.

built in 1066, one in 1066 people => built in ten sixty-six, one in one thousand and sixty-six people
on July 26, 2022, 26 July 2022 => on July twenty-sixth, twenty twenty-two, the twenty-sixth of July twenty twenty-two
on Tuesday 5 November 2024, the 6 Nov. => on Tuesday the fifth of November twenty twenty-four, the sixth of November.
12 Dec-4 Jan, Dec. 12-Jan. 4 => the twelfth of December to the fourth of January, December twelfth to January fourth
from May 24–25, 24-25 May => from May twenty-fourth to twenty-fifth, the twenty-fourth to the twenty-fifth of May
an MBA in '04, until 6/30, by 18/03 => an MBA in oh four, until June thirtieth, by the eighteenth of March
since 1998, the 1990s, the '90s, in her 30s => since nineteen ninety-eight, the nineteen nineties, the nineties, in her thirties
    the '08 crash => the oh eight crash
    1925-1998, in 2024-25 => nineteen twenty-five to nineteen ninety-eight, in twenty twenty-four to twenty-five
dated 2022-07-26, 25/12/2024 => dated July twenty-sixth, twenty twenty-two, the twenty-fifth of December twenty twenty-four
"""

import re
from collections.abc import Iterator

from audio_edition.model.language import fitting
from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import with_stop
from audio_edition.normalization.patterns import DAY
from audio_edition.normalization.rule import DIGIT, LATIN, Rule, before, rule

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = (
    r"(?P<m>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?![a-z])|"
    + "|".join((*_MONTHS, *map(str.upper, _MONTHS)))
    + r"(?![a-z]))"
)
_SHORT = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_YEAR = r"(?P<y>1[1-9]\d\d|20\d\d)"
_TH = r"(?:st|nd|rd|th)?"
_TO = r" ?[-—~] ?"
_NO_AMOUNT = r"(?![\d%]|,\d{3}(?!\d)| ?%|\.\d)"


def _month(written: str) -> str:
    return next(month for month in _MONTHS if month.startswith(written[:3].title()))


def _year(match: re.Match[str], comma: str = "") -> str:
    return f"{comma} {english.year(match['y'])}" if match["y"] else ""


@rule(rf"{_MONTH} (?P<d>{DAY}){_TH}(?:,? {_YEAR}{_NO_AMOUNT})?(?!\d|:|[.,]\d)", cost=1, at=LATIN)
def month_first(match: re.Match[str]) -> str:
    return f"{_month(match['m'])} {english.ordinal(match['d'])}{_year(match, ',')}"


@rule(rf"{_MONTH} (?P<d>{DAY}){_TH}{_TO}(?P<e>{DAY}){_TH}(?:,? {_YEAR}{_NO_AMOUNT})?(?!\d|:|[.,]\d)", cost=1, at=LATIN)
def days_of_month(match: re.Match[str]) -> str:
    return f"{_month(match['m'])} {english.ordinal(match['d'])} to {english.ordinal(match['e'])}{_year(match, ',')}"


@rule(rf"(?P<d>{DAY}){_TH} {_MONTH}(?:,? {_YEAR}{_NO_AMOUNT})?(?!\d)", cost=1)
def day_first(match: re.Match[str]) -> str:
    return with_stop(f"{_the(match)}{english.ordinal(match['d'])} of {_month(match['m'])}{_year(match)}", match)


@rule(rf"(?P<d>{DAY}){_TH}{_TO}(?P<e>{DAY}){_TH} {_MONTH}(?:,? {_YEAR}{_NO_AMOUNT})?(?!\d)", cost=1)
def days_first(match: re.Match[str]) -> str:
    days = f"{english.ordinal(match['d'])} to the {english.ordinal(match['e'])}"
    return with_stop(f"{_the(match)}{days} of {_month(match['m'])}{_year(match)}", match)


def _the(match: re.Match[str]) -> str:
    """The article, where none is printed."""
    return "" if before(match).lower().endswith("the ") else "the "


@rule(rf" ?[-—~] ?(?=\d{{1,2}}{_TH} {_SHORT})", cost=0.2, at=" -—~", after=rf"\d {_SHORT}[a-z]{{0,6}}\.?")
def to_day(match: re.Match[str]) -> str:
    return " to "


@rule(rf" ?[-—~] ?(?={_SHORT}[a-z]{{0,6}}\.? \d)", cost=0.2, at=" -—~", after=rf"{_SHORT}[a-z]{{0,6}}\.? \d{{1,2}}")
def to_month(match: re.Match[str]) -> str:
    return " to "


@rule(rf"{_YEAR}[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>{DAY})(?!\d)", cost=1)
def iso(match: re.Match[str]) -> str:
    return f"{_MONTHS[int(match['m']) - 1]} {english.ordinal(match['d'])}, {english.year(match['y'])}"


@rule(r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)", cost=0.9)
def numeric(match: re.Match[str]) -> str | None:
    """Only where one of the two cannot be a month."""
    first, second = int(match["a"]), int(match["b"])
    year = _of_four(match["y"])
    if 12 < first < 32 and 0 < second < 13:
        return f"{_the(match)}{english.ordinal(match['a'])} of {_MONTHS[second - 1]} {year}"
    if 12 < second < 32 and 0 < first < 13:
        return f"{_MONTHS[first - 1]} {english.ordinal(match['b'])}, {year}"
    return None


@rule(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", cost=1.2)
def unclear(match: re.Match[str]) -> str:
    year = english.year(match["y"]) if len(match["y"]) == 4 else english.cardinal(match["y"])
    return f"{english.cardinal(match['a'])}, {english.cardinal(match['b'])}, {year}"


@rule(
    rf"{_YEAR}(?![\d%-]\d|[.,]\d|\d| ?%| (?:people|men|women|yuan|dollars|tons|km|kg|households|students|cases|workers))",
    cost=1.5,
)
def year(match: re.Match[str]) -> str:
    return english.year(match["y"])


@rule(
    r"(?P<y>10\d\d)(?=$|[.,;)](?!\d)| (?:and|by|after|when)\b)",
    cost=1.4,
    after=r"\b(?:[a-z]+ed|born|built|began|won|sold|fell) (?:in|since|until) ",
)
def early_year(match: re.Match[str]) -> str:
    """A thousand may as well be a number, but behind what was done in it."""
    return english.year(match["y"])


@rule(r"(?P<n>(?:1[1-9]|20)\d0)['’]?s\b|['’]?(?P<short>[1-9]0)s\b", cost=0.3, at="'’" + DIGIT)
def decade(match: re.Match[str]) -> str | None:
    if match["n"]:
        return english.decade(match["n"])
    before = match.string[max(0, match.start() - 12) : match.start()]
    called = match[0][0] in "'’" or re.search(r"\b(?:[Tt]he|his|her|their|my|your|our|and|or|mid|late|early)[ -]\Z", before)
    return english.decade(match["short"]) if called else None


@rule(
    r"['’](?P<y>\d\d)(?![\d'’]|s\b)",
    cost=0.5,
    at="'’",
    after=r"(?:[Ii]n|[Ss]ince|[Oo]f|[Tt]he|[Uu]ntil|[Bb]efore|[Aa]fter|and|to|[Cc]lass) ",
)
def short(match: re.Match[str]) -> str:
    """A year by its last two digits."""
    return f"oh {english.digits(match['y'][1])}" if match["y"][0] == "0" else english.cardinal(match["y"])


@rule(
    r"(?:(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])|(?P<e>1[3-9]|2\d|3[01])/(?P<n>0?[1-9]|1[0-2]))(?![\d/]|[.,]\d)",
    cost=0.9,
    after=r"(?:[Oo]n|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]hru|[Bb]y|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]ue"
    r"|[Ss]tarting|[Ee]nding|[Ee]xpires?) ",
)
def of_month(match: re.Match[str]) -> str:
    """A day that no month has the number of, so that both orders are read aright: `until 6/30`."""
    if match["e"]:
        return f"the {english.ordinal(match['e'])} of {_MONTHS[int(match['n']) - 1]}"
    return f"{_MONTHS[int(match['m']) - 1]} {english.ordinal(match['d'])}"


@rule(r"(?P<n>1,?0{2,3}|1,?000,?000)s\b", cost=0.4)
def many(match: re.Match[str]) -> str:
    return english.cardinal(match["n"]).removeprefix("one ") + "s"


@rule(rf"{_YEAR}{_TO}(?P<z>1[1-9]\d\d|20\d\d)(?!\d)", cost=1.2)
def years(match: re.Match[str]) -> str:
    return f"{english.year(match['y'])} to {english.year(match['z'])}"


@rule(rf"{_YEAR}(?:{_TO}|/)(?P<z>\d\d)(?![\d/-]|[.,]\d|%)", cost=1.1)
def season(match: re.Match[str]) -> str | None:
    """The next year, by its last two digits."""
    if int(match["z"]) <= int(match["y"]) % 100:
        return None
    last = english.year(match["y"][:2] + match["z"]).split()[-1]
    return f"{english.year(match['y'])} to {'oh ' if match['z'][0] == '0' else ''}{last}"


_NUMERIC = r"(?P<a>0?[1-9]|1[0-2])/(?P<b>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])"


def local(tag: str) -> Iterator[Rule]:
    """The order of a numeric date of which both numbers could be the month: where the country is known, so is the order."""
    if fitting(tag, ("en-us",), ""):
        yield rule(_NUMERIC, cost=0.9, needs="/")(_month_first)
    elif tag.lower().startswith("en-"):
        yield rule(_NUMERIC, cost=0.9, needs="/")(_day_first)


def _month_first(match: re.Match[str]) -> str:
    return f"{_MONTHS[int(match['a']) - 1]} {english.ordinal(match['b'])}, {_of_four(match['y'])}"


def _day_first(match: re.Match[str]) -> str:
    return f"{_the(match)}{english.ordinal(match['a'])} of {_MONTHS[int(match['b']) - 1]} {_of_four(match['y'])}"


def _of_four(written: str) -> str:
    return english.year(written if len(written) == 4 else f"20{written}")
