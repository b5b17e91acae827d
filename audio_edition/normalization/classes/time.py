"""Times of day.

首班车13:05发车 => 首班车十三点零五分发车
火箭于20:02:15点火 => 火箭于二十点零二分十五秒点火
营业时间8:00—12:00 => 营业时间八点至十二点
22时05分，下午2点 => 二十二时零五分，下午两点
全程用时2小时15分 => 全程用时两小时十五分
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, HOUR, SIXTY
from audio_edition.normalization.rule import Piece, part, rule


def _minutes(written: str) -> str:
    spoken = numerals.cardinal(written)
    return "零" + spoken if written[0] == "0" and spoken != "零" else spoken


@rule(rf"(?P<h>{HOUR}):(?P<m>{SIXTY})(?::(?P<s>{SIXTY}))?(?![\d:.])", cost=1.5)
def clock(match: re.Match[str]) -> list[Piece]:
    said = [part(match, "h", numerals.count(match["h"].lstrip("0") or "0")), ("点", match.end("h"), match.start("m"))]
    if match["m"] != "00" or match["s"]:
        said += [part(match, "m", _minutes(match["m"]) + "分")]
    if match["s"]:
        said += [part(match, "s", _minutes(match["s"]) + "秒")]
    return said


@rule(rf" ?(?P<to>{DASH}) ?(?=\d{{1,2}}:\d\d)", cost=0.5, at=" -—~", after=r":\d\d")
def to_clock(match: re.Match[str]) -> str:
    return "至"


@rule(r"(?P<h>\d{1,2})(?= ?[时点](?!\d?\d?%))", cost=1)
def hour(match: re.Match[str]) -> str:
    return numerals.count(match["h"].lstrip("0") or "0")


@rule(r"(?P<m>\d{1,2})(?= ?分)", cost=1, after="[时点] ?")
def minute(match: re.Match[str]) -> str:
    return _minutes(match["m"])
