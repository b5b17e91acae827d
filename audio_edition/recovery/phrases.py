"""What recovery knows of words and sounds: 171 thousand words in 1 MB, where a set of them takes 20, and pypinyin 50.

`phrases.gz` holds lines: the Hanzi that some word doubles; Hanzi of one sound but for the tone and for -n and -ng, with a space
before those of the next; traditional Hanzi; their simplified forms, in the same order; then all words of two characters, sorted,
without anything between them; all of three; and so on.
`training` makes it from pypinyin and from the word table of pronunciation.
"""

import gzip
from bisect import bisect_left
from functools import cache
from importlib import resources

from msgspec import Struct

_CODE = "utf-16-be"
"""Two bytes for each character here, in the order of code points."""


def is_phrase(word: str) -> bool:
    """Whether a word is in the list.

    >>> is_phrase("发展"), is_phrase("展规"), is_phrase("有志者事竟成"), is_phrase("")
    (True, False, True, False)
    """
    key = word.encode(_CODE, "surrogatepass")
    size, row = len(key), _lists().words.get(len(key), b"")
    if not row:
        return False
    at = size * bisect_left(range(len(row) // size), key, key=lambda index: row[size * index : size * (index + 1)])
    return row[at : at + size] == key


def simplified(text: str) -> str:
    """A text in the simplified Hanzi of the list.

    >>> simplified("網絡")
    '网络'
    """
    return text.translate(_lists().simple)


def is_doubled(sign: str) -> bool:
    """Whether a word of the list holds a Hanzi twice, one after the other.

    >>> is_doubled("纷"), is_doubled("朔")
    (True, False)
    """
    return sign in _lists().doubled


def sound_alike(one: str, other: str) -> bool:
    """Whether two Hanzi sound alike but for the tone and for -n and -ng.

    >>> sound_alike("民", "明"), sound_alike("民", "人")
    (True, False)
    """
    alike = _lists().alike
    first, last = sorted((alike.find(one), alike.find(other)))
    return first >= 0 and " " not in alike[first:last]


class _Lists(Struct, frozen=True, eq=False):
    doubled: frozenset[str]
    alike: str
    simple: dict[int, int]
    words: dict[int, bytes]
    """By how many bytes each of them has."""


@cache
def _lists() -> _Lists:
    packed = resources.files("audio_edition.recovery").joinpath("phrases.gz").read_bytes()
    doubled, alike, traditional, simple, *rows = gzip.decompress(packed).decode().split("\n")
    return _Lists(
        frozenset(doubled),
        alike,
        str.maketrans(traditional, simple),
        {2 * length: row.encode(_CODE) for length, row in enumerate(rows, 2)},
    )
