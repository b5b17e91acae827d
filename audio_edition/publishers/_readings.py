"""The readings of an edition, for ruby on its pages."""

from audio_edition.model.edition import Cue, Edition
from audio_edition.pronunciation.syllable import marked
from audio_edition.publishers._markup import hundredths
from audio_edition.publishers._story import anchor


def readings(edition: Edition) -> dict[str, dict[str, str]]:
    """By track, then by where the cue starts in it (hundredths of a second), a word of pinyin per Hanzi, see `ruby`."""
    return {
        anchor(track.id): {str(hundredths(cue.start, edition.sample_rate)): ruby(cue) for cue in track.cues if cue.pinyin}
        for track in edition.tracks
    }


def ruby(cue: Cue) -> str:
    """Pinyin, with tone marks, for each Hanzi of the cue's text: `-` where it has none of its own, `?` after a doubtful one."""
    return " ".join(map(_marked, cue.pinyin.split(" ")))


def _marked(reading: str) -> str:
    syllable = reading.removesuffix("?")
    return reading if syllable == "-" else marked(syllable) + reading[len(syllable) :]
