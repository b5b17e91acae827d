"""Marks of lists.

①实名登记；②分时预约。 => 一、实名登记；二、分时预约。
(1)坚持党建引领；(2)坚持群众路线。 => 一、坚持党建引领；二、坚持群众路线。
"""

import re
import unicodedata

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_CIRCLED = "".join(map(chr, [*range(0x2460, 0x249C), *range(0x24EA, 0x2500), *range(0x2776, 0x2794)]))


@rule(f"[{_CIRCLED}]", cost=1, at=_CIRCLED)
def circled(match: re.Match[str]) -> str:
    return numerals.cardinal(str(int(unicodedata.numeric(match[0])))) + "、"


@rule(r"\((\d{1,2}|[一二三四五六七八九十]{1,3})\)(?=[\u4e00-\u9fff“])", cost=1, at="(", after=r"^|[。；:！？\s]")
def bracketed(match: re.Match[str]) -> str:
    return (numerals.cardinal(match[1]) if match[1].isdigit() else match[1]) + "、"
