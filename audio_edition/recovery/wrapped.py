"""Puts together paragraphs that the source breaks at the end of every printed line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.prose import cuts_word, is_final, is_latin, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines


def unwrap(sheet: Sheet) -> Sheet:
    """Of lines that follow each other at once and fill a column, each goes on with the one before."""
    lines = _hyphenated(sheet.lines)
    groups = list(_groups(lines))
    widths = [max(len(line.text) for line in lines[start:end]) for start, end in groups if is_latin(lines[start].text)]
    usual = int(median(widths)) if widths else 0
    for start, end in groups:
        group = lines[start:end]
        if all(is_latin(line.text) for line in group):
            lines[start:end] = _latin(group, usual)
        elif len(group) >= 4:
            lines[start:end] = _hanzi(group)
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
            while (
                end < len(lines)
                and _plain(lines[end])
                and lines[end].gap == 0
                and not lines[end].broken
                and is_latin(lines[end].text) == is_latin(lines[start].text)
            ):
                end += 1
            if end - start > 1:
                yield start, end
        start = end


def _plain(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and not line.bullet and not line.centred


def _latin(group: Sequence[Line], usual: int) -> list[Line]:
    """Lines that are filled to the column's width, or begin in the middle of a sentence."""
    width = max(len(line.text) for line in group)
    if len(group) <= 3 and width < 60 and not any(re.search(r"[.,;?!]", line.text) for line in group):
        return list(group)
    made = [group[0]]
    for before, line in pairwise(group):
        ended = group[0].gap == 0 and _has_room(before.text, line.text, max(width, usual))
        filled = len(before.text) > 0.75 * width >= 22 and not ended
        goes_on = filled or bool(re.match(r"[a-z,;.]", line.text)) or before.text.endswith("-")
        made.append(
            structs.replace(label(line, "paragraph", "line of a hard-wrapped paragraph"), joins=goes_on) if goes_on else line
        )
    return [
        label(line, "paragraph", "line of a hard-wrapped paragraph") if behind.joins and not line.role else line
        for line, behind in zip(made, (*made[1:], group[0]), strict=True)
    ]


def _has_room(before: str, text: str, width: int) -> bool:
    """Whether a sentence ends on a line that had room for the word behind it: where no line is empty, a paragraph ends so."""
    return is_final(before) and len(before) + 1 + len(text.split(maxsplit=1)[0]) <= width


def wrapped_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are rows of a column of Hanzi."""
    groups = ((start, lines[start:end]) for start, end in _groups(lines) if end - start >= 4)
    return frozenset(start + at for start, group in groups if any(full := _full(group)) for at in range(len(full)))


def _full(group: Sequence[Line]) -> list[bool]:
    """Which rows fill their column; none where most have not one length, or many end like sentences: it is no column then."""
    sizes = [size(line.text) for line in group]
    width = median(sizes)
    full = [abs(length - width) <= 2 for length in sizes]
    column = (
        10 <= width <= 60 and sum(full) >= 0.6 * len(group) and sum(is_final(line.text) for line in group) <= 0.4 * len(group)
    )
    return full if column and _is_prose(group) else [False] * len(group)


def _is_prose(group: Sequence[Line]) -> bool:
    """Whether the rows of a column are text, and not a header: their ends cut words, or most hold punctuation."""
    punctuated = sum(bool(re.search(r"[，。；、：,;]", line.text)) for line in group)
    return 2 * punctuated >= len(group) or any(cuts_word(a.text, b.text) for a, b in pairwise(group))


def _hanzi(group: Sequence[Line]) -> list[Line]:
    """Columns of Hanzi: most lines have the same length, and hardly one ends like a sentence."""
    full = _full(group)
    if not any(full):
        return list(group)
    made = [label(line, "paragraph", "line of a hard-wrapped paragraph") for line in group]
    return [
        made[0],
        *(
            structs.replace(line, joins=wide and not is_final(before.text))
            for before, line, wide in zip(made, made[1:], full, strict=False)
        ),
    ]
