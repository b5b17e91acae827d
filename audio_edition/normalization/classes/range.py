"""Ranges of quantities.

60-69周岁的老人，每次2～3片 => 六十到六十九周岁的老人，每次两到三片
节约成本5-10万元 => 节约成本五到十万元
推选2至3名学生，3万—5万元 => 推选两至三名学生，三万到五万元
民国16年—民国二十三年 => 民国十六年至民国二十三年
周一—周五，太原—朔州段，B1—B3层 => 周一至周五，太原至朔州段，B一至B三层
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import LINE, NUM
from audio_edition.normalization.quantities import is_counted
from audio_edition.normalization.rule import Piece, part, rule

_DAY = "[一二三四五六日天末]"


def _read(written: str, counted: bool) -> str:
    return "两" if written == "2" and counted else numerals.number(written)


@rule(rf"(?P<a>{NUM}) ?(?P<to>{LINE}) ?(?P<b>{NUM})(?![-—~]?\d|[-—~:/]| ?[=＝])", cost=2, needs="-—~")
def span(match: re.Match[str]) -> list[Piece]:
    counted = is_counted(match.string, match.end())
    said = [part(match, "a", _read(match["a"], counted)), part(match, "to", "到")]
    return [*said, part(match, "b", _read(match["b"], counted))]


@rule(rf"(?P<s>-)(?P<a>{NUM}) ?(?P<to>[—~]) ?(?P<t>-?)(?P<b>{NUM})", cost=2, at="-", after=r"[^\d)]|^")
def below_zero(match: re.Match[str]) -> list[Piece]:
    said = [part(match, "s", "负"), part(match, "a", numerals.number(match["a"])), part(match, "to", "到")]
    end = [part(match, "t", "负")] if match["t"] else []
    return [*said, *end, part(match, "b", numerals.number(match["b"]))]


@rule(rf"2(?=(?P<to>[至到]|或|或者){NUM})", cost=1, needs="至到或")
def two(match: re.Match[str]) -> str | None:
    end = re.compile(rf"(?:[至到]|或者?){NUM}").match(match.string, match.end())
    return "两" if end and is_counted(match.string, end.end()) else None


@rule(
    rf" ?{LINE} ?(?={NUM} ?(?:[万亿千百]|个?{HANZI}))",
    cost=0.5,
    at=" -—~",
    after=r"\d ?[万亿千百]?(?:[万亿元米斤吨亩人岁天度克升分倍个名家户级]|公斤|小时|分钟|厘米|毫米|公里)",
)
def between_quantities(match: re.Match[str]) -> str:
    return "到"


@rule(rf"{LINE}(?=(?P<l>[A-Z])\d{{1,3}}(?![\dA-Za-z-]))", cost=0.3, at="-—~", after=r"(?:[^A-Za-z]|^)[A-Z]\d{1,3}[层区座栋厅馆]?")
def lettered(match: re.Match[str]) -> str | None:
    """B1—B3层: from one to another of the same row."""
    return "至" if re.search(rf"{match['l']}\d{{1,3}}.?\Z", match.string[max(0, match.start() - 5) : match.start()]) else None


@rule(rf"{LINE}(?=(?:周|星期)?{_DAY})", cost=0.5, at="-—~", after=rf"(?:周|星期|礼拜){_DAY}")
def weekdays(match: re.Match[str]) -> str:
    return "至"


@rule(
    rf"(?:-|—|~)(?={HANZI}{{2,6}}(?:段|[^在上的]线|高铁|铁路|航线|高速|公路|间|方向|航班|列车|城际|动车|专列|线路))",
    cost=0.5,
    at="-—~",
    after=rf"{HANZI}{{2}}",
)
def places(match: re.Match[str]) -> str:
    return "至"


@rule(
    r"[—~-](?=(?:民国|洪武|永乐|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)(?:[元一二三四五六七八九十]{1,3}|\d{1,2})年)",
    cost=0.4,
    needs="年",
    at="-—~",
    after="年",
)
def to_reign(match: re.Match[str]) -> str:
    return "至"


@rule(
    r"[—~-](?=[一二三四五六七八九十]{1,3}(?:[月日号年级]|时))",
    cost=0.5,
    at="-—~",
    after="[一二三四五六七八九十][月日号年级时]?",
)
def in_hanzi(match: re.Match[str]) -> str:
    return "至"
