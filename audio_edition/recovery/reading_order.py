"""Reads column by column what the source lists row by row.

A parser that sorts its blocks from top to bottom goes from column to column and back again; one that reads them leaves a column
once. Only where columns are left and entered again many times is the order of a page changed, and that is reported (S602).
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from audio_edition.model.columns import columns
from audio_edition.model.finding import Finding
from audio_edition.model.page import Box, Line
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, set_apart, with_lines

_FEWEST = 8
"""Texts with a place that a page must have."""
_RETURNS = 4
"""Times that a column is entered again, at least; and as often as half of its columns."""
_LEVEL = 0.06
"""Share of their height by which the tops of two texts in a row differ, at most: of paragraphs side by side few are so level."""
_ROWS = 0.75
"""Share of the texts of a grid that stand level with another."""
_PRINTED = 12
"""Hanzi of a line that ends within a sentence: printed lines of columns are level too, and no grid."""


def order_columns(sheet: Sheet) -> Sheet:
    """The lines of each page by its columns, where they are listed across these."""
    made: list[Line] = []
    findings = []
    for _, page in groupby(sheet.lines, key=lambda line: line.page):
        lines = list(page)
        order = _order(lines)
        made += [lines[at] for at in order]
        if order != sorted(order):
            where = lines[0].where
            findings.append(Finding("S602", "the page is listed row by row; it is read column by column", where, "note"))
    return with_lines(sheet, made, findings)


def _order(lines: Sequence[Line]) -> list[int]:
    """Numbers of the lines as they are read; what has no place stays behind what is above it."""
    placed = [at for at, line in enumerate(lines) if line.box and not set_apart(line)]
    listed = list(range(len(lines)))
    loose = any(line.kind == "text" and not line.box and not set_apart(line) for line in lines)
    if loose or len(placed) < _FEWEST:
        return listed
    inside = frozenset(placed)
    heads = [place for place, at in enumerate(placed) if lines[at].level]
    boxes = [lines[at].box or (0, 0, 0, 0) for at in placed]
    found = columns(boxes, heads)
    wrapped = 2 * sum(size(lines[at].text) >= _PRINTED and not is_final(lines[at].text) for at in placed) > len(placed)
    if not _goes_across(found, frozenset(heads)) or (not wrapped and _is_grid(found, boxes)):
        return listed
    behind: dict[int, list[int]] = {}
    above = -1
    for at in listed:
        above = at if at in inside else above
        behind.setdefault(above, []).append(at)
    return [*behind.get(-1, ()), *(at for leaf in found for place in leaf for at in behind[placed[place]])]


def _goes_across(found: Sequence[Sequence[int]], heads: frozenset[int]) -> bool:
    """Whether the order in which texts are listed leaves the columns, and enters them again, time after time.

    Where a column is entered at a heading, articles are listed one after the other, and none is torn.
    """
    column = {place: number for number, leaf in enumerate(found) for place in leaf}
    entered: set[int] = set()
    returns = 0
    for number, places in groupby(sorted(column), key=column.__getitem__):
        returns += number in entered and next(places) not in heads
        entered.add(number)
    return returns >= _RETURNS and 2 * returns >= len(found)


def _is_grid(found: Sequence[Sequence[int]], boxes: Sequence[Box]) -> bool:
    """Whether texts of different columns stand in rows: a table, pictures with their captions, questions beside answers."""
    tops = sorted((boxes[place][1], number, place) for number, leaf in enumerate(found) for place in leaf)
    level = set()
    for (top, column, place), (below, other, beside) in pairwise(tops):
        low = min(boxes[at][3] - boxes[at][1] for at in (place, beside))
        if column != other and below - top <= _LEVEL * low:
            level |= {place, beside}
    return len(level) >= _ROWS * len(tops)
