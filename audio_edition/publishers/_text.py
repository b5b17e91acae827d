"""Printed text as it may stand in a file: without characters that no format takes, as labels that no client takes for markup."""

import re
from html import unescape
from unicodedata import east_asian_width

from audio_edition.publishers._markup import clean

_REFERENCE = re.compile(r"&[#\w]{1,40};?")
_WIDE = str.maketrans("<>", "＜＞")
_TIME = re.compile(r"(?<=\d):(?=\d\d)")


def line(text: str) -> str:
    """The text on one line, each run of white space one space.

    >>> line(" 一座\\n老渔港 ")
    '一座 老渔港'
    """
    return " ".join(clean(text).split())


def label(text: str, limit: int) -> str:
    """A title for lists of episodes and chapters, at most `limit` code points.

    Clients show such titles as text, as HTML, or as HTML twice decoded: angle brackets, and an ampersand that begins a
    character reference, become their full-width forms, which are the same everywhere. So does the colon of a time of day:
    in a description clients take it for the time stamp of a chapter.

    >>> label("<b>潮</b>起 &lt; AT&T 8:30开门，3:2取胜", 99)
    '＜b＞潮＜/b＞起 ＆lt; AT&T 8：30开门，3:2取胜'
    >>> label("一座老渔港的新活法", 6)
    '一座老渔港…'
    """
    text = _REFERENCE.sub(_widened, line(text).translate(_WIDE))
    text = _TIME.sub("：", text)
    return text if len(text) <= limit else text[: max(limit, 1) - 1].rstrip() + "…"


def columns_of(char: str) -> int:
    """Columns that a character takes on a line: two for a wide one."""
    return 2 if east_asian_width(char) in "WF" else 1


def _widened(reference: re.Match[str]) -> str:
    return reference[0] if unescape(reference[0]) == reference[0] else "＆" + reference[0][1:]
