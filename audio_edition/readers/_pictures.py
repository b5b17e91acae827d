"""What a language model writes where it sees a picture: `[图片]`, `【图片：…】`."""

import re
from collections.abc import Callable

from audio_edition.model.issue import SourceSpan
from audio_edition.model.page import Line

PICTURE = re.compile(
    r"\s*[*_]{0,2}(?:[\[【<](?:[插配]?[图圖]片?|照片|[图圖]像|示意[图圖]|[广廣]告[图圖]片?|二[维維][码碼]|[Ii]mage|[Pp]icture|[Pp]hoto|[Ff]igure|IMAGE)\s*\d{0,3}"
    r"(?:\s*[:：]\s*(?P<words>[^\]】>\n]{0,300}))?[\]】>])[*_]{0,2}\s*"
)
"""The words are its own, and no caption, unless they name a photographer."""
_PHOTOGRAPHER = re.compile(r"(?:[摄攝]影?|供[图圖]|资料[图圖]片?|/[图圖])[)）]?\s*$")


def picture_lines(mark: re.Match[str], where: str, span: Callable[[int, int], SourceSpan]) -> tuple[Line, ...]:
    """The picture, and its caption where the words name a photographer: the paper printed those."""
    words = mark["words"] or ""
    image = Line(words, (span(*mark.span()),), where, kind="image")
    if not _PHOTOGRAPHER.search(words):
        return (image,)
    picture = Line("", image.spans, where, kind="image")
    rule = "names its photographer"
    return (picture, Line(words.strip(), (span(*mark.span("words")),), where, role="caption", rule=rule))
