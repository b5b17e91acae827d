"""How what is printed is said: readings for ruby on the page, verbalizations for the reading report."""

from audio_edition.model.edition import CueReading, Verbalization
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


def verbalizations(utterance: Utterance) -> tuple[Verbalization, ...]:
    """What of an utterance is not said as it is written; a mark that is only silent, or a pause, is none."""
    written = utterance.spoken.written
    return tuple(
        Verbalization(utterance.start + token.start, utterance.start + token.end, token.spoken, token.semiotic_class)
        for token in utterance.spoken.tokens
        if token.spoken != written[token.start : token.end]
        and any(char.isalnum() for char in token.spoken + written[token.start : token.end])
        and token.start < token.end
    )
