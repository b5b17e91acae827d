"""Numbers that were drawn: digit by digit, however many there are.

特別獎57799812，頭獎38811354、21981893 => 特別獎五七七九九八一二，頭獎三八八一一三五四、二一九八一八九三
排列五开奖号码：30571；增開六獎號碼：163、597 => 排列五开奖号码：三零五七一；增開六獎號碼：一六三、五九七
六合彩第24/056期搅珠 => 六合彩第二四零五六期搅珠
蓝色球号码11，后区03 08 => 蓝色球号码十一，后区零三、零八
开奖号码：红球03 08 15 17 => 开奖号码：红球零三、零八、十五、十七
头奖5000万元，特别奖1200名，头奖1000注 => 头奖五千万元，特别奖一千二百名，头奖一千注
"""

import re
from collections.abc import Iterator

from audio_edition.normalization import numerals
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, rule

_PRIZE = r"特别奖|特奖|头奖|大奖|增开[一二三四五六]?奖|[中开兑摇得获]奖|幸运|奖券|彩券|对奖|摇出"
_LABEL = rf"(?:(?:{_PRIZE})(?:的?[号数]码|号)(?:分别)?|特别?奖|头奖)(?:为|是)?[:“\"(]?[:]? ?"
_NUMBER = r"\d{3,10}(?![\d.%:/-])"


@rule(r"(?P<y>\d\d)/(?P<n>\d{3})(?=[期次])", cost=0.9, needs="/", after="第")
def round_of(match: re.Match[str]) -> str:
    """Of a year, by its last two digits."""
    return f"{numerals.digits(match['y'])}{numerals.digits(match['n'])}"


@rule(rf"{_NUMBER}(?:[”\"]?[、，,和及与 ]{{1,2}}[“\"]?{_NUMBER}){{0,9}}", cost=0.9, needs="奖运券出", after=_LABEL)
def drawn(match: re.Match[str]) -> list[Piece] | None:
    counted = has_measure(match.string, match.end()) or match.string.startswith("注", match.end())
    return None if counted else list(_pieces(match))


@rule(r"\d{1,2}(?: {1,3}\d{1,2}){2,9}(?![\d.,:%/]| \d)", cost=1.5, needs=" ")
def in_a_row(match: re.Match[str]) -> list[Piece]:
    """Numbers with only spaces between them are told apart."""
    return [
        ("、" if found[0].isspace() else numerals.by_length(found[0]), match.start() + found.start(), match.start() + found.end())
        for found in re.finditer(r"\d+| +", match[0])
    ]


ball = rule(r"\d{1,2}(?!\d| \d|[,，]\d)", cost=0.8, needs="球", after=r"[红蓝][色]?球?号码[:为是]? ?")(
    lambda match: numerals.by_length(match[0])
)
row_of_two = rule(r"\d{2} {1,3}\d{2}(?![\d.,:%/]| \d)", cost=0.9, needs="区球", after=r"[红蓝前后][球区](?:号码)?[:为是]? ?")(
    in_a_row.say
)


def _pieces(match: re.Match[str]) -> Iterator[Piece]:
    for found in re.finditer(r"\d+|\D+", match[0]):
        start, end = (match.start() + edge for edge in found.span())
        yield numerals.digits(found[0]), start, end
