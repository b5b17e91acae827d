"""What the gazetteer and the name rules find in a text."""

from msgspec import Struct


class Found(Struct, frozen=True):
    """A place or a person, and how it is read."""

    start: int
    end: int
    """Half-open, code points of the text."""
    pinyin: tuple[str, ...]
    """One syllable per code point of the stretch; empty for a blank inside a name (`霍 然`)."""
    confidence: float
    """How often such a reading is right, 0 to 1."""
    open: tuple[int, ...] = ()
    """Code points of the text that only the person knows how to read."""
