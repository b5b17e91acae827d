"""What a header line tells, by its words: who spoke, who attended, what happened, of which series it is a part."""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.vocabulary import is_column

_SPOKE = re.compile(r"(?:强调|指出|提出|要求|表示|呼吁)$")


def says_who_spoke(text: str) -> bool:
    """Whether a folded line leads up to a title that quotes: `李某在会上强调`."""
    return bool(_SPOKE.search(text)) and size(text) > 8


_ATTEND = re.compile(r"(?:出席|主持|参加|列席|讲话|作报告|致辞|陪同|发言)(?:并(?:讲话|致辞|发言|作报告))?$")


def tells_attendance(text: str) -> bool:
    """Whether a folded line ends with what somebody did at a meeting: presided, attended, spoke."""
    return bool(_ATTEND.search(text))


_EVENT = re.compile(
    r"(?:召开|举行|举办|印发|出台|开幕|闭幕|开工|投产|启动|发布|成立|揭牌|签约|通车|贯通|开馆|开通|落幕|圆满结束|会议|座谈会|推进会|现场会)$"
)


def tells_event(text: str) -> bool:
    """Whether a folded line ends with what happened, as headlines of news do."""
    return bool(_EVENT.search(text))


_PART = re.compile(
    rf".*系列(?:报道|评论)?|.*[①-⑳]|.*之[一二三四五六七八九十]|.*\([一二三四五六七八九十]{{1,3}}\)|[\u4e00-\u9fff“”]{{2,6}}[·|/]{HANZI}{{2,4}}"
)


def names_part(text: str) -> bool:
    """Whether a folded line names a part of a series or of a column: `一季度经济观察①`, `生态河口·观察`."""
    return size(text) <= 14 and bool(_PART.fullmatch(text)) and not signature(text)


_CLAUSES = re.compile(r"(?!一\S+\s)[^\s,。:]{3,} +[^\s,。:]{4,}")


def in_two_clauses(text: str) -> bool:
    """Whether a space ends the first clause of a folded line, as in one of eight titles and one of 120 cross-heads.

    >>> in_two_clauses("中超杯 港队挫新加坡晋级"), in_two_clauses("第一 加强监管"), in_two_clauses("一股风 吹进百家门")
    (True, False, False)
    """
    return bool(_CLAUSES.fullmatch(text)) and not is_latin(text) and not is_column(text)
