"""Labels rolls of names: who is honoured, elected or admitted, several names on each line. None of them wrote anything."""

import re
from collections.abc import Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

COUNTED = re.compile(r"[^,。:]{2,24}\(共?\d{1,3}[名个家人对位户篇件项]\)")
"""Heads a part of a roll, and says how many are named in it: `工人先锋号（3个）`."""
_LONGEST = 30
"""Hanzi of what is named on a line of its own."""
_FEWEST = 3
"""Names on two lines of a roll, at least."""
_ALONE = 6
"""Names of a roll on one line: no article has so many writers whom nothing calls so."""
_OF = re.compile(r"[^:,。\s]{2,16}[:(]\s*")
"""Whose names they are, before them: `城关区：张玉梅 冯建设`."""
_NAME = re.compile(rf"{HANZI}{{2,4}}")
_ABOUT = re.compile(r"\([^()\d]{1,6}\)")
"""What is said of one of them: `(女)`, `(回族)`."""
_SINGLE = re.compile(rf"(?<!\S)({HANZI}) +({HANZI})(?!\S)")
"""A name of two signs, padded to the width of three."""


def label_rolls(sheet: Sheet) -> Sheet:
    """Unmarked lines of names that follow each other are a list."""
    lines = list(sheet.lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].page == lines[start].page and _names(lines[end]):
            end += 1
        if end == start and _is_counted(lines, start):
            end = _named_below(lines, start)
            lines[start:end] = [label(line, "list", "named below their number", 0.8) for line in lines[start:end]]
        elif _is_roll([_names(line) for line in lines[start:end]]):
            lines[start:end] = [label(line, "list", "roll of names", 0.8) for line in lines[start:end]]
        start = max(end, start + 1)
    return with_lines(sheet, lines)


def _is_counted(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands below one that heads a part of a roll."""
    return index > 0 and bool(COUNTED.fullmatch(fold(lines[index - 1].text).strip())) and _is_entry(lines[index])


def _named_below(lines: Sequence[Line], start: int) -> int:
    """The number of the first line from `start` on that names nobody."""
    end = start
    while end < len(lines) and lines[end].page == lines[start].page and _is_entry(lines[end]):
        end += 1
    return end


def _is_entry(line: Line) -> bool:
    """Whether a line can be one of a roll: unmarked, short, no sentence, and not the head of a further part."""
    plain = free(line) and not line.level and not line.bold and size(line.text) <= _LONGEST
    return plain and not re.search(r"[。；！？：:]", line.text) and not COUNTED.fullmatch(fold(line.text).strip())


def _is_roll(counts: Sequence[int]) -> bool:
    """Whether lines of so many names are a roll: two of them hold several, or one holds many."""
    return sum(count >= _FEWEST for count in counts) > 1 or max(counts, default=0) >= _ALONE


def _names(line: Line) -> int:
    """How many names a line holds; 0 where it holds anything else.

    >>> [_names(Line(text)) for text in ("丁志刚 王 芳（女） 叶建国", "城关区：张玉梅 冯建设", "记者 张玉梅 冯建设")]
    [3, 2, 0]
    """
    if not free(line) or line.level or line.bold:
        return 0
    text = _ABOUT.sub("", fold(line.text).strip())
    lead = _OF.match(text)
    names = [name for name in re.split(r"[\s、]+", _SINGLE.sub(r"\1\2", text[lead.end() if lead else 0 :])) if name]
    sure = sum(map(is_person, names))
    return len(names) if sure == len(names) or (lead and 2 * sure >= len(names) and all(map(_NAME.fullmatch, names))) else 0
