"""What is known before a text is pronounced: lexicons, and the names that its article has already named."""

from collections.abc import Sequence

from msgspec import Struct, structs

from audio_edition.pronunciation import names
from audio_edition.pronunciation._words import cut
from audio_edition.pronunciation.lexicon import Lexicon
from audio_edition.pronunciation.traditional import simplified


class Context(Struct, frozen=True):
    """Lexicons and names that hold for a text."""

    lexicons: tuple[Lexicon, ...] = ()
    """Strongest first."""
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Persons of the article and the pinyin of their names."""


NOTHING_KNOWN = Context()


def study(texts: Sequence[str], context: Context = NOTHING_KNOWN) -> Context:
    """The context that also knows the persons named in the texts of an article: a name keeps its reading.

    >>> study(["记者解飞报道"]).names
    (('解飞', ('xie4', 'fei1')),)
    """
    found = dict(context.names)
    for text in map(simplified, texts):
        for name, pinyin in names.persons(text, context, cut(text)):
            found.setdefault(name, pinyin)
    return structs.replace(context, names=tuple(found.items()))
