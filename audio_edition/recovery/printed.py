"""Puts printed lines of Latin text together: paragraphs broken at the width of their column, titles broken anywhere.

Two lines are one text when the first word of the second would not have fitted into the first. All later repairs see
paragraphs, as they do of parsers that do not keep the printed lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from audio_edition.model.issue import SourceSpan
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.fields import tile
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import is_capitals, is_headline
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, with_lines
from audio_edition.recovery.signatures import LATIN_NAME

_NARROWEST = 24
"""Characters of the narrowest column."""
_FULL = 0.85
"""Share of a column's width that a line fills which has no place for another word."""
_ENOUGH = 3
"""Blocks of a page that show that empty lines stand between its paragraphs."""
_TALLEST = 4
"""Printed lines that a title may have."""


def join_printed(sheet: Sheet) -> Sheet:
    """Each paragraph and each title one line, where the source keeps the printed lines."""
    return with_lines(sheet, _joined(sheet.lines))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    usual = _usual_widths(lines)
    blocks = list(_blocks(lines))
    apart = Counter(block[0].page for block in blocks if len(block) > 1)
    for block in blocks:
        width = _width(block, usual.get(block[0].page, 0))
        full = _FULL if apart[block[0].page] >= _ENOUGH else 1.0
        parts = block[:1]
        for line in block[1:]:
            if _wraps(parts[-1], line, width, full) or _goes_on(parts, line):
                parts.append(line)
            else:
                yield _whole(parts)
                parts = [line]
        yield _whole(parts)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of Latin text that follow each other at once; every other line is a block of its own."""
    block: list[Line] = []
    for line in lines:
        if block and not _follows(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _follows(before: Line, line: Line) -> bool:
    if (
        (line.gap and not _breaks_word(before.text, line.text))
        or line.broken
        or line.indent
        or line.page != before.page
        or not (_is_print(before) and _is_print(line))
    ):
        return False
    if line.level or line.bold:
        return (line.level, line.bold) == (before.level, before.bold)
    return not (before.level or before.bold) or _breaks_word(before.text, line.text)


def _is_print(line: Line) -> bool:
    plain = free(line) and not line.division and not line.bullet and not line.centred and is_latin(line.text)
    return plain and not _is_dated(line.text)


def _is_dated(text: str) -> bool:
    """Whether a line holds the day and number or price of the issue, and little else: no text goes on with it."""
    tiling = tile(fold(text)) if len(text) < _DATED and re.search(r"\b(?:19|20)\d\d\b", text) else None
    return tiling is not None and {"date"} < tiling.names and 3 * size(tiling.rest) < size(text)


_DATED = 160
"""Characters of a masthead line, at most."""


def _breaks_word(before: str, text: str) -> bool:
    return bool(re.search(r"[a-z]-$", before) and re.match(r"[a-z]", text))


def _usual_widths(lines: Sequence[Line]) -> dict[int, int]:
    """Of each page, how long the lines are that another one follows at once."""
    lengths: dict[int, list[int]] = {}
    for before, line in pairwise(lines):
        if _follows(before, line) and not line.level:
            lengths.setdefault(line.page, []).append(len(before.text))
    return {page: sorted(found)[len(found) * 3 // 4] for page, found in lengths.items()}


def _width(block: Sequence[Line], usual: int) -> int:
    """Characters of the column that a block stands in; a short block does not say, its page does."""
    lengths = sorted(len(line.text) for line in block)
    own = lengths[(len(lengths) - 1) * 9 // 10]
    return own if len(block) >= _TALLEST else max(own, usual)


def _wraps(before: Line, line: Line, width: int, full: float) -> bool:
    """Whether the first word of a line had no place in the line before, of whose width a last sentence would not fill `full`."""
    if line.level or line.bold or width < _NARROWEST or (is_capitals(before.text) and not is_capitals(line.text)):
        return _breaks_word(before.text, line.text)
    if _breaks_word(before.text, line.text) or (re.match(r"[a-z,;.]", line.text) and not is_final(before.text)):
        return True
    filled = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0])
    return filled > (full if is_final(before.text) else _FULL) * width


def _goes_on(title: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the title above it: both are capitalized alike, and neither ends like a sentence."""
    first, before = title[0], title[-1]
    if first.level or first.bold or len(title) == _TALLEST or not all(is_headline(part.text) for part in (first, before, line)):
        return False
    if is_capitals(first.text) != is_capitals(line.text) or re.search(r"[\d.]$", before.text) or is_final(line.text):
        return False
    return not (LATIN_NAME.fullmatch(first.text) or signature(first.text) or signature(line.text))


def _whole(parts: Sequence[Line]) -> Line:
    """The parts as one line: a space between two, or a hyphen less."""
    if len(parts) == 1:
        return parts[0]
    text = "".join(
        f"{before.text[:-1]}" if _breaks_word(before.text, line.text) else f"{before.text} " for before, line in pairwise(parts)
    )
    return structs.replace(parts[0], text=text + parts[-1].text, spans=tuple(_spans(parts)))


def _spans(parts: Sequence[Line]) -> Iterator[SourceSpan]:
    """Places of the parts, the sign between two with the first; so they tile the text."""
    for line, behind in pairwise(parts):
        yield from line.spans[:-1]
        if line.spans and behind.spans:
            last, first = line.spans[-1], behind.spans[0]
            hyphen = _breaks_word(line.text, behind.text)
            yield structs.replace(last, end=last.end - 1 if hyphen else first.start if first.start - last.end == 1 else last.end)
    yield from parts[-1].spans
