"""Punctuation: pauses that a voice needs stay, marks that are only seen are silent.

他说:"走!"……《红楼梦》 => 他说：走！，红楼梦
这件事——说起来话长，古丽·买买提 => 这件事，说起来话长，古丽买买提
〔记者王明／台北报道〕台股收涨，国发〔2022〕号 => 记者王明、台北报道，台股收涨，国发二零二二号
文/图，中国银行/工商银行 => 文、图，中国银行、工商银行
"""

import re

from audio_edition.normalization.rule import rule

_PAUSES = {",": "，", "!": "！", "?": "？", ";": "；", ":": "：", "…": "，", "．": "。"}
_SILENT = "“”‘’\"'「」『』《》〈〉【】〔〕{}[]<>·*_\\|`′″〝〞〟«»‹›"
_STOPS = "，。！？；：、,!?;:…\n"


def _joins(match: re.Match[str]) -> bool:
    """Whether words, not pauses or the ends of the text, are on both sides of it and the silent marks around it."""
    before = match.string[max(0, match.start() - 6) : match.start()].rstrip(_SILENT + "()（） \t—-")
    after = match.string[match.end() : match.end() + 6].lstrip(_SILENT + "()（） \t—-")
    return bool(before and after) and before[-1] not in _STOPS and after[0] not in _STOPS


@rule(r"[,!?;:]", cost=0.5, at=",!?;:")
def pause(match: re.Match[str]) -> str:
    return _PAUSES[match[0]]


@rule(r"…{1,4}|\.{3,12}|。{2,6}", cost=0.5, at="….")
def ellipsis(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 1) : match.start()]
    rest = match.string[match.end() : match.end() + 3].strip(_SILENT + ")")
    if not before or before in _STOPS or (rest and rest[0] in _STOPS):
        return ""
    return "，" if rest else "。"


@rule(r"[”’」』》〉][“‘「『《〈]", cost=0.8, at="”’」』》〉")
def between_quotes(match: re.Match[str]) -> str:
    return "、"


@rule(r"\.(?= |$|[”\"’')])", cost=0.5, at=".")
def stop(match: re.Match[str]) -> str:
    return "。"


@rule(f"[{re.escape(_SILENT)}]", cost=0.5, at=_SILENT)
def silent(match: re.Match[str]) -> str:
    return ""


@rule(r"\(", cost=0.6, at="(")
def opening(match: re.Match[str]) -> str:
    return "，" if _joins(match) else ""


@rule(r"\)", cost=0.6, at=")")
def closing(match: re.Match[str]) -> str:
    opens_again = match.string.startswith("(", match.end())
    return "，" if _joins(match) and not opens_again else ""


@rule(r"[〕】]", cost=0.4, at="〕】", after=r"^[〔【][^〔【〕】]{2,22}")
def heading(match: re.Match[str]) -> str:
    """Of a bracket that a text begins with, such as who reports from where."""
    return "，" if _joins(match) else ""


@rule(r"—{1,4}|-{2,4}|~{1,3}", cost=0.6, at="—-~")
def dash(match: re.Match[str]) -> str:
    return "，" if _joins(match) else ""


@rule(r"-", cost=3, at="-")
def hyphen(match: re.Match[str]) -> str:
    return "，" if _joins(match) else ""


@rule(r" ?[/|] ?", cost=0.7, at=" /|")
def stroke(match: re.Match[str]) -> str:
    return "、" if _joins(match) else ""


@rule(r"\^", cost=3, at="^")
def caret(match: re.Match[str]) -> str:
    return ""
