"""Readings that an editor should look at."""

from collections.abc import Iterator, Sequence

from audio_edition.model.finding import Finding
from audio_edition.model.speech import Reading
from audio_edition.pronunciation.syllable import marked

DOUBTFUL = 0.7
"""A reading is a finding below this confidence: on newspapers about one in 300 characters."""
_AROUND = 6


def find(text: str, readings: Sequence[Reading]) -> Iterator[Finding]:
    """A finding P101 for each doubtful reading, with what it may be instead."""
    for reading in readings:
        if reading.confidence < DOUBTFUL:
            at = reading.index
            shown = f"{text[max(0, at - _AROUND) : at]}[{reading.char}]{text[at + 1 : at + 1 + _AROUND]}"
            others = [marked(other) for other in reading.alternatives]
            yield Finding(
                "P101",
                f"`{shown}`: {reading.char} is read {marked(reading.pinyin)}, which is right {reading.confidence:.0%} of the time",
                f"[{at}:{at + 1}]",
                "note",
                f"{{{reading.char}|{' / '.join(others)}}}" if others else "",
            )
