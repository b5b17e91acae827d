"""Letters of the era: AD and BC after a year.

2934ad，1234 B.C. => 公元二九三四年，公元前一二三四年
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


@rule(r"(\d{1,4}) ?(a\.d\.|ad|AD|A\.D\.|b\.c\.|bc|BC|B\.C\.|BCE|CE)(?![A-Za-z])", cost=1, needs="aAbBC")
def era(match: re.Match[str]) -> str:
    return ("公元前" if match[2][0] in "bB" else "公元") + numerals.digits(match[1]) + "年"
