"""Where in a sound something is heard."""

import numpy as np

from audio_edition.audio.loudness import Samples
from audio_edition.model.errors import SpeechError

QUIET = 10 ** (-50 / 20)
"""Amplitude below which nothing is heard between words: -50 dBFS, as ffmpeg's silencedetect is commonly set."""

TAIL = 0.05
"""Seconds at the end of a sound in which a voice has died away; encoders, too, add some silence."""

_PART = 1 << 14
"""Samples that are looked at at a time: the edges of a sound are near its ends."""


def audible(samples: Samples) -> tuple[int, int]:
    """The samples between which something is heard, first and last. Raises SpeechError when nothing is."""
    first = _first_heard(samples)
    if first == len(samples):
        raise SpeechError("the voice answered with silence")
    return first, len(samples) - _first_heard(samples[::-1])


def ends_in_sound(samples: Samples, rate: int) -> bool:
    """Whether something is heard to the very end, so that the sound was probably cut off."""
    return bool(np.abs(samples[-round(TAIL * rate) :]).max(initial=0.0) > QUIET)


def _first_heard(samples: Samples) -> int:
    for start in range(0, len(samples), _PART):
        loud = np.abs(samples[start : start + _PART]) > QUIET
        if loud.any():
            return start + int(loud.argmax())
    return len(samples)
