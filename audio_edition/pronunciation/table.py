"""The word table: characters and their readings, words with cost, part of speech and reading.

`data/words.gz` holds five parts with form feeds between them: readings, a tab, the characters that have them, the commonest
reading first; cost × 26 + part of speech, a tab, words; lengths, a tab, the first characters of words that long; words that
are not read as the first reading of each character, a tab, syllables (an empty one is the first reading, `?` is for the model to
decide); words whose 儿 merges into the syllable before it. `benchmarks/training` makes it from the sources that
`data/LICENSES.md` names.
"""

import gzip
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")
SCALE = 10
"""Cost of a word: -SCALE × ln of its share of all words, rounded."""
TAGS = "xnvadmqrpcutfilsjbzghkoewy"
"""Parts of speech: first letters of jieba's tags."""


class Table(Struct, frozen=True, eq=False):
    """Words and characters."""

    chars: dict[str, tuple[str, ...]]
    """The readings of each character, the commonest first."""
    values: dict[str, int]
    """Of each word: cost × len(TAGS) + place of its part of speech in TAGS."""
    lengths: dict[str, tuple[int, ...]]
    """By the first character: the lengths of the words that begin with it. By two it would be four times as much to load."""
    special: dict[str, str]
    """Words that are not read as the first reading of each character: their syllables, see above."""

    erhua: frozenset[str]
    """Words whose 儿 merges into the syllable before it."""

    def reading(self, word: str) -> list[str]:
        """The syllables of a word; empty for one that the word does not decide.

        >>> load().reading("重庆"), load().reading("长")
        (['chong2', 'qing4'], [''])
        """
        chars = self.chars
        if len(word) == 1:
            readings = chars.get(word, ("",))
            return [readings[0] if len(readings) == 1 else ""]
        special = self.special.get(word)
        if special is None:
            return [chars[char][0] for char in word] if word in self.values else [""] * len(word)
        parts = zip(word, special.split(" "), strict=True)
        return ["" if part == "?" else part or chars[char][0] for char, part in parts]


@lru_cache(maxsize=1)
def load() -> Table:
    """The table that ships."""
    packed = (files("audio_edition.pronunciation") / "data" / "words.gz").read_bytes()
    chars, values, lengths, special, erhua = gzip.decompress(packed).decode("utf-8").split("\f")
    syllables: dict[str, str] = dict(line.split("\t", 1) for line in special.split("\n"))
    return Table(_chars(chars), _values(values), _lengths(lengths), syllables, frozenset(erhua.split(" ")))


def _chars(part: str) -> dict[str, tuple[str, ...]]:
    return _each((group, tuple(readings.split(" "))) for readings, group in _lines(part))


def _lengths(part: str) -> dict[str, tuple[int, ...]]:
    return _each((group, tuple(map(int, lengths.split(" ")))) for lengths, group in _lines(part))


def _values(part: str) -> dict[str, int]:
    return _each((group.split(" "), int(value)) for value, group in _lines(part))


def _each(groups: Iterable[tuple[Iterable[str], T]]) -> dict[str, T]:
    """One value for all that a group holds."""
    found: dict[str, T] = {}
    for group, value in groups:
        found.update(dict.fromkeys(group, value))
    return found


def _lines(part: str) -> Iterator[list[str]]:
    """What is said, and of which characters or words."""
    return (line.split("\t") for line in part.split("\n"))
