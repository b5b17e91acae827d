"""The readings of an edition: for ruby on its pages, for the doubtful ones in its report."""

import re
import unicodedata

from audio_edition.model.edition import Cue, CueReading, Edition
from audio_edition.publishers._markup import hundredths
from audio_edition.publishers._story import anchor

DOUBTFUL = 0.9
"""A reading that is right less often than this is to be looked at."""
_HANZI = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}


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


def marked(pinyin: str) -> str:
    """Pinyin with its tone mark, placed as 《汉语拼音正词法基本规则》 (GB/T 16159-2012) has it.

    >>> marked("zhong1"), marked("lv4"), marked("liu2"), marked("gui4"), marked("de5"), marked("ng2")
    ('zhōng', 'lǜ', 'liú', 'guì', 'de', 'ńg')
    """
    syllable, tone = pinyin.rstrip("12345").replace("v", "ü").replace("u:", "ü"), pinyin[-1:]
    vowels = [index for index, letter in enumerate(syllable) if letter in "aeiouü"]
    strong = [index for index in vowels if syllable[index] in "aeo"]
    at = strong[0] if strong else vowels[-1] if vowels else 0
    return unicodedata.normalize("NFC", syllable[: at + 1] + _MARKS.get(tone, "") + syllable[at + 1 :])
