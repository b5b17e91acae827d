"""Words: the cheapest tiling of a text with the words of the table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from audio_edition.model.text import Span
from audio_edition.pronunciation.table import SCALE, TAGS, Table

UNSEEN = 20 * SCALE * len(TAGS)
"""Value of a character that was never counted as a word."""


_DESCRIBING = "abcdilmz"
"""Parts of speech of words that 地 makes adverbs of: adjectives, idioms, counts and the like."""

_RUN = re.compile(r"([〇㐀-䶿一-鿿豈-﫿𠀀-𲎯]+)|[0-9A-Za-z.０-９Ａ-Ｚａ-ｚ]+|.", re.DOTALL)


def is_hanzi(char: str) -> bool:
    """Whether a character is a Hanzi: 〇 and those that Unicode calls CJK unified or compatibility ideographs."""
    return "一" <= char <= "鿿" or char == "〇" or "㐀" <= char <= "䶿" or "豈" <= char <= "﫿" or "𠀀" <= char <= "𲎯"


def tokenize(text: str, table: Table, fixed: Sequence[Span] = ()) -> list[Span]:
    """Tokens that tile a text: words, numbers, marks. The `fixed` stretches, ordered and disjoint, are tokens as they are.

    >>> from audio_edition.pronunciation.table import load
    >>> [("朔州，2025", a, b)[0][a:b] for a, b in tokenize("朔州，2025", load())]
    ['朔州', '，', '2025']
    """
    tokens: list[Span] = []
    at = 0
    for start, end in (*fixed, (len(text), len(text))):
        tokens += _tokens(text, at, start, table)
        tokens += [(start, end)] if end > start else []
        at = end
    return tokens


def _tokens(text: str, start: int, end: int, table: Table) -> Iterator[Span]:
    for run in _RUN.finditer(text, start, end):
        offset = run.start()
        if run[1]:
            words = segment(run[1], table)
            yield from [(offset + a, offset + b) for a, b in (_adverbial(run[1], words, table) if "地" in run[1] else words)]
        else:
            yield run.span()


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
        cost = base + values(text[start], UNSEEN)
        if cost < best[start + 1]:
            best[start + 1], back[start + 1] = cost, start
        for length in lengths(text[start], ()):
            end = start + length
            if end <= size and (value := values(text[start:end])) is not None and base + value < best[end]:
                best[end], back[end] = base + value, start
    return _path(back, size)


def _adverbial(text: str, words: list[Span], table: Table) -> list[Span]:
    """The words, with the particle 地 told from nouns that begin like it: 稳步|地|上前, not 稳步|地上|前."""
    found = words[:1]
    for (start, end), (_, last) in pairwise([*words[1:], (len(text), len(text))]):
        before = found[-1]
        if before[1] > start:
            continue
        is_noun = text[start] != "地" or end - start != 2 or last == end or text[start + 1 : last] not in table.values
        found += [(start, end)] if is_noun or not _describes(text, before, table) else [(start, start + 1), (start + 1, last)]
    return found


def _describes(text: str, word: Span, table: Table) -> bool:
    return word[1] - word[0] > 1 and TAGS[table.values.get(text[word[0] : word[1]], 0) % len(TAGS)] in _DESCRIBING


def inside(text: str, words: Sequence[Span], table: Table) -> Iterator[Span]:
    """The words that longer words are made of: 展览|馆, 小|老虎.

    >>> from audio_edition.pronunciation.table import load
    >>> list(inside("展览馆", [(0, 3)], load())), list(inside("小老虎", [(0, 3)], load()))
    ([(0, 2)], [(1, 3)])
    """
    values = table.values
    for start, end in words:
        if end - start == 3:
            left, right = values.get(text[start : end - 1]), values.get(text[start + 1 : end])
            if left is not None and (right is None or left <= right):
                yield start, end - 1
            elif right is not None:
                yield start + 1, end
        elif end - start > 3:
            yield from ((at, at + 2) for at in range(start, end - 1, 2) if text[at : at + 2] in values)


def _path(back: list[int], end: int) -> list[Span]:
    words = []
    while end:
        words.append((back[end], end))
        end = back[end]
    return words[::-1]
