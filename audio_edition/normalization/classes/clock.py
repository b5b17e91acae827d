"""Times of day and their ranges.

首班车13:05发车 => 首班车十三点零五分发车
火箭于20:02:15点火 => 火箭于二十点零二分十五秒点火
营业时间8:00—12:00、14:30-17:30 => 营业时间八点至十二点、十四点三十分至十七点三十分
８：３０，22时05分，下午2点 => 八点三十分，二十二时零五分，下午两点
早8:00—晚8:00，上午9点-下午5点 => 早八点至晚八点，上午九点至下午五点
8:00 a.m.准时开会，开放时间10am–6pm => 上午八点准时开会，开放时间上午十点至下午六点
比赛将于今晚19:35打响 => 比赛将于今晚十九点三十五分打响
凌晨2时30分，6-8时 => 凌晨两时三十分，六至八时
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import HOUR, LINE, SIXTY
from audio_edition.normalization.rule import Piece, part, rule

_CLOCK = rf"(?P<h>{HOUR}):(?P<m>{SIXTY})(?::(?P<s>{SIXTY}))?(?![\d:]|\.\d| ?[万亿])"
_DAYTIME = (
    r"(?:上午|下午|中午|正午|早上|早晨|清晨|凌晨|晚上|晚间|今晚|昨晚|明晚|当晚|傍晚|深夜|午后|午间|夜间|今早|[早晚]"
    r"|时间|每[天日]|[周期][一二三四五六日末天]"
    r"|[日号]|点钟|截至|截止|首班|末班|:)"
)
_PART_OF_DAY = "(?:[次翌]日)?(?:[早晚]上?|凌晨|[上中下]午|傍晚|深夜)?"
_HAPPENS = (
    r"(?= ?(?:[至到起许前后开]|左右|准时|正式|发车|起飞|出发|抵达|打响|闭馆|整|—|-|~|准点|分开|以[前后]|之[前后]"
    r"|[,，]?(?:天安门|飞船|火箭|地震)))"
)


def _minutes(written: str) -> str:
    spoken = numerals.cardinal(written)
    return "零" + spoken if written[0] == "0" and spoken != "零" else spoken


def _hours(written: str) -> str:
    return numerals.count(written.lstrip("0") or "0")


def _clock(match: re.Match[str]) -> list[Piece]:
    said = [part(match, "h", _hours(match["h"])), ("点", match.end("h"), match.start("m"))]
    seconds = [part(match, "s", _minutes(match["s"]) + "秒")] if match["s"] else []
    if match["m"] + (match["s"] or "00") == "0000":
        return said
    return [*said, part(match, "m", _minutes(match["m"]) + "分"), *seconds]


clock = rule(_CLOCK, cost=1.5, needs=":")(_clock)
rounded = rule(rf"(?P<h>{HOUR}):(?P<m>0\d|[1-5]0)(?P<s>(?!))?(?![\d:.]| ?[万亿])", cost=1.2, needs=":")(_clock)
padded = rule(rf"(?P<h>0\d):(?P<m>{SIXTY})(?P<s>(?!))?(?![\d:.]| ?[万亿])", cost=1.2, needs=":")(_clock)
daytime = rule(_CLOCK, cost=0.8, needs=":", after=_DAYTIME + " ?")(_clock)
happening = rule(_CLOCK + _HAPPENS, cost=1.1, needs=":")(_clock)
ending = rule(_CLOCK, cost=0.8, needs=":", after=rf"\d:\d\d ?(?:{LINE}|至|到) ?")(_clock)


@rule(rf"{_CLOCK} ?(?P<x>[aApP])\.?[mM](?:\.|(?![A-Za-z]))", cost=0.8, needs=":")
def half_day(match: re.Match[str]) -> list[Piece]:
    return [part(match, "x", "上午" if match["x"] in "aA" else "下午"), *_clock(match)]


@rule(r"(?P<h>1[0-2]|0?[1-9]) ?(?P<x>[aApP])\.?[mM](?:\.|(?![A-Za-z\d]))", cost=0.6, needs="mM")
def half_day_alone(match: re.Match[str]) -> list[Piece]:
    return [part(match, "x", "上午" if match["x"] in "aA" else "下午"), part(match, "h", _hours(match["h"]) + "点")]


@rule(rf" ?{LINE} ?(?=\d{{1,2}}(?::\d\d)? ?[aApP]\.?[mM])", cost=0.3, needs="mM", at=" -—~", after=r"[aApP]\.?[mM]\.?")
def to_half_day(match: re.Match[str]) -> str:
    return "至"


@rule(rf" ?{LINE} ?(?={_PART_OF_DAY}\d{{1,2}}:\d\d)", cost=0.4, needs=":", at=" -—~", after=r":\d\d")
def to_clock(match: re.Match[str]) -> str:
    return "至"


@rule(r"\d{1,2}(?= ?[时点](?!\d{1,2}%))", cost=1, needs="时点")
def hour(match: re.Match[str]) -> str:
    return _hours(match[0])


@rule(rf"(?P<a>{HOUR})(?P<to> ?{LINE} ?)(?P<b>{HOUR})(?= ?[时点](?![间球射]))", cost=1, needs="时点")
def hours(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", _hours(match["a"])), part(match, "to", "至"), part(match, "b", _hours(match["b"]))]


@rule(rf" ?{LINE} ?(?={_PART_OF_DAY}\d{{1,2}} ?[时点])", cost=0.4, needs="时点", at=" -—~", after="[时点分]")
def to_hour(match: re.Match[str]) -> str:
    return "至"


@rule(r"\d{1,2}(?= ?分)", cost=0.9, needs="分", after=r"[时点] ?")
def minute(match: re.Match[str]) -> str:
    return _minutes(match[0])


@rule(r"\d{1,2}(?= ?秒)", cost=0.9, needs="秒", after=r"分 ?")
def second(match: re.Match[str]) -> str:
    return _minutes(match[0])
