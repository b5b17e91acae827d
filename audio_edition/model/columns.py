"""Columns of a page by where its texts stand: recursive cuts along the white between them (XY-cut)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from audio_edition.model.page import Box

_DEEPEST = 12
"""Cuts within each other: a page has boxes, boxes have columns."""
_OVERLAP = 0.15
"""Share of its shorter side by which a box may reach into the white around it: a scan is never quite straight."""
_NARROW = 0.6
"""Share of the width of what stands above, below which a row is no more of it."""

Stretch = tuple[float, ...]


class Texts(NamedTuple):
    """The places of the texts of a page."""

    boxes: Sequence[Box]
    heads: frozenset[int]
    """Numbers of those that are headings."""
    from_right: bool
    """Lines are vertical, and read from the right."""


def columns(boxes: Sequence[Box], heads: Iterable[int] = (), from_right: bool = False) -> list[list[int]]:
    """Numbers of the boxes, column by column as they are read, each from its top.

    Texts of which none is beside another are one column, wherever each stands: a title in the middle, the writer below it.
    What spans columns stands before those that it spans, with the headings (`heads`) at once above it. `from_right`: vertical
    lines are read from the right.

    >>> columns([(0, 0, 90, 9), (0, 20, 40, 29), (50, 20, 90, 29), (0, 40, 40, 49), (50, 40, 90, 49)])
    [[0], [1, 3], [2, 4]]
    >>> columns([(40, 0, 60, 9), (0, 20, 20, 29)])
    [[0], [1]]
    """
    texts = Texts([_shrunk(box) for box in boxes], frozenset(heads), from_right)
    return _cut(list(range(len(boxes))), texts, 0)


def _shrunk(box: Box) -> Box:
    by = _OVERLAP * min(box[2] - box[0], box[3] - box[1])
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def _cut(found: list[int], texts: Texts, depth: int) -> list[list[int]]:
    if len(found) < 2 or depth == _DEEPEST:
        return [found]
    beside = _parted(found, texts.boxes, 0)
    if len(beside) > 1 and (stacked := _stacked(beside, texts.boxes)):
        return [leaf for part in stacked for leaf in _cut(part, texts, depth + 1)]
    if len(beside) > 1:
        parts = beside[::-1] if texts.from_right else beside
        return [leaf for part in parts for leaf in _cut(part, texts, depth + 1)]
    made: list[list[int]] = [[]]
    for rows in _grouped(_parted(found, texts.boxes, 1), texts):
        if len(_parted(rows, texts.boxes, 0)) > 1:
            made += [*_cut(rows, texts, depth + 1), []]
        else:
            made[-1] += rows
    return [leaf for leaf in made if leaf]


def _parted(found: Sequence[int], boxes: Sequence[Box], side: int) -> list[list[int]]:
    """The boxes parted by the white that goes through all of them: from left to right (side 0), from top to bottom (1)."""
    parts: list[list[int]] = []
    end = float("-inf")
    for at in sorted(found, key=lambda at: boxes[at][side]):
        if boxes[at][side] > end:
            parts.append([])
        parts[-1].append(at)
        end = max(end, boxes[at][side + 2])
    return parts


def _stacked(parts: Sequence[list[int]], boxes: Sequence[Box]) -> list[list[int]]:
    """The parts from the top down, if each stands wholly below the one above it, and so none beside another; else none."""
    found = sorted((min(boxes[at][1] for at in part), max(boxes[at][3] for at in part), part) for part in parts)
    apart = all(bottom <= below for (_, bottom, _), (below, _, _) in pairwise(found))
    return [part for _, _, part in found] if apart else []


def _grouped(rows: Sequence[list[int]], texts: Texts) -> Iterator[list[int]]:
    """Rows put together as long as white between columns goes through all of them; rows without any, as one column."""
    group: list[list[int]] = []
    spans: list[Stretch] = []
    for row in rows:
        own = _union([texts.boxes[at][::2] for at in row])
        both = _union([*spans, *own])
        if group and len(both) == 1 and not _is_one_column(spans, own):
            heads = _heads(group, texts) if len(spans) > 1 == len(own) else []
            yield [at for above in group[: len(group) - len(heads)] for at in above]
            group, both = heads, own
        group.append(row)
        spans = both
    yield [at for above in group for at in above]


def _heads(rows: Sequence[list[int]], texts: Texts) -> list[list[int]]:
    """The headings at the end of rows, none beside another."""
    first = len(rows)
    while first > 1 and len(rows[first - 1]) == 1 and rows[first - 1][0] in texts.heads:
        first -= 1
    return [*rows[first:]]


def _is_one_column(above: Sequence[Stretch], below: Sequence[Stretch]) -> bool:
    """Whether neither of two rows has columns, and the second is no narrow one that stands under a wide one."""
    if len(above) > 1 or len(below) > 1:
        return False
    left, right, start, end = *above[0], *below[0]
    return end - start >= _NARROW * (right - left)


def _union(spans: Sequence[Stretch]) -> list[Stretch]:
    made: list[Stretch] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made
