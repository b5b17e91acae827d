"""Which display lines stand at once below each other: where empty lines set texts apart, those are lines of one title."""

from collections import Counter
from collections.abc import Sequence

from audio_edition.model.page import Line

_APART = 0.3
"""Share of a page's lines that follow another one at once, at most, where empty lines set its texts apart."""


def glued(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> dict[int, int]:
    """Of each display line behind another one, whether it follows at once (1) or not (-1), where that says something."""
    texts = Counter(line.page for line in lines if line.kind == "text")
    close = Counter(line.page for line in lines if line.kind == "text" and not line.gap and not line.broken)
    pairs = [(run[place], run[place - 1]) for run in runs for place in range(1, len(run))]
    found = {index: 1 for index, before in pairs if index == before + 1 and not lines[index].gap}
    pages = {lines[index].page for index in found}
    apart = {page for page in pages if close[page] <= _APART * texts[page]}
    return {index: found.get(index, -1) for index, _ in pairs if lines[index].page in apart}
