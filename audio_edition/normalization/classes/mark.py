"""Marks of lists.

①实名登记；②分时预约。 => 一、实名登记；二、分时预约。
(1)坚持党建引领；（二）坚持群众路线。 => 一、坚持党建引领；二、坚持群众路线。
1.清洗双手。2．戴好口罩 => 一、清洗双手。二、戴好口罩
⑴基本原则，分③④两类 => 一、基本原则，分，三、四、两类
"""

import re
import unicodedata

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_CIRCLED = "".join(chr(code) for code in range(0x2460, 0x2794) if unicodedata.numeric(chr(code), None) is not None)
_IDEOGRAPHIC = "".join(
    map(
        chr,
        [*range(0x3220, 0x322A), *range(0x3280, 0x328A), *range(0x3248, 0x3250), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)],
    )
)
_START = r"^|[。；:！？\n\t]|[。；:！？\n][”’」』)]? {0,4}|^ {1,8}"
_HANZI = "[一二三四五六七八九十]{1,3}"


def _numeral(char: str) -> str:
    return numerals.cardinal(str(int(unicodedata.numeric(char))))


@rule(f"[{_CIRCLED}{_IDEOGRAPHIC}]", cost=1, at=_CIRCLED + _IDEOGRAPHIC, after=_START)
def starting(match: re.Match[str]) -> str:
    return _numeral(match[0]) + "、"


@rule(f"[{_CIRCLED}{_IDEOGRAPHIC}]{{1,20}}", cost=1.5, at=_CIRCLED + _IDEOGRAPHIC)
def inside(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    pause = "，" if start and text[start - 1] not in "，。！？；：、 \n图表式注例题" else ""
    return pause + "、".join(map(_numeral, match[0])) + ("、" if re.match(HANZI, text[match.end() : match.end() + 1]) else "")


@rule(rf"\((?P<n>\d{{1,2}}|{_HANZI})\)[.、]? ?", cost=0.9, at="(", after=_START)
def bracketed(match: re.Match[str]) -> str:
    return (numerals.cardinal(match["n"]) if match["n"].isdigit() else match["n"]) + "、"


@rule(r"(?P<n>\d{1,2})[.)] ?(?=[\u4e00-\u9fff“《A-Za-z])", cost=1.2, needs=".)", after=_START)
def numbered(match: re.Match[str]) -> str:
    return numerals.cardinal(match["n"]) + "、"


@rule(r"2(?=、)", cost=1, needs="、", after=_START)
def two(match: re.Match[str]) -> str:
    return "二"
