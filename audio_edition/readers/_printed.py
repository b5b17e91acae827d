"""Printed lines of a page with their places and nothing else, as OCR services give them: blocks in the order of the columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from audio_edition.model.columns import columns
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Box
from audio_edition.readers._grids import grids
from audio_edition.readers._layout import Block
from audio_edition.readers._sizes import STEPS, height, level, usual_height
from audio_edition.readers._tables import Rows

_BESIDE = 0.6
"""Letters of the text between two pieces of one line, at most."""
_APART = 1.7
"""Line pitches from a line to one that begins another paragraph, at least."""
_INDENT = (0.8, 3.5)
"""Letters by which the first line of a paragraph is set in."""


_RAGGED = 1.5
"""Letters by which a full line may end before its column does."""


class Row(NamedTuple):
    """A printed line."""

    text: str
    box: Box
    cells: Rows = ()
    """Of a table, row by row."""

    @property
    def height(self) -> float:
        """Of its letters."""
        return height(self.box)


def printed(found: Sequence[tuple[str, Box]], page: int) -> Iterator[Block]:
    """The lines as blocks: what is set larger is a heading; a line that follows at once has no gap before it.

    Boxes are left out: that of a printed line says nothing of its paragraph.
    """
    pieces = [Row(text, edges) for text, edges in found if text.strip()]
    usual = usual_height((row.text, row.height) for row in pieces)
    rows = list(_tabled(_whole(pieces, usual)))
    if not rows:
        return
    vertical = sum(_is_vertical(row) for row in rows) > len(rows) / 2
    heads = [at for at, row in enumerate(rows) if not row.cells and level(row.height, usual)]
    for leaf in columns([row.box for row in rows], heads, from_right=vertical):
        yield from _column([rows[at] for at in leaf], usual, page, vertical)


def _tabled(rows: Sequence[Row]) -> Iterator[Row]:
    """The lines; those of a table as one, where its first stands."""
    found = grids([(row.text, row.box) for row in rows])
    first = {min(cell.at for cell in grid[0]): grid for grid in found}
    inner = {cell.at for grid in found for line in grid for cell in line}
    for at, row in enumerate(rows):
        if at in first:
            boxes = [cell.box for line in first[at] for cell in line]
            left, top, right, bottom = zip(*boxes, strict=True)
            edges = min(left), min(top), max(right), max(bottom)
            yield Row("", edges, tuple(tuple(cell.text for cell in line) for line in first[at]))
        elif at not in inner:
            yield row


def _column(column: Sequence[Row], usual: float, page: int, vertical: bool) -> Iterator[Block]:
    """The lines of a column; those of one heading, and of one paragraph as far as their places say so, together."""
    pitch, left = _pitch(column), min(row.box[0] for row in column)
    end = max((row.box[2] for row in column if row.cells or not level(row.height, usual)), default=0.0)
    together: list[Row] = []
    above: Row | None = None
    for row, behind in zip(column, [*column[1:], None], strict=True):
        if row.cells:
            yield Block("table", rows=row.cells, page=page)
            above = None
            continue
        set_as = level(row.height, usual)
        together.append(row)
        goes_on = set_as or (not vertical and behind and _fills(row, behind, left, end))
        if goes_on and behind and not behind.cells and _alike(row, behind) and behind.box[1] - row.box[3] < row.height:
            continue
        first = together[0]
        near = above is not None and first.box[1] - above.box[1] <= _APART * pitch and _alike(above, first)
        indent = not vertical and not set_as and _INDENT[0] <= (first.box[0] - left) / first.height <= _INDENT[1]
        text = "\n".join(part.text for part in together)
        yield Block("text", text, page=page, level=set_as, gap=0 if near else 1, indent=indent and len(column) > 1)
        together, above = [], row


def _fills(row: Row, behind: Row, left: float, end: float) -> bool:
    """Whether a line of Hanzi reaches the end of its column, and the one below it is not set in."""
    filled = row.box[2] > end - _RAGGED * row.height and behind.box[0] < left + _INDENT[0] * behind.height
    return filled and not is_latin(row.text)


def _whole(rows: list[Row], usual: float) -> list[Row]:
    """Pieces of one line put together, where less white is between them than between columns."""
    made: list[Row] = []
    for row in sorted(rows, key=lambda row: (round(row.box[1] / max(1e-9, row.height)), row.box[0])):
        if made and _goes_on(made[-1], row, usual):
            last = made.pop()
            left, top, right, bottom = last.box
            edges = (left, min(top, row.box[1]), max(right, row.box[2]), max(bottom, row.box[3]))
            row = Row(f"{last.text} {row.text}", edges)
        made.append(row)
    return made


def _goes_on(row: Row, other: Row, usual: float) -> bool:
    between, high = other.box[0] - row.box[2], row.box[3] - row.box[1]
    level = abs(other.box[1] - row.box[1]) < high / 3 and abs(other.box[3] - row.box[3]) < high / 3
    return level and _alike(row, other) and -high / 2 < between < _BESIDE * usual and not _is_vertical(row)


def _alike(row: Row, other: Row) -> bool:
    return max(row.height, other.height) < STEPS[-1] * min(row.height, other.height)


def _is_vertical(row: Row) -> bool:
    return len(row.text) > 2 and row.box[3] - row.box[1] > 1.5 * (row.box[2] - row.box[0])


def _pitch(column: Sequence[Row]) -> float:
    """From one line of a column to the next, as a rule."""
    steps = [other.box[1] - row.box[1] for row, other in pairwise(column)]
    return median(steps) if steps else 0.0
