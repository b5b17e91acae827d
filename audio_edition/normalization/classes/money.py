"""Sums of money.

整机￥3999起，$1.5万 => 整机三千九百九十九元起，一点五万美元
S$58万8000，HK$1亿2000万，$2.6m => 五十八万八千新加坡元，一亿两千万港元，二百六十万美元
HK$120，CNY 1.25，50.00元，零售价1.50元 => 一百二十港元，一点二五人民币，五十元，零售价一点五元
12块5，3块2一斤 => 十二块五，三块二一斤
￥1，280起 => 一千二百八十元起
85,600.00元，2.00万元，12.00-15.50元 => 八万五千六百元，两万元，十二到十五点五元
"""

import re
from collections.abc import Iterator

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, LINE, MULTIPLE, NUM, WIDE
from audio_edition.normalization.rule import LATIN, Piece, Rule, part, rule, until

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
_OWN = {"HK": "港元", "MO": "澳门元", "TW": "元", "SG": "元"}
"""What a bare dollar is in a paper of a region that has its own; elsewhere it is American."""
_SIGNS = "¥$€£₩₽₹฿₫₱₺₴₿"
_CODE = rf"(?P<c>[A-Z]{{2}} \$|[A-Z]{{0,3}}[{_SIGNS}]|[A-Z]{{3}})"
_UNIT = r"(?:[美欧港日韩澳加]?元|英镑|港币|人民币|新台币|块(?:钱|[，。；、]))"
_POWERS = {"k": 3, "m": 6, "b": 9, "bn": 9, "million": 6, "billion": 9, "trillion": 12}

_MANY = r"[十百千]?[万亿]亿?(?P<y>\d{1,4}万?(?![\d.,%年月日号]))?"
_SUM = rf"{_CODE} ?(?P<n>{WIDE}|{NUM})(?: ?(?P<x>{_MANY}|(?:million|billion|trillion|bn|[KMBkmb])(?![A-Za-z])))?"
_SUMS = rf"{_CODE} ?(?P<a>{NUM}) ?(?P<to>{LINE}) ?(?:[{_SIGNS}] ?)?(?P<n>{NUM})"


@rule(_SUM, cost=1, at=_SIGNS + LATIN)
def sign_first(match: re.Match[str]) -> list[Piece] | None:
    currency = _CURRENCY.get(match["c"].replace(" ", ""))
    return _sum(match, currency) if currency else None


@rule(_SUMS, cost=1, at=_SIGNS + LATIN)
def sign_first_range(match: re.Match[str]) -> list[Piece] | None:
    currency = _CURRENCY.get(match["c"].replace(" ", ""))
    return _sums(match, currency) if currency else None


def local(lang: str) -> Iterator[Rule]:
    """Rules for the dollar of the region that a language names: $ is 港元 in zh-HK; of a region without one there are none."""
    own = next((_OWN[subtag] for subtag in lang.split("-") if subtag in _OWN), "")
    foreign = r"(?<![A-Z])(?<!(?:US|CA|AU|NT|NZ) )"
    if own:
        yield rule(_SUM, cost=0.6, at="$", after=foreign)(lambda match: _sum(match, own))
        yield rule(_SUMS, cost=0.6, at="$", after=foreign)(lambda match: _sums(match, own))
        yield rule(rf"(?P<n>{NUM}) ?(?P<c>[$])(?!\d)", cost=0.8, needs="$")(lambda match: _sum(match, own))


def _sum(match: re.Match[str], currency: str) -> list[Piece]:
    multiple = match.groupdict().get("x") or ""
    if multiple.lower() in _POWERS:
        said = numerals.scaled(match["n"], _POWERS[multiple.lower()])
        return [(said, match.start("n"), match.end("x")), *_unless_printed(match, currency)]
    rest = match.groupdict().get("y") or ""
    scale = [(multiple.removesuffix(rest), match.start("x"), match.end("x") - len(rest))] if multiple else []
    below = [part(match, "y", numerals.cardinal(rest.rstrip("万")) + "万" * rest.endswith("万"))] if rest else []
    return [part(match, "n", numerals.amount(match["n"])), *scale, *below, *_unless_printed(match, currency)]


def _sums(match: re.Match[str], currency: str) -> list[Piece]:
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


def _amount(written: str) -> str:
    said = numerals.amount(written)
    return "两" if said == "二" else said


@rule(rf"(?=[\d,]{{1,24}}\.\d{{0,4}}0 ?{_UNIT}){NUM}", cost=1.6, needs="元镑币块")
def even(match: re.Match[str]) -> str:
    return _amount(match[0])


@rule(rf"(?=[\d,]{{1,24}}\.0{{1,4}} ?{MULTIPLE} ?{_UNIT}){NUM}", cost=1.2, needs="元镑币块")
def even_multiple(match: re.Match[str]) -> str:
    return _amount(match[0])


@rule(rf"(?P<a>{NUM}) ?(?P<to>{DASH}) ?(?P<b>{NUM})(?= ?{_UNIT})", cost=1.6, needs="元镑币块")
def even_range(match: re.Match[str]) -> list[Piece] | None:
    """Prices of which one at least has zeros that are only print."""
    if not any("." in match[end] and match[end].endswith("0") for end in "ab"):
        return None
    return [part(match, "a", _amount(match["a"])), until(match, "到"), part(match, "b", _amount(match["b"]))]


@rule(r"\d(?![\d.]|[个元万亿])", cost=0.9, needs="块", after=r"\d块")
def tenths(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])
