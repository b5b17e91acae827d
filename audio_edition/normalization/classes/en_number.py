"""Numbers in English sentences.

fell .187, limit of .08, up .5% => fell point one eight seven, limit of point zero eight, up point five percent
12,345 people, the 21st => twelve thousand three hundred and forty-five people, the twenty-first
up 12.5%, 5-8%, ages 3-6 => up twelve point five percent, five to eight percent, ages three to six
won 3-2, ages 10–12 => won three to two, ages ten to twelve
rates of 0.25pc, 1,000s of fans, Year 6s => rates of zero point two five percent, thousands of fans, Year sixes
2.1m listeners, 40k new homes, 30M records => two point one million listeners, forty thousand new homes, thirty million records
in DT6 0XX => in D T six, zero X X
"""

import re
import unicodedata

from audio_edition.normalization import english
from audio_edition.normalization.patterns import NUM, POINTED
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_SCALES = {"m": "million", "bn": "billion", "b": "billion", "k": "thousand"}
_COUNTED = (
    "adults|animals|babies|barrels|birds|books|Britons|Americans|cars|cases|children|copies|customers|deaths|doses|downloads|employees|families|fans"
    "|followers|homes|households|houses|jobs|listeners|members|men|passengers|patients|pensioners|people|properties|pupils|records"
    "|refugees|residents|shares|students|subscribers|tonnes|tons|tourists|trees|trips|users|vehicles|viewers|views|visitors|visits"
    "|voters|votes|women|workers"
)
"""What is counted by the million, so that m is no metre."""
_TO = r" ?[-–—~] ?"


@rule(NUM, cost=2)
def bare(match: re.Match[str]) -> str:
    return english.number(match[0])


@rule(POINTED, cost=1.5, at=".")
def pointed(match: re.Match[str]) -> str:
    return english.number(match[0])


@rule(rf"({NUM})([mM]|bn|B|[kK])(?= (?:[a-z]+ )?(?:{_COUNTED})\b)", cost=0.8)
def scaled(match: re.Match[str]) -> str:
    return f"{english.number(match[1])} {_SCALES[match[2].lower()]}"


@rule(r"(?:0\d+|\d{7,})(?![.,]\d)", cost=1.8)
def code(match: re.Match[str]) -> str:
    return english.digits(match[0])


@rule(r"\d+", cost=5)
def run(match: re.Match[str]) -> str:
    return english.digits(match[0])


@rule(rf"([-+±])({NUM}|{POINTED})", cost=1.5, at="-+±", after=r"^|[\s(]")
def signed(match: re.Match[str]) -> str:
    return english.number(match[0])


@rule(r"(\d{0,5}(?:(?<!1)(?:1st|2nd|3rd)|\dth))\b", cost=0.5)
def ordinal(match: re.Match[str]) -> str:
    return english.ordinal(match[1][:-2])


@rule(r"(\d{1,3})s\b", cost=0.5, after="(?:[Uu]nder|[Oo]ver|U)[- ]")
def plural(match: re.Match[str]) -> str:
    return english.decade(match[1])


@rule(r"(\d)s(?![A-Za-z])", cost=0.9, after=r"(?:Year|Grade|Class|Form|Level|Category|Size|Type) ")
def several(match: re.Match[str]) -> str:
    return english.plural(english.cardinal(match[1]))


@rule(rf"([-+±]?)({NUM}|{POINTED})(?: ?(%|‰)|pc(?![A-Za-z]))", cost=1, at=DIGIT + "-+±.")
def percent(match: re.Match[str]) -> str:
    return english.number(match[1] + match[2]) + (" per mille" if match[3] == "‰" else " percent")


@rule(rf"({NUM})(?: ?%)?{_TO}({NUM}) ?%", cost=1)
def percents(match: re.Match[str]) -> str:
    return f"{english.number(match[1])} to {english.number(match[2])} percent"


@rule(rf"({NUM}){_TO}({NUM})(?![-\d])", cost=1.8)
def span(match: re.Match[str]) -> str:
    return f"{english.number(match[1])} to {english.number(match[2])}"


@rule(r"(\d{1,5}):(\d{1,5})(?![\d:])", cost=1.9)
def ratio(match: re.Match[str]) -> str:
    return f"{english.cardinal(match[1])} to {english.cardinal(match[2])}"


@rule(r"(\d{1,4})([A-Za-z]{1,3})(?![A-Za-z\d])", cost=2.1)
def digits_first(match: re.Match[str]) -> str:
    return f"{english.cardinal(match[1])} {match[2]}"


@rule(r"[²³¹⁰⁴-⁹₀-₉①-⑳Ⅰ-Ⅻ]", cost=1, at="²³⁰¹⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
def special(match: re.Match[str]) -> str:
    return {"²": " squared", "³": " cubed"}.get(match[0]) or english.cardinal(str(int(unicodedata.numeric(match[0]))))


@rule(
    r"(?P<a>[A-Z]{1,2})(?P<n>\d{1,2})(?P<b>[A-Z]?) (?P<m>\d)(?P<c>[A-Z]{2})(?![A-Za-z\d])",
    cost=0.9,
    at=LATIN,
    after="^|[^A-Za-z]",
)
def postcode(match: re.Match[str]) -> str:
    outward = [*match["a"], english.cardinal(match["n"]), *match["b"]]
    return f"{' '.join(outward)}, {' '.join([english.cardinal(match['m']), *match['c']])}"
