"""Fractions in English sentences.

    1/2, 3/4 of it, open 24/7 => one half, three quarters of it, open twenty-four seven
after the 9/11 attacks, 3/11 of it => after the nine eleven attacks, three elevenths of it
for 4½ years, ½ a mile, ¾, ⅔, 3 1/2 => for four and a half years, half a mile, three quarters, two thirds, three and a half
"""

import re
import unicodedata
from functools import lru_cache

from audio_edition.normalization import english
from audio_edition.normalization.patterns import INT
from audio_edition.normalization.rule import rule

_PART = {"2": "half", "4": "quarter"}
_ODDS = re.compile(r"\b(?:odds|favourites?|favorites?|jockeys?|bookmakers?|bookies|racecourse|racing)\b")
_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@rule(rf"({INT})/({INT})(?![/\d])", cost=1.8)
def fraction(match: re.Match[str]) -> str | None:
    """What is no part of a whole is a pair: 24/7, 50/50; of horses, the odds."""
    if len(match[1] + match[2]) < 9 and int(match[1]) >= int(match[2]):
        between = " to " if _tells_odds(match.string) else " "
        return f"{english.cardinal(match[1])}{between}{english.cardinal(match[2])}"
    return _said(match[1], match[2], "one") if int(match[2]) > 1 else None


@rule(r"9/11(?![\d/])(?! of\b)", cost=1, at="9")
def september(match: re.Match[str]) -> str:
    """The day of 2001."""
    return "nine eleven"


@rule(rf"(?P<n>\d{{1,4}})[ -]?(?:(?P<sign>[{_SIGNS}])|(?<=[ -])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?![/\d]))", cost=0.9)
def mixed(match: re.Match[str]) -> str | None:
    above, below = unicodedata.normalize("NFKD", match["sign"]).split("⁄") if match["sign"] else (match["a"], match["b"])
    if not 0 < int(above) < int(below):
        return None
    return f"{english.cardinal(match['n'])} and {_said(above, below, 'an' if below in ('8', '18') else 'a')}"


@rule(f"[{_SIGNS}]", cost=1, at=_SIGNS)
def sign(match: re.Match[str]) -> str:
    above, below = unicodedata.normalize("NFKD", match[0]).split("⁄")
    return "half" if below == "2" else _said(above, below, "one")


def _said(above: str, below: str, one: str) -> str:
    part = _PART.get(below) or english.ordinal(below)
    if above == "1":
        return f"{one} {part}"
    return f"{english.cardinal(above)} {'halves' if below == '2' else part + 's'}"


@lru_cache(8)
def _tells_odds(text: str) -> bool:
    return bool(_ODDS.search(text))
