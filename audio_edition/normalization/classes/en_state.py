"""States of North America in English sentences, behind a city and in the tags of politicians.

Peoria, Ill., Ada, OK 74820-0001. => Peoria, Illinois, Ada, Oklahoma seven four eight two zero, zero zero zero one.
Sen. Ray, R-Wis., and Rep. Poe (D-Ohio) => Senator Ray, Republican of Wisconsin, and Representative Poe, Democrat of Ohio
Mass. Gov. Hall; Jo Li, MD; in Salem, MA => Massachusetts Governor Hall; Jo Li, MD; in Salem, Massachusetts
Troy, N.Y. The storm hit Austin, TX. => Troy, New York. The storm hit Austin, Texas.
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import STREETS, TITLES, with_stop
from audio_edition.normalization.rule import rule
from audio_edition.normalization.states import NAMES, OTHERS, STOPPED

_STOPPED = "|".join(sorted(map(re.escape, STOPPED), key=len, reverse=True))
_FIRST = "ABCDFGHIKLMNOPQRSTUVWY"
_PARTIES = {"D": "Democrat", "I": "Independent", "L": "Libertarian", "R": "Republican"}
_ZIP = r" \d{5}(?:-\d{4})?(?!\d|,\d)"
_ROAD = r"\d{1,3}(?![\d:%]|[,.]\d| ?[ap]\.?m)"
_CITY = re.compile(r"[A-Z][a-z.'’-]+, \Z")
_PLACED = re.compile(
    rf"(?:\b(?i:in|of|from|near|to|at|outside|around) |\b(?:{'|'.join((*STREETS, *STREETS.values()))})\b\.?, )"
    r"(?:[A-Z][\w.'’-]+ ){0,2}[A-Z][\w.'’-]+, \Z"
)


@rule(rf"({_STOPPED})\.(?![A-Za-z0-9])", cost=0.08, at=_FIRST, after=r"[A-Z][\w.'’-]{1,20}, ")
def stopped(match: re.Match[str]) -> str:
    return with_stop(NAMES[STOPPED[match[1]]], match)


@rule(
    rf"({_STOPPED})\.(?= (?:(?:{'|'.join(TITLES)}|Atty)\.|Democrats?\b|Republicans?\b)|(?<!Mass\.)(?<!Man\.) {_ROAD})",
    cost=0.08,
    at=_FIRST,
    after=r"^|[\s(“\"]",
)
def of_office(match: re.Match[str]) -> str:
    return NAMES[STOPPED[match[1]]]


@rule(rf"([A-Z]{{2}})(?={_ZIP}|[,.;:)]| [a-z(—]|\Z)", cost=0.15, at=_FIRST, after=r"[A-Za-z.],? ")
def postal(match: re.Match[str]) -> str | None:
    """Behind a city; what could be something else, only where a place is spoken of."""
    if match[1] not in NAMES:
        return None
    before = match.string[max(0, match.start() - 80) : match.start()]
    zipped = re.match(_ZIP, match.string[match.end() :])
    sure = zipped or (_CITY.search(before) and (match[1] not in OTHERS or _PLACED.search(before)))
    return NAMES[match[1]] if sure else None


@rule(
    r"(\d{5})(?:-(\d{4}))?(?!\d|[,.-]\d)",
    cost=0.9,
    after=rf"\b(?:{'|'.join(NAMES)}|(?:{_STOPPED})\.|, (?:{'|'.join(NAMES.values())})),? ",
)
def zipped(match: re.Match[str]) -> str:
    return ", ".join(english.digits(group) for group in match.groups() if group)


@rule(
    rf"(?P<party>[DILR])-(?!Day\b)(?P<of>(?:{_STOPPED})\.|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)(?=[),;:]|\Z| [A-Za-z])",
    cost=0.15,
    at="DILR",
    after=r"\(|, ",
)
def party(match: re.Match[str]) -> str | None:
    """In brackets or between commas."""
    opened, closed = match.string[match.start() - 1], match.string[match.end() : match.end() + 1]
    if (opened == "(") != (closed == ")") or (closed == " " and not match["of"].endswith(".")):
        return None
    of = match["of"].removesuffix(".")
    return with_stop(f"{_PARTIES[match['party']]} of {NAMES.get(STOPPED.get(of, of), of)}", match)
