"""Numbers in a row: formations, grades of fertilizer, games won, drawn and lost.

改打4-4-2，15-15-15复合肥，比分25-23-21 => 改打四四二，十五、十五、十五复合肥，比分二十五、二十三、二十一
19/5/4 => 十九、五、四
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_NUMBER = r"(?:0|[1-9]\d?)"


@rule(rf"{_NUMBER}(?P<s>[-/]){_NUMBER}(?:(?P=s){_NUMBER}){{1,3}}(?![-/\d.%:])", cost=1.7, needs="-/", after=r"(?<![\d/.:-])")
def series(match: re.Match[str]) -> str:
    numbers = match[0].split(match["s"])
    pause = "" if all(len(number) == 1 for number in numbers) and match["s"] == "-" else "、"
    return pause.join(map(numerals.cardinal, numbers))
