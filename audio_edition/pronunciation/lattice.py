"""Words: the cheapest tiling of a text with the words of the table."""

from audio_edition.model.text import Span
from audio_edition.pronunciation.table import SCALE, TAGS, Table

_UNSEEN = 20 * SCALE * len(TAGS)
"""Value of a character that was never counted as a word."""


def segment(text: str, table: Table) -> list[Span]:
    """The words of a run of Hanzi: of all tilings the one whose words are together the most frequent.

    >>> from audio_edition.pronunciation.table import load
    >>> [("朔州在行动", a, b)[0][a:b] for a, b in segment("朔州在行动", load())]
    ['朔州', '在', '行动']
    """
    size = len(text)
    values, lengths = table.values.get, table.lengths.get
    best = [1 << 60] * (size + 1)
    best[0] = 0
    back = [0] * (size + 1)
    for start in range(size):
        base = best[start]
        cost = base + values(text[start], _UNSEEN)
        if cost < best[start + 1]:
            best[start + 1], back[start + 1] = cost, start
        for length in lengths(text[start : start + 2], ()):
            end = start + length
            if end <= size and (value := values(text[start:end])) is not None and base + value < best[end]:
                best[end], back[end] = base + value, start
    return _path(back, size)


def _path(back: list[int], end: int) -> list[Span]:
    words = []
    while end:
        words.append((back[end], end))
        end = back[end]
    return words[::-1]
