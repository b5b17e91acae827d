"""Days with a stroke between month and day; a part of a whole has one too.

即日起至7/31 => 即日起至七月三十一日
12/25圣诞节，7/26（周二） => 十二月二十五日圣诞节，七月二十六日，周二
8/15日本投降，3/20的农户，4/15决赛 => 八月十五日日本投降，二十分之三的农户，十五分之四决赛
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DAY, MONTH
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, part, rule

_DAY_AFTER = (
    r"(?:\(?(?:周|星期|礼拜)[一二三四五六日天]|元旦|春节|除夕|元宵|清明|端午|中秋|国庆|重阳|腊八|小年|圣诞|平安夜|万圣|感恩节"
    r"|情人节|妇女节|劳动节|青年节|儿童节|母亲节|父亲节|教师节|当[天日晚]|[上下中]午|晚[上间])"
)


def _said(match: re.Match[str]) -> list[Piece]:
    month = [part(match, "m", numerals.cardinal(match["m"])), ("月", match.end("m"), match.start("d"))]
    return [*month, part(match, "d", numerals.cardinal(match["d"])), part(match, "d", "日")]


before_its_name = rule(rf"(?P<m>{MONTH})/(?P<d>{DAY})(?![\d.%/])(?= ?{_DAY_AFTER})", cost=1, needs="/")(_said)
behind_until = rule(
    r"(?P<m>[2-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])(?![\d.%/])",
    cost=1,
    needs="/",
    after=r"(?:即日起?|[^降升增减涨跌低高][至到]|截至|[起迄自从]|于)",
)(_said)


@rule(
    r"(?P<m>[2-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])(?![\d.%/])(?=[\u4e00-\u9fff“《])(?![的以之左多强决])",
    cost=1.5,
    needs="/",
    after=r"^|[，。；！？“]|[\u4e00-\u9fff] ",
)
def behind_a_pause(match: re.Match[str]) -> list[Piece] | None:
    """No part of a whole begins a clause, and has so odd a whole."""
    return None if has_measure(match.string, match.end()) else _said(match)
