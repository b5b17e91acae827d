"""The learned model: one small linear classifier per polyphone, for places where no word decides.

`data/model.gz` holds integer weights; `_build/train.py` makes it from the data named in `data/LICENSES.md`.
"""

import gzip
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.pronunciation.table import TAGS, Table

_EDGE = "\x02"
_STOPS = frozenset("，。；：！？、—…\n（）《》“”「」" + _EDGE)


class Sentence(Struct, eq=False):
    """A text cut into tokens, ready to be looked at from any of its characters."""

    padded: str
    """The text with three edge marks on each side."""
    words: list[str]
    """Its tokens with two edge marks on each side."""
    tags: str
    """The tokens' parts of speech, one letter each, likewise padded."""


def sentence(text: str, words: list[str], known: Table) -> Sentence:
    """A text and the tokens that tile it."""
    values, size = known.values, len(TAGS)
    tags = "".join([TAGS[values[word] % size] if word in values else "0" if word.isalnum() else "w" for word in words])
    edge = [_EDGE, _EDGE]
    return Sentence(_EDGE * 3 + text + _EDGE * 3, edge + words + edge, "EE" + tags + "EE")


def features(view: Sentence, at: int, number: int, offset: int) -> list[str]:
    """What the classifier is told about the character `at`: the one at `offset` in token `number`."""
    chars, words, tags = view.padded, view.words, view.tags
    at += 3
    number += 2
    before, after = chars[at - 1], chars[at + 1]
    word, left, right = words[number], words[number - 1], words[number + 1]
    tag, ltag, rtag = tags[number], tags[number - 1], tags[number + 1]
    alone = len(word) == 1
    found = [
        "a" + before, "b" + after, "c" + chars[at - 2], "d" + chars[at + 2],
        "e" + chars[at - 2 : at], "f" + chars[at + 1 : at + 3], "g" + before + after,
        "h" + chars[at - 3 : at], "i" + chars[at + 1 : at + 4],
        "l" + left, "r" + right, "L" + ltag, "R" + rtag, "T" + ltag + rtag,
        "U" + tags[number - 2 : number], "V" + tags[number + 1 : number + 3], "s" + words[number - 2], "t" + words[number + 2],
        "W" + tags[number - 2 : number + 3],
    ]  # fmt: skip
    found.append("1" if alone else "w" + word)
    if not alone:
        found.append("o" + ("0" if offset == 0 else "2" if offset == len(word) - 1 else "1"))
    back, ahead = number - 1, number + 1
    while words[back] not in _STOPS and number - back < 12:
        found.append("<" + words[back])
        back -= 1
    while words[ahead] not in _STOPS and ahead - number < 12:
        found.append(">" + words[ahead])
        ahead += 1
    found.append("S" + words[back] + str(min(number - back, 4)))
    found.append("Z" + words[ahead] + str(min(ahead - number, 4)))
    verbs = "v" in tags[number + 2 : ahead]
    found.append("v" + ("1" if verbs else "0") + rtag)
    return found
