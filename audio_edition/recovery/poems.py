"""Labels the verse of poems that stand under a title and a writer, in whatever stanzas, with or without empty lines between."""

import re
from collections.abc import Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.verse import is_verse_line
from audio_edition.recovery.vocabulary import is_column

_FEWEST = 4
"""Lines that a poem has."""
_LONGEST = 200
_PEN_NAME = re.compile(rf"{HANZI}{{2,4}}|{HANZI} {HANZI}")


def label_poems(sheet: Sheet) -> Sheet:
    """Short lines from a writer's name to the next header are verse."""
    lines = list(sheet.lines)
    start = 2
    while start < len(lines):
        end = start
        if _is_writer(lines, start - 1):
            end = _end(lines, start)
            if _is_poem(lines[start:end]) and not (_is_apart(lines[start:end]) and _is_writer(lines, start)):
                lines[start:end] = [label(line, "verse", "short lines below a writer", 0.8) for line in lines[start:end]]
        start = max(end, start) + 1
    return with_lines(sheet, lines)


def _is_writer(lines: Sequence[Line], index: int) -> bool:
    """Whether a line names who wrote what stands below it: a name at once below a title, and not below a text."""
    line, title = lines[index], lines[index - 1]
    found = signature(line.text)
    if not free(line) or line.level or (line.bold and not (found and found.told)) or line.page != title.page:
        return False
    if not (free(title) or title.role == "title") or size(title.text) > 24 or is_final(title.text) or signature(title.text):
        return False
    if not (found and found.told) and line.gap and index + 1 < len(lines) and not lines[index + 1].gap:
        return False
    return not found.photo if found else bool(_PEN_NAME.fullmatch(fold(line.text).strip()))


def _is_apart(lines: Sequence[Line]) -> bool:
    """Whether the first of some lines stands alone, and the others in stanzas: it may be the writer's name."""
    return lines[0].gap > 0 and lines[1].gap > 0 and lines[2].gap == 0


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the poem that begins at a line ends: before the header of what follows, which may be marked by nothing."""
    end = start
    while end < len(lines) and end - start < _LONGEST and lines[end].page == lines[start].page and _is_verse(lines, end):
        end += 1
    headed = end < len(lines) and lines[end].page == lines[start].page and free(lines[end]) and not _heads(lines[end])
    end -= headed and end > start
    glued = any(line.gap == 0 for line in lines[start + 1 : end])
    while glued and end > start and lines[end - 1].gap > 0:
        end -= 1
    return end


def _is_verse(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of a poem; one that only looks like a name begins a stanza where the next follows at once."""
    line, below = lines[index], lines[index + 1 : index + 2]
    found = signature(line.text) if free(line) and not line.level and not line.bold else None
    named = found is not None and not found.told and bool(below) and below[0].gap == 0 and is_verse_line(below[0])
    return named or is_verse_line(line)


def _heads(line: Line) -> bool:
    """Whether a line is the first of a header; the last line of verse above any other is one."""
    return bool(line.level or line.bold) or is_column(fold(line.text))


def _is_poem(lines: Sequence[Line]) -> bool:
    """Whether lines are no column of prose, no list of names and no talk."""
    sizes = [size(line.text) for line in lines]
    if len(lines) < _FEWEST or max(sizes) > 20:
        return False
    full = sum(length >= max(sizes) - 1 for length in sizes) > 0.6 * len(lines) and max(sizes) >= 12
    final = sum(line.text.endswith(("。", "”", "」")) for line in lines)
    return not (full and final < len(lines) / 3) and final <= len(lines) / 2
