"""Tenths: 成 and 折.

近5成受访者，超2成，打8.5折，95折 => 近五成受访者，超两成，打八五折，九五折
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


@rule(r"\d\.?\d(?= ?折)", cost=1, needs="折")
def discount(match: re.Match[str]) -> str:
    return numerals.digits(match[0].replace(".", ""))
