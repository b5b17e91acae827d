"""Dates, years and times in English sentences.

on July 26, 2022, 26 July 2022 => on July twenty-sixth, twenty twenty-two, the twenty-sixth of July twenty twenty-two
since 1998, the 1990s => since nineteen ninety-eight, the nineteen nineties
    1925-1998 => nineteen twenty-five to nineteen ninety-eight
at 8:30 a.m., 14:00, 8:05 => at eight thirty a.m., fourteen hundred, eight oh five
dated 2022-07-26 => dated July twenty-sixth, twenty twenty-two
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.patterns import DAY, HOUR, SIXTY
from audio_edition.normalization.rule import LATIN, rule

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = r"(?P<m>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?![a-z])|" + "|".join(_MONTHS) + r"(?![a-z]))"
_YEAR = r"(?P<y>1[1-9]\d\d|20\d\d)"


def _month(written: str) -> str:
    return next(month for month in _MONTHS if month.startswith(written[:3]))


@rule(rf"{_MONTH} (?P<d>{DAY})(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\d|:)", cost=1, at=LATIN)
def month_first(match: re.Match[str]) -> str:
    year = f", {english.year(match['y'])}" if match["y"] else ""
    return f"{_month(match['m'])} {english.ordinal(match['d'])}{year}"


@rule(rf"(?P<d>{DAY})(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?(?!\d)", cost=1)
def day_first(match: re.Match[str]) -> str:
    year = f" {english.year(match['y'])}" if match["y"] else ""
    return f"the {english.ordinal(match['d'])} of {_month(match['m'])}{year}"


@rule(rf"{_YEAR}[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>{DAY})(?!\d)", cost=1)
def iso(match: re.Match[str]) -> str:
    return f"{_MONTHS[int(match['m']) - 1]} {english.ordinal(match['d'])}, {english.year(match['y'])}"


@rule(
    rf"{_YEAR}(?![\d,.%-]\d|\d| ?%| (?:people|men|women|yuan|dollars|tons|km|kg|households|students|cases|workers))",
    cost=1.5,
)
def year(match: re.Match[str]) -> str:
    return english.year(match["y"])


@rule(r"((?:1[1-9]|20)\d)0'?s\b", cost=1)
def decade(match: re.Match[str]) -> str:
    said = english.year(match[1] + "0")
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


@rule(rf"{_YEAR} ?[-–—] ?(?P<z>1[1-9]\d\d|20\d\d)(?!\d)", cost=1.2)
def years(match: re.Match[str]) -> str:
    return f"{english.year(match['y'])} to {english.year(match['z'])}"


@rule(rf"(?P<h>{HOUR}):(?P<m>{SIXTY})(?P<x> ?[aApP]\.?[mM]\.?(?![A-Za-z]))?(?!\d)", cost=1.2)
def clock(match: re.Match[str]) -> str:
    hour, minute, half = english.cardinal(match["h"]), match["m"], (match["x"] or "").strip()
    if minute == "00" and not half:
        return f"{hour} hundred" if int(match["h"]) > 12 else f"{hour} o'clock"
    minutes = "" if minute == "00" else " " + ("oh " if minute[0] == "0" else "") + english.cardinal(minute)
    return hour + minutes + (f" {half}" if half else "")
