"""Spaces: silent around numbers and in padded names, a pause between words of a headline or names of a list.

拨打 110 报警，张　三 => 拨打幺幺零报警，张三
春回大地 万物复苏，记者 沈砚秋 罗一鸣 => 春回大地，万物复苏，记者沈砚秋，罗一鸣
Just do it => Just do it
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization.rule import rule

_WORDS = rf"{HANZI}{{2}}"


@rule(r"[ ]{1,40}", cost=0.55, at=" ")
def space(match: re.Match[str]) -> str:
    return ""


@rule(
    r"[ ]{1,40}(?=[A-Za-z])",
    cost=0.5,
    at=" ",
    after=r"(?:^|[^A-Za-z\d ]|[^\d] )(?:[A-Za-z][A-Za-z'’-]{0,20}|\d{1,4}[B-IKN-UX-Z])",
)
def between_latin(match: re.Match[str]) -> str:
    return " "


@rule(rf"[ ]{{1,40}}(?=[“《]?{_WORDS})", cost=0.4, at=" ", after=_WORDS + "[”》]?")
def between_words(match: re.Match[str]) -> str:
    return "，"


@rule(rf"[ ]{{1,40}}(?={HANZI}{{2,8}}[:/])", cost=0.4, at=" ", needs=":/", after=r"[\u4e00-\u9fffA-Za-z\d)]")
def before_label(match: re.Match[str]) -> str:
    return "，"


@rule(rf"[ ]{{1,4}}(?={HANZI}{{2,4}}(?:[ )/\]】]|$))", cost=0.3, at=" ", needs="记通", after=r"(?<!小)(?:记者|通讯员)")
def before_writer(match: re.Match[str]) -> str:
    """Who writes is named in one breath with what they are."""
    return ""


@rule(r"\s{0,20}\t\s{0,20}|\s*\n\s*", cost=0.3, at=" \t\r\n\x0b\x0c")
def cell(match: re.Match[str]) -> str:
    text = match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return "，" if before and after and before not in "，。！？；：、" else ""
