"""Which strings are words: 171 thousand of them in 1 MB, where a set of them takes 40.

`phrases.gz` holds lines: the Hanzi that some word doubles; then all words of two characters, sorted, without anything between
them; all of three; and so on. `training` makes it from pypinyin's phrases and the word table of pronunciation.
"""

import gzip
from bisect import bisect_left
from functools import cache
from importlib import resources

_CODE = "utf-16-be"
"""Two bytes for each character here, in the order of code points."""


def is_phrase(word: str) -> bool:
    """Whether a word is in the list.

    >>> is_phrase("发展"), is_phrase("展规"), is_phrase("打破沙锅问到底"), is_phrase("")
    (True, False, True, False)
    """
    key = word.encode(_CODE, "surrogatepass")
    size, row = len(key), _lists()[1].get(len(key), b"")
    if not row:
        return False
    at = size * bisect_left(range(len(row) // size), key, key=lambda index: row[size * index : size * (index + 1)])
    return row[at : at + size] == key


def is_doubled(sign: str) -> bool:
    """Whether a word of the list holds a Hanzi twice, one after the other.

    >>> is_doubled("纷"), is_doubled("的")
    (True, False)
    """
    return sign in _lists()[0]


@cache
def _lists() -> tuple[frozenset[str], dict[int, bytes]]:
    """The doubled Hanzi; the words by the number of their bytes."""
    packed = resources.files("audio_edition.recovery").joinpath("phrases.gz").read_bytes()
    doubled, *rows = gzip.decompress(packed).decode().split("\n")
    return frozenset(doubled), {2 * length: row.encode(_CODE) for length, row in enumerate(rows, 2)}
