"""Punctuation: pauses that a voice needs stay, marks that are only seen are silent.

他说：“走！”……《红楼梦》 => 他说：走！，红楼梦
"""

import re

from audio_edition.normalization.rule import rule

_PAUSES = {",": "，", "!": "！", "?": "？", ";": "；", ":": "：", "…": "，"}


@rule(r"[,!?;:]|…{1,2}", cost=0.5, at=",!?;:…")
def pause(match: re.Match[str]) -> str:
    return _PAUSES[match[0][0]]


@rule(r"\.(?=\s|$)", cost=0.5, at=".")
def stop(match: re.Match[str]) -> str:
    return "。"


@rule(r"[“”‘’\"'「」『』《》〈〉【】〔〕{}\[\]<>·#*_\\|^`]", cost=0.5, at="“”‘’\"'「」『』《》〈〉【】〔〕{}[]<>·#*_\\|^`")
def silent(match: re.Match[str]) -> str:
    return ""


@rule(r"\(|\)", cost=0.6, at="()")
def bracket(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    if start == 0 or end == len(text) or text[start - 1] in "，。！？；：、\n(" or text[end] in "，。！？；：、\n)":
        return ""
    return "，"


@rule(r"—{1,4}|-{2,4}", cost=0.6, at="—-")
def dash(match: re.Match[str]) -> str:
    return "，" if match.start() > 0 and match.end() < len(match.string) else ""


@rule(r"[ \t]+", cost=0.5, at=" \t")
def space(match: re.Match[str]) -> str:
    text = match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return " "
    return "，" if "\t" in match[0] and before and after else ""
