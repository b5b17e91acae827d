"""Dates.

2022年7月26日 => 二零二二年七月二十六日
2022 年 7 月 26 日 => 二零二二年七月二十六日
2022/7/26，2022-07-26，2022.7.26 => 二零二二年七月二十六日，二零二二年七月二十六日，二零二二年七月二十六日
7月1日—15日 => 七月一日至十五日
8月1日—8月7日 => 八月一日至八月七日
活动时间：7.20—7.31。 => 活动时间：七月二十日至七月三十一日。
1—6月，7、8月份 => 一至六月，七、八月份
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, DAY, MONTH
from audio_edition.normalization.rule import Piece, part, rule

_YEAR = r"(?P<y>\d{4}|\d{2})"
_MD = rf" ?(?P<m>{MONTH}) ?(?P<mw>月)(?: ?(?P<d>{DAY}) ?(?P<dw>[日号]))?"


def _parts(match: re.Match[str], *names: str) -> list[Piece]:
    said = []
    for name in names:
        if match[name] is not None:
            read = numerals.digits if name == "y" else numerals.cardinal
            said.append(part(match, name, read(match[name]) if match[name].isdigit() else match[name]))
    return said


@rule(rf"{_YEAR} ?(?P<yw>年){_MD}", cost=1)
def full(match: re.Match[str]) -> list[Piece]:
    return _parts(match, "y", "yw", "m", "mw", "d", "dw")


@rule(_MD.removeprefix(" ?"), cost=1)
def month_day(match: re.Match[str]) -> list[Piece]:
    return _parts(match, "m", "mw", "d", "dw")


@rule(rf"(?P<d>{DAY}) ?(?P<dw>[日号])", cost=1.2)
def day(match: re.Match[str]) -> list[Piece]:
    return _parts(match, "d", "dw")


@rule(rf"(?P<y>\d{{4}})(?P<s>[-/.·])(?P<m>{MONTH})(?P=s)(?P<d>{DAY})(?![\d.])", cost=1)
def separated(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "y", numerals.digits(match["y"])),
        ("年", match.start("s"), match.end("s")),
        part(match, "m", numerals.cardinal(match["m"])),
        ("月", match.end("m"), match.start("d")),
        part(match, "d", numerals.cardinal(match["d"])),
        ("日", *match.span("d")),
    ]


@rule(
    rf"(?P<m>{MONTH})\.(?P<d>{DAY})(?![\d.%])",
    cost=1,
    after=r"(?:时间|日期|[展会工假档]期)[为是:]? ?(?:\d{1,2}\.\d{1,2} ?[-—~至到]{1,2} ?)?",
)
def dotted(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "m", numerals.cardinal(match["m"])),
        ("月", match.end("m"), match.start("d")),
        part(match, "d", numerals.cardinal(match["d"])),
        ("日", *match.span("d")),
    ]


@rule(rf"(?P<a>{MONTH})(?P<to> ?{DASH} ?|、)(?P<b>{MONTH})(?=月)", cost=1)
def months(match: re.Match[str]) -> list[Piece]:
    to = "、" if match["to"] == "、" else "至"
    return [
        part(match, "a", numerals.cardinal(match["a"])),
        part(match, "to", to),
        part(match, "b", numerals.cardinal(match["b"])),
    ]


@rule(rf" ?(?P<to>{DASH}) ?(?=\d{{1,4}}[年月日号])", cost=0.5, at=" -—~", after="[年月日号]")
def to_date(match: re.Match[str]) -> str:
    return "至"


@rule(
    rf"(?P<to>{DASH}) ?(?=\d{{1,2}}\.\d{{1,2}}(?![\d.]))",
    cost=0.5,
    at="-—~",
    after=r"(?:时间|日期|[展会工假档]期)[为是:]? ?\d{1,2}\.\d{1,2}",
)
def to_dotted(match: re.Match[str]) -> str:
    return "至"
