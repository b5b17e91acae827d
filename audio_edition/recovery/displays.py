"""What can be said of each display line before its run is read: how it stands out, what stands around it, what is alike."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.columns import heads_pieces, label_levels, stands_over
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import capitals_are_labels, is_capitals
from audio_edition.recovery.labels import label_merits
from audio_edition.recovery.merits import Display, rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.runs import TRANSPARENT, is_half, is_marked
from audio_edition.recovery.stacks import glued
from audio_edition.recovery.vocabulary import LINKS

_LABEL = 8
"""Hanzi that the label of a column may have."""
_SECTION = 9.0
"""What it says for a line that the issue prints the names of its sections like it: more than the words of a weather report."""
_NEAR = 40
"""Lines within which lonely display lines are compared."""


def displays_of(lines: Sequence[Line], runs: Sequence[Sequence[int]], paper: str = "") -> dict[int, Display]:
    """What is known of each display line."""
    counts = Counter(line.page for line in lines if is_marked(line))
    labelled = capitals_are_labels(lines[at].text for run in runs for at in run if not signature(lines[at].text))
    lonely = [run[0] for run in runs if len(run) == 1 and not _is_headed(lines, run[0])]
    looks = {index: _look(lines[index]) for index in lonely}
    heads, glue, found = _heads(lines, runs, paper), glued(lines, runs), dict[int, Display]()
    for run in runs:
        for place, index in enumerate(run):
            line = lines[index]
            marked, titled = is_marked(line), counts[line.page] >= 2
            pieces = not place and heads_pieces(lines, run)
            alone = not place and marked and counts[line.page] == 1 and len(run) > 1 and size(line.text) <= _LABEL
            found[index] = Display(
                line,
                marked and titled,
                not marked and titled,
                _parallel(looks[index] if index in looks else _look(line), index, lonely, looks),
                place > 0 and any(other.kind in ("image", "rule") for other in lines[run[place - 1] + 1 : index]),
                sum(lines[other].level == line.level > 0 for other in run),
                index > 0 and lines[index - 1].kind == "image" and not marked and not signature(line.text),
                pieces or alone or (labelled and is_capitals(line.text) and is_latin(line.text) and not signature(line.text)),
                pieces,
                heads.get(index, 0.0),
                is_half(lines, index) or (place > 0 and _stands_over([lines[at] for at in run[place - 1 : place + 2]])),
                _stands_over([lines[at] for at in run[place : place + 3]]),
                not place and titled and not marked and (len(run) == 1 or is_marked(lines[run[1]])) and _asks(line.text),
                len(run) == 1 and LINKS.fullmatch(fold(line.text)) is not None,
                glue=glue.get(index, 0),
            )
    return found


def _heads(lines: Sequence[Line], runs: Sequence[Sequence[int]], paper: str) -> dict[int, float]:
    """What speaks for lines being labels of columns, those of sections among them."""
    levels = label_levels(lines, runs)
    sections = (run[0] for run in runs if lines[run[0]].level in levels and stands_over(lines, run))
    return {**label_merits(lines, runs, paper), **dict.fromkeys(sections, _SECTION)}


def _asks(text: str) -> bool:
    """Whether a text of a few signs asks or calls, and that is all."""
    return size(text) <= _LABEL + 2 and bool(re.fullmatch(r"[^，,：:]+[？?！!]", text))


def _stands_over(lines: Sequence[Line]) -> bool:
    """Whether a line is much longer than the two behind it, which are of one length: a title in large letters on two lines."""
    if len(lines) < 3 or len({rank(line) for line in lines}) > 1 or any(signature(line.text) for line in lines):
        return False
    long, first, second = (size(line.text) for line in lines)
    return (
        long >= max(12, 1.6 * max(first, second))
        and max(first, second) <= 11
        and abs(first - second) <= 3 <= min(first, second) - 1
    )


def _is_headed(lines: Sequence[Line], index: int) -> bool:
    """Whether a dateline or byline follows: then it is a title for sure."""
    follow = next((line for line in lines[index + 1 : index + 4] if line.role not in TRANSPARENT), None)
    return follow is not None and (follow.role == "dateline" or signature(follow.text) is not None)


Look = tuple[int, bool, int, str]
"""Marks, extent and punctuation of a line: level, bold, size, shape."""


_LOST = 0.6
"""How alike a marked and an unmarked line are at most: parsers lose marks."""


def _parallel(look: Look, index: int, lonely: Sequence[int], looks: dict[int, Look]) -> float:
    """How alike the two nearest lonely display lines are: marks, length, punctuation."""
    near = lonely[bisect_right(lonely, index - _NEAR) : bisect_left(lonely, index + _NEAR)]
    alike = sorted((_alike(look, looks[other]) for other in near if other != index), reverse=True)
    return sum(alike[:2]) / 2 if len(alike) > 1 else (alike[0] * 0.6 if alike else 0.0)


def _alike(one: Look, other: Look) -> float:
    apart = abs(one[2] - other[2])
    lost = one[:2] != other[:2]
    if apart >= 6 or (lost and (0, False) not in (one[:2], other[:2])):
        return 0.0
    return (_LOST if lost else 1.0) * (1.0 - apart / 6) * (1.0 if one[3] == other[3] else 0.6)


def _look(line: Line) -> Look:
    return line.level, line.bold, size(line.text), _shape(line.text)


def _shape(text: str) -> str:
    return re.sub(r"[\u4e00-\u9fffA-Za-z0-9.]+", "x", fold(text).strip())
