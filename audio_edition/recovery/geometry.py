"""Where the source says how large each text is set: what is set larger than the text is a heading, the larger the higher."""

from statistics import median

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, with_lines

_STEPS = (2.6, 1.9, 1.5, 1.22)
"""How many times larger than the text a heading of level 1, 2, 3, 4 is set, at least."""
_ENOUGH = 3
"""Texts of a page that must have a box before their size is trusted."""


def rank_by_size(sheet: Sheet) -> Sheet:
    """Set the level of short lines by the size of their letters; geometry decides better than marks."""
    lines = list(sheet.lines)
    bodies: dict[int, float] = {}
    for page in {line.page for line in lines if line.box}:
        sizes = [_letter(line) for line in lines if line.page == page and line.box and size(line.text) > 60]
        if len(sizes) >= _ENOUGH:
            bodies[page] = median(sizes)
    return with_lines(sheet, [_ranked(line, bodies) for line in lines])


def _letter(line: Line) -> float:
    """Side of the square that one character takes, whatever the number of printed lines."""
    assert line.box is not None
    left, top, right, bottom = line.box
    return float(((right - left) * (bottom - top) / max(1, size(line.text))) ** 0.5)


def _ranked(line: Line, bodies: dict[int, float]) -> Line:
    body = bodies.get(line.page)
    if body is None or line.box is None or not free(line) or size(line.text) > 60 or size(line.text) < 2:
        return line
    larger = min(_letter(line), _height(line)) / body
    level = next((level for level, step in enumerate(_STEPS, 1) if larger >= step), 0)
    return structs.replace(line, level=level or (5 if line.level else 0))


def _height(line: Line) -> float:
    """The shorter side of the box: letters cannot be larger."""
    assert line.box is not None
    return min(line.box[2] - line.box[0], line.box[3] - line.box[1])
