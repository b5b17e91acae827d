"""Sums of money.

整机￥3999起，$1.5万 => 整机三千九百九十九元起，一点五万美元
HK$120，CNY 1.25，50.00元，零售价1.50元 => 一百二十港元，一点二五人民币，五十元，零售价一点五元
12块5，3块2一斤 => 十二块五，三块二一斤
￥1，280起 => 一千二百八十元起
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import LINE, NUM, WIDE
from audio_edition.normalization.rule import LATIN, Piece, part, rule

_CURRENCY = {
    "¥": "元",
    "CN¥": "元",
    "RMB¥": "元",
    "RMB": "元人民币",
    "CNY": "人民币",
    "$": "美元",
    "US$": "美元",
    "USD": "美元",
    "A$": "澳元",
    "AU$": "澳元",
    "AUD": "澳元",
    "HK$": "港元",
    "HKD": "港元",
    "C$": "加元",
    "CA$": "加元",
    "CAD": "加元",
    "NT$": "元新台币",
    "TWD": "元新台币",
    "NZ$": "新西兰元",
    "S$": "新加坡元",
    "SGD": "新加坡元",
    "MOP": "澳门元",
    "€": "欧元",
    "EUR": "欧元",
    "£": "英镑",
    "GBP": "英镑",
    "₩": "韩元",
    "KRW": "韩元",
    "JPY": "日元",
    "JP¥": "日元",
    "₽": "卢布",
    "RUB": "卢布",
    "₹": "卢比",
    "INR": "卢比",
    "฿": "泰铢",
    "THB": "泰铢",
    "₫": "越南盾",
    "VND": "越南盾",
    "CHF": "瑞士法郎",
    "₱": "菲律宾比索",
    "₺": "土耳其里拉",
    "R$": "巴西雷亚尔",
    "₴": "格里夫纳",
    "₿": "比特币",
}
_SIGNS = "¥$€£₩₽₹฿₫₱₺₴₿"
_CODE = rf"(?P<c>[A-Z]{{0,3}}[{_SIGNS}]|[A-Z]{{3}})"
_SCALE = {
    "K": "千",
    "k": "千",
    "M": "百万",
    "m": "百万",
    "B": "十亿",
    "b": "十亿",
    "bn": "十亿",
    "million": "百万",
    "billion": "十亿",
    "trillion": "万亿",
}


@rule(
    rf"{_CODE} ?(?P<n>{WIDE}|{NUM})(?: ?(?P<x>[十百千]?[万亿]亿?|(?:million|billion|trillion|bn|[KMBkmb])(?![A-Za-z])))?",
    cost=1,
    at=_SIGNS + LATIN,
)
def sign_first(match: re.Match[str]) -> list[Piece] | None:
    currency = _CURRENCY.get(match["c"])
    if currency is None:
        return None
    scale = [part(match, "x", _SCALE.get(match["x"], match["x"]))] if match["x"] else []
    return [part(match, "n", numerals.amount(match["n"])), *scale, *_unless_printed(match, currency)]


@rule(rf"{_CODE} ?(?P<a>{NUM}) ?(?P<to>{LINE}) ?(?:[{_SIGNS}] ?)?(?P<n>{NUM})", cost=1, at=_SIGNS + LATIN)
def sign_first_range(match: re.Match[str]) -> list[Piece] | None:
    currency = _CURRENCY.get(match["c"])
    if currency is None:
        return None
    said = [part(match, "a", numerals.amount(match["a"])), part(match, "to", "到"), part(match, "n", numerals.amount(match["n"]))]
    return [*said, *_unless_printed(match, currency)]


def _unless_printed(match: re.Match[str], currency: str) -> list[Piece]:
    """The currency, unless it is printed after the number as well: ￥80元."""
    following = match.string[match.end() : match.end() + 3].lstrip()
    return [] if following.startswith((currency[-1:], "元", "块")) else [part(match, "c", currency)]


@rule(
    rf"(?P<n>{NUM}) ?(?P<c>[{_SIGNS}]|(?:RMB|CNY|USD|EUR|HKD|JPY|GBP)(?![A-Za-z]))(?!\d)", cost=1.2, needs="¥$€£₩₽₹฿₫₱₺₴₿RCUEHJG"
)
def sign_last(match: re.Match[str]) -> list[Piece]:
    return [part(match, "n", numerals.amount(match["n"])), part(match, "c", _CURRENCY[match["c"]])]


@rule(r"\d{1,12}\.\d{0,4}0(?= ?(?:元|美元|欧元|港元|英镑|日元|人民币))", cost=1.8, needs="元镑币")
def even(match: re.Match[str]) -> str:
    return numerals.amount(match[0])


@rule(r"\d(?![\d.]|[个元万亿])", cost=0.9, needs="块", after=r"\d块")
def tenths(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])
