"""Years and ranges of years.

北京2022年冬奥会 => 北京二零二二年冬奥会
作家故居（1925—1998）修缮一新 => 作家故居，一九二五至一九九八，修缮一新
2年来，建党100年来 => 两年来，建党一百年来
2300多年建城史 => 两千三百多年建城史
95后教师 => 九五后教师
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH
from audio_edition.normalization.rule import Piece, part, rule


@rule(r"(\d{4})(?= ?年(?![来间多余以]))", cost=1)
def year(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"(\d{3})(?= ?年)", cost=1, after="公元前?")
def early(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(rf"(?P<a>1\d{{3}}|20\d\d) ?(?P<to>{DASH}) ?(?P<b>1\d{{3}}|20\d\d)(?!\d)", cost=1)
def years(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", numerals.digits(match["a"])), part(match, "to", "至"), part(match, "b", numerals.digits(match["b"]))]


@rule(r"[0-9][05](?=后(?!\d))", cost=1)
def generation(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"0\d(?= ?年)", cost=1)
def short(match: re.Match[str]) -> str:
    return numerals.digits(match[0])
