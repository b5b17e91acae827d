"""Numbers with symbols of units, and temperatures.

限速80km/h，直径32mm，用电320kWh => 限速八十公里每小时，直径三十二毫米，用电三百二十千瓦时
110kV输电线路，1000Mbps => 一百一十千伏输电线路，一千兆比特每秒
2-8℃，±0.5℃，-10°C，-5℃～3℃ => 二到八摄氏度，正负零点五摄氏度，零下十摄氏度，零下五摄氏度到三摄氏度
3M公司，100M光纤 => 三M公司，一百兆光纤
45kg-60kg，35μg/m³，60°，500万kW => 四十五千克到六十千克，三十五微克每立方米，六十度，五百万千瓦
血压150/95，昼夜32/24℃，占地3.2hm² => 血压一百五十比九十五，昼夜三十二到二十四摄氏度，占地三点二公顷
里程3，500km，血压140/90mmHg => 里程三千五百公里，血压一百四十比九十毫米汞柱
下行2BP，上行10bp，8万余m²，2h后 => 下行两个基点，上行十个基点，八万余平方米，两小时后
"""

import re
from collections.abc import Iterator

from audio_edition.normalization import numerals, units
from audio_edition.normalization.patterns import DASH, NUM, SIGN, WIDE
from audio_edition.normalization.rule import DIGIT, LATIN, Piece, Rule, part, rule, until

_SYMBOL = units.PATTERN
_UNIT = rf"(?P<u>{_SYMBOL})"
_SYMBOLS = LATIN + units.SIGNS
_N = rf"{SIGN}(?:{WIDE}|{NUM})"
_ON_A_SCALE = ("摄氏度", "华氏度")
"""Of which there are 二, as on any scale, and 零下 for fewer than none; of what is counted there are 两."""


def _number(written: str, unit: str) -> str:
    if unit in _ON_A_SCALE:
        spoken = numerals.number(written)
        return "零下" + spoken[1:] if spoken[0] == "负" else spoken
    return "两" if written == "2" else numerals.number(written)


@rule(rf"(?P<n>{_N}) ?(?P<x>[百千]?[万亿]|千|百)? ?{_UNIT}(?!公司|集团|品牌)", cost=1, at=DIGIT + "-+±", needs=_SYMBOLS)
def measure(match: re.Match[str]) -> list[Piece] | None:
    unit = units.spoken(match["u"])
    if not unit:
        return None
    multiple = [part(match, "x", match["x"])] if match["x"] else []
    return [part(match, "n", _number(match["n"], unit)), *multiple, part(match, "u", unit)]


@rule(rf"(?P<a>{_N}) ?(?P<to>{DASH}) ?(?P<n>{_N}) ?{_UNIT}", cost=1, at=DIGIT + "-+±", needs=_SYMBOLS)
def span(match: re.Match[str]) -> list[Piece] | None:
    unit = units.spoken(match["u"])
    if not unit:
        return None
    ends = [part(match, "a", _number(match["a"], unit)), until(match, "到"), part(match, "n", _number(match["n"], unit))]
    return [*ends, part(match, "u", unit)]


_TEMPERATURE = r"(?P<u>℃|°C|℉|°F)(?![A-Za-z0-9])"
of_a_day = rule(rf"(?P<a>{_N}) ?(?P<to>/) ?(?P<n>{_N}) ?{_TEMPERATURE}", cost=0.9, at=DIGIT + "-", needs="/")(span.say)
"""The highest and the lowest one."""


@rule(rf"(?P<a>{_N}) ?(?P<v>{_SYMBOL}) ?(?P<to>{DASH}) ?(?P<n>{_N}) ?{_UNIT}", cost=1, at=DIGIT + "-+±", needs=_SYMBOLS)
def full_span(match: re.Match[str]) -> list[Piece] | None:
    first, last = units.spoken(match["v"]), units.spoken(match["u"])
    if not first or not last:
        return None
    return [
        part(match, "a", _number(match["a"], first)),
        part(match, "v", first),
        until(match, "到"),
        part(match, "n", _number(match["n"], last)),
        part(match, "u", last),
    ]


