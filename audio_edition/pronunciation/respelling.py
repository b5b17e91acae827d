"""Readings for voices that know no pinyin: a homophone that has only that reading stands in for the character."""

from collections.abc import Sequence

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.speech import Pronunciation


class Respelling(Struct, frozen=True):
    """A text in which homophones force readings, and the way back."""

    text: str
    places: tuple[int, ...]
    """For each code point of `text` the code point of the spoken text that it says."""
    findings: tuple[Finding, ...] = ()


def respell(pronunciation: Pronunciation, keep: Sequence[str] = ()) -> Respelling:
    """What to send to a voice that takes only plain text, so that it says these readings."""
    text = pronunciation.text
    return Respelling(text, tuple(range(len(text))))
