"""Reads column by column what the source lists row by row.

A parser that sorts its blocks from top to bottom goes from column to column and back again; one that reads them leaves a column
once. Only where columns are left and entered again many times is the order of a page changed, and that is reported (S602).
"""

from collections.abc import Sequence
from itertools import groupby

from audio_edition.model.finding import Finding
from audio_edition.model.page import Line
from audio_edition.readers._columns import columns
from audio_edition.recovery.sheet import Sheet, set_apart, with_lines

_FEWEST = 8
"""Texts with a place that a page must have."""
_RETURNS = 4
"""Times that a column is entered again, at least; and as often as half of its columns."""


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
    found = columns([lines[at].box or (0, 0, 0, 0) for at in placed], heads)
    if not _goes_across(found):
        return listed
    behind: dict[int, list[int]] = {}
    above = -1
    for at in listed:
        above = at if at in inside else above
        behind.setdefault(above, []).append(at)
    return [*behind.get(-1, ()), *(at for leaf in found for place in leaf for at in behind[placed[place]])]


def _goes_across(found: Sequence[Sequence[int]]) -> bool:
    """Whether the order in which texts are listed leaves the columns, and enters them again, time after time."""
    column = {place: number for number, leaf in enumerate(found) for place in leaf}
    visits = len(list(groupby(column[place] for place in sorted(column))))
    returns = visits - len(found)
    return returns >= _RETURNS and 2 * returns >= len(found)
