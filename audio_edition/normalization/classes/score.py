"""Scores, ratios and odds.

主队以3:2险胜，点球5-4胜出 => 主队以三比二险胜，点球五比四胜出
男女比例约为1.05:1 => 男女比例约为一点零五比一
比分定格在78:96 => 比分定格在七十八比九十六
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import Piece, part, rule

_CONTEST = r"(?:比分|[胜负败平]|战|球|局|半场|[队组]|比赛|领先|落后)[^，。；]{0,8}"


def _versus(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", numerals.number(match["a"])), part(match, "to", "比"), part(match, "b", numerals.number(match["b"]))]


ratio = rule(rf"(?P<a>{NUM}) ?(?P<to>:) ?(?P<b>{NUM})(?![:\d])", cost=1.8)(_versus)
score = rule(r"(?P<a>\d{1,3}) ?(?P<to>[:-]) ?(?P<b>\d{1,3})(?![:\d.%])", cost=1, after=_CONTEST)(_versus)
won = rule(r"(?P<a>\d{1,3}) ?(?P<to>[:-]) ?(?P<b>\d{1,3})(?=[^，。；\d]{0,4}[胜负败平])", cost=1)(_versus)
