"""Cuts the title from the text that a parser set on one line with it: `## 县医院送医下乡1月28日，医院组织…`."""

import re
from collections.abc import Iterator

from msgspec import structs

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, with_lines

_TITLE = r"(?P<title>[^。;!?]{6,36}?(?<![自从于在至到截定将以及和与、,:“《(]))\s*"
_DATELINE = re.compile(rf"{_TITLE}(?=本报讯\s*\((?:\S{{0,8}})(?:记者|通讯员))")
"""Behind a title, with who reports: such a dateline stands nowhere but at the beginning of a text."""
_DATED = re.compile(rf"{_TITLE}(?=(?:(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:[上下]午|晚)?|近日|日前|[昨今][日天]),)")
_SHORTEST = 28
"""Hanzi of title and text together; a shorter heading may be a title that says when."""
_TEXT = 12
"""Hanzi of the text, at least."""


def cut_glued(sheet: Sheet) -> Sheet:
    """Title and text become lines of their own, the text unmarked."""
    return with_lines(sheet, (part for line in sheet.lines for part in _parted(line)))


def _parted(line: Line) -> Iterator[Line]:
    end = _title_end(line) if free(line) and not line.division else 0
    if not end:
        yield line
        return
    title, text = cut(line, end)
    yield title
    yield structs.replace(text, level=0, bold=False, gap=1)


def _title_end(line: Line) -> int:
    """Where the title ends, in code points; 0 where the line is a title or a text alone."""
    text = fold(line.text)
    if is_latin(text):
        return 0
    found = _DATELINE.match(text)
    if found is None and (line.level or line.bold) and size(text) >= _SHORTEST:
        found = _DATED.match(text)
    if found is None or size(text[found.end() :]) < _TEXT or not _runs_on(text[found.end() :]):
        return 0
    return found.end("title") if _is_closed(found["title"]) else 0


def _runs_on(text: str) -> bool:
    """Whether what stands behind the title is a sentence, or was cut within one."""
    return is_final(text) or "," in text


def _is_closed(title: str) -> bool:
    """Whether no bracket or quotation is left open."""
    return all(title.count(first) == title.count(last) for first, last in ("“”", "《》", "()", "【】"))
