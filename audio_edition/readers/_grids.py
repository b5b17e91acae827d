"""Tables among printed lines: rows of short cells, each below a cell of the row above, most of them figures."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audio_edition.model.page import Box

_LONGEST = 12
"""Code points of a cell."""
_CELLS = (3, 12)
"""Cells of a row. Of two columns no place tells whether they are a table or texts side by side."""
_FEWEST = 3
"""Rows of a table."""
_ASIDE = 1.0
"""Heights of its letters by which a cell may stand aside of the one above it, by its edges or its middle."""
_BELOW = 3.0
"""Heights of its letters from the top of a row to that of the next, at most."""
_FIGURES = 0.5
"""Share of the cells below the first row that hold a figure."""


class Cell(NamedTuple):
    """A printed line that may be a cell: its number among the lines of the page."""

    at: int
    text: str
    box: Box

    @property
    def height(self) -> float:
        """Of its letters."""
        return self.box[3] - self.box[1]


Grid = tuple[tuple[Cell, ...], ...]


def grids(lines: Sequence[tuple[str, Box]]) -> list[Grid]:
    """The tables among the printed lines of a page, row by row.

    >>> rows = ("品种", "本周", "上周"), ("白菜", "1.20", "1.30"), ("鸡蛋", "4.60", "4.60")
    >>> lines = [(text, (80 * x, 30 * y, 80 * x + 40, 30 * y + 20)) for y, row in enumerate(rows) for x, text in enumerate(row)]
    >>> [[[cell.text for cell in row] for row in grid] for grid in grids(lines)]
    [[['品种', '本周', '上周'], ['白菜', '1.20', '1.30'], ['鸡蛋', '4.60', '4.60']]]
    """
    cells = [Cell(at, text, box) for at, (text, box) in enumerate(lines) if len(text) <= _LONGEST and not text.endswith("。")]
    found: list[list[tuple[Cell, ...]]] = []
    above: tuple[Cell, ...] = ()
    for row in _rows(cells):
        if found and (next_row := _below(found[-1][-1], row)):
            found[-1].append(next_row)
        elif above and (pair := _pair(above, row)):
            found.append(list(pair))
        above = row
    return [tuple(grid) for grid in found if len(grid) >= _FEWEST and _holds_figures(grid)]


def _rows(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """Cells whose tops are level, from left to right; rows of too many are no table's."""
    row: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (cell.box[1], cell.box[0])):
        if row and cell.box[1] - row[0].box[1] > row[0].height / 2:
            yield from _row(row)
            row = []
        row.append(cell)
    yield from _row(row)


def _row(row: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    if _CELLS[0] <= len(row) <= _CELLS[1]:
        yield tuple(sorted(row, key=lambda cell: cell.box[0]))


def _pair(above: Sequence[Cell], row: Sequence[Cell]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]] | None:
    """The cells of two rows that stand below each other, if they are enough for a table."""
    pairs = [(cell, other) for cell in above if (other := _found_below(cell, row))]
    first, second = tuple(cell for cell, _ in pairs), tuple(other for _, other in pairs)
    return (first, second) if len(pairs) >= _CELLS[0] and len(set(second)) == len(second) else None


def _below(above: Sequence[Cell], row: Sequence[Cell]) -> tuple[Cell, ...] | None:
    """The cells of a row that stand below all those of the last row of a table; None where some are missing."""
    found = [_found_below(cell, row) for cell in above]
    whole = tuple(cell for cell in found if cell)
    return whole if len(whole) == len(found) == len(set(whole)) else None


def _found_below(cell: Cell, row: Sequence[Cell]) -> Cell | None:
    return next((other for other in row if _is_below(cell, other)), None)


def _is_below(cell: Cell, other: Cell) -> bool:
    aside = (
        other.box[0] - cell.box[0],
        other.box[2] - cell.box[2],
        (other.box[0] + other.box[2] - cell.box[0] - cell.box[2]) / 2,
    )
    near = 0 < other.box[1] - cell.box[1] <= _BELOW * cell.height
    return near and min(map(abs, aside)) <= _ASIDE * cell.height and 0.7 < cell.height / other.height < 1.4


def _holds_figures(grid: Sequence[tuple[Cell, ...]]) -> bool:
    cells = [cell for row in grid[1:] for cell in row]
    return sum(bool(re.search(r"\d", cell.text)) for cell in cells) >= _FIGURES * len(cells)
