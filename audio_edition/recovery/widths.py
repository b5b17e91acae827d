"""How wide the plain lines of a page are, and which of them fill their column."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.sheet import free

NARROWEST, WIDEST = 8, 70
"""Hanzi in a printed line."""
_REACH = 8
"""Lines before or behind a line that say how wide its column is."""
INDENT = 2
"""Hanzi by which the first line of a paragraph is set in, in print; white space at its beginning is no part of its text."""
_FEWEST = 3
"""Lines of them that must be as wide as it; of the whole page, twice as many."""


class Row(NamedTuple):
    """A plain line, and how wide it is."""

    line: Line
    at: int
    low: float
    """Its width."""
    high: float
    """Its width with the first word of the line behind it, less one Hanzi: its column is no wider."""
    gap: int
    """Empty lines behind it; -1 where no line follows that may go on with it."""
    space: int
    """Empty lines behind it, whatever follows."""
    broken: bool
    """It ends without punctuation."""


Measure = Callable[[str], float]


def ems(text: str) -> float:
    """Width in print: two digits or Latin letters are as wide as a Hanzi.

    >>> ems("今晚,7点30分"), squares("今晚,7点30分"), signs("今晚,7点30分")
    (6.0, 6.5, 8)
    """
    return len(text) - len(re.findall(r"[\x20-\x7e]", text)) / 2


def squares(text: str) -> float:
    """Width in print where recognition made the punctuation half-width."""
    return len(text) - len(re.findall(r"[A-Za-z0-9 .%]", text)) / 2


def signs(text: str) -> float:
    """Width for a program that counts code points."""
    return len(text)


_CLOSING = "，。、；：！？”’）》」』,;:!?)"
_WORD = re.compile(rf"[“‘（《「『]*(?:[A-Za-z0-9.%/~—-]+|.)[{_CLOSING}]*")
_STOP = re.compile(rf"[{_CLOSING}…]$")
_LONGEST = 3 * WIDEST


def rows_of(page: Sequence[tuple[int, Line]], measure: Measure, inset: float = 0) -> Iterator[Row]:
    """The plain lines of a page; `inset` is how wide the white is by which a line is set in."""
    behind = (*page[1:], (-1, Line("", kind="rule")))
    for (index, line), (_, other) in zip(page, behind, strict=True):
        if _is_plain(line):
            low = measure(line.text[:_LONGEST]) + (inset if line.indent else 0)
            word = _WORD.match(other.text) if _is_plain(other) else None
            high = low + (max(0.0, measure(word[0]) - 1) if word else 0)
            yield Row(line, index, low, high, _gap(line, other), other.gap, not _STOP.search(line.text))


_TABULAR = re.compile(r"(?:[^\s，。■●◆▲★]+\s+){2,}[^\s，。]+")
_HANZI = re.compile(rf"{HANZI}.*{HANZI}")
_BRACKETS = re.compile(r"[（(【][^（()）】]*(?:[）)】]|$)")


def _is_plain(line: Line) -> bool:
    return (
        free(line)
        and not line.level
        and not line.bold
        and not line.centred
        and not line.firm
        and bool(line.text)
        and (not is_latin(line.text[:_LONGEST]) or _HANZI.search(line.text[:_LONGEST]) is not None)
        and (len(line.text) > _LONGEST or not _TABULAR.fullmatch(_BRACKETS.sub("", line.text)))
    )


def _gap(line: Line, other: Line) -> int:
    """Empty lines between two lines, the second of which may go on with the first; -1 where it may not."""
    return other.gap if _is_plain(other) and not (other.bullet or other.indent) and line.division == other.division else -1


def full_rows(rows: Sequence[Row]) -> dict[int, int]:
    """Of each line that fills its column, how many empty lines stand between the lines of a paragraph there."""
    near = {row.at: gap for place, row in enumerate(rows) if (gap := _gap_within(rows, place)) >= 0}
    return near | _elsewhere(rows, near)


def _gap_within(rows: Sequence[Row], place: int) -> int:
    """Empty lines between the lines of a paragraph around a line that fills its column; -1 where it fills none."""
    row = rows[place]
    if row.gap < 0 or not NARROWEST <= row.low <= WIDEST:
        return -1
    half = _REACH // 2
    for first, last in ((place - _REACH, place), (place - half, place + half), (place, place + _REACH)):
        window = [*rows[max(0, first) : place], *rows[place + 1 : last + 1]]
        alike = [other for other in window if other.low <= row.high + 1 and row.low <= other.high + 1]
        longer = sum(other.low > row.high + 1.5 for other in window)
        broken = [other.gap for other in (row, *alike) if other.broken and other.gap >= 0]
        if len(alike) >= _FEWEST and 4 * longer <= len(alike) and 2 * len(broken) >= len(alike):
            return median_low(broken)
    return -1


def _elsewhere(rows: Sequence[Row], near: dict[int, int]) -> dict[int, int]:
    """Lines as wide as those that fill a column elsewhere on the page, on which hardly a line is wider."""
    widths, known = sorted(row.low for row in rows), sorted(row.low for row in rows if row.at in near)
    breaks = sorted(row.low for row in rows if row.broken and row.gap == 0)
    found = {}
    for row in rows:
        if row.at in near or row.gap < 0 or not NARROWEST <= row.low <= WIDEST:
            continue
        alike = max(bisect_right(some, row.high + 1) - bisect_left(some, row.low - 1) for some in (known, breaks))
        if alike >= 2 * _FEWEST and 4 * (len(widths) - bisect_right(widths, row.high + 1.5)) <= alike:
            found[row.at] = median_low(near.values()) if near else 0
    return found
