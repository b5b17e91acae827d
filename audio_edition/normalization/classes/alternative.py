"""Alternatives in a bracket inside a word: what follows belongs to them all, so no pause stands before it.

各县（市、区）长，全省13个市（州） => 各县、市、区长，全省十三个市、州
各縣（市）長，镇（街道）干部，河（湖）长制 => 各縣、市長，镇、街道干部，河、湖长制
企（事）业单位，中（小）学，正（副）主任 => 企事业单位，中小学，正副主任
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
joined = rule(
    r"\((?:(?<=企.)事(?=\)业)|(?<=中.)小(?=\)[学企])|(?<=大.)中(?=\)专)|(?<=正.)副(?=\))|(?<=离.)退(?=\)休)|(?<=入.)出(?=\)境)|(?<=出.)入(?=\)境)"
    r"|(?<=教.)职(?=\)工)|(?<=省.)部(?=\)级)|(?<=[村居].)[居民](?=\)[民委]))\)",
    cost=0.4,
    at="(",
    needs=")",
)(lambda match: match[0][1])
"""Words that are one with the bracket in them: 企事业, 正副, 离退休."""
