"""Years of a life or a reign in brackets, before the year 1000 or before our era.

薛氏（687-710），伊壁鸠鲁（前341—前270） => 薛氏，六八七至七一零，伊壁鸠鲁，前三四一至前二七零
汉武帝（前156年－前87年），样品（100—200） => 汉武帝，前一五六年至前八七年，样品，一百到二百
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import LINE
from audio_edition.normalization.rule import Piece, part, rule

_LONGEST = 120
"""Years of a life or a reign."""


@rule(
    rf"(?P<a>\d{{3}})(?P<y>年?) ?(?P<to>{LINE}) ?(?P<b>\d{{3}})(?P<z>年?)(?=[)，,])",
    cost=0.9,
    needs="(",
    after=r"[\u4e00-\u9fff”》]\(",
)
def our_era(match: re.Match[str]) -> list[Piece] | None:
    first, last = int(match["a"]), int(match["b"])
    round_numbers = not (first % 10 or last % 10)
    return None if round_numbers or not 0 < last - first <= _LONGEST else _years(match, "a", "y", "to", "b", "z")


@rule(
    rf"(?P<a>\d{{2,4}})(?P<y>年?) ?(?P<to>{LINE}) ?(?P<f>公?元?前)?(?P<b>\d{{1,4}})(?P<z>年?)(?=[)，,])",
    cost=0.8,
    needs="前",
    after=r"\((?:约|公元)?前",
)
def before_our_era(match: re.Match[str]) -> list[Piece]:
    return _years(match, "a", "y", "to", "f", "b", "z")


def _years(match: re.Match[str], *groups: str) -> list[Piece]:
    said = {"a": numerals.digits(match["a"]), "to": "至", "b": numerals.digits(match["b"])}
    return [part(match, group, said.get(group, match[group])) for group in groups if match[group]]
