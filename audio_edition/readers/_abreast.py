"""Columns that stand side by side in plain text, as `pdftotext -layout` sets them: white goes through the rows between them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

_CELL = re.compile(r"\S+(?: \S+)*")
"""What stands in a row between two stretches of white; one space parts words."""
_FEWEST = 5
"""Rows in which text stands beside other text, and rows in which a column begins, at least."""
_INDENT = 2
"""Places by which the first line of a paragraph is set in."""
_NARROWEST = 12
"""Places from the beginning of a column to that of the next, at least."""
_MOST = 12
"""Columns of a page."""
_ACROSS = 0.25
"""Share of the rows that may go through the white: the names of pages, titles over several columns."""
_SHORT = 10
"""Places of what stands in the cells of a table, and no line of prose in the middle of its paragraph, at most."""

Extent = tuple[int, int]
Piece = tuple[int, int, None]
"""Where a piece of a page stands in its text; nothing has been read of it."""


def pages_abreast(text: str, rows: Sequence[Extent]) -> Iterator[tuple[int, tuple[int, list[Piece]]]]:
    """Of each page with columns side by side: its first row, the row behind it, and its pieces in reading order.

    A page begins at a form feed.
    """
    breaks = [at for at, (start, end) in enumerate(rows) if at and text.startswith("\f", start, end)]
    for first, last in pairwise((0, *breaks, len(rows))):
        page = [(start + text.startswith("\f", start, end), end) for start, end in rows[first:last]]
        pieces = side_by_side([text[start:end] for start, end in page])
        if pieces:
            yield first, (last, [(page[at][0] + left, page[at][0] + right, None) for at, (left, right) in pieces])


def side_by_side(rows: Sequence[str]) -> list[tuple[int, Extent]]:
    """Number of the row, and place in it, of each piece of a page, column by column; empty where there are no columns.

    What goes across stands between what is above and below it. A piece without text stands for an empty line.

    >>> page = ["昨天早上渡口重新开放，乘客  市博物馆周五开馆至晚上", "首日超过一千人，比预计的多  九点，票价不变，预约的"] * 3
    >>> [at for at, _ in side_by_side(page)]
    [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]
    """
    cells = [[found.span() for found in _CELL.finditer(row)] for row in rows]
    if sum(len(row) > 1 for row in cells) < _FEWEST:
        return []
    starts = _starts(cells)
    if len(starts) < 2:
        return []
    across = [any(_goes_through(cell, start) for cell in row for start in starts[1:]) for row in cells]
    if sum(across) > _ACROSS * sum(map(bool, cells)) or not _is_prose(rows, cells, starts, across):
        return []
    return list(_pieces(rows, starts, across))


def _starts(cells: Sequence[Sequence[Extent]]) -> list[int]:
    """Places at which columns begin: in many rows a cell does there, and white is before it."""
    counts = Counter(start for row in cells for start, _ in row)
    near = {start: sum(counts[start + at] for at in range(_INDENT + 1)) for start in counts}
    found = [min(counts, default=0)]
    for start in sorted(near, key=lambda start: (-near[start], start)):
        if len(found) == _MOST:
            break
        if near[start] >= _FEWEST and all(abs(start - other) >= _NARROWEST for other in found):
            found.append(start)
    return sorted(found)


def _goes_through(cell: Extent, start: int) -> bool:
    return cell[0] < start < cell[1]


def _is_prose(rows: Sequence[str], cells: Sequence[Sequence[Extent]], starts: Sequence[int], across: Sequence[bool]) -> bool:
    """Whether several columns hold lines of text, and stand beside each other."""
    lengths: dict[int, list[int]] = {}
    beside = 0
    for row, wide in zip(cells, across, strict=True):
        columns = set()
        for first, last in row if not wide else ():
            column = max((at for at, start in enumerate(starts) if start <= first), default=0)
            lengths.setdefault(column, []).append(last - first)
            columns.add(column)
        beside += len(columns) > 1
    return beside >= _FEWEST and sum(median(found) > _SHORT for found in lengths.values()) == len(starts)


def _pieces(rows: Sequence[str], starts: Sequence[int], across: Sequence[bool]) -> Iterator[tuple[int, Extent]]:
    for wide, band in groupby(range(len(rows)), key=across.__getitem__):
        numbers = list(band)
        if wide:
            yield from ((at, (0, len(rows[at]))) for at in numbers)
            continue
        for left, right in pairwise((0, *starts[1:], None)):
            extents = [_extent(rows[at], left or 0, right) for at in numbers]
            for place, at in enumerate(numbers):
                if not _is_beside(rows[at], place, extents):
                    yield at, extents[place]


def _is_beside(row: str, at: int, extents: Sequence[Extent]) -> bool:
    """Whether a column has nothing in a single row in which another has text: its lines stand a little higher or lower there."""
    alone = all(start < end for start, end in (*extents[max(0, at - 1) : at], *extents[at + 1 : at + 2]))
    return extents[at][0] == extents[at][1] and bool(row.strip()) and alone


def _extent(row: str, left: int, right: int | None) -> Extent:
    """The piece of a row between two places."""
    end = len(row) if right is None else min(len(row), right)
    return (min(left, end), end) if row[left:end].strip() else (end, end)
