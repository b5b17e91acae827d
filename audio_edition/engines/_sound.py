"""Whether the sound of an MP3 answer is one, and that of the words reported with it. Pure; shared by the engines.

All of it is evidence, none of it proof: a service may have its ways. An answer that is odd is asked for again, and believed when
none comes that is not; when that has happened a few times, at once.
"""

from collections.abc import Sequence

import numpy as np

from audio_edition.audio import mp3
from audio_edition.audio.clip import Heard
from audio_edition.audio.hearing import audible, ends_in_sound
from audio_edition.audio.whole import is_torn
from audio_edition.engines._complete import Word, shortest
from audio_edition.engines._text import is_said

RIGHT = 0.15
"""Seconds to which the reported beginning of a word is right; by spreading the words evenly over the sound it is to 0.11."""
OUTSIDE = 1.5
"""Seconds by which sound may begin before the first word and go on after the last: a service may leave out how long a word
takes."""
EARLY = 0.5
"""Seconds by which the last word may end after all sound: some services only estimate when a word is said."""
SHORTEST = 0.15
"""Seconds that a word is taken to last at least, where it is looked whether something is heard in it."""
SILENT = 0.2
SILENT_WORDS = 3
"""Part of the words, and how many of them, in which nothing is heard that are too many."""
PART = "sent only a part of the sound"
"""What is said of an answer that seems a part each time."""
INSISTED = 4
"""Answers that were odd like the one before from which oddity is a service's way..."""
MENDED = 4
"""...unless one in so many of those asked for again was not odd: faults by chance come again seldom."""


class Ways:
    """What is known of a service that was asked again because its answer was odd."""

    def __init__(self) -> None:
        self._insisted = self._mended = 0

    def came_again(self, *, odd: bool) -> None:
        """An answer that followed an odd one to the same text."""
        self._insisted += odd
        self._mended += not odd

    @property
    def odd(self) -> bool:
        """Whether its answers are odd because it answers so.

        >>> ways = Ways()
        >>> for odd in (True, True, True, True): ways.came_again(odd=odd)
        >>> ways.odd
        True
        """
        return self._insisted >= INSISTED and self._insisted > MENDED * self._mended


def is_broken(data: bytes, frames: Sequence[mp3.Frame], bitrate: int, sample_rate: int) -> bool:
    """Whether an answer is something else than mono frames of this format, one after the other.

    >>> other = mp3.silence(40, 64, 44100)
    >>> is_broken(mp3.silence(40), mp3.scan(mp3.silence(40)), 48, 24000), is_broken(other, mp3.scan(other), 48, 24000)
    (False, True)
    """
    return mp3.formats(frames) != {(bitrate, sample_rate, 1)} or is_torn(data, frames)


def is_partial(heard: Heard) -> bool:
    """Whether a piece of an MP3 answer without words seems to be missing: it breaks off in a sound, or is torn in the middle."""
    alike = len({(frame.sample_rate, frame.channels, frame.protected) for frame in heard.frames}) == 1
    return ends_in_sound(heard.samples, heard.rate) or (alike and is_torn(heard.data, heard.frames))


def is_cut(words: Sequence[Word], heard: Heard) -> bool:
    """Whether the sound seems to break off in its last word."""
    seconds = len(heard.samples) / heard.rate
    return seconds < max(word.end for word in words) and ends_in_sound(heard.samples, heard.rate)


def are_displaced(words: Sequence[Word], heard: Heard, text: str, rate: int = 0) -> bool:
    """Whether the words of a text, said at `rate` percent of speed more, cannot be where they are said to be.

    Raises SpeechError when nothing is to be heard.
    """
    delay = mp3.DELAY / heard.rate
    begin, end = (place / heard.rate - delay for place in audible(heard.samples))
    first, last = min(word.start for word in words), max(word.end for word in words)
    if last < shortest(text, rate) or begin < first - OUTSIDE or end > last + OUTSIDE:
        return True
    return _silent(words, heard, delay) > max(SILENT_WORDS, SILENT * len(words))


def ends_early(words: Sequence[Word], heard: Heard) -> bool:
    """Whether the sound dies away before its last word begins, or long before it ends: a piece from its middle may be lost.

    Raises SpeechError when nothing is to be heard.
    """
    said = [word for word in words if any(map(is_said, word.text))]
    begins, ends = (max(times, default=0.0) for times in ((word.start for word in said), (word.end for word in said)))
    silent_from = (audible(heard.samples)[1] - mp3.DELAY) / heard.rate
    return silent_from + RIGHT < begins or silent_from + EARLY < ends


def _silent(words: Sequence[Word], heard: Heard, delay: float) -> int:
    """How many of the words no sound is heard in, or just before or after."""
    per_second = heard.rate / heard.frames[0].samples
    until = np.concatenate(([0], np.cumsum(heard.loud)))
    said = [word for word in words if any(map(is_said, word.text))]
    starts = np.array([word.start + delay for word in said]) * per_second
    ends = np.array([max(word.end, word.start + SHORTEST) + delay for word in said]) * per_second
    first, last = (places.astype(int).clip(0, len(until) - 1) for places in (np.floor(starts), np.ceil(ends)))
    return int((until[last] == until[first]).sum())
