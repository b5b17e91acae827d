"""Geographic coordinates and angles.

北纬39°19′、东经112°26′30″ => 北纬三十九度十九分、东经一百一十二度二十六分三十秒
台风中心位于18.5°N、110°E附近 => 台风中心位于北纬十八点五度、东经一百一十度附近
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import Piece, part, rule

_SIDE = {"N": "北纬", "S": "南纬", "E": "东经", "W": "西经"}


@rule(
    rf"(?P<d>{NUM}) ?(?P<dw>°|度) ?(?:(?P<m>{NUM}) ?(?P<mw>[′'’])) ?(?:(?P<s>{NUM}) ?(?P<sw>″|′′|''|\""
    rf"|”))?(?: ?(?P<side>[NSEW])(?![A-Za-z]))?",
    cost=0.9,
    needs="°度",
)
def degrees(match: re.Match[str]) -> list[Piece]:
    said = [part(match, "side", _SIDE[match["side"]])] if match["side"] else []
    for number, unit, word in (("d", "dw", "度"), ("m", "mw", "分"), ("s", "sw", "秒")):
        if match[number]:
            said += [part(match, number, numerals.number(match[number])), part(match, unit, word)]
    return said


@rule(rf"(?P<d>{NUM}) ?(?P<dw>°) ?(?P<side>[NSEW])(?![A-Za-z])", cost=0.9, needs="°")
def side(match: re.Match[str]) -> list[Piece]:
    return [part(match, "side", _SIDE[match["side"]]), part(match, "d", numerals.number(match["d"])), part(match, "dw", "度")]


@rule(r"(?P<side>[NSEW]) ?(?=\d{1,3}(?:\.\d{1,6})?°)", cost=0.4, at="NSEW", needs="°")
def side_first(match: re.Match[str]) -> str:
    return _SIDE[match["side"]]
