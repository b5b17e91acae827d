"""Money in English sentences.

paid $3.5 million, £20, $1.50 => paid three point five million dollars, twenty pounds, one dollar and fifty cents
for £3.80, £1.60, 80p or €400k => for three pounds eighty, one pound sixty, eighty pence or four hundred thousand euros
an average of £31,400, and => an average of thirty-one thousand four hundred pounds, and
costs £25–£30, $5-10m => costs twenty-five pounds to thirty pounds, five to ten million dollars
$1M-1.5M, as the £ fell => one to one point five million dollars, as the pound fell
a £5m scheme, a $2-billion plan; £5m was => a five million pound scheme, a two billion dollar plan; five million pounds was
tickets at £18.50/£14 => tickets at eighteen pounds fifty, fourteen pounds
£1,000s in debt, at $3.19/gal. today => thousands of pounds in debt, at three dollars and nineteen cents per gallon today
1.75p a share, 62.5¢ => one point seven five pence a share, sixty-two point five cents
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.attributes import is_attribute
from audio_edition.normalization.patterns import NUM, POINTED
from audio_edition.normalization.rule import LATIN, rule

_CURRENCY = {
    "$": "dollars",
    "US$": "US dollars",
    "A$": "Australian dollars",
    "HK$": "Hong Kong dollars",
    "C$": "Canadian dollars",
    "NT$": "New Taiwan dollars",
    "£": "pounds",
    "€": "euros",
    "¥": "yuan",
    "RMB": "yuan",
    "CNY": "yuan",
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "HKD": "Hong Kong dollars",
    "₩": "won",
    "₹": "rupees",
    "₽": "rubles",
}
_SMALL = {
    "pounds": "pence",
    "euros": "cents",
    "dollars": "cents",
    "US dollars": "cents",
    "Australian dollars": "cents",
    "Canadian dollars": "cents",
    "Hong Kong dollars": "cents",
}
_SCALE = {
    "m": "million",
    "mn": "million",
    "M": "million",
    "bn": "billion",
    "tn": "trillion",
    "b": "billion",
    "B": "billion",
    "k": "thousand",
    "K": "thousand",
}
_CODES = r"[A-Z]{0,3}[$£€¥₩₹₽]|RMB|CNY|USD|EUR|GBP|HKD"
_SCALES = r"(?:(?: |-(?=[mbt][a-z]))?(?P<x>(?:million|billion|trillion|thousand|mn|bn|tn|[mbkMBK])(?![A-Za-z])))?"


@rule(rf"(?P<c>{_CODES}) ?(?P<n>{NUM}|{POINTED}){_SCALES}", cost=1, at="$£€¥₩₹₽" + LATIN)
def money(match: re.Match[str]) -> str | None:
    currency = _CURRENCY.get(match["c"])
    if currency is None:
        return None
    said = _amount(match, currency)
    return _attributive(said) if is_attribute(match.string, *match.span()) else said


@rule(
    rf"(?P<c>{_CODES}) ?(?P<a>{NUM})(?P<w>bn|mn|tn|[mbkMBK])? ?[-—~] ?(?P<b>{NUM}){_SCALES}(?!-?\d)",
    cost=1.1,
    at="$£€¥₩₹₽" + LATIN,
)
def span(match: re.Match[str]) -> str | None:
    currency = _CURRENCY.get(match["c"])
    scale = f" {_SCALE.get(match['x'], match['x'])}" if match["x"] else ""
    if not currency or match["w"] not in (None, match["x"]):
        return None
    said = f"{english.number(match['a'])} to {english.number(match['b'])}{scale} {currency}"
    return _attributive(said) if is_attribute(match.string, *match.span()) else said


@rule(r"(?P<c>[$£€])(?P<n>10{2}|10{0,2},000|1,000,000)s(?![A-Za-z])", cost=0.9, at="$£€")
def many(match: re.Match[str]) -> str:
    """Round numbers that stand for many."""
    number = english.cardinal(match["n"]).removeprefix("one ")
    return f"{english.plural(number)} of {_CURRENCY[match['c']]}"


@rule(rf"(?P<n>{NUM})p(?![A-Za-z\d])(?!\.[a-z])", cost=0.9)
def pence(match: re.Match[str]) -> str:
    return f"{english.number(match['n'])} {_counted(match['n'], '', 'pence')}"


@rule(rf"(?P<n>{NUM})(?:¢|c(?= (?:a|per|each)\b))", cost=0.9)
def cents(match: re.Match[str]) -> str:
    return f"{english.number(match['n'])} {_counted(match['n'], '', 'cents')}"


@rule(r" ?[-—] ?(?=[$£€¥] ?\d)", cost=0.3, at=" -—", after=r"\d ?(?:[mbkMBKp]|bn|mn|tn|million|billion)?")
def until(match: re.Match[str]) -> str:
    return " to "


@rule(r" ?/ ?(?=[$£€]\d)", cost=0.4, at=" /", after=r"\d ?(?:[mbkMBKp]|bn|mn|tn)?")
def other(match: re.Match[str]) -> str:
    return ", "


@rule("[$£€¥₩₹₽]", cost=3, at="$£€¥₩₹₽")
def symbol(match: re.Match[str]) -> str:
    return _CURRENCY[match[0]].removesuffix("s")


def _amount(match: re.Match[str], currency: str) -> str:
    if match["x"]:
        return f"{english.number(match['n'])} {_SCALE.get(match['x'], match['x'])} {currency}"
    whole, _, cents = match["n"].partition(".")
    if len(cents) == 2 and cents != "00" and currency in _SMALL:
        return _with_cents(whole, cents, currency)
    return f"{english.number(match['n'].removesuffix('.00'))} {_counted(whole, cents.strip('0'), currency)}"


def _with_cents(whole: str, cents: str, currency: str) -> str:
    small = f"{english.cardinal(cents)} {_counted(cents.lstrip('0'), '', _SMALL[currency])}"
    if not int(whole.replace(",", "") or 0):
        return small
    said = f"{english.cardinal(whole)} {_counted(whole, '', currency)}"
    if currency.endswith("dollars") or cents[0] == "0":
        return f"{said} and {small}"
    return f"{said} {english.cardinal(cents)}"


def _attributive(said: str) -> str:
    """A sum whose currency is in the singular: a five pound note."""
    return re.sub(r"(dollar|pound|euro|rupee|ruble|cent)s\b", r"\1", said)


def _counted(whole: str, decimals: str, currency: str) -> str:
    if whole != "1" or decimals:
        return currency
    return "penny" if currency == "pence" else currency.removesuffix("s")
