"""Fractions.

近1/3的农户 => 近三分之一的农户
5又2分之1 => 五又二分之一
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import INT
from audio_edition.normalization.rule import DIGIT, Piece, part, rule


@rule(rf"(?P<sign>-?)(?P<a>{INT}) ?/ ?(?P<b>{INT})(?![./])", cost=2, at=DIGIT + "-")
def fraction(match: re.Match[str]) -> list[Piece] | None:
    if int(match["b"]) == 0:
        return None
    said = [part(match, "b", numerals.cardinal(match["b"])), ("分之", match.end("a"), match.start("b"))]
    sign = [part(match, "sign", "负")] if match["sign"] else []
    return [*sign, *said, part(match, "a", numerals.cardinal(match["a"]))]
