"""Where the source says where each text stands, and so how large it is set.

What is set larger than the text is a heading, the larger the higher. A notice that the parser took for no text goes where it
stands on the page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil
from statistics import median

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.jumps import is_notice
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, set_apart, with_lines

_STEPS = (2.6, 1.9, 1.5, 1.22)
"""How many times larger than the text a heading of level 1, 2, 3, 4 is set, at least."""
_LARGE = 2.0
"""And what begins an article rather than a part of one: more than where printed lines are measured (readers/_sizes.py), since a
block's box may hold the white around its lines."""
_LONG = 60, 30
"""Hanzi above which a text tells the size of its letters: of a shorter one, its last line leaves more of the box empty."""
_SHORT = min(_LONG)
_ENOUGH = 3
"""Texts of a page that must have a box before their size is trusted."""
_MOST = 60
"""Notices for which a place is looked for."""


def rank_by_size(sheet: Sheet) -> Sheet:
    """Set the level of short lines by the size of their letters; geometry decides better than marks."""
    lines = list(sheet.lines)
    shared = Counter[tuple[object, ...]]()
    for line in lines:
        shared[line.page, line.box] += size(line.text)
    bodies: dict[int, float] = {}
    for page in {line.page for line in lines if line.box}:
        texts = [line for line in lines if line.page == page and line.box and size(line.text) > _SHORT]
        found = next((long for least in _LONG if len(long := [line for line in texts if size(line.text) > least]) >= _ENOUGH), [])
        if found:
            bodies[page] = median(_letter(line, shared) for line in found)
    return with_lines(sheet, [_ranked(line, bodies, shared) for line in lines])


def place_notices(sheet: Sheet) -> Sheet:
    """Put each jump line that the parser gave apart behind the text in or below which it stands."""
    notices = [index for index, line in enumerate(sheet.lines) if _is_notice(line)][:_MOST]
    places = list(range(len(sheet.lines)))
    for index in notices:
        places[index] = _place(sheet.lines, index)
    order = sorted(range(len(places)), key=lambda index: (places[index], places[index] != index))
    return with_lines(sheet, (sheet.lines[index] for index in order))


def _is_notice(line: Line) -> bool:
    return line.box is not None and set_apart(line) and is_notice(line.text)


def _place(lines: Sequence[Line], index: int) -> int:
    """Number of the text nearest above a notice, or around it, in its column; its own number where there is none."""
    left, top, right, bottom = lines[index].box or (0, 0, 0, 0)
    x, y = (left + right) / 2, (top + bottom) / 2
    above = {
        at: max(0.0, y - line.box[3])
        for at, line in enumerate(lines)
        if line.page == lines[index].page and line.box and line.kind == "text" and not set_apart(line)
        if line.box[0] <= x <= line.box[2] and line.box[1] <= y
    }
    return min(above, key=lambda at: above[at], default=index)


def _letter(line: Line, shared: Counter[tuple[object, ...]]) -> float:
    """Side of the square that one character takes, whatever the number of printed lines; lines of one block share its box."""
    assert line.box is not None
    left, top, right, bottom = line.box
    return float(((right - left) * (bottom - top) / max(1, shared[line.page, line.box])) ** 0.5)


def _ranked(line: Line, bodies: dict[int, float], shared: Counter[tuple[object, ...]]) -> Line:
    """A line by its size, unless the reader knew its printed lines and has measured those."""
    body = bodies.get(line.page)
    if body is None or line.box is None or line.large or not free(line) or not 2 <= size(line.text) <= 60 or _is_text(line):
        return line
    letter = _letter(line, shared)
    larger = min(letter, _height(line) / (1 + _LEADED * (_rows(line) - 1))) / body
    alone = shared[line.page, line.box] == size(line.text)
    if not line.level and alone and _height(line) > _ONE_LINE * letter:
        larger /= _HALF_EMPTY
    level = next((level for level, step in enumerate(_STEPS, 1) if larger >= step), 0)
    return structs.replace(line, level=level or (5 if line.level else 0), large=larger >= _LARGE)


_LEADED = 1.3
"""From one printed line of a title to the next, in heights of its letters; its box ends where the last of them do."""
_PITCH = 1.5
"""From one printed line to the next, in heights of its letters, at most."""


def _rows(line: Line) -> int:
    """Printed lines that a text needs at least in its box: of fewer, the letters would be too high for all to have a place."""
    assert line.box is not None
    left, top, right, bottom = line.box
    wide, high = right - left, bottom - top
    return max(1, ceil((size(line.text) * high / (_PITCH * wide)) ** 0.5)) if wide > high else 1


_ONE_LINE = 1.4
"""Letters that the height of a single printed line has, at most."""
_HALF_EMPTY = 2**0.5
"""By how much the letters of two printed lines seem larger, at most, where nearly nothing stands on the second."""
_TEXT = re.compile(r"[。；，、.;,]$|^[（(][^（()）]*[）)]$")


def _is_text(line: Line) -> bool:
    """Whether a line says that it is the end of a text, or signs one: its box is as wide as its column, and tells no size."""
    return not line.level and (bool(_TEXT.search(line.text)) or signature(line.text) is not None)


def _height(line: Line) -> float:
    """The shorter side of the box: letters cannot be larger."""
    assert line.box is not None
    return min(line.box[2] - line.box[0], line.box[3] - line.box[1])
