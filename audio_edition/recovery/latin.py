"""Puts together Latin paragraphs that the source breaks at the end of every printed line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.prose import is_latin
from audio_edition.recovery.sheet import Sheet, free, label, with_lines


def unwrap_latin(sheet: Sheet) -> Sheet:
    """Of lines that follow each other at once and fill a column, each goes on with the one before."""
    lines = _hyphenated(sheet.lines)
    for start, end in _groups(lines):
        lines[start:end] = _latin(lines[start:end])
    return with_lines(sheet, lines)


def _hyphenated(lines: Sequence[Line]) -> list[Line]:
    """A line that goes on with the word which the heading above it breaks is marked as that heading is."""
    made = list(lines)
    for index in range(1, len(made)):
        before, line = made[index - 1], made[index]
        if (
            (before.level or before.bold)
            and free(before)
            and free(line)
            and re.search(r"[a-z]-$", before.text)
            and re.match(r"[a-z]", line.text)
            and len(line.text) < 60
        ):
            made[index] = structs.replace(line, level=before.level, bold=before.bold)
    return made


def _groups(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(lines):
        end = start + 1
        if _plain(lines[start]):
            while end < len(lines) and _plain(lines[end]) and lines[end].gap == 0 and not lines[end].broken:
                end += 1
            if end - start > 1:
                yield start, end
        start = end


def _plain(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and not line.bullet and not line.centred and is_latin(line.text)


def _latin(group: Sequence[Line]) -> list[Line]:
    """Lines that are filled to the column's width, or begin in the middle of a sentence."""
    width = max(len(line.text) for line in group)
    made = [group[0]]
    for before, line in pairwise(group):
        filled = len(before.text) > 0.75 * width and width >= 30
        goes_on = filled or bool(re.match(r"[a-z,;.]", line.text)) or before.text.endswith("-")
        made.append(
            structs.replace(label(line, "paragraph", "line of a hard-wrapped paragraph"), joins=goes_on) if goes_on else line
        )
    if len(made) > 1 and made[1].joins:
        made[0] = label(group[0], "paragraph", "line of a hard-wrapped paragraph")
    return made
