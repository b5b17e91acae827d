"""What is known before a text is pronounced: lexicons, and the persons and places that its article names."""

from msgspec import Struct

from audio_edition.pronunciation.lexicon import Lexicon


class Agreed(Struct, frozen=True):
    """A name that is read in one way through an article."""

    word: str
    pinyin: tuple[str, ...]
    confidence: float
    """How sure it is where it is surest, beside the same of the other readings: 0 to 1."""


class Context(Struct, frozen=True):
    """Lexicons and names that hold for a text."""

    lexicons: tuple[Lexicon, ...] = ()
    """Strongest first."""
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Persons of the article and the pinyin of their names."""
    places: tuple[Agreed, ...] = ()
    """Places of the article that nothing knows, where they would be read now so and now otherwise."""


NOTHING_KNOWN = Context()
