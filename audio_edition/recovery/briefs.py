"""Cuts the title from a brief whose text follows on the same line: `**标题** 正文`, `标题 3月10日，…`."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import BRIEFS

_BULLET = re.compile(r"^[■●◆▲★▶►◎○□☆△▪•·*\s]+")
_SPACED = re.compile(r"(?P<title>[^。；，,;\s](?:[^。；;]){4,30}?)[ \u3000]+(?=\S{10})")

_GOES_ON = re.compile(r"[将于在是为的等和与及由被已也，、,;；：:了有把从向]|定于|拟于|日前|昨日|近日|今日")


def cut_briefs(sheet: Sheet) -> Sheet:
    """Under a label such as 简讯, and wherever a bold lead has the form of a title, title and text become lines of their own."""
    return with_lines(sheet, _cut(sheet.lines))


def _cut(lines: Sequence[Line]) -> Iterator[Line]:
    inside = False
    for line in lines:
        text = fold(line.text) if free(line) else ""
        if free(line) and BRIEFS.fullmatch(text):
            inside = True
        elif free(line) and (line.level or line.bold) and size(text) <= 40:
            inside = False
        elif free(line) and size(text) > 25:
            found = _title_end(line, inside)
            inside = inside and bool(found)
            if found:
                yield from _parted(line, found, inside)
                continue
        yield line


def _title_end(line: Line, inside: bool) -> int:
    """Where the title ends, in code points; 0 where the line has none."""
    if (
        5 <= line.lead <= 32
        and not is_final(line.text[: line.lead])
        and line.text[: line.lead].rstrip()[-1:] not in "：:，,、；;"
        and not _GOES_ON.match(line.text, line.lead)
    ):
        return line.lead
    if not inside:
        return 0
    bullet = _BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    found = _SPACED.match(line.text, start)
    if not found or DATELINE.match(fold(line.text), start):
        return 0
    return found.end("title") if size(found["title"]) >= 6 and not is_final(found["title"]) else 0


def _parted(line: Line, end: int, inside: bool) -> Iterator[Line]:
    title, text = cut(line, end)
    bullet = _BULLET.match(title.text)
    if bullet and bullet.end() < len(title.text):
        mark, title = cut(title, bullet.end())
        yield label(mark, "furniture", "bullet")
    if inside:
        yield structs.replace(
            label(title, "title", "title of a brief on one line with its text", 0.85), starts="brief", bold=True
        )
    else:
        yield structs.replace(title, bold=True)
    yield structs.replace(text, bold=False, level=0, gap=1)
