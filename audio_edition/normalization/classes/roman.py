"""Roman numerals.

Ⅱ级应急响应，Ⅰ期临床试验 => 二级应急响应，一期临床试验
Ⅰ～Ⅲ类断面，Ⅱ—Ⅳ级 => 一至三类断面，二至四级
IV级响应，II型糖尿病，第XIV章 => 四级响应，二型糖尿病，第十四章
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import LINE
from audio_edition.normalization.rule import rule

_CAPITAL = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_SMALL = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
_VALUE = {"I": 1, "V": 5, "X": 10}
_LETTERS = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})(?![A-Za-z])"


@rule(f"[{_CAPITAL}{_SMALL}]", cost=1, at=_CAPITAL + _SMALL)
def roman(match: re.Match[str]) -> str:
    return numerals.cardinal(str((_CAPITAL + _SMALL).index(match[0]) % 12 + 1))


def _letters(match: re.Match[str]) -> str:
    values = [_VALUE[letter] for letter in match[0]]
    following = [*values[1:], 0]
    return numerals.cardinal(str(sum(-v if v < after else v for v, after in zip(values, following, strict=True))))


letters = rule(rf"{_LETTERS}(?=[级期型类度卷章部编册代号])", cost=0.4, at="IVX")(_letters)
after_ordinal = rule(_LETTERS, cost=0.4, at="IVX", after="第")(_letters)


@rule(rf"{LINE}(?=[{_CAPITAL}])", cost=0.4, at="-—~", after=f"[{_CAPITAL}]类?级?")
def to(match: re.Match[str]) -> str:
    return "至"
