"""Clips that follow each other, as one clip."""

from audio_edition.audio.loudness import together
from audio_edition.model.speech import Clip


def joined(first: Clip, second: Clip, sample_rate: int) -> Clip:
    """Two clips of the same format, one after the other, without boundaries: each had a payload of its own.

    >>> one = Clip(b"a", 2, 1152, 100, 1000, loudness=-16.0, peak=-3.0)
    >>> both = joined(one, one, 24000)
    >>> both.frames, both.samples, both.speech_start, both.speech_end, both.loudness
    (4, 2304, 100, 2152, -16.0)
    """
    parts = [(clip.loudness, (clip.speech_end - clip.speech_start) / sample_rate) for clip in (first, second)]
    return Clip(
        audio=first.audio + second.audio,
        frames=first.frames + second.frames,
        samples=first.samples + second.samples,
        speech_start=first.speech_start,
        speech_end=first.samples + second.speech_end,
        loudness=together(parts),
        peak=max(first.peak, second.peak),
        doubt=first.doubt or second.doubt,
    )
