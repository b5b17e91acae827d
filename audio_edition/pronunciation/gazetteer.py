"""Names that are known by heart, found in a text in one pass: the gazetteer of places, the persons that everybody knows."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.model.text import Span


class Known(Struct, frozen=True):
    """An entry of `data/places.tsv` or `data/persons.tsv`."""

    word: str
    pinyin: tuple[str, ...]
    near: bool
    """Whether it counts only beside what makes it a name."""
    kind: str = ""
    """The file that it stands in."""


Index = dict[str, tuple[Known, ...]]
"""Entries by their first two characters, the longest first."""


@lru_cache(maxsize=4)
def load(*names: str) -> Index:
    """The entries of files of `data/`."""
    return _indexed(entry for name in names for entry in _entries(name))


def candidates(text: str, index: Index) -> Iterator[tuple[int, Known]]:
    """Where entries stand, in order, of several at one place the longest first."""
    for at in [at for at in range(len(text) - 1) if text[at : at + 2] in index]:
        for known in index[text[at : at + 2]]:
            if text.startswith(known.word, at):
                yield at, known


def crossed(start: int, end: int, words: Sequence[Span]) -> tuple[bool, bool]:
    """Whether a word lies across the first edge of a stretch, and whether one lies across the other.

    >>> crossed(1, 3, ((0, 2), (2, 4)))
    (True, True)
    """
    return _across(start, words), _across(end, words)


def is_word(start: int, end: int, words: Sequence[Span]) -> bool:
    """Whether a stretch is one of the words."""
    at = bisect_left(words, (start, end))
    return at < len(words) and words[at] == (start, end)


def _across(place: int, words: Sequence[Span]) -> bool:
    before = bisect_left(words, (place, place)) - 1
    return before >= 0 and words[before][1] > place


def _entries(name: str) -> Iterator[Known]:
    lines = (files("audio_edition.pronunciation") / "data" / name).read_text("utf-8").splitlines()
    for word, pinyin, mode, *_ in (line.split("\t") for line in lines if not line.startswith("#")):
        yield Known(word, tuple(pinyin.split()), mode == "near", name)


def _indexed(entries: Iterable[Known]) -> Index:
    found: dict[str, list[Known]] = {}
    for entry in entries:
        found.setdefault(entry.word[:2], []).append(entry)
    return {start: tuple(sorted(known, key=lambda entry: -len(entry.word))) for start, known in found.items()}