@rule(r"(?P<a>\d{2,3}) ?(?P<to>/) ?(?P<n>\d{2,3})(?: ?(?P<u>mmHg)|(?= ?(?:毫米汞柱|mm汞柱)))", cost=0.8, needs="/")
def blood_pressure(match: re.Match[str]) -> list[Piece]:
    unit = [part(match, "u", "毫米汞柱")] if match["u"] else []
    said = [
        part(match, "a", numerals.cardinal(match["a"])),
        part(match, "to", "比"),
        part(match, "n", numerals.cardinal(match["n"])),
    ]
    return [*said, *unit]


pressure = rule(
    r"(?P<a>\d{2,3}) ?(?P<to>/) ?(?P<n>\d{2,3})(?P<u>(?!))?(?![\d./%])", cost=1, needs="/", after="血压[^，。；]{0,6}"
)(blood_pressure.say)


@rule(_UNIT, cost=0.8, at="℃℉㎡㎥㎏㎞㎝㎜㎎㏄°", after=r"[\u4e00-\u9fff\d/] ?")
def symbol(match: re.Match[str]) -> str | None:
    return units.spoken(match["u"]) or None


@rule(
    _UNIT + "(?![零一二三四五六七八九十])",
    cost=0.4,
    at="kmcgtLhμ",
    needs="/^⁰¹²³⁴⁵⁶⁷⁸⁹",
    after=r"[元人吨斤克米升次万亿个例株粒只\d⁰¹²³⁴⁵⁶⁷⁸⁹]/|\^-?\d{1,3} ?|\d[⁰¹²³⁴⁵⁶⁷⁸⁹] ?",
)
def symbol_alone(match: re.Match[str]) -> str | None:
    return units.spoken(match["u"]) or None


@rule(_UNIT, cost=0.4, at="kmcgtLhμ㎡", needs="余多", after=r"\d[百千万亿]{0,2}[余多] ?")
def symbol_of_about(match: re.Match[str]) -> str | None:
    return units.spoken(match["u"]) or None


@rule(_UNIT + r"(?=\))", cost=0.4, at="kmcgtLhμ", needs=")", after=r"\(")
def symbol_in_brackets(match: re.Match[str]) -> str | None:
    return units.spoken(match["u"]) or None


_SCALES = {"℃": "摄氏", "°C": "摄氏", "°c": "摄氏", "℉": "华氏", "°F": "华氏"}
_DEGREES = rf"(?P<u>{'|'.join(_SCALES)})(?![A-Za-z0-9])"
_HAS_ONE = dict(at=DIGIT + "-+±", needs="℃℉°")


def _degrees(match: re.Match[str]) -> list[Piece]:
    """The scale stands before the number."""
    scale = _SCALES[match["u"]]
    number = part(match, "n", _number(match["n"], f"{scale}度"))
    return [part(match, "u", scale), number, part(match, "u", "度")]


def _degrees_between(match: re.Match[str]) -> list[Piece]:
    scale, *last = _degrees(match)
    return [scale, part(match, "a", _number(match["a"], f"{scale[0]}度")), until(match, "到"), *last]


def local(lang: str) -> Iterator[Rule]:
    """Rules for temperatures where the scale is said first: 攝氏三十六度."""
    if not {"TW", "HK", "MO"}.isdisjoint(lang.split("-")):
        yield rule(rf"(?P<n>{_N}) ?{_DEGREES}", cost=0.6, **_HAS_ONE)(_degrees)
        ends = rf"(?P<a>{_N}) ?(?:{'|'.join(_SCALES)})? ?(?P<to>{DASH}|/) ?(?P<n>{_N}) ?{_DEGREES}"
        yield rule(ends, cost=0.6, **_HAS_ONE)(_degrees_between)
