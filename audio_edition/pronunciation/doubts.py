"""Readings that an editor should look at."""

from collections.abc import Iterator, Sequence

from audio_edition.model.finding import Finding
from audio_edition.model.speech import Reading
from audio_edition.model.text import Span
from audio_edition.pronunciation.syllable import marked

DOUBTFUL = 0.85
"""A reading is a finding below this confidence: on newspapers about one in 300 characters."""
_AROUND = 6


def find(text: str, readings: Sequence[Reading], unread: Sequence[Span]) -> Iterator[Finding]:
    """A finding P101 for each doubtful reading, with what it may be instead, and P102 for each Hanzi that has none."""
    for reading in readings:
        if reading.confidence < DOUBTFUL:
            at = reading.index
            others = [marked(other) for other in reading.alternatives]
            yield Finding(
                "P101",
                f"`{_shown(text, at)}` is read {marked(reading.pinyin)}: right {reading.confidence:.0%} of the time",
                f"[{at}:{at + 1}]",
                "note",
                f"{{{reading.char}|{' / '.join(others)}}}" if others else "",
            )
    for start, end in unread:
        yield Finding("P102", f"no reading of {text[start:end]} is known; say how in a lexicon or a note", f"[{start}:{end}]")


def _shown(text: str, at: int) -> str:
    return f"{text[max(0, at - _AROUND) : at]}[{text[at]}]{text[at + 1 : at + 1 + _AROUND]}"
