"""How what is printed is said: pinyin for ruby on the page, doubts and verbalizations for the reading report."""

import re
from collections.abc import Iterator

from audio_edition.model.edition import DoubtfulReading, Verbalization
from audio_edition.model.speech import Reading, Utterance
from audio_edition.model.text import Span
from audio_edition.pronunciation.doubts import DOUBTFUL

_HANZI = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def pinyin(utterance: Utterance) -> str:
    """A reading for each Hanzi of an utterance as printed, see `Cue.pinyin`."""
    own = {span[0]: reading for span, reading in _printed(utterance) if span[1] == span[0] + 1}
    if not own:
        return ""
    found = (own.get(match.start()) for match in _HANZI.finditer(utterance.spoken.written))
    return " ".join(reading.pinyin + "?" * _doubtful(reading) if reading else "-" for reading in found)


def doubts(utterance: Utterance) -> tuple[DoubtfulReading, ...]:
    """The readings of an utterance that an editor should look at, by the stretch of the passage that each says."""
    return tuple(
        DoubtfulReading(
            utterance.start + start,
            utterance.start + end,
            reading.pinyin,
            reading.confidence,
            reading.origin,
            reading.alternatives,
        )
        for (start, end), reading in _printed(utterance)
        if _doubtful(reading)
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


def _printed(utterance: Utterance) -> Iterator[tuple[Span, Reading]]:
    """Readings with the written span that each says; asides, which are not printed, have none."""
    spans = tuple(utterance.spoken.spans())
    for reading in utterance.pronunciation.readings:
        start, end = spans[reading.index]
        if start < end:
            yield (start, end), reading


def _doubtful(reading: Reading) -> bool:
    return reading.confidence < DOUBTFUL
