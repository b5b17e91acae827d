"""Durations and results against the clock.

成绩为2:08:15，全程用时2小时15分 => 成绩为两小时零八分十五秒，全程用时两小时十五分
以9秒83晋级，2分05秒32，1:53.40 => 以九秒八三晋级，两分零五秒三二，一分五十三秒四零
以2:19:12跑完马拉松，以2:08:16的成绩夺冠 => 以两小时十九分十二秒跑完马拉松，以两小时零八分十六秒的成绩夺冠
男子马拉松冠军2:08:16；女子2:27:43 => 男子马拉松冠军两小时零八分十六秒；女子两小时二十七分四十三秒
决赛13″27，9′28″15，杆位1:24'38.241 => 决赛十三秒二七，九分二十八秒一五，杆位一小时二十四分三十八点二四一秒
24/7全天候，24/7小时 => 七乘二十四小时全天候，七乘二十四小时
7×24小时值守，片长2h15min，配速4'05" => 七乘二十四小时值守，片长两小时十五分钟，配速四分零五秒
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import SIXTY
from audio_edition.normalization.rule import Pattern, Piece, Said, before, part, rule

_TIME = rf"(?P<h>\d{{1,2}}):(?P<m>{SIXTY}):(?P<s>{SIXTY})(?![\d:])"
_RACE = Pattern(r"(?:成绩|马拉松|用时|[冠亚季]军|第[一二三四五六七八]名|纪录|选手|[全半]马)[^。]*\Z")
_ENDED = r"(?=[^，。；\d]{0,4}(?:[跑游滑骑走]完|完赛|[冲撞]线|冲过))"
_FINISHED = (
    r"(?=[^，。；\d]{0,4}(?:[跑游滑骑走]完|完赛|[冲撞]线|冲过"
    r"|夺冠|夺得|摘得|获得|获胜|折桂|登顶|问鼎|称雄|的?成绩|的?纪录|打破|刷新|创造))"
)


def _two(written: str) -> str:
    return ("零" if written[0] == "0" else "") + numerals.cardinal(written)


@rule(
    _TIME,
    cost=0.9,
    needs=":",
    after=r"(?:成绩|用时|跑出|耗时|历时|时长|全长|净计时|枪声|纪录|马拉松|竞走|铁人|跑进|完赛)[^，。；\d]{0,6}|以",
)
def marathon(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "h", numerals.count(match["h"]) + "小时"),
        part(match, "m", _two(match["m"]) + "分"),
        part(match, "s", _two(match["s"]) + "秒"),
    ]


@rule(rf"(?!0){_TIME}", cost=1.1, needs=":")
def of_a_race(match: re.Match[str]) -> Said | None:
    """A runner's time, where the sentence told before of a race."""
    return marathon.say(match) if len(match["h"]) == 1 and _RACE.search(before(match)) else None


@rule(r"24 ?/ ?7(?![\d./])(?! ?[万亿米元])", cost=0.6, needs="/", at="2")
def around_the_clock(match: re.Match[str]) -> str:
    return "七乘二十四" + ("" if match.string.startswith(("小时", "时"), match.end()) else "小时")


run = rule(_TIME + _FINISHED, cost=0.7, needs=":")(marathon.say)


@rule(rf"(?P<m>\d{{1,2}}):(?P<s>{SIXTY})(?![\d:]){_ENDED}", cost=0.7, needs=":", after="[以用]")
def half_marathon(match: re.Match[str]) -> list[Piece]:
    return [part(match, "m", numerals.count(match["m"]) + "分"), part(match, "s", _two(match["s"]) + "秒")]


@rule(rf"(?P<h>\d):(?P<m>{SIXTY})['′’](?P<s>{SIXTY}(?:\.\d{{1,3}})?)[\"″”]?", cost=0.9, needs="'′’")
def race(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "h", numerals.count(match["h"]) + "小时"),
        part(match, "m", _two(match["m"]) + "分"),
        part(match, "s", numerals.number(match["s"]) + "秒"),
    ]


@rule(r"(?:(?P<m>\d{1,2})['′](?P<s>\d\d)[″”\"]|(?P<t>\d{1,2})″)(?P<x>\d{1,3})(?![\d.])", cost=0.8, needs='″”"')
def result(match: re.Match[str]) -> list[Piece]:
    """As tables print it."""
    said = [part(match, "x", numerals.digits(match["x"]))]
    if match["t"]:
        return [part(match, "t", numerals.count(match["t"].lstrip("0") or "0") + "秒"), *said]
    return [part(match, "m", numerals.count(match["m"]) + "分"), part(match, "s", _two(match["s"]) + "秒"), *said]


@rule(rf"(?P<m>\d{{1,2}}):(?P<s>{SIXTY})\.(?P<x>\d{{1,3}})(?![\d.])", cost=1, needs=":")
def lap(match: re.Match[str]) -> list[Piece]:
    return [
        part(match, "m", numerals.count(match["m"]) + "分"),
        part(match, "s", _two(match["s"]) + "秒"),
        part(match, "x", numerals.digits(match["x"])),
    ]


@rule(r"(?P<h>\d{1,2})h ?(?P<m>\d{1,2})(?P<w>m(?:in)?)(?![A-Za-z])", cost=0.8, needs="h")
def in_letters(match: re.Match[str]) -> list[Piece]:
    minutes = [part(match, "m", _two(match["m"])), part(match, "w", "分钟")]
    return [part(match, "h", numerals.count(match["h"]) + "小时"), *minutes]


@rule(
    r"(?P<m>\d{1,2})['′](?P<s>[0-5]\d)[\"″](?!\d)",
    cost=0.8,
    needs="'′",
    after=r"(?:配速|用时|成绩|跑出|圈速|纪录)[约为达至到是:]{0,2} ?",
)
def pace(match: re.Match[str]) -> list[Piece]:
    return [part(match, "m", numerals.count(match["m"]) + "分"), part(match, "s", _two(match["s"]) + "秒")]


@rule(r"(?P<m>\d{1,3})(?P<mw>['′’])(?=[、，,;；) ]|$)", cost=0.9, needs="'′’", after="[\u4e00-\u9fff、+(]")
def minute_of_a_goal(match: re.Match[str]) -> list[Piece]:
    return [part(match, "m", numerals.cardinal(match["m"])), part(match, "mw", "分钟")]


added_time = rule(r"(?P<m>\d{1,2})(?P<mw>['′’])", cost=0.9, needs="'′’", after=r"\d\+")(minute_of_a_goal.say)
minute_of_play = rule(
    r"(?P<m>\d{1,3})(?P<mw>['′’]) ?(?=补时|进球|破门|点球|乌龙|[红黄]牌|换[人下上]|[头补劲远]射|射门|任意球|角球|扳平|替补|受伤)",
    cost=0.9,
    needs="'′’",
    after=r"[^\d°.]|^",
)(minute_of_a_goal.say)


@rule(r"\d{1,3}(?![\d.]|[万亿个名人秒]|分\d)", cost=0.9, needs="秒米", after=r"\d ?[秒米] ?")
def hundredths(match: re.Match[str]) -> str:
    return numerals.digits(match[0])
