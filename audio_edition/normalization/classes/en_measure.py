"""Measures in English sentences.

in the 90+1 mins => in the ninety plus one minute
at 80 km/h, 25 kg, -5°C => at eighty kilometers per hour, twenty-five kilograms, minus five degrees Celsius
0.5 mi. away after 60 yrs. The 12 lb cat => zero point five miles away after sixty years. The twelve pounds cat
from 8C to 12°C at 30mph => from eight degrees Celsius to twelve degrees Celsius at thirty miles per hour
    5ft 6in tall, 1 sq ft, a 5-mile-long queue => five feet six inches tall, one square foot, a five mile-long queue
a (14.5-oz.) can, a 12-ft. pole => a, fourteen point five ounce, can, a twelve foot pole
weighed 2 lb. 3 oz. at birth => weighed two pounds three ounces at birth
take 500mg-1g, 1-3 in. by midnight => take five hundred milligrams to one gram, one to three inches by midnight
24' wide, 3yrs 4mths => twenty-four feet wide, three years four months
9C/48F => nine degrees Celsius, forty-eight degrees Fahrenheit
at 37.5°N 98°W, 3 sq miles => at thirty-seven point five degrees north ninety-eight degrees west, three square miles
0-60 mph in six seconds, 425 ppm => zero to sixty miles per hour in six seconds, four hundred and twenty-five parts per million
won 6 in London, 10-12km, Flat 12C => won six in London, ten to twelve kilometers, Flat twelve C
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import ends_sentence
from audio_edition.normalization.patterns import NUM, POINTED
from audio_edition.normalization.rule import DIGIT, LATIN, before, rule

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
    "m.p.h": "miles per hour",
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
    "mi": "miles",
    "yd": "yards",
    "yds": "yards",
    "mth": "months",
    "mths": "months",
    "wk": "weeks",
    "wks": "weeks",
    "yr": "years",
    "yrs": "years",
    "hr": "hours",
    "hrs": "hours",
    "mins": "minutes",
    "sec": "seconds",
    "secs": "seconds",
    "in": "inches",
    "gal": "gallons",
    "tsp": "teaspoons",
    "tbsp": "tablespoons",
    "pts": "points",
    "bps": "basis points",
    "ppm": "parts per million",
    "ppb": "parts per billion",
    "wkts": "wickets",
    "st": "stone",
    "mpg": "miles per gallon",
    "kph": "kilometers per hour",
    "sq ft": "square feet",
    "sq m": "square meters",
    "sq mi": "square miles",
    "sq mile": "square miles",
    "sq miles": "square miles",
    "sq feet": "square feet",
    "sq metres": "square metres",
    "sq. ft": "square feet",
    "sq. mi": "square miles",
    "cu ft": "cubic feet",
}
_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_SYMBOL = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_SIGN = r"(?:(?<!\d)[-+±])?"
"""Not between two numbers."""
_STOPPED = "m\\.p\\.h|mi|yds?|yrs?|hrs?|mins?|secs?|lbs?|oz|ft|in|gal|tsp|tbsp|pts|sq\\.? ft|sq\\.? mi"


@rule(
    rf"(?P<n>{_SIGN}(?:{NUM}|{POINTED})) ?-?(?!(?<= )in)(?P<u>{_SYMBOL})(?:/(?P<v>{_SYMBOL}))?(?![A-Za-z0-9²³/]|[.-][A-Za-z])",
    cost=1,
    at=DIGIT + "-+±.",
)
def measure(match: re.Match[str]) -> str:
    per = f" per {_one(_UNITS[match['v']])}" if match["v"] else ""
    return _quantity(match["n"], _UNITS[match["u"]]) + per


@rule(rf"(?P<n>{NUM}|{POINTED}) ?(?P<u>{_STOPPED})\.(?![A-Za-z0-9])", cost=0.9, at=DIGIT + ".")
def stopped(match: re.Match[str]) -> str | None:
    """A unit with a full stop; `in.` only where it does not end a sentence, or after feet."""
    ends = ends_sentence(match.string, match.end() - 1)
    if match["u"] == "in" and ends and not re.search(r"(?:ft|feet|foot)\.? \Z", before(match)):
        return None
    goes_on = re.match(rf" \d[\d.]* ?(?:{_STOPPED})\b", match.string[match.end() : match.end() + 12])
    return _quantity(match["n"], _UNITS[match["u"]]) + ("." if ends and not goes_on else "")


@rule(rf"(?P<a>{NUM}) ?[-—~] ?(?=(?P<n>{NUM}) ?(?P<u>{_STOPPED})\.(?![A-Za-z0-9]))", cost=0.9)
def to_stopped(match: re.Match[str]) -> str:
    return f"{english.number(match['a'])} to "


@rule(rf"(?P<a>{NUM}) ?(?P<v>{_SYMBOL}) ?[-—~] ?(?P<n>{NUM}) ?(?P<u>{_SYMBOL})(?![A-Za-z0-9²³/])", cost=1)
def full_span(match: re.Match[str]) -> str:
    return f"{_quantity(match['a'], _UNITS[match['v']])} to {_quantity(match['n'], _UNITS[match['u']])}"


@rule(rf"(?P<n>{NUM})['′’](?= (?:wide|long|tall|high|deep|by)\b)", cost=0.9, needs="'′’")
def feet(match: re.Match[str]) -> str:
    return _quantity(match["n"], "feet")


@rule(rf"(?P<n>{NUM}|{POINTED})-(?P<u>{_STOPPED})\.(?=\)? [A-Za-z])", cost=0.85, at=DIGIT + ".")
def stopped_compound(match: re.Match[str]) -> str:
    return f"{english.number(match['n'])} {_one(_UNITS[match['u']])}"


@rule(rf" ?(?P<u>{_SYMBOL})\.?(?![A-Za-z0-9²³/])", cost=0.3, at=LATIN + " ", after=r"[½⅓⅔¼¾⅛⅜⅝⅞]|(?<!\d)\d/\d")
def of_fraction(match: re.Match[str]) -> str | None:
    """The unit behind a fraction, which is a number of its own."""
    if match["u"] in ("in", "m", "g", "h", "L", "V") and match[0][0] == " ":
        return None
    ends = match[0].endswith(".") and ends_sentence(match.string, match.end() - 1)
    return f" {_UNITS[match['u']]}{'.' if ends else ''}"


@rule(rf"(?P<n>{NUM}|{POINTED}) ?-?(?P<u>{_SYMBOL})(?=-[A-Za-z])", cost=1, at=DIGIT + ".")
def compound(match: re.Match[str]) -> str:
    return f"{english.number(match['n'])} {_one(_UNITS[match['u']])}"


@rule(rf"(?P<a>{NUM}) ?[-—~] ?(?P<b>{NUM}) ?(?P<u>{_SYMBOL})(?![A-Za-z0-9²³/])(?!(?<= in)|(?<= [A-Za-z]) in\b)", cost=1)
def span(match: re.Match[str]) -> str:
    return f"{english.number(match['a'])} to {_quantity(match['b'], _UNITS[match['u']])}"


@rule(r"(?P<s>\d{1,2}) ?st ?(?P<l>\d{1,2}) ?lbs?(?![A-Za-z])", cost=0.8)
def weight(match: re.Match[str]) -> str:
    return f"{english.cardinal(match['s'])} stone {_quantity(match['l'], 'pounds')}"


@rule(
    r"(?:(?P<h>\d{1,2}) ?h(?:rs?)? ?)?(?P<m>\d{1,2}) ?m(?:ins?)?(?: ?(?P<s>\d{1,2}(?:\.\d{1,2})?) ?s(?:ecs?)?)?(?![A-Za-z])",
    cost=0.8,
)
def duration(match: re.Match[str]) -> str | None:
    if not (match["h"] or match["s"]):
        return None
    parts = ((match["h"], "hours"), (match["m"], "minutes"), (match["s"], "seconds"))
    return " ".join(_quantity(number, unit) for number, unit in parts if number)


@rule(r"(?P<f>\d{1,2}) ?(?:ft|['′])\.? ?(?P<i>\d{1,2}) ?(?:in\b\.?|[\"″])", cost=0.9)
def height(match: re.Match[str]) -> str:
    ends = match[0].endswith(".") and ends_sentence(match.string, match.end() - 1)
    return f"{_quantity(match['f'], 'feet')} {_quantity(match['i'], 'inches')}{'.' if ends else ''}"


@rule(rf"(?P<n>[-+±]?{NUM})(?P<u>[CF])(?![A-Za-z0-9])", cost=0.95, at=DIGIT + "-+±")
def temperature(match: re.Match[str]) -> str | None:
    """A letter alone is a scale, but for addresses and lines of buses."""
    if re.search(
        r"(?:[Ff]lat|[Uu]nit|[Rr]oom|[Ss]eat|[Rr]oute|[Bb]us|[Nn]o\.?|[Nn]umber|[Ff]orm|[Cc]lass|[Gg]ate|Block) \Z",
        before(match),
    ):
        return None
    return _quantity(match["n"], _UNITS[f"°{match['u']}"])


@rule(rf" ?/ ?(?P<u>{_SYMBOL})\.?(?![A-Za-z0-9²³/])", cost=0.3, at=" /", needs="/", after=r"[$£€][\d.,]{1,10}[mk]?|\d[p¢]")
def price(match: re.Match[str]) -> str:
    ends = match[0].endswith(".") and ends_sentence(match.string, match.end() - 1)
    return f" per {_one(_UNITS[match['u']])}{'.' if ends else ''}"


@rule(r"/(?=-?\d{1,3} ?°?[FC](?![A-Za-z]))", cost=0.4, at="/", after=r"\d ?°?[FC]")
def other_scale(match: re.Match[str]) -> str:
    return ", "


@rule(rf"(?P<n>{NUM})° ?(?P<w>[NSEW])(?![A-Za-z])", cost=0.9, needs="°")
def coordinate(match: re.Match[str]) -> str:
    return _quantity(match["n"], _UNITS["°"]) + " " + _WINDS[match["w"]]


@rule("[℃°‰%]", cost=3, at="℃°‰%")
def symbol(match: re.Match[str]) -> str:
    return {"%": "percent", "‰": "per mille"}.get(match[0]) or _UNITS[match[0]]


def _quantity(number: str, unit: str) -> str:
    return f"{english.number(number)} {_one(unit) if number == '1' else unit}"


def _one(unit: str) -> str:
    """A unit in the singular."""
    name, per, rest = unit.partition(" per ")
    head, space, scale = name.partition(" Celsius" if "Celsius" in name else " Fahrenheit")
    head = re.sub("feet$", "foot", re.sub("inches$", "inch", head)).removesuffix("s")
    return head + space + scale + per + rest
