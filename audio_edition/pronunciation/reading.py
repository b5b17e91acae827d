"""Text → Pronunciation: who decides each reading, in the order of authority."""

import re
from collections.abc import Iterable, Iterator, Sequence

from audio_edition.model.issue import Note
from audio_edition.model.speech import Origin, Pronunciation, Reading
from audio_edition.model.text import Span
from audio_edition.pronunciation import lattice, lexicon, sandhi, syllable, table
from audio_edition.pronunciation.context import NOTHING_KNOWN, Context
from audio_edition.pronunciation.table import Table

_HANZI = re.compile(r"[〇㐀-䶿一-鿿豈-﫿𠀀-𲎯]+")


def pronounce(text: str, context: Context = NOTHING_KNOWN, notes: Sequence[Note] = ()) -> Pronunciation:
    """The readings of a text, one per Hanzi.

    >>> [reading.pinyin for reading in pronounce("重庆，不错。").readings]
    ['chong2', 'qing4', 'bu4', 'cuo4']
    """
    known = table.load()
    words = [word for match in _HANZI.finditer(text) for word in _words(match, known)]
    syllables = [""] * len(text)
    origins: list[Origin] = ["default"] * len(text)
    for start, end in words:
        _read_word(text[start:end], start, known, syllables, origins)
    _obey_lexicons(text, context, syllables, origins)
    _obey_notes(notes, syllables, origins)
    spoken = sandhi.surface(text, syllables, words)
    return Pronunciation(
        text,
        tuple(
            Reading(text[index], index, pinyin, spoken[index], origins[index], 0.9)
            for index, pinyin in enumerate(syllables)
            if pinyin
        ),
        tuple(words),
    )


def _words(match: re.Match[str], known: Table) -> Iterator[Span]:
    offset = match.start()
    return ((start + offset, end + offset) for start, end in lattice.segment(match[0], known))


def _read_word(word: str, at: int, known: Table, syllables: list[str], origins: list[Origin]) -> None:
    special = known.special.get(word)
    parts = special.split(" ") if special else [""] * len(word)
    for offset, part in enumerate(parts):
        if part and part != "?":
            syllables[at + offset] = part
        else:
            syllables[at + offset] = known.chars.get(word[offset], ("",))[0]
        if len(word) > 1 and part != "?":
            origins[at + offset] = "phrase"


def _obey_lexicons(text: str, context: Context, syllables: list[str], origins: list[Origin]) -> None:
    entries = lexicon.index(context.lexicons)
    at = 0
    while at < len(text):
        entry = entries.longest(text, at)
        for offset, pinyin in enumerate(entry.pinyin if entry else ()):
            syllables[at + offset], origins[at + offset] = pinyin, "lexicon"
        at += len(entry.word) if entry else 1


def _obey_notes(notes: Iterable[Note], syllables: list[str], origins: list[Origin]) -> None:
    for note in notes:
        try:
            said = syllable.split(note.say)
        except ValueError:
            continue
        places = [index for index in range(note.start, min(note.end, len(syllables))) if syllables[index]]
        if len(said) == len(places):
            for index, pinyin in zip(places, said, strict=True):
                syllables[index], origins[index] = pinyin, "note"
