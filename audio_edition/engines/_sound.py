"""Whether the sound of an MP3 answer is one, and that of the words reported with it. Pure; shared by the engines.

Each of these may be an oddity of a service that means it: an answer of which something is said here is asked for again, and
believed when it comes again as it was.
"""

from collections.abc import Sequence

import numpy as np

from audio_edition.audio import mp3
from audio_edition.audio.clip import Heard
from audio_edition.audio.hearing import audible, ends_in_sound
from audio_edition.audio.whole import repeated, torn
from audio_edition.engines._complete import Word, shortest
from audio_edition.engines._text import is_said

OUTSIDE = 1.5
"""Seconds by which sound may begin before the first word and go on after the last: reported times are right to about 0.1 s, but
a service may leave out how long a word takes."""
SHORTEST = 0.15
"""Seconds that a word is taken to last at least, where it is looked whether something is heard in it."""
SILENT = 0.2
SILENT_WORDS = 3
"""Part of the words, and how many of them, in which nothing is heard that are too many."""


def broken(heard: Heard, bitrate: int, sample_rate: int) -> str:
    """What speaks against an answer being mono frames of this format that an encoder made of one sound; empty: nothing.

    >>> from audio_edition.audio.clip import hear
    >>> broken(hear(mp3.silence(40, 64, 24000)), 48, 24000)
    'it is MP3 of 64 kbit/s at 24000 Hz in 1 channel, not of 48 kbit/s at 24000 Hz'
    """
    for frame in heard.frames:
        if (frame.bitrate, frame.sample_rate, frame.channels) != (bitrate, sample_rate, 1):
            sent = f"{frame.bitrate} kbit/s at {frame.sample_rate} Hz in {frame.channels} channel{'s'[: frame.channels - 1]}"
            return f"it is MP3 of {sent}, not of {bitrate} kbit/s at {sample_rate} Hz"
    lost = torn(heard.data, heard.frames)
    if lost is None:
        lost = repeated(heard.data, heard.frames, heard.loud)
    if lost is not None:
        return f"its frames are not in their order at {lost * heard.frames[0].samples / sample_rate:.2f} s"
    return "it ends in a sound" if ends_in_sound(heard.samples, sample_rate) else ""


def elsewhere(words: Sequence[Word], heard: Heard, text: str, rate: int = 0) -> str:
    """What speaks against the words of a text, said at `rate` percent of speed more, being where they are said to be.

    Raises SpeechError when nothing is to be heard.
    """
    delay = mp3.DELAY / heard.rate
    begin, end = (place / heard.rate - delay for place in audible(heard.samples))
    first, last = min(word.start for word in words), max(word.end for word in words)
    if last < shortest(text, rate):
        return f"the last of {len(words)} words ends at {last:.2f} s already"
    if begin < first - OUTSIDE or end > last + OUTSIDE:
        return f"it is heard from {begin:.2f} to {end:.2f} s, its words are from {first:.2f} to {last:.2f} s"
    silent = _silent(words, heard, delay)
    return f"{silent} of {len(words)} words are silent" if silent > max(SILENT_WORDS, SILENT * len(words)) else ""


def _silent(words: Sequence[Word], heard: Heard, delay: float) -> int:
    """How many of the words no sound is heard in, or just before or after."""
    per_second = heard.rate / heard.frames[0].samples
    until = np.concatenate(([0], np.cumsum(heard.loud)))
    said = [word for word in words if any(map(is_said, word.text))]
    starts = np.array([word.start + delay for word in said]) * per_second
    ends = np.array([max(word.end, word.start + SHORTEST) + delay for word in said]) * per_second
    first, last = (places.astype(int).clip(0, len(until) - 1) for places in (np.floor(starts), np.ceil(ends)))
    return int((until[last] == until[first]).sum())
