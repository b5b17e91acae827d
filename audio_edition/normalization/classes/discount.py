"""Tenths, 成 and 折, and what is given away.

买2送1，满2减10元 => 买二送一，满二减十元
近5成受访者，超2成，打8.5折，95折 => 近五成受访者，超两成，打八五折，九五折
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


@rule(r"\d\.?\d(?= ?折)", cost=1, needs="折")
def discount(match: re.Match[str]) -> str:
    return numerals.digits(match[0].replace(".", ""))


@rule(r"2(?=[送赠减返换]\d)", cost=0.9, at="2", after="[买满购充]")
def given_away(match: re.Match[str]) -> str:
    return "二"
