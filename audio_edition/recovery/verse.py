"""Labels verse: short lines that follow each other."""

import re
from collections.abc import Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import is_column


def label_verse(sheet: Sheet) -> Sheet:
    """Blocks of short lines that follow each other at once."""
    lines = list(sheet.lines)
    start = 0
    while start < len(lines):
        end = start + 1
        if is_verse_line(lines[start]):
            while end < len(lines) and is_verse_line(lines[end]) and lines[end].gap == 0:
                end += 1
            loose = lines[start].gap > 0 and (end == len(lines) or lines[end].gap > 0)
            if (
                end - start >= 3
                and (any(line.broken for line in lines[start + 1 : end]) or end - start >= (4 if loose else 8))
                and not _prose(lines[start:end])
            ):
                lines[start:end] = [label(line, "verse", "short lines that follow each other", 0.8) for line in lines[start:end]]
        start = end
    return with_lines(sheet, _couplets(_airy(_more_verse(lines))))


_COUPLET = re.compile(rf"(?P<half>{HANZI}{{5}}|{HANZI}{{7}})[,;:]{HANZI}{{5,7}}[。?!]")
_CLAUSES = re.compile(rf"(?:{HANZI}{{2,7}}[,;:、?!]){{1,3}}{HANZI}{{3,7}}[。?!]")
"""A line of a song: clauses of a few signs, not all of one length."""


def _couplets(lines: list[Line]) -> list[Line]:
    """Two and more lines of two halves of five or seven signs; other lines of a song stand among as many of them."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and free(lines[end]) and not lines[end].level and _CLAUSES.fullmatch(fold(lines[end].text)):
            end += 1
        couplets = sum(_is_couplet(fold(line.text)) for line in lines[start:end])
        if end - start >= 2 and 2 * couplets >= end - start:
            lines[start:end] = [label(line, "verse", "couplets", 0.9) for line in lines[start:end]]
        start = max(end, start + 1)
    return lines


def _is_couplet(text: str) -> bool:
    found = _COUPLET.fullmatch(text)
    return found is not None and len(text) == 2 * len(found["half"]) + 2


def _airy(lines: list[Line]) -> list[Line]:
    """Three and more short lines from a header to the next, with an empty line between each, or with none on the page."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _airy_line(lines[end]) and lines[end].gap == lines[start].gap:
            end += 1
        group = lines[start:end]
        if (
            len(group) >= 3
            and start > 0
            and _is_header(lines[start - 1])
            and (end == len(lines) or lines[end].level or lines[end].bold or is_column(fold(lines[end].text)))
            and sum(is_final(line.text) for line in group) <= 1
        ):
            lines[start:end] = [label(line, "verse", "short lines, each on its own", 0.7) for line in group]
        start = max(end, start + 1)
    return lines


def _airy_line(line: Line) -> bool:
    return is_verse_line(line) and size(line.text) <= 14 and line.gap <= 1


def _is_header(line: Line) -> bool:
    """Whether a line heads what stands below it."""
    return bool(line.level or line.bold or line.role in ("title", "subtitle") or signature(line.text))


_APART = 6
"""Lines that may stand between two stanzas, or two poems under one title."""


def _more_verse(lines: list[Line]) -> list[Line]:
    """Shorter blocks of such lines soon behind verse are verse as well."""
    last = -99
    start = 0
    while start < len(lines):
        end = start + 1
        if lines[start].role == "verse":
            last = start
        elif _is_text(lines[start]):
            last = -99
        elif start - last <= _APART and is_verse_line(lines[start]):
            while end < len(lines) and is_verse_line(lines[end]) and lines[end].gap == 0:
                end += 1
            apart = lines[start].gap > 0 and (end == len(lines) or lines[end].gap > 0)
            headed = any(is_column(fold(line.text)) for line in lines[start:end]) or (end < len(lines) and _is_text(lines[end]))
            if end - start >= 2 and apart and not headed and not _prose(lines[start:end]):
                lines[start:end] = [label(line, "verse", "short lines soon behind verse", 0.7) for line in lines[start:end]]
                last = end - 1
        start = end
    return lines


def _is_text(line: Line) -> bool:
    return free(line) and size(line.text) > 40


_STANZA = re.compile(r"[一二三四五六七八九十]")
"""The number of a stanza, or of a short poem of several, above it."""


def is_verse_line(line: Line) -> bool:
    """Whether a line, by its length and its marks, may be one of a poem."""
    return (
        free(line)
        and not line.level
        and not line.bold
        and (1 < size(line.text) <= 24 or _STANZA.fullmatch(line.text.strip()) is not None)
        and not signature(line.text)
        and not is_column(fold(line.text))
        and not re.search(r"\d{3}|[:：]", line.text)
        and not (is_latin(line.text) and not re.match(r"[A-Z“\"‘']", line.text))
    )


def _prose(lines: Sequence[Line]) -> bool:
    return sum(line.text.endswith("。") for line in lines) > len(lines) / 2 and not all(
        5 <= size(line.text) <= 17 for line in lines
    )
