"""How much speaks for the first line of a run being the label of a column: what the issue's other headers do, and its name."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.vocabulary import NOTICES, WEATHER

_ALIKE = 3
"""Headers that begin alike, at least, before the form says something."""
_LONGEST = 8
"""Signs that the label of a column may have."""
_SHORT = 5
"""Signs of a label that nothing but its length tells; half a title may be longer."""
_HABIT, _OWN = 2.5, 2.0

_SAYING = re.compile(r"[,。?!:;、“”《》]|\d|[了着被把呢吧]|[一二三四五六七八九十两][个位名只条座张件场]$")
"""What the words of a sentence hold, and names do not."""


def label_merits(lines: Sequence[Line], runs: Sequence[Sequence[int]], paper: str) -> dict[int, float]:
    """Of the lines that may be labels, what speaks for it.

    Where several headers of an issue begin with a few signs above a longer line, those of the others do as well; and papers
    name their columns after themselves.
    """
    headers = [header_of(lines, run) for run in runs]
    merits = dict.fromkeys((run[0] for run in headers if _is_named(lines[run[0]], paper)), _OWN)
    heads = [run[0] for run in headers if len(run) > 1 and _is_short_head(lines[run[0]], lines[run[1]])]
    if len(heads) >= _ALIKE:
        merits |= {index: merits.get(index, 0.0) + _HABIT for index in heads}
    return merits


def header_of(lines: Sequence[Line], run: Sequence[int]) -> Sequence[int]:
    """A run without the names at its head, which sign the text above; the whole run where it is nothing but names."""
    start = next((place for place, at in enumerate(run) if not _is_name(lines[at])), 0)
    return run[start:]


def _is_short_head(line: Line, other: Line) -> bool:
    """Whether a line of a few signs stands above a longer one, which names nobody."""
    short = size(line.text) <= _SHORT and may_be_label(line)
    return short and other.gap > 0 and size(line.text) < size(other.text) and not signature(other.text)


def _is_named(line: Line, paper: str) -> bool:
    """Whether a line of a few signs begins with a word of the paper's name: 临溪 or 日报 of 临溪日报."""
    return len(paper) > 2 and may_be_label(line) and fold(line.text).startswith((fold(paper)[:2], fold(paper)[-2:]))


def may_be_label(line: Line) -> bool:
    """Whether a line has the form of a column's name."""
    text = fold(line.text)
    plain = re.sub(r"\s", "", text)
    return (
        2 <= size(text) <= _LONGEST
        and not _SAYING.search(text)
        and not NOTICES.fullmatch(plain)
        and not WEATHER.fullmatch(plain)
        and not _is_name(line)
    )


def _is_name(line: Line) -> bool:
    """Whether a line names somebody: what only looks like a name is none where it is marked."""
    found = signature(line.text)
    return found is not None and (found.told or not (line.level or line.bold))
