"""The word table: characters and their readings, words with cost, part of speech and reading.

`data/words.gz` holds three parts with form feeds between them: readings, a tab, the characters that have them, the commonest
reading first; cost × 26 + part of speech, a tab, words; words that are not read as the first reading of each character, a tab,
syllables (an empty one is the first reading, `?` is for the model to decide). `_build` makes it from the sources named in LICENSES.md.
"""

import gzip
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

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
    """By the first two characters: the lengths of the words that begin with them."""
    special: dict[str, str]
    """Words that are not read as the first reading of each character: their syllables, see above."""


@lru_cache(maxsize=1)
def load() -> Table:
    """The table that ships."""
    packed = (files("audio_edition.pronunciation") / "data" / "words.gz").read_bytes()
    chars, values, special = gzip.decompress(packed).decode("utf-8").split("\f")
    words = _values(values)
    return Table(_chars(chars), words, _lengths(words), dict(line.split("\t", 1) for line in special.split("\n")))  # type: ignore[misc]


def _chars(part: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in part.split("\n"):
        readings, group = line.split("\t")
        found.update(dict.fromkeys(group, tuple(readings.split(" "))))
    return found


def _values(part: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in part.split("\n"):
        value, group = line.split("\t")
        found.update(dict.fromkeys(group.split(" "), int(value)))
    return found


def _lengths(words: dict[str, int]) -> dict[str, tuple[int, ...]]:
    masks: dict[str, int] = {}
    get = masks.get
    for word in words:
        if len(word) > 1:
            masks[word[:2]] = get(word[:2], 0) | 1 << len(word)
    shapes = {mask: tuple(length for length in range(mask.bit_length()) if mask >> length & 1) for mask in set(masks.values())}
    return {prefix: shapes[mask] for prefix, mask in masks.items()}
