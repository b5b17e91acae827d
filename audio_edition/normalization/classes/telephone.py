"""Telephone numbers and hotlines, called out with 幺 for 1.

联系电话：0349-2281234。 => 联系电话：零三四九，二二八幺二三四。
请拨打 110 报警，12306App，12306网站 => 请拨打幺幺零报警，幺二三零六App，幺二三零六网站
手机13501234567，400-810-8888 => 手机幺三五零幺二三四五六七，四零零，八幺零，八八八八
致电2733-7619或9123-4567，熱線：2733 7619 => 致电二七三三，七六幺九或九幺二三，四五六七，熱線：二七三三，七六幺九
（02）2720-8889轉6857，02-27208889轉12 => 零二，二七二零，八八八九轉六八五七，零二，二七二零八八八九轉幺二
热线18 222、1823、999 => 热线幺八，二二二、幺八二三、九九九
发送CXYE至10086 => 发送CXYE至幺零零八六
0731-12345热线，95306货运平台，0351-96501 => 零七三幺，幺二三四五热线，九五三零六货运平台，零三五幺，九六五零幺
12356转2，向96110、12389等平台 => 幺二三五六转二，向九六幺幺零、幺二三八九等平台
96110来电，0351-55235××，170/171号段 => 九六幺幺零来电，零三五幺，五五二三五，幺七零、幺七幺号段
请转8021分机 => 请转八零二幺分机
02-2345-6789，0912-345-678 => 零二，二三四五，六七八九，零九幺二，三四五，六七八
接到“00”“+86”开头的来电，“95”打头，“170”“171”号段 => 接到零零、加八六开头的来电，九五打头，幺七零、幺七幺号段
拨打0392-3355678或12345报修 => 拨打零三九二，三三五五六七八或幺二三四五报修
养了110只羊，110台拖拉机，邻居拨打110和120 => 养了一百一十只羊，一百一十台拖拉机，邻居拨打幺幺零和幺二零
"""

import re
from collections.abc import Iterator

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import ENDS
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Rule, rule

_ANNOUNCED = (
    r"(?:电话|热线|手机|传真|来电|咨询|联系|号码|微信|QQ|专线|座机|小灵通|电讯|Tel|TEL|tel|查询|投诉|举报|服务"
    r"|办公室|值班|报名|订座|客服)(?:号码?|群|电话|热线|方式|人|[^\d，。；:：]{0,6})?[:.为是]? ?"
)
_DIALLED = (
    r"(?:拨打|致电|拨通|拨|打了?|呼叫|电话|热线|按|打通|直拨|短信[到至]|发送?[到至]|(?:短信|发送|编辑)[^，。；:]{1,12}[到至]|发[“\"]?[A-Za-z0-9#+]{1,9}[”\"]?[到至])"
    rf"(?:了|过|通)?(?:{HANZI}{{0,4}}[“\"])? ?"
)
_REACHED = (
    r"(?:电话|热线|手机|传真|来电|致电|拨打|拨通|直拨|咨询|查询|洽|联[系络]|号码|专线|投诉|举报|报料|办公室|报名|登记|预[约订]|订[座位票]|留位"
    r"|客服|短[信讯]|[Ww]hats[Aa]pp|WeChat|微信|Signal|Telegram|Tel|TEL|tel)[^\d，。；]{0,6}"
    r"(?:\d{3,8}(?:[- ]\d{4})? ?(?:或|及|和|与|转|[、/,，;；]) ?){0,2}"
)
"""What leads to a number that has the form of one: looser than what makes one of any digits."""
_NO_YEARS = r"(?!(?:19|20)\d\d[- ](?:19|20)\d\d(?!\d))"
_EIGHT = _NO_YEARS + r"[2-9]\d{3}[- ]\d{4}" + ENDS + r"(?!年|[-—~ ]\d)"
"""Eight digits in two groups, as in Hong Kong; of two years it is none."""
_SHORT = r"(?:1(?:10|1[2-9]|2[0-2]|14)|1[0-2]\d{3}|9[56]\d{3,4}|100\d\d|11185)"
_SERVED = (
    rf"(?= ?[”\"]?(?:{HANZI}{{0,4}}(?:电话|热线|报警)|来电|预警|指挥|报警"
    r"|接警|接处警|急救|救护|民警|[货客]运|平台|联动|电话|热线|出警|接警|派警|指令|警"
    r"|网|客服|举报|投诉|政务|便民|公共|消费"
    r"|市民|服务|专线|中心|专席|调度|咨询|号码|的?接线|派单|受理|火警|消防|求助|法律|短信|旅客|纪检|检举|官网|救援"
    r"|[Aa][Pp][Pp]|客户端|小程序|公众号|微信|微博|抖音|交通|医疗|反诈|妇女|青少年|心理|环保|供暖|燃气|水务|统一))"
)


