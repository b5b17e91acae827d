"""How the printed Hanzi of an utterance are pronounced: for ruby on the page and the reading report."""

from audio_edition.model.edition import CueReading
from audio_edition.model.speech import Utterance


def cue_readings(utterance: Utterance) -> tuple[CueReading, ...]:
    """The readings of an utterance by the stretch of the passage that each says; asides, which are not printed, have none."""
    spans = tuple(utterance.spoken.spans())
    return tuple(
        CueReading(
            utterance.start + spans[reading.index][0],
            utterance.start + spans[reading.index][1],
            reading.pinyin,
            reading.surface,
            reading.confidence,
            reading.origin,
            reading.alternatives,
        )
        for reading in utterance.pronunciation.readings
        if spans[reading.index][0] < spans[reading.index][1]
    )
