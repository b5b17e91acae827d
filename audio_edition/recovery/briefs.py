"""Cuts the title from a brief whose text follows on the same line: `**标题** 正文`, `标题 3月10日，…`, `【标题】正文`."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTES, is_briefs

_BULLET = re.compile(r"^[■●◆▲★▶►◎○□☆△▪•·*\s]+")
_SPACED = re.compile(r"(?P<title>[^。；，,;\s](?:[^。；;]){4,30}?)[ \u3000]+(?=\S{10})")

_GOES_ON = re.compile(r"\s*[—–-]|[将于在是为的等和与及由被已也，、,;；：:了有把从向]|定于|拟于|日前|昨日|近日|今日")


def cut_briefs(sheet: Sheet) -> Sheet:
    """Under a label such as 简讯, and wherever a bold lead has the form of a title, title and text become lines of their own."""
    return with_lines(sheet, _cut(sheet.lines))


def _cut(lines: Sequence[Line]) -> Iterator[Line]:
    inside = False
    for index, line in enumerate(lines):
        text = fold(line.text) if free(line) else ""
        if _bracketed(line) and (
            inside or any(_bracketed(near) for near in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]))
        ):
            yield from _unbracketed(line)
        elif free(line) and is_briefs(text):
            inside = True
            yield line
        elif free(line) and (line.level or line.bold) and size(text) <= 40:
            inside = False
            yield line
        elif free(line) and size(text) > 25:
            found = _title_end(line, inside)
            inside = inside and bool(found)
            yield from _parted(line, found, inside) if found else (line,)
        else:
            yield line


_BRACKETED = re.compile(r"[■●◆▲★·•\s]*【(?P<title>[^【】]{5,30})】\s*(?=[^【】\s].{8})")


def _bracketed(line: Line) -> bool:
    """Whether a text has its title before it in brackets."""
    text = fold(line.text[:60]) if free(line) else ""
    return bool(_BRACKETED.match(text)) and not DATELINE.match(text) and not NOTES.match(text)


def _unbracketed(line: Line) -> Iterator[Line]:
    found = _BRACKETED.match(fold(line.text[:60]))
    assert found is not None
    before, rest = cut(line, found.start("title"))
    title, rest = cut(rest, len(found["title"]))
    after, text = cut(rest, 1)
    yield label(before, "furniture", "bracket")
    yield structs.replace(label(title, "title", "title of a brief in brackets", 0.85), starts="brief", bold=True)
    yield label(after, "furniture", "bracket")
    yield structs.replace(text, level=0, bold=False, gap=1)


def _title_end(line: Line, inside: bool) -> int:
    """Where the title ends, in code points; 0 where the line has none."""
    if (
        5 <= line.lead <= 32
        and not is_final(line.text[: line.lead])
        and line.text[: line.lead].rstrip()[-1:] not in "：:，,、；;"
        and not _GOES_ON.match(line.text, line.lead)
        and not DATELINE.match(fold(line.text[:120]))
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
