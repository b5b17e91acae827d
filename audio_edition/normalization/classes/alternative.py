"""Alternatives in a bracket inside a word: what follows belongs to them all, so no pause stands before it.

各县（市、区）长，全省13个市（州） => 各县、市、区长，全省十三个市、州
各縣（市）長，镇（街道）干部，河（湖）长制 => 各縣、市長，镇、街道干部，河、湖长制
王市（市长）说，河（黄河）长约千里 => 王市，市长，说，河，黄河，长约千里
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization.rule import rule

_UNIT = r"(?:自治[区州县]|直辖市|省|市|州|盟|县|区|旗|乡|镇|街道|街|村|社区|师|团场|开发区|园区)"
_UNITS = rf"{_UNIT}(?:[、/]{_UNIT}){{0,4}}"
_HEAD = r"长(?![\d一二三四五六七八九十约达江城途短宽])"
"""The head of a word for an office: of a village, a lake, a street."""


def _comma(match: re.Match[str]) -> str:
    return "、"


def _nothing(match: re.Match[str]) -> str:
    return ""


units = rule(rf"\((?={_UNITS}\))", cost=0.5, needs=")", at="(", after=_UNIT)(_comma)
units_end = rule(rf"\)(?={HANZI})", cost=0.5, needs="(", at=")", after=rf"{_UNIT}\({_UNITS}")(_nothing)
office = rule(rf"\((?={HANZI}\){_HEAD})", cost=0.5, needs="长", at="(", after=HANZI)(_comma)
office_end = rule(rf"\)(?={_HEAD})", cost=0.5, needs="长", at=")", after=rf"{HANZI}\({HANZI}")(_nothing)
