"""Rooms, buildings and other places with numbers.

12号楼3单元502室，1201室，208号病房 => 十二号楼三单元五零二室，一二零一室，二零八号病房
3-1号楼，2#楼和3#楼，#5机组 => 三杠一号楼，二号楼和三号楼，五号机组
3-1-502室 => 三杠一杠五零二室
2单元301户，5门402号，长安街1号2层203，3栋120户 => 二单元三零一户，五门四零二号，长安街一号二层二零三，三栋一百二十户
18层高楼，负2层，位于2层 => 十八层高楼，负二层，位于二层
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, part, rule

_ROOM = r"(?:室|房(?!企|屋|源|产|东|价|地)|房间|病房|教室|会议室|办公室|寝室|宿舍|包[间厢房]|诊室|展厅|考场|窗口|铺|商铺)"
_HOUSE = r"\d ?(?:单元|号楼|栋|座|幢|号院|弄|门|层|楼)-?"
_LIVES = r"(?<!居)住(?:在|进)?|[^院房]区|病房|科"


def _digits(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


room = rule(rf"\d{{3,4}}(?=号?{_ROOM})", cost=1, needs="室房病教会办寝宿包诊展考窗铺商", after=r"(?<![有建共余])")(_digits)
household = rule(r"\d{3,4}(?=[户床])", cost=0.9, needs="户床", after=r"\d ?(?:单元|门|层|楼)-?|[A-Z]座 ?")(_digits)
above_ground = rule(r"\d{1,2}0[1-9](?=[户床])", cost=0.9, needs="户床", after=rf"{_HOUSE}|{_LIVES}")(_digits)
bed = rule(r"\d{1,2}0[1-9](?=床(?:的|病人|患者|家属|陪护))", cost=0.9, needs="床")(_digits)
floor_of_house = rule(r"\d{1,2}(?= ?层(?![高小楼建别洋砖木结厚民以]))", cost=0.9, needs="层", after=rf"\d号|{_HOUSE}|[A-Z]座")(
    lambda match: numerals.cardinal(match[0])
)
floor = rule(r"\d{1,3}(?= ?[层楼])", cost=0.9, needs="层楼", after=r"(?:负|地下|地上|位于|第|[厦场馆心城院楼]的?|在|到|至|从)")(
    lambda match: numerals.cardinal(match[0])
)
flat = rule(
    r"\d{1,2}-\d{1,2}-\d{3,4}(?![\d-])",
    cost=0.9,
    needs="-",
    after="(?:[楼栋座幢院区苑园城庄府村里号]|住在?|[位坐]落?[于在]|地址:|门牌[为是]?) ?",
)(lambda match: "杠".join(map(numerals.by_length, match[0].split("-"))))
flat_with_room = rule(rf"\d{{1,2}}-\d{{1,2}}-\d{{3,4}}(?=号?{_ROOM}|户)", cost=0.9, needs="-")(flat.say)
storeys = rule(r"\d{1,2}/\d{1,2}(?=层)", cost=0.9, needs="/")(
    lambda match: "，".join(map(numerals.cardinal, match[0].split("/")))
)
row = rule(r"\d{1,3}(?= ?[排座号])", cost=1, needs="区排", after=r"\d[区排] ?")(lambda match: numerals.cardinal(match[0]))


@rule(r"\d{3,4}(?![\d.]|[个户人名床万亿])", cost=0.9, needs="元楼栋座幢院弄门层", after=rf"{_HOUSE}|[A-Z]座 ?")
def in_a_house(match: re.Match[str]) -> str | None:
    return None if has_measure(match.string, match.end()) else numerals.digits(match[0])


@rule(r"(?P<a>\d{1,2})-(?P<b>\d{1,2})(?=号[楼院]|[栋幢室]|单元)", cost=0.9, needs="号栋幢室单")
def part_of_a_house(match: re.Match[str]) -> str | None:
    """A range of houses ascends."""
    a, b = int(match["a"]), int(match["b"])
    return f"{numerals.cardinal(match['a'])}杠{numerals.cardinal(match['b'])}" if a >= b else None


@rule(r"(?P<n>\d{1,4}) ?(?P<s>#)", cost=0.9, needs="#")
def numbered(match: re.Match[str]) -> list[Piece]:
    return [part(match, "n", numerals.cardinal(match["n"])), part(match, "s", "号")]


@rule(rf"(?P<s>#) ?(?P<n>\d{{1,4}})(?!\d|{HANZI}{{1,12}}#)", cost=1, at="#")
def number_first(match: re.Match[str]) -> list[Piece]:
    return [part(match, "n", numerals.cardinal(match["n"])), part(match, "s", "号")]
