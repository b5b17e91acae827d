"""Versions and other numbers with more than one point.

更新至2.1.3版 => 更新至二点一点三版
地址为127.0.0.1 => 地址为一二七点零点零点一
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


@rule(r"\d{1,5}(?:\.\d{1,5}){2,6}(?![.\d])", cost=1.8, needs=".")
def dotted(match: re.Match[str]) -> str:
    return "点".join(numerals.by_length(piece) if len(piece) < 3 else numerals.digits(piece) for piece in match[0].split("."))
