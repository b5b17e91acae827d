"""Ranges of quantities.

60-69周岁的老人 => 六十到六十九周岁的老人
节约成本5-10万元 => 节约成本五到十万元
推选2至3名学生 => 推选两至三名学生
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.quantities import is_counted
from audio_edition.normalization.rule import Piece, part, rule


@rule(rf"(?P<a>{NUM}) ?(?P<to>[-—~]|——) ?(?P<b>{NUM})(?![-—~\d])", cost=2)
def span(match: re.Match[str]) -> list[Piece]:
    counted = is_counted(match.string, match.end())
    read = _counted if counted else numerals.number
    return [part(match, "a", read(match["a"])), part(match, "to", "到"), part(match, "b", read(match["b"]))]


def _counted(written: str) -> str:
    return "两" if written == "2" else numerals.number(written)


@rule(rf"(?P<a>2)(?=[至到]{NUM})", cost=1)
def two(match: re.Match[str]) -> str:
    return "两"
