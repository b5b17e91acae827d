"""Percent, per mille, and their ranges.

同比增长12.5%，下降-0.6‰ => 同比增长百分之十二点五，下降负千分之零点六
完成率100% => 完成率百分之百
增长5%-8% => 增长百分之五到百分之八
增长5—8% => 增长百分之五到八
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, NUM
from audio_edition.normalization.rule import DIGIT, Piece, part, rule

_OF = {"%": "百分之", "‰": "千分之", "‱": "万分之"}
_SIGN = {"-": "负", "—": "负", "+": "正", "±": "正负"}


def _value(written: str, sign: str) -> str:
    return "百" if written == "100" and sign == "%" else numerals.number(written)


@rule(rf"(?P<sign>[-+±]?)(?P<n>{NUM}) ?(?P<of>[%‰‱])", cost=1, at=DIGIT + "-+±")
def percent(match: re.Match[str]) -> list[Piece]:
    said = [part(match, "of", _OF[match["of"]]), part(match, "n", _value(match["n"], match["of"]))]
    return [part(match, "sign", _SIGN[match["sign"]]), *said] if match["sign"] else said


@rule(rf"(?P<a>{NUM}) ?(?P<to>{DASH}) ?(?P<b>{NUM}) ?(?P<of>[%‰])", cost=1.2)
def short_range(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "of", _OF[match["of"]]),
        part(match, "a", numerals.number(match["a"])),
        part(match, "to", "到"),
        part(match, "b", numerals.number(match["b"])),
    ]


@rule(rf"(?P<a>-?{NUM})(?P<of_a>[%‰]) ?(?P<to>{DASH}) ?(?P<b>-?{NUM})(?P<of>[%‰])", cost=1.2, at=DIGIT + "-")
def full_range(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "of_a", _OF[match["of_a"]]),
        part(match, "a", numerals.number(match["a"])),
        part(match, "to", "到"),
        part(match, "of", _OF[match["of"]]),
        part(match, "b", numerals.number(match["b"])),
    ]
