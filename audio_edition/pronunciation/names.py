"""Persons' names: 记者解飞, 单增德说, 万俟卨."""

from collections.abc import Iterator, Sequence

from audio_edition.model.text import Span
from audio_edition.pronunciation.context import Context
from audio_edition.pronunciation.found import Found


def find(text: str, context: Context, words: Sequence[Span]) -> Iterator[Found]:
    """The names in a text that hold a character with several readings; in order, disjoint.

    `words` are the words of the text.
    """
    for name, pinyin in context.names:
        at = text.find(name)
        while at >= 0:
            yield Found(at, at + len(name), pinyin, 0.97)
            at = text.find(name, at + len(name))
