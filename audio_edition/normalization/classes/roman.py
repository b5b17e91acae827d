"""Roman numerals.

Ⅱ级应急响应，Ⅰ期临床试验 => 二级应急响应，一期临床试验
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_CAPITAL = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_SMALL = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"


@rule(f"[{_CAPITAL}{_SMALL}]", cost=1, at=_CAPITAL + _SMALL)
def roman(match: re.Match[str]) -> str:
    return numerals.cardinal(str((_CAPITAL + _SMALL).index(match[0]) % 12 + 1))