_TURNED = r" ?(?:转分机|[转#]) ?"
_EXTENSION = rf"(?:[-—]\d{{1,5}}|{_TURNED}\d{{1,5}})?(?!\d)"


def _called(match: re.Match[str]) -> str:
    """The groups of a number, and behind 转 the extension."""
    number, turned, extension = re.sub(_TURNED, "转", match[0].replace("+86", "86 ")).partition("转")
    said = "，".join(numerals.called(group) for group in re.findall(r"\d+", number))
    return f"{said}转{numerals.called(extension)}" if turned else said


def _called_in_a_row(match: re.Match[str]) -> str:
    return numerals.called(match[0])


def _joined(match: re.Match[str]) -> str:
    return numerals.called("".join(char for char in match[0] if char.isdigit()))


def _unless_counted(match: re.Match[str]) -> str | None:
    return None if has_measure(match.string, match.end()) else _called(match)


def _masked(match: re.Match[str]) -> str:
    """What is masked is a pause where it is a star, a letter where it is one."""
    return "，".join(numerals.called(group).upper() for group in re.findall(r"[\dxX]+", match[0]))


area = rule(r"(?:\(0\d{1,3}\) ?|0\d{1,3}-|0\d{2,3} )\d{3,4}[- ]?\d{4}" + _EXTENSION, cost=0.9, needs="- )", at="(0")(_called)
extended = rule(r"[2-9]\d{2,3}[- ]?\d{4}(?= ?(?:[转#]|转?分机) ?\d)", cost=0.9, needs="转#分", at="23456789")(_called)
trunk = rule(r"0[89]\d\d[- ]?\d{3}[- ]?\d{3}(?!\d)", cost=0.9, at="0")(_called)
landline = rule(r"\(?0\d{2,3}\)? ?[-—]{0,2} ?\d{7,8}" + _EXTENSION, cost=0.9, needs="0", at="(0")(_called)
of_a_city = rule(r"0\d{2,3}[-—](?:1[0-2]\d{3}|9[56]\d{3,4})(?!\d)", cost=0.9, needs="-—", at="0")(_called)
"""A hotline of five digits, with the area's code."""
mobile = rule(r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", cost=1, at="1")(_joined)
abroad = rule(r"\+?86[- ]?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", cost=0.9, at="+8")(_called)
overseas = rule(r"\(?\+?(?:852|853|886)(?:\)[ -]?|[ -])\d{3,4}[- ]?\d{4}(?!\d)", cost=0.9, at="(+8")(_called)
international = rule(r"\+\d{1,3}(?:[- ]\(?\d{1,5}\)?){2,5}(?!\d)", cost=0.9, at="+")(_called)
eight = rule(_EIGHT, cost=0.8, needs="- ", at="23456789", after=_REACHED)(_unless_counted)
eight_to_ask = rule(
    r"(?=\d{4} )" + _EIGHT + r"(?= ?(?:查询|咨询|洽询|报名|举报|登记|预[约订]|订[座位票]|留位|投诉|求助|联[系络]|索取))",
    cost=1,
    needs=" ",
    at="23456789",
)(_called)
announced = rule(_NO_YEARS + r"\d{3,12}(?:[- ]\d{3,8}){0,2}" + ENDS + r"(?![/年]|[-—]\d)", cost=1, after=_ANNOUNCED)(
    _unless_counted
)
further = rule(r"\d{7,8}" + ENDS, cost=0.9, needs="、/,，或转和及与;；", after=r"\d{7,8} ?[、/,，或转和及与;；] ?")(_joined)
service = rule(r"[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)", cost=0.9, at="48")(_called)


@rule(r" {1,4}(?=1?\d{7,11}(?!\d))", cost=0.3, at=" ", after=r"\d{7,12}")
def next_number(match: re.Match[str]) -> str:
    return "，"


office = rule(r"\d{7,8}" + ENDS, cost=1, needs=":", after=r"[部办处科室社站台局店厅院所心组报传]: ?")(_joined)
free = rule(r"[48]00(?=电话|热线|客服|号码|免费)", cost=1, at="48")(_called)
behind_sharp = rule(r"#\d{1,5}(?![\d.])", cost=0.4, at="#", after=r"\d{3,4}[- ]?\d{4}")(lambda match: f"转{_joined(match)}")
extension = rule(
    r"\d{1,5}(?![\d.])",
    cost=0.9,
    needs="转分",
    after=r"(?:\d{5,8}|\d{3,4}[- ]\d{3,4}|(?:电话|热线|专线|拨打?|洽询?|致电)\d{3,4})转(?:分机)? ?(?:\d{1,5}[、或和至~]){0,2}"
    r"|分机号?[:为]? ?",
)(_joined)
in_two_groups = rule(r"1\d \d{3}(?![\d.,])", cost=0.9, needs=" ", at="1", after=r"(?:热线|电话|拨打|致电)[:为是]? ?")(_called)
listed_ahead = rule(_SHORT + rf"(?=(?:、{_SHORT}){{0,4}}等(?:平台|热线|电话|渠道|方式|号码))", cost=0.9, needs="等")(_called)
turned = rule(_SHORT + r"(?= ?转 ?\d{1,4}(?!\d))", cost=0.9, needs="转")(_called)
listed = rule(
    r"\d{3,5}" + ENDS, cost=1, needs="、/或及和", after=r"(?:热线|电话|拨打|致电)[:为是]? ?(?:\d[\d -]{2,11}[、/或及和] ?){1,3}"
)(_unless_counted)
extension_first = rule(r"\d{2,5}(?= ?分机)", cost=0.9, needs="分", after="[转接按拨打至到] ?")(_joined)
hotline = rule(_SHORT + ENDS + "(?!-)" + _SERVED, cost=1)(_unless_counted)
app = rule(r"\d{3,6}(?= ?[”\"]?(?:[Aa][Pp][Pp]|客户端|小程序|公众号))", cost=1)(_called)
dialled = rule(r"\d{3,12}" + ENDS, cost=0.9, after=_DIALLED)(_unless_counted)
and_dialled = rule(
    _SHORT + ENDS,
    cost=0.9,
    after=r"(?:1\d\d(?:\d\d)?|\d-?\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})[”\"]?(?:、|，|/|或者?|[和及与])[“\"]?",
)(_unless_counted)
emergencies = rule(r"1(?:10|19|20|22)(?:、1(?:10|19|20|22)){1,3}(?!\d)", cost=0.9, needs="、")(_called_in_a_row)
masked_eight = rule(
    r"(?=[\d -]{1,8}[*xX×])[2-9][\d*xX×]{3}[- ][\d*xX×]{4}(?![\dA-Za-z])", cost=0.8, needs="*xX×", at="23456789", after=_REACHED
)(_masked)
masked = rule(r"(?=[\d-]{0,9}[*xX×])\d{2,3}[\d*xX×]-?[\d*xX×]{3,4}-?[\d*xX×]{4}(?![\dA-Za-z])", cost=0.8, needs="*xX×")(_masked)
masked_end = rule(r"0\d{2,3}-\d{4,6}(?=×{2,4}(?![\d×]))", cost=0.8, needs="×", at="0")(_called)
_LEADING = (
    r"(?=[”\"」』]?(?:[、，和或及与]?[“\"「『]?\+?\d{1,5}[”\"」』]?){0,5}"
    r"(?:等|的|为|作)?(?:开头|打头|起头|字头|号段|国际区号|区号|冠码|前缀))"
)
"""What makes digits the first ones of telephone numbers."""
prefix = rule(r"\d{2,5}(?!\d)" + _LEADING, cost=0.9, needs="头段区码缀")(_joined)


prefixes = rule(r"\d{3,4}(?:/\d{3,4}){1,5}(?=等?号段|开头|打头)", cost=0.9, needs="头段")(
    lambda match: "、".join(map(numerals.called, match[0].split("/")))
)


@rule(r"\+\d{1,4}(?!\d)" + _LEADING, cost=0.4, needs="头段区码缀", at="+")
def country(match: re.Match[str]) -> str:
    return "加" + numerals.digits(match[0][1:])


def local(lang: str) -> Iterator[Rule]:
    """Rules for the telephones of a region: two groups of four digits are one where all numbers have eight."""
    if not {"HK", "MO", "SG"}.isdisjoint(lang.split("-")):
        yield rule(r"(?=\d{4} )" + _EIGHT, cost=1.5, needs=" ", at="23456789", after=r"(?<!\d)(?<!\d )")(_unless_counted)
