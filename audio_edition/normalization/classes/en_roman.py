"""Roman numerals in English sentences: of rulers, of parts and events, of teams.

Henry VIII, Elizabeth II's, King Charles I => Henry the Eighth, Elizabeth the Second's, King Charles the First
Pope John XXIII said I may => Pope John the Twenty-Third said I may
World War II, Chapter IV, Super Bowl LVIII, Rocky III => World War two, Chapter four, Super Bowl fifty-eight, Rocky three
VOL. CXLII, Wm. Lee III, Lee III said => volume one hundred and forty-two, William Lee the Third, Lee the Third said
the 1st XI, a World XV, when I met John Smith III => the first eleven, a World fifteen, when I met John Smith the Third
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import GIVEN
from audio_edition.normalization.rule import before, rule

_NUMERAL = r"(?P<n>[IVXL]{1,8})(?P<s>['’]s)?(?![A-Za-z]|-[A-Za-z])"
_RULERS = (
    "Abdullah|Albert|Alexander|Alfonso|Anne|Baudouin|Benedict|Carl|Carlos|Catherine|Charles|Christian|Clement|David|Edmund|Edward"
    "|Elizabeth|Emmanuel|Felipe|Ferdinand|Francis|Franz|Frederick|Frederik|George|Gregory|Gustaf|Gustav|Haakon|Harald|Henri|Henry"
    "|Innocent|Isabella|Ivan|James|Joan|John|Joseph|Juan|Julius|Leo|Leopold|Louis|Malcolm|Manuel|Margrethe|Mary|Mehmed|Mohammed"
    "|Napoleon|Nicholas|Olav|Otto|Paul|Pedro|Peter|Philip|Philippe|Pius|Rama|Ramesses|Ramses|Richard|Robert|Rudolf|Sixtus|Stephen"
    "|Suleiman|Umberto|Urban|Victor|Victoria|Vittorio|Wilhelm|Willem|William"
)
_INITIALLED = re.compile(rf"\b(?:[A-Z]|{'|'.join(GIVEN)})\. [A-Z][a-z]+ \Z")
_PARTS = (
    "Act|Apollo|Article|Book|Bowl|Category|Chapter|Class|Division|Figure|Grade|Group|Level|Mark|Olympiad|Part|Phase|Schedule|Section"
    "|Stage|Table|Tier|Title|Type|Vatican|Vol\\.|Volume|War"
)
_RULED, _PARTED = re.compile(rf"\b(?:{_RULERS}) \Z"), re.compile(rf"\b(?:{_PARTS}) \Z")
_NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ \Z")
_OUT_OF_PLACE = frozenset(("XI", "XL", "LI", "VI", "IV", "I", "V", "X", "L", "XX", "XXL", "XXX", "XV"))
"""Numerals that are names, sizes and other abbreviations behind any other word."""


@rule(_NUMERAL, cost=0.14, at="IVXL", after=rf"\b(?:{_RULERS}) ")
def ruler(match: re.Match[str]) -> str | None:
    crowned = re.search(r"\b(?:King|Queen|Pope|Emperor|Tsar|Czar|Kaiser|Saint|St\.?) [A-Z][a-z]+ \Z", before(match))
    is_initial = match["n"] == "V" and match.string.startswith(". ", match.end())
    if (match["n"] in ("X", "L") or is_initial) and not crowned:
        return None
    if match["n"] == "I" and not (crowned and re.match(r"[,.;:)’']|\Z", match.string[match.end() :])):
        return None
    return _ordinal(match)


@rule(_NUMERAL, cost=0.13, at="IVXL", after=rf"\b(?:{_PARTS}) ")
def part(match: re.Match[str]) -> str | None:
    pronoun = match["n"] == "I" and re.search(r"(?:Table|Group|Stage|Title|Figure|Mark|Book) I [a-z]", match.string)
    return _cardinal(match) if not pronoun else None


@rule(
    r"(?P<n>XI|XV)(?![A-Za-z-])",
    cost=0.15,
    at="XV",
    after=r"\d(?:st|nd|rd|th) |\b[A-Z][a-z]+ |(?:first|second|third|fourth|a|an|the) ",
)
def team(match: re.Match[str]) -> str | None:
    if re.search(r"\b(?:President|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) \Z", before(match)):
        return None
    return english.cardinal(str(english.roman(match["n"])))


@rule(r"(?P<n>[IVXLCDM]{2,12})(?P<s>)(?![A-Za-z])", cost=0.12, at="IVXLCDM", after=r"\b(?:VOL|Vol)\. |\b(?:VOLUME|Volume) ")
def volume(match: re.Match[str]) -> str | None:
    return _cardinal(match)


@rule(
    _NUMERAL + r"(?= (?:said|says|told|testified|added|wrote|asked|replied|noted|argued)\b)",
    cost=0.15,
    at="IV",
    after=r"[A-Z][a-z]+ ",
)
def speaker(match: re.Match[str]) -> str | None:
    return _ordinal(match) if match["n"] in ("II", "III", "IV") and not _PARTED.search(before(match)) else None


@rule(_NUMERAL, cost=0.15, at="I", after=r"\. [A-Z][a-z]+ ")
def initialled(match: re.Match[str]) -> str | None:
    return _ordinal(match) if match["n"] in ("II", "III") and _INITIALLED.search(before(match)) else None


@rule(_NUMERAL, cost=0.16, at="IVXL", after=r"[A-Z][a-z]+ [A-Z][a-z]+ ")
def heir(match: re.Match[str]) -> str | None:
    return _ordinal(match) if match["n"] in ("II", "III") and not _PARTED.search(before(match)) else None


@rule(_NUMERAL, cost=0.17, at="IVXL", after=r"[A-Z][a-z]+ ")
def numbered(match: re.Match[str]) -> str | None:
    ahead = before(match)
    names = _PARTED.search(ahead) or _RULED.search(ahead) or (match["n"] in ("II", "III") and _NAMED.search(ahead))
    return None if names or match["n"] in _OUT_OF_PLACE else _cardinal(match)


def _cardinal(match: re.Match[str]) -> str | None:
    value = english.roman(match["n"])
    return english.cardinal(str(value)) + _own(match) if value else None


def _ordinal(match: re.Match[str]) -> str | None:
    value = english.roman(match["n"])
    return f"the {english.ordinal(str(value)).title()}{_own(match)}" if value else None


def _own(match: re.Match[str]) -> str:
    return "'s" if match["s"] else ""
