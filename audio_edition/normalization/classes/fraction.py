"""Fractions.

近1/3的农户 => 近三分之一的农户
5又2分之1 => 五又二分之一
1/4到1/3，1/3-1/2，-1/2 => 四分之一到三分之一，三分之一到二分之一，负二分之一
1/4决赛，½杯水，1½杯 => 四分之一决赛，二分之一杯水，一又二分之一杯
致死率1/10万，3/1000万 => 致死率十万分之一，一千万分之三
"""

import re
import unicodedata

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import INT, LINE
from audio_edition.normalization.rule import DIGIT, Piece, part, rule

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@rule(rf"(?P<sign>(?:(?<!\d)-)?)(?P<a>{INT}) ?/ ?(?P<b>{INT})(?![./]\d)", cost=1.9, needs="/", at=DIGIT + "-")
def fraction(match: re.Match[str]) -> list[Piece] | None:
    if not int(match["b"]) or (len(match["a"]) > 1 and match["a"][0] == "0"):
        return None
    said = [part(match, "b", numerals.cardinal(match["b"])), ("分之", match.end("a"), match.start("b"))]
    sign = [part(match, "sign", "负")] if match["sign"] else []
    return [*sign, *said, part(match, "a", numerals.cardinal(match["a"]))]


@rule(r"(?P<a>\d{1,3})/(?P<b>10{0,3}[百千]?[万亿])", cost=1, needs="/")
def of_many(match: re.Match[str]) -> list[Piece]:
    whole = re.sub(r"\d+", lambda digits: numerals.cardinal(digits[0]), match["b"])
    return [part(match, "b", whole), ("分之", match.end("a"), match.start("b")), part(match, "a", numerals.cardinal(match["a"]))]


@rule(rf" ?{LINE} ?(?=\d{{1,4}}/\d)", cost=0.5, needs="/", at=" -—~", after=r"\d/\d{1,4}")
def to(match: re.Match[str]) -> str:
    return "到"


@rule(f"[{_VULGAR}]", cost=1, at=_VULGAR)
def vulgar(match: re.Match[str]) -> str:
    above, below = unicodedata.normalize("NFKC", match[0]).split("\u2044")
    return f"{numerals.cardinal(below)}分之{numerals.cardinal(above)}"


@rule(rf"(?P<n>\d{{1,4}})(?P<f>[{_VULGAR}])", cost=1, needs=_VULGAR)
def mixed(match: re.Match[str]) -> list[Piece]:
    above, below = unicodedata.normalize("NFKC", match["f"]).split("\u2044")
    said = f"又{numerals.cardinal(below)}分之{numerals.cardinal(above)}"
    return [part(match, "n", numerals.cardinal(match["n"])), part(match, "f", said)]
