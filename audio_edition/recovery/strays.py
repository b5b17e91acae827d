"""Brings a column back to its article: a parser that lists one too late leaves it behind the article beside.

The article breaks off; behind another one that is complete stands a text that goes on with it, left of that one and above its
end, where the next column of the broken article is. All that has to be so, and places have to be known.
"""

from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.page import Line
from audio_edition.recovery.prose import is_final, runs_on, size
from audio_edition.recovery.sheet import Sheet, with_lines

_SHORTEST = 15
"""Hanzi of a text that breaks off."""
_BEHIND = 200
"""Lines behind among which the rest of an article is looked for."""
_GAP = 8
"""The gap between two columns is at most one in so many parts of a column's width, or they overlap by as much."""


def return_strays(sheet: Sheet) -> Sheet:
    """Texts that stand behind a foreign article go on with their own, which is reported (S602)."""
    lines = list(sheet.lines)
    findings = []
    for last in _broken(lines):
        stray = _stray(lines, last)
        if stray >= 0:
            for at in _column(lines, stray):
                lines[at] = structs.replace(lines[at], article=lines[last].article)
            said = "a column is listed behind another article; it is read where it goes on"
            findings.append(Finding("S602", said, lines[stray].where, "note"))
    return with_lines(sheet, lines, findings)


def _broken(lines: Sequence[Line]) -> list[int]:
    """Numbers of the last texts of articles that break off, and do not say that they go on elsewhere."""
    ends = {line.article: at for at, line in enumerate(lines) if line.role == "paragraph" and line.article >= 0}
    jumps = {line.article for line in lines if line.role == "jump"}
    return sorted(at for article, at in ends.items() if article not in jumps and _breaks_off(lines[at]))


def _breaks_off(line: Line) -> bool:
    return line.box is not None and not line.firm and size(line.text) >= _SHORTEST and not is_final(line.text)


def _stray(lines: Sequence[Line], last: int) -> int:
    """The first text behind, in another article, that goes on with one that breaks off; -1 where none does."""
    before: dict[int, Line] = {}
    for at in range(last + 1, min(len(lines), last + _BEHIND)):
        line = lines[at]
        if line.page != lines[last].page:
            break
        if line.role != "paragraph" or line.article == lines[last].article:
            continue
        above = before.get(line.article)
        if above is not None and is_final(above.text) and _is_beside(lines[last], above, line):
            return at if runs_on(lines[last].text, line.text) else -1
        before[line.article] = line
    return -1


def _is_beside(last: Line, above: Line, line: Line) -> bool:
    """Whether a text stands left of and higher than the one listed above it, in the column next to the broken one."""
    if last.box is None or above.box is None or line.box is None:
        return False
    back = line.box[0] < above.box[0] and line.box[1] < above.box[3]
    width = last.box[2] - last.box[0]
    return back and _GAP * abs(line.box[0] - last.box[2]) <= width


def _column(lines: Sequence[Line], start: int) -> list[int]:
    """Numbers of the texts of one article that follow each other from a place on."""
    found = []
    for at in range(start, len(lines)):
        if lines[at].article == lines[start].article and lines[at].role == "paragraph":
            found.append(at)
        elif lines[at].role not in ("image", "caption", "furniture", "rule"):
            break
    return found
