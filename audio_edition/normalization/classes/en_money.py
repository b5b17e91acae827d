"""Money and measures in English sentences.

paid $3.5 million, £20, $1.50 => paid three point five million dollars, twenty pounds, one dollar and fifty cents
at 80 km/h, 25 kg, -5°C => at eighty kilometers per hour, twenty-five kilograms, minus five degrees Celsius
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import DIGIT, LATIN, rule

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
_SCALE = {
    "m": "million",
    "mn": "million",
    "M": "million",
    "bn": "billion",
    "b": "billion",
    "B": "billion",
    "k": "thousand",
    "K": "thousand",
}
_UNITS = {
    "km": "kilometers",
    "m": "meters",
    "cm": "centimeters",
    "mm": "millimeters",
    "kg": "kilograms",
    "g": "grams",
    "mg": "milligrams",
    "t": "tonnes",
    "km/h": "kilometers per hour",
    "m/s": "meters per second",
    "mph": "miles per hour",
    "L": "liters",
    "ml": "milliliters",
    "mL": "milliliters",
    "km²": "square kilometers",
    "km2": "square kilometers",
    "m²": "square meters",
    "m2": "square meters",
    "m³": "cubic meters",
    "㎡": "square meters",
    "ha": "hectares",
    "kWh": "kilowatt hours",
    "kW": "kilowatts",
    "MW": "megawatts",
    "GW": "gigawatts",
    "kV": "kilovolts",
    "V": "volts",
    "Hz": "hertz",
    "GHz": "gigahertz",
    "MHz": "megahertz",
    "GB": "gigabytes",
    "TB": "terabytes",
    "MB": "megabytes",
    "°C": "degrees Celsius",
    "℃": "degrees Celsius",
    "°F": "degrees Fahrenheit",
    "°": "degrees",
    "ft": "feet",
    "lb": "pounds",
    "lbs": "pounds",
    "oz": "ounces",
    "dB": "decibels",
    "min": "minutes",
    "h": "hours",
    "sq km": "square kilometers",
    "μg/m³": "micrograms per cubic meter",
    "mg/L": "milligrams per liter",
}
_SYMBOL = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))


@rule(
    rf"(?P<c>[A-Z]{{0,3}}[$£€¥₩₹₽]|RMB|CNY|USD|EUR|GBP|HKD) ?(?P<n>{NUM})(?: ?(?P<x>(?:million|billion|trillion"
    rf"|thousand|mn|bn|[mbkMBK])(?![A-Za-z])))?",
    cost=1,
    at="$£€¥₩₹₽" + LATIN,
    lang="en",
)
def money(match: re.Match[str]) -> str | None:
    currency = _CURRENCY.get(match["c"])
    if currency is None:
        return None
    scale, written = match["x"], match["n"]
    if scale:
        return f"{english.number(written)} {_SCALE.get(scale, scale)} {currency}"
    whole, _, cents = written.partition(".")
    unit = currency[:-1] if whole == "1" and currency.endswith("s") else currency
    if len(cents) == 2 and currency == "dollars" and cents != "00":
        return f"{english.cardinal(whole)} {unit} and {english.cardinal(cents)} cents"
    return f"{english.number(written.removesuffix('.00'))} {unit}"


@rule(rf"(?P<n>[-+±]?{NUM}) ?-?(?P<u>{_SYMBOL})(?:/(?P<v>{_SYMBOL}))?(?![A-Za-z0-9²³/])", cost=1, at=DIGIT + "-+±", lang="en")
def measure(match: re.Match[str]) -> str:
    per = f" per {_UNITS[match['v']].removesuffix('s')}" if match["v"] else ""
    unit = _UNITS[match["u"]]
    return f"{english.number(match['n'])} {unit.removesuffix('s') if match['n'] == '1' else unit}{per}"


@rule(r" ?[-–—] ?(?=[$£€¥] ?\d)", cost=0.3, at=" -–—", after=r"\d", lang="en")
def to_money(match: re.Match[str]) -> str:
    return " to "


@rule(rf"[{'$£€¥₩₹₽'}℃°‰%]", cost=3, at="$£€¥₩₹₽℃°‰%", lang="en")
def symbol(match: re.Match[str]) -> str:
    return {"%": "percent", "‰": "per mille"}.get(match[0]) or _UNITS.get(match[0]) or _CURRENCY[match[0]]
