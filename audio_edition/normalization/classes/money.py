"""Money.

整机￥3999起，$1.5万 => 整机三千九百九十九元起，一点五万美元
32元/斤，0.5元/平方米 => 三十二元每斤，零点五元每平方米
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import Piece, part, rule

_CURRENCY = {
    "¥": "元", "￥": "元", "CN¥": "元", "RMB": "元人民币", "CNY": "元人民币", "$": "美元", "US$": "美元", "USD": "美元",
    "A$": "澳元", "AU$": "澳元", "AUD": "澳元", "HK$": "港元", "HKD": "港元", "C$": "加元", "CAD": "加元", "NT$": "新台币",
    "S$": "新加坡元", "SGD": "新加坡元", "€": "欧元", "EUR": "欧元", "£": "英镑", "GBP": "英镑", "₩": "韩元", "KRW": "韩元",
    "JPY": "日元", "₽": "卢布", "RUB": "卢布", "₹": "卢比", "INR": "卢比", "฿": "泰铢", "₫": "越南盾", "CHF": "瑞士法郎",
}  # fmt: skip


@rule(
    rf"(?P<c>[A-Z]{{0,3}}[¥$€£₩₽₹฿₫]|[A-Z]{{3}}) ?(?P<n>{NUM})(?P<x> ?[十百千]?[万亿]亿?)?", cost=1, at="¥$€£₩₽₹฿₫ABCEGHIJKNRSU"
)
def sign_first(match: re.Match[str]) -> list[Piece] | None:
    currency = _CURRENCY.get(match["c"])
    if currency is None:
        return None
    said = [part(match, "n", numerals.amount(match["n"]))]
    if match["x"]:
        said.append(part(match, "x", match["x"].strip()))
    return [*said, part(match, "c", currency)]


@rule(r"/ ?(?=[\u4e00-\u9fffA-Za-z])", cost=1, at="/", after="[元人吨斤克米升次万亿度时分角户只头瓦张天件条]")
def per(match: re.Match[str]) -> str:
    return "每"
