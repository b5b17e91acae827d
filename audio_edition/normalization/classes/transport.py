"""Roads, lines, trains, flights, plates.

G2587次列车，1485次列车，CA1405航班 => G二五八七次列车，一四八五次列车，CA一四零五航班
晋F8K201号，京A·12345，粤B12345D => 晋F八K二零一号，京A一二三四五，粤B一二三四五D
307国道，101路公交，15路公交，公交2路，K356+200处 => 三零七国道，一零一路公交，十五路公交，公交二路，K三五六加二零零处
K58+300~K60+100段，307公车，小巴39M => K五十八加三零零至K六十加一零零段，三零七公车，小巴三十九M
K1862+350M处，高铁1208车次，新增1208车次，968号巴士 => K一八六二加三五零米处，高铁一二零八车次，新增一千二百零八车次，九六八号巴士
全天列车800车次，加开高铁1208车次 => 全天列车八百车次，加开高铁一千二百零八车次
G1964/5、G1966/3次，1485次、2602/3次停运 => G一九六四、五、G一九六六、三次，一四八五次、二六零二、三次停运
波音737客机，空客A320 => 波音七三七客机，空客A三二零
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"


def _by_length(match: re.Match[str]) -> str:
    return numerals.by_length(match[0])


def _by_length_and_letter(match: re.Match[str]) -> str:
    return numerals.by_length(match[0].rstrip(LATIN)) + match[0].lstrip(DIGIT)


road = rule(r"\d{2,3}(?=国道|省道|县道|乡道)", cost=0.9, needs="道")(_by_length)
road_after = rule(r"\d{2,3}(?![\d.]|[公千]?[里米]|[条万亿元个])", cost=0.9, needs="道", after="国道|省道|县道")(_by_length)
bus = rule(
    r"\d{1,3}(?=[路](?:公交|车|支线|内环|外环|上|司机|电车|专线|线|改|延|站|是|的|在|、|，|[和及与或]\d{1,3}路|$))",
    cost=0.9,
    needs="路",
)(_by_length)
bus_after = rule(
    r"\d{1,3}(?=路(?!人|军|程|障))", cost=0.9, needs="路", after=r"公交车?|巴士|[乘搭换][坐乘]?|专线|\d路(?:公交)?[、和及与或]"
)(_by_length)
long_line = rule(r"\d{3}(?=号(?:线|巴士|公交|公车))", cost=1, needs="线巴公")(_by_length)
long_bus = rule(r"\d{3}(?=路(?![径障牌灯程费纵大军人]))", cost=1, needs="路")(_by_length)
buses = rule(r"\d{1,3}(?=、\d{1,3}(?:、\d{1,3}){0,4}路)", cost=1, needs="路")(_by_length)
bus_without_road = rule(
    r"(?!\d00)\d{3}(?=公车|公交(?![企公集站卡])|巴士)", cost=0.9, needs="公巴", after=r"^|[^有共达约近超增入换置购余\d.]"
)(_by_length)
lettered_bus = rule(
    r"\d{1,3}[A-Z]{1,2}(?![A-Za-z\d])",
    cost=0.8,
    needs="巴公专",
    after=r"(?:[大小城龙]巴|巴士|公交车?|公车|专[线车])(?:路线|线|号)? ?",
)(_by_length_and_letter)
train = rule(r"\d{4}(?=次(?:列车|旅客|客车|快车|车|普快|火车|临客|慢车|慢火车|绿皮))", cost=0.9, needs="次")(_by_length)
train_listed = rule(
    r"[1-9]\d{3}(?=(?:/\d{1,2})?次(?:、\d{4}(?:/\d{1,2})?次){0,6}(?:停运|停开|折返|晚点|增停|停靠|“?慢火车))",
    cost=0.9,
    needs="次",
    after=r"(?<![共计约近达超有])",
)(_by_length)
train_run = rule(
    r"(?!\d{1,2}00(?!\d))\d{3,4}(?=车次)",
    cost=0.9,
    needs="车",
    after=r"(?<![开增送均天行发加客])(?:高铁|台铁|列车|自强号|莒光号|区间[车快]|太鲁阁号?|普悠玛号?|搭乘|第) ?",
)(_by_length)
aircraft = rule(r"7\d7(?:-\d{3})?(?=客机|飞机|型|机型|MAX|系列|梦)", cost=0.9, needs="7")(
    lambda match: numerals.digits(match[0].replace("-", ""))
)
maker = rule(
    r"[A-Z]?\d{3}(?:-\d{1,4})?(?:MAX|neo|NEO|X)?(?!\d|[架人名])",
    cost=0.9,
    needs="波空麦图新",
    at="A0123456789",
    after="波音|空客|空中客车|麦道|图-?|新舟",
)(lambda match: numerals.digits(match[0].replace("-", "")))


@rule(
    r"[A-Z] ?[·.]? ?[A-Z0-9]{5,6}(?![A-Z0-9])",
    cost=0.9,
    needs="京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼",
    at=LATIN,
    after=_PROVINCE,
)
def plate(match: re.Match[str]) -> str:
    return re.sub(
        r"\d+", lambda n: numerals.by_length(n[0]) if len(n[0]) == 1 else numerals.digits(n[0]), re.sub(r"[ ·.]", "", match[0])
    )


@rule(r"(?P<a>[A-Z]\d{1,4})/(?P<b>\d{1,4})(?=(?:、[A-Z]\d{1,4}(?:/\d{1,4})?){0,5}次)", cost=0.9, at=LATIN, needs="次")
def train_pair(match: re.Match[str]) -> str:
    """A train whose number changes on the way: D2201/2次."""
    return numerals.digits(match["a"]) + "、" + numerals.digits(match["b"])


pair_of_digits = rule(r"(?P<a>[1-9]\d{3})/(?P<b>\d{1,2})(?=次)", cost=0.9, needs="/")(train_pair.say)


@rule(r"(?P<k>[A-Z]?K)(?P<a>\d{1,4})\+(?P<b>\d{3})(?P<u>[mM](?![A-Za-z]))?(?!\d)", cost=0.9, at="AK", needs="+")
def stake(match: re.Match[str]) -> str:
    """Kilometres and metres from where a road begins."""
    metres = "米" if match["u"] else ""
    return match["k"] + numerals.by_length(match["a"]) + "加" + numerals.digits(match["b"]) + metres


@rule(r" ?[-—~]{1,2} ?(?=[A-Z]?K\d)", cost=0.4, needs="K", at=" -—~", after=r"K\d{1,4}(?:\+\d{1,3})?")
def to_stake(match: re.Match[str]) -> str:
    return "至"
