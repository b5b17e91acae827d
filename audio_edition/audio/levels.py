"""Whether an edition came out as loud as it should be; what could not be reached is said to the editor and to players."""

from collections.abc import Iterator

from audio_edition.audio.loudness import CEILING, TARGET
from audio_edition.model.edition import Edition
from audio_edition.model.finding import Finding

OFF = 1.0
"""LU that an edition may be off its target, and its articles apart: less is not noticed."""
LONG = 10
"""Seconds from which on an article's loudness says something."""
_REFERENCE = -18.0


def findings(edition: Edition, target: float = TARGET) -> Iterator[Finding]:
    """What is wrong with the levels of an edition."""
    if abs(edition.loudness - target) > OFF:
        softer = edition.loudness < target
        why = "the voices' peaks leave no room for more gain" if softer else "a voice is louder in what it read than on the whole"
        message = f"the edition has {edition.loudness:.1f} LUFS, not {target:g}: {why}"
        yield Finding("A101", message, suggestion="another voice, or another loudness in the cast")
    tracks = [track for track in edition.tracks if track.samples >= LONG * edition.sample_rate]
    loudest = max(tracks, key=lambda track: track.loudness, default=None)
    softest = min(tracks, key=lambda track: track.loudness, default=None)
    if loudest and softest and loudest.loudness - softest.loudness > OFF:
        message = (
            f"articles are not equally loud: this one has {softest.loudness:.1f} LUFS, and {loudest.id} {loudest.loudness:.1f}"
        )
        yield Finding("A102", message, softest.id)
    if edition.peak > CEILING:
        yield Finding("A103", f"the true peak of {edition.peak:.1f} dBTP is above {CEILING:g}")


def replay_gain(loudness: float) -> str:
    """What a player that levels its files is to do with one of that loudness (ReplayGain 2.0: to -18 LUFS).

    >>> replay_gain(-16.0), replay_gain(-20.25)
    ('-2.00 dB', '+2.25 dB')
    """
    return f"{_REFERENCE - loudness:+.2f} dB"
