"""Signs of arithmetic.

“1+1>2”的效果，年龄≥60岁 => 一加一大于二的效果，年龄大于等于六十岁
4×100米，+5.2和-1.3 => 四乘一百米，正五点二和负一点三
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import Piece, part, rule

_SIGNS = {"+": "加", "×": "乘", "÷": "除以", "=": "等于", "<": "小于", ">": "大于", "≥": "大于等于", "≤": "小于等于",
          "≈": "约等于", "≠": "不等于", "±": "正负", "<=": "小于等于", ">=": "大于等于"}  # fmt: skip


@rule(r" ?(<=|>=|[+×÷=<>≥≤≈≠±]) ?", cost=1, at=" +×÷=<>≥≤≈≠±", after=r"[^\s，。]")
def sign(match: re.Match[str]) -> str:
    return _SIGNS[match[1]]


@rule(rf"(?P<s>[-+±])(?P<n>{NUM})", cost=1, at="-+±", after=r"[为至到达是于约降低在从和、，。:(算跌涨负]|^|\s|=")
def signed(match: re.Match[str]) -> list[Piece]:
    return [part(match, "s", {"-": "负", "+": "正", "±": "正负"}[match["s"]]), part(match, "n", numerals.number(match["n"]))]


@rule(rf"(?P<s>[-±])(?P<n>{NUM})", cost=2.5, at="-±")
def signed_somewhere(match: re.Match[str]) -> list[Piece]:
    return [part(match, "s", {"-": "负", "±": "正负"}[match["s"]]), part(match, "n", numerals.number(match["n"]))]
