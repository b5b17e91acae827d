"""The readings of an edition: for ruby on its pages, for the doubtful ones in its report."""

import re

from audio_edition.model.edition import Cue, CueReading, Edition
from audio_edition.pronunciation.doubts import DOUBTFUL
from audio_edition.pronunciation.syllable import marked
from audio_edition.publishers._markup import hundredths
from audio_edition.publishers._story import anchor

_HANZI = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def readings(edition: Edition) -> dict[str, dict[str, str]]:
    """By track, then by where the cue starts in it (hundredths of a second), a word of pinyin per Hanzi, see `ruby`."""
    return {
        anchor(track.id): {str(hundredths(cue.start, edition.sample_rate)): ruby(cue) for cue in track.cues if cue.readings}
        for track in edition.tracks
    }


def ruby(cue: Cue) -> str:
    """Pinyin for each Hanzi of the cue's text, parted by blanks: `-` where it has none of its own, `?` after a doubtful one."""
    own = {reading.text_start: reading for reading in cue.readings if reading.text_end == reading.text_start + 1}
    found = (own.get(cue.text_start + match.start()) for match in _HANZI.finditer(cue.text))
    return " ".join(marked(reading.pinyin) + "?" * doubtful(reading) if reading else "-" for reading in found)


def doubtful(reading: CueReading) -> bool:
    """Whether an editor should look at the reading."""
    return reading.confidence < DOUBTFUL
