"""Percent, per mille, and their ranges.

同比增长12.5%，下降-0.6‰ => 同比增长百分之十二点五，下降负千分之零点六
完成率100%，降幅 3.2 %，3 . 5 % => 完成率百分之百，降幅百分之三点二，百分之三点五
增长5%-8%，利率3.1%—3.5% => 增长百分之五到百分之八，利率百分之三点一到百分之三点五
湿度40~60%，YoY-12% => 湿度百分之四十到六十，YoY负百分之十二
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, NUM, SIGN
from audio_edition.normalization.rule import DIGIT, Piece, part, rule, until

_OF = {"%": "百分之", "‰": "千分之", "‱": "万分之"}
_SIGN = {"-": "负", "+": "正", "±": "正负"}


def _percent(match: re.Match[str], sign: str, number: str, of: str) -> list[Piece]:
    value = "百" if match[number] == "100" and match[of] == "%" else numerals.number(match[number])
    said = [part(match, of, _OF[match[of]]), part(match, number, value)]
    return [part(match, sign, _SIGN[match[sign]]), *said] if match[sign] else said


@rule(rf"(?P<s>{SIGN})(?P<n>{NUM}) ?(?P<of>[%‰‱])", cost=1, needs="%‰‱", at=DIGIT + "-+±")
def percent(match: re.Match[str]) -> list[Piece]:
    return _percent(match, "s", "n", "of")


@rule(r"(?P<n>\d{1,4}) \. ?(?P<x>\d{1,3}) ?(?P<of>[%‰])", cost=1, needs="%‰")
def torn_apart(match: re.Match[str]) -> list[Piece]:
    """As some parsers leave a line that was printed wide."""
    said = part(match, "of", _OF[match["of"]]), part(match, "n", numerals.cardinal(match["n"]))
    return [*said, ("点", match.end("n"), match.start("x")), part(match, "x", numerals.digits(match["x"]))]


@rule(rf"(?P<s>-?)(?P<a>{NUM}) ?(?P<to>{DASH}) ?(?P<b>{NUM}) ?(?P<of>[%‰])", cost=1.2, needs="%‰", at=DIGIT + "-")
def short_range(match: re.Match[str]) -> list[Piece]:
    to, last = until(match, "到"), part(match, "b", numerals.number(match["b"]))
    return [*_percent(match, "s", "a", "of"), to, last]


@rule(
    rf"(?P<s>-?)(?P<a>{NUM}) ?(?P<of_a>[%‰]) ?(?P<to>{DASH}) ?(?P<t>-?)(?P<b>{NUM}) ?(?P<of_b>[%‰])",
    cost=1.2,
    needs="%‰",
    at=DIGIT + "-",
)
def full_range(match: re.Match[str]) -> list[Piece]:
    return [*_percent(match, "s", "a", "of_a"), until(match, "到"), *_percent(match, "t", "b", "of_b")]


@rule(
    rf"(?P<s>[-+])(?P<n>{NUM}) ?(?P<of>[%‰])",
    cost=0.9,
    needs="%‰",
    at="-+",
    after=r"(?:YoY|QoQ|MoM|YOY|QOQ|MOM|yoy|qoq|mom|Y/Y|Q/Q)",
)
def of_change(match: re.Match[str]) -> list[Piece]:
    return _percent(match, "s", "n", "of")
