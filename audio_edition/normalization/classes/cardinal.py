"""Quantities: integers and decimals, with thousands commas, 两 where 2 counts something.

11个老旧小区、5条背街小巷 => 十一个老旧小区、五条背街小巷
2个专题汇报，2例经验，比2大 => 两个专题汇报，两例经验，比二大
仪器售价12,800元，收入12,500,增长 => 仪器售价一万二千八百元，收入一万二千五百，增长
只有5，今年增至8。 => 只有五，今年增至八。
岗位3，500个，投资12，800万元，为15，6人缺席 => 岗位三千五百个，投资一万二千八百万元，为十五，六人缺席
9秒83，400米栏 => 九秒八三，四百米栏
志愿者达8000余人 => 志愿者达八千余人
10来天，20多亩地 => 十来天，二十多亩地
总投资2亿元，占地200亩 => 总投资两亿元，占地二百亩
总投资 1.5 亿元 => 总投资一点五亿元
12 000元，报11 068.30点，2 800万～3 200万亩 => 一万二千元，报一万一千零六十八点三零点，两千八百万到三千二百万亩
身高1.92米 => 身高一点九二米
一支.22口径的手枪 => 一支零点二二口径的手枪
2、3百斤化肥，5、6个人，1、2趟，3、4版 => 两三百斤化肥，五六个人，一两趟，三、四版
1块2、3块5，2又1/3小时 => 一块二、三块五，二又三分之一小时
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import MULTIPLE, NUM, WIDE
from audio_edition.normalization.quantities import has_measure, is_counted
from audio_edition.normalization.rule import Pattern, Piece, part, rule

_MULTIPLE = Pattern(MULTIPLE)
_OPERATOR = re.compile(r"[-+×÷=比·.]\Z")


@rule(rf"{NUM}(?! ?{MULTIPLE})", cost=2)
def bare(match: re.Match[str]) -> str | None:
    if match[0][0] == "0" and match[0].isdigit() and len(match[0]) > 1:
        return None
    if match[0] == "2" and is_counted(match.string, match.end()) and not _OPERATOR.search(match.string, 0, match.start()):
        return "两"
    return numerals.number(match[0])


@rule(r"(?P<n>[1-9]\d{0,5}(?:\.\d{1,3})?)(?P<o>[Oo]{1,3})(?![A-Za-z\d])", cost=1.2, needs="Oo")
def misread_zero(match: re.Match[str]) -> str | None:
    """A letter that a document parser took for a zero."""
    return numerals.number(match["n"] + "0" * len(match["o"])) if has_measure(match.string, match.end()) else None


@rule(rf"(?P<n>{NUM})(?= ?{MULTIPLE})", cost=1.5, needs="十百千万亿")
def multiplied(match: re.Match[str]) -> str:
    return "两" if match["n"] == "2" else numerals.number(match["n"])


@rule(
    r"2(?= ?[类型级档])", cost=1.8, needs="类型级档", after=r"[共分为有这那述列前后各其]|[以如]下|包[括含]|涉及|[分划]成|[大小]于"
)
def kinds(match: re.Match[str]) -> str:
    """Kinds that are counted, 分为2类; a kind by its number is 二: 2类水质."""
    return "两"


@rule(r"2(?= ?级(?:台阶|阶梯|石阶|瀑布))|2(?=、三[个名位件人天年岁百千万亿条次家户里斤米])", cost=1.2, needs="级三")
def steps(match: re.Match[str]) -> str:
    return "两"


@rule(r"(?P<a>[1-9])(?P<c>、)(?P<b>[2-9])(?! ?[\d、.:/年%版])", cost=1.5, needs="、", after="[^图表例式题第块元毛角点]|^")
def two_or_three(match: re.Match[str]) -> list[Piece] | None:
    """About so many, in one breath; places in a list, as of pictures, keep their pause."""
    if int(match["b"]) != int(match["a"]) + 1:
        return None
    if has_measure(match.string, match.end()) or _MULTIPLE.match(match.string, match.end()):
        first, last = numerals.count(match["a"]), numerals.count(match["b"])
        return [part(match, "a", first), part(match, "c", ""), part(match, "b", last)]
    if not is_counted(match.string, match.end()):
        return None
    return [part(match, "a", numerals.count(match["a"])), part(match, "c", "、"), part(match, "b", numerals.cardinal(match["b"]))]


@rule(r"\.\d{1,8}+", cost=2, needs=".", at=".", after=r"[^\d.A-Za-z]|^")
def without_zero(match: re.Match[str]) -> str:
    return numerals.number(match[0])


@rule(r"\d{1,6}(?:[Oo]{1,3}\d{1,6}){1,3}(?![A-Za-z\d])", cost=1.2, needs="Oo")
def misread_zero_inside(match: re.Match[str]) -> str:
    """The same between digits: 2O22年 is a year, 1O5个 a quantity."""
    written = match[0].upper().replace("O", "0")
    counts = has_measure(match.string, match.end()) and not match.string.startswith("年", match.end())
    return numerals.cardinal(written) if counts else numerals.digits(written)


@rule(WIDE, cost=1.5, needs="，", after=r"[^\d.:/~第—秒米分点时-]|(?<!\d)[秒米分点时]|^")
def full_width_thousands(match: re.Match[str]) -> str | None:
    """What counts follows, or a group 000, which no clause begins with."""
    grouped = "，000" in match[0] or has_measure(match.string, match.end())
    return numerals.number(match[0]) if grouped else None


@rule(r"0\d{1,30}+(?!\.\d)", cost=1.8, needs="0")
def leading_zero(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"\d++(?![.,]\d)", cost=4)
def run(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"\d++", cost=5)
def torn_run(match: re.Match[str]) -> str:
    return numerals.digits(match[0])
