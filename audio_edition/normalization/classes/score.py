"""Scores, ratios and odds.

主队以3:2险胜，点球5-4胜出 => 主队以三比二险胜，点球五比四胜出
占比5.1：36.2：58.7 => 占比五点一比三十六点二比五十八点七
男女比例约为1.05:1，师生比为1:15 => 男女比例约为一点零五比一，师生比为一比十五
比分定格在78:96，1比2落后 => 比分定格在七十八比九十六，一比二落后
21:18、19:21、21:15逆转 => 二十一比十八、十九比二十一、二十一比十五逆转
延长至0:30，10-15分钟一班 => 延长至零点三十分，十到十五分钟一班
首回合1-0，次回合2-2，主场3-1 => 首回合一比零，次回合二比二，主场三比一
NBA季后赛，尼克斯111-94步行者 => NBA季后赛，尼克斯一百一十一比九十四步行者
加赛2.5-1.5胜出，6(2)-7、6-3 => 加赛二点五比一点五胜出，六比七，二、六比三
7-6(7/4)、6-7(3/7)胜，中国队3-1日本队 => 七比六，七比四、六比七，三比七，胜，中国队三比一日本队
国足0-1不敌对手，3：2，7月26日 => 国足零比一不敌对手，三比二，七月二十六日
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, part, rule

_SCORED = (
    r"(?:比分|战成|打成|踢成|战为|改写|扳成|追成|扳为|定格|领先|落后|[胜负平败赢输]|击败|战胜|力克|不敌|横扫|逆转|淘汰"
    r"|拿下|[局盘节]|半场|加时|点球|大比分|以)"
    r"(?:了|为|在|至|成|大战|比分|对手)?[^，。；：、\d]{0,6}"
)
_WON = (
    r"(?=[^，。；、\d\s]{0,5}(?:[胜负]|击败|[战不]敌|战平|横扫|逆转|领先|落后|淘汰|取胜|惜败|大败|完败|击溃|力克"
    r"|力压|轻取|握手言和|扳平|拿下|的比分|的?总比分|[落告]败|告负|失利|获胜|输给|过关|晋级|夺冠|战罢|告终|爆冷))"
)
_MATCH = r"(?:[甲超杯赛]|NBA|CBA|欧冠|[男女][排足篮双单]|\d轮|[足篮排网]球)[^。；]{0,16}"
_NO_COUNT = r"(?! ?[号楼栋幢座室班幢度分点时小层米公千百多余后级折成])"
_PAIR = r"(?!\d{1,2}:0\d(?!\d))(?P<a>\d{1,3}) ?(?P<to>[:-]) ?(?P<b>\d{1,3})(?![:\d.%‰℃]| ?[万亿元个月日天岁年人名]|-\d)"


def _versus(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", numerals.number(match["a"])), part(match, "to", "比"), part(match, "b", numerals.number(match["b"]))]


ratio = rule(rf"(?P<a>{NUM}) ?(?P<to>:) ?(?P<b>{NUM})(?![:\d]| \d{{1,2}} \d)", cost=1.8, needs=":")(_versus)
proportion = rule(
    rf"(?P<a>{NUM}) ?(?P<to>:) ?(?P<b>{NUM})(?![:\d])",
    cost=0.7,
    needs=":",
    after=r"(?:比例|比值|配比|[^对相好可]比|比率|比例尺|倍数|赔率|票数)[约为是达近按在到至大了]{0,3} ?",
)(_versus)
score = rule(_PAIR, cost=0.9, needs=":-", after=_SCORED)(_versus)
won = rule(_PAIR + _WON, cost=0.9, needs=":-")(_versus)
one_digit = rule(r"(?P<a>\d) ?(?P<to>:) ?(?P<b>\d)(?![:\d]| \d{1,2} \d)", cost=1, needs=":")(_versus)
half_points = rule(r"(?P<a>\d{1,2}\.5) ?(?P<to>[:-]) ?(?P<b>\d{1,2}(?:\.5)?)(?![\d.:%‰℃])" + _WON, cost=0.9, needs=":-")(_versus)
beside_halves = rule(_PAIR + r"(?=\(\d{1,3}[:/-]\d{1,3})", cost=0.9, needs="(")(_versus)
halves = rule(_PAIR, cost=0.9, needs=":-", after=r"\d[:-]\d{1,3}\(")(_versus)
tie_break = rule(r"(?P<a>\d{1,2})(?P<to>/)(?P<b>\d{1,2})(?=\))", cost=0.9, needs="/", after=r"[67][:-][67]\(")(_versus)
points_between = rule(r"(?P<a>[67])\((?P<t>\d{1,2})\)(?P<to>[:-])(?P<b>[67])(?![\d:.-])", cost=0.9, needs="(")(
    lambda match: [*_versus(match), ("，" + numerals.cardinal(match["t"]), *match.span("t"))]
)
in_sport = rule(_PAIR, cost=1.3, needs=":-", section="体育|足球|篮球|排球|赛|运动")(_versus)


@rule(
    r"(?P<a>\d{1,2})(?P<to>[-/])(?P<b>\d{1,2})(?![\d.:%]|[-/]\d)",
    cost=1.7,
    needs="-/",
    after=r"(?:中国|国足|女足|男足|国奥|女排|男篮|女篮|[队军联特姆曼城斯亚齐奥堡])[主客]?[队]? ?",
)
def team(match: re.Match[str]) -> list[Piece] | None:
    return None if has_measure(match.string, match.end()) else _versus(match)


@rule(r"\d{1,3}[:-]\d{1,3}(?:[、，, /]{1,2}\d{1,3}[:-]\d{1,3}(?![:\d.-])){1,6}", cost=1, needs=":-")
def sets(match: re.Match[str]) -> str | None:
    pairs = re.findall(r"(\d+)[:-](\d+)", match[0])
    if not all(_could_be_set(int(a), int(b)) for a, b in pairs) or has_measure(match.string, match.end()):
        return None
    return (
        re.sub(r"\d+", lambda n: numerals.cardinal(n[0]), match[0].replace(":", "比").replace("-", "比"))
        .replace(",", "，")
        .replace("/", "、")
    )


def _could_be_set(a: int, b: int) -> bool:
    """Sets of tennis (6:4), table tennis (11:9), badminton and volleyball (21:15, 25:23).

    The winner has two more, or just as many as it needs; 30 are needed only at 29 all.
    """
    high, low = max(a, b), min(a, b)
    return high - low == 2 or (high in (6, 7, 10, 11, 15, 21, 25) and high > low) or (high, low) == (30, 29)


@rule(_PAIR, cost=1.4, needs=":-", after=_MATCH)
def in_a_match(match: re.Match[str]) -> list[Piece] | None:
    """A range ascends."""
    return None if int(match["a"]) < int(match["b"]) and has_measure(match.string, match.end()) else _versus(match)


@rule(
    rf"(?P<a>\d{{1,2}})(?P<to>-)(?P<b>\d{{1,2}})(?![\d.:%‰℃/+×=-]|[A-Za-z]){_NO_COUNT}",
    cost=1.9,
    needs="-",
    after=r"(?<![号码])[^\dA-Za-z.号码楼栋座幢室区元院园#(-]|^",
)
def no_range(match: re.Match[str]) -> list[Piece] | None:
    """A range ascends, and one from nought counts something."""
    a, b = int(match["a"]), int(match["b"])
    return None if (b > a > 0) or has_measure(match.string, match.end()) else _versus(match)


@rule(
    _PAIR + _NO_COUNT,
    cost=0.9,
    needs=":-",
    after=r"(?:[首次两三四]回合|[主客]场|全场|[首次末][轮局节盘]|常规时间|总分|总比分)[^，。；：、\d]{0,4}",
)
def leg(match: re.Match[str]) -> list[Piece] | None:
    return None if has_measure(match.string, match.end()) else _versus(match)


@rule(r"\d{1,4}(?:\.\d{1,4})?(?::\d{1,4}(?:\.\d{1,4})?){2,5}(?![:\d.])", cost=1.7, needs=":")
def proportions(match: re.Match[str]) -> str:
    return "比".join(map(numerals.number, match[0].split(":")))


@rule(r"\d{1,2}(?=比\d)", cost=1, needs="比")
def before_to(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])


@rule(r"\d{1,3}", cost=1, needs="比", after=r"\d比")
def after_to(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])


@rule(r"-(?=[^\W\d_]{1,4}队)", cost=1, needs="队", at="-", after="队")
def versus(match: re.Match[str]) -> str:
    return "对"
