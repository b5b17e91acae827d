"""Text → Pronunciation: who decides each reading, in the order of authority."""

from collections.abc import Sequence

from pypinyin import Style, lazy_pinyin

from audio_edition.model.issue import Note
from audio_edition.model.speech import Origin, Pronunciation, Reading
from audio_edition.pronunciation import lexicon, sandhi, syllable
from audio_edition.pronunciation.context import NOTHING_KNOWN, Context

_CANONICAL = {"一": "yi1", "不": "bu4"}


def pronounce(text: str, context: Context = NOTHING_KNOWN, notes: Sequence[Note] = ()) -> Pronunciation:
    """The readings of a text, one per Hanzi.

    >>> [reading.pinyin for reading in pronounce("重庆，不错。").readings]
    ['chong2', 'qing4', 'bu4', 'cuo4']
    """
    found = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=lambda part: [""] * len(part))  # type: ignore
    syllables = [_CANONICAL.get(char, part.replace("ü", "v")) for char, part in zip(text, found, strict=True)]
    origins: list[Origin] = ["default"] * len(text)
    _obey_lexicons(text, context, syllables, origins)
    _obey_notes(notes, syllables, origins)
    spoken = sandhi.surface(text, syllables, ())
    return Pronunciation(text, tuple(
        Reading(text[index], index, pinyin, spoken[index], origins[index], 0.9)
        for index, pinyin in enumerate(syllables) if pinyin
    ))  # fmt: skip


def _obey_lexicons(text: str, context: Context, syllables: list[str], origins: list[Origin]) -> None:
    entries = lexicon.index(context.lexicons)
    at = 0
    while at < len(text):
        entry = entries.longest(text, at)
        for offset, pinyin in enumerate(entry.pinyin if entry else ()):
            syllables[at + offset], origins[at + offset] = pinyin, "lexicon"
        at += len(entry.word) if entry else 1


def _obey_notes(notes: Sequence[Note], syllables: list[str], origins: list[Origin]) -> None:
    for note in notes:
        try:
            said = syllable.split(note.say)
        except ValueError:
            continue
        places = [index for index in range(note.start, min(note.end, len(syllables))) if syllables[index]]
        if len(said) == len(places):
            for index, pinyin in zip(places, said, strict=True):
                syllables[index], origins[index] = pinyin, "note"
