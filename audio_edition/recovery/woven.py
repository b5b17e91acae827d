"""Finds columns that were read row by row: they are left out and reported, never read as nonsense."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from audio_edition.model.finding import Finding
from audio_edition.model.page import Line
from audio_edition.recovery.prose import cuts_word, is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_FEWEST = 6
"""Rows below which nothing is said of a block."""
_SPLIT = re.compile(r"[ \t\u3000]{2,}|[\u3000\t]|(?<=[\u4e00-\u9fff，。；、]) (?=[\u4e00-\u9fff“])")


def flag_woven(sheet: Sheet) -> Sheet:
    """Label the rows of woven columns, with a Finding (S601) for each block."""
    lines = list(sheet.lines)
    findings = []
    for start, end in _blocks(lines):
        rows = [line.text for line in lines[start:end]]
        if _alternates(rows) or _side_by_side(rows):
            lines[start:end] = [label(line, "furniture", "woven columns", 0.7) for line in lines[start:end]]
            findings.append(
                Finding(
                    "S601",
                    f"{end - start} rows of columns that are woven into each other are left out: {rows[0][:30]}",
                    lines[start].where,
                    "error",
                )
            )
    return with_lines(sheet, lines, findings)


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of short plain lines of which few end like sentences."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _row(lines[end]) and (end == start or lines[end].page == lines[start].page):
            end += 1
        if end - start >= _FEWEST and sum(is_final(line.text) for line in lines[start:end]) <= 0.3 * (end - start):
            yield start, end
        start = max(end, start + 1)


def _row(line: Line) -> bool:
    return (
        free(line)
        and not line.level
        and not line.bold
        and not line.division
        and 7 <= size(line.text) <= 60
        and not re.search(r"[:：]$", line.text)
    )


def _alternates(rows: Sequence[str]) -> bool:
    """Whether rows go on with the row after the next rather than with the next: words that are cut there say so."""
    next_row, after_next = (sum(map(_cut, rows, rows[step:])) for step in (1, 2))
    return after_next >= 3 and after_next >= 2 * max(1, next_row) and after_next >= 0.25 * (len(rows) - 2)


def _side_by_side(rows: Sequence[str]) -> bool:
    """Whether each row holds a part of two or more columns, and the parts go on below, not beside."""
    parts = [[part for part in _SPLIT.split(row) if size(part) >= 5] for row in rows]
    if sum(len(part) == len(parts[0]) > 1 for part in parts) < 0.8 * len(parts):
        return False
    below = sum(_cut(a, b) for one, other in pairwise(parts) for a, b in zip(one, other, strict=False))
    beside = sum(_cut(a, b) for part in parts for a, b in pairwise(part))
    return below >= 3 and below >= 2 * max(1, beside)


def _cut(left: str, right: str) -> bool:
    """Whether a boundary goes through a word, or through a number and its unit."""
    return not is_final(left) and (
        cuts_word(left.strip(), right.strip()) or bool(re.match(r"[，。；、：！？”）]", right.strip()))
    )
