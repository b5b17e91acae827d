"""Puts together the printed lines of hard-wrapped Hanzi, before anything is said of what they are.

No word tells a wrapped line, its width does: it is as wide as its neighbours, and the first word of the next line would not
have fitted on it. What ends short ends its paragraph. Each region of a page may have a width, and a way of setting paragraphs
apart, of its own: empty lines, indents or nothing; some sources have an empty line behind every line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, product
from statistics import median_low

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import between
from audio_edition.model.page import Line
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.jumps import RESUME
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import cuts_word, is_final
from audio_edition.recovery.sheet import Sheet, merge, with_lines
from audio_edition.recovery.widths import INDENT, NARROWEST, Row, ems, full_rows, rows_of, signs, squares

_CUT = 10
"""Of so many line ends in prose, one goes through a word for sure (four on average; one of thirty between titles)."""


def unwrap(sheet: Sheet) -> Sheet:
    """The printed lines of each paragraph as one line."""
    inner = {at for _, page in groupby(enumerate(sheet.lines), key=lambda pair: pair[1].page) for at in _joints(list(page))}
    made: list[Line] = []
    for index, line in enumerate(sheet.lines):
        if index in inner:
            made[-1] = merge(made[-1], line, between(made[-1].text, line.text))
        else:
            made.append(line)
    return with_lines(sheet, made)


def _joints(page: Sequence[tuple[int, Line]]) -> set[int]:
    """Numbers of the lines that go on with the line before them; whichever measure explains more of them."""
    ways = product((ems, squares, signs), (0, INDENT) if any(line.indent for _, line in page) else (0,))
    return max((_joined(list(rows_of(page, measure, inset))) for measure, inset in ways), key=len)


def _joined(rows: Sequence[Row]) -> set[int]:
    full = full_rows(rows)
    usual = median_low(full.values()) if full else 0
    apart = _sets_apart(rows, full, usual)
    joints = [
        (row.line.text, other)
        for row, other in _inside(rows, full, usual if apart else -1)
        if row.gap <= full[row.at]
        if not is_final(row.line.text) or (apart and (other.at in full or other.space > usual or is_final(other.line.text)))
        if not _begins(row.line.text, other.line.text)
    ]
    cut = sum(_cuts(text, other.line.text) for text, other in joints)
    return {other.at for _, other in joints} if _CUT * cut >= len(joints) else set()


def _sets_apart(rows: Sequence[Row], full: dict[int, int], usual: int) -> bool:
    """Whether lines that end a paragraph short have a gap or an indent behind them: then any that ends one has."""
    short = [row for row in rows if row.at not in full]
    ended = [row.gap for row in short if row.low >= NARROWEST and is_final(row.line.text)]
    if not ended:
        return any(row.space > usual for row in short)
    return sum(not 0 <= gap <= usual for gap in ended) > 0.8 * len(ended)


_STOPS = re.compile(r"[，。；：！？,;!?]")


def _inside(rows: Sequence[Row], full: dict[int, int], usual: int) -> Iterator[tuple[Row, Row]]:
    """Each full line and the line behind it; of blocks set apart, only where most lines but the last are full.

    A block without any punctuation is no prose, but verse, or the lines of a title.
    """
    start = 0
    for end, row in enumerate(rows, 1):
        if end < len(rows) and 0 <= row.gap <= usual:
            continue
        block = rows[start : end + (usual < 0)]
        filled = [(one, other) for one, other in pairwise(block) if one.at in full and one.gap >= 0]
        if usual < 0 or (2 * len(filled) >= len(block) - 1 and any(_STOPS.search(one.line.text) for one in block)):
            yield from filled
        start = end


def _cuts(left: str, right: str) -> bool:
    """Whether a boundary goes through a word, or parts a number from what it counts."""
    return bool(re.match(HANZI, right) and re.search(r"\d$", left)) or cuts_word(left, right)


def _begins(text: str, other: str) -> bool:
    """Whether the second line says that it begins a text, or one of them names its writers."""
    below = fold(other)
    if DATELINE.match(below) or RESUME.match(below):
        return True
    above, names = signature(text), signature(other)
    return bool((above and not DATELINE.match(fold(text) + below)) or (names and names.told))
