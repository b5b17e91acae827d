"""Chime, intro and outro: faded, or turned down under a voice (pydub), and made a clip, once for each sound file."""

import warnings
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import structs

from audio_edition.audio import clip, loudness
from audio_edition.audio.decode import decode, resample
from audio_edition.audio.loudness import Samples
from audio_edition.model.speech import Boundary, Clip, Request, Voice

if TYPE_CHECKING:
    AudioSegment = Any

LEVEL = -20.0
"""LUFS of music heard alone: 4 LU below speech, which then does not seem faint after it."""
DUCKED = -18.0
"""dB by which music is turned down under a voice: speech stays clear when the music is 15 to 20 dB softer."""
LEAD = 2500
"""Music heard before a voice comes in over it, ms."""
LONGEST = 20_000
"""Music is faded out after so long, ms."""
_EASE = 700
_VERSION = "1"


def request(data: bytes, use: str, bitrate: int = 48, sample_rate: int = 24000) -> Request:
    """What a clip of this sound file is stored under; `use` tells a chime from an intro."""
    return Request("music", _VERSION, Voice("music", use), sha256(data).hexdigest(), bitrate, sample_rate)


def jingle(data: bytes, bitrate: int = 48, sample_rate: int = 24000) -> Clip:
    """A sound file, heard alone: at most 20 s of it, faded in and out.

    Raises SpeechError when it cannot be decoded, or is silent.
    """
    sound = _segment(*_music(data, sample_rate))[:LONGEST]
    sound = sound.fade_in(30).fade_out(min(_EASE, len(sound) // 3))
    return clip.from_pcm(_samples(sound), sample_rate, (), bitrate, sample_rate)


def under(data: bytes, speech: Clip, bitrate: int = 48, sample_rate: int = 24000) -> Clip:
    """A clip of speech with music under it, which begins before the words, is turned down while they last, and fades out.

    The one clip that is decoded and encoded again; its `speech_start` and `speech_end` are those of the words.
    """
    words = clip.decoded(speech.audio, bitrate, sample_rate)[speech.speech_start : speech.speech_end]
    length = len(words) * 1000 // sample_rate
    music = _segment(*_music(data, sample_rate))
    music = (music * -(-(LEAD + length + 2 * _EASE) // max(1, len(music))))[: LEAD + length + 2 * _EASE]
    music = music.fade_in(30).fade(to_gain=DUCKED, start=LEAD - _EASE, duration=_EASE).fade_out(_EASE)
    mixed = _samples(music.overlay(_segment(words, sample_rate), position=LEAD))
    # LAME turns low bitrates down a little, once more.
    gain = speech.loudness - clip.from_pcm(words, sample_rate, (), bitrate, sample_rate).loudness
    begin = LEAD * sample_rate // 1000
    whole = Boundary(begin, begin + len(words), 0, 0)
    moved = [_within(boundary, begin - speech.speech_start) for boundary in speech.boundaries]
    made = clip.from_pcm(mixed, sample_rate, (whole, *moved), bitrate, sample_rate, gain)
    said, *boundaries = made.boundaries
    return structs.replace(made, boundaries=tuple(boundaries), speech_start=said.start, speech_end=said.end)


def _within(boundary: Boundary, shift: int) -> Boundary:
    return structs.replace(boundary, start=boundary.start + shift, end=boundary.end + shift)


def _music(data: bytes, sample_rate: int) -> tuple[Samples, int]:
    samples, rate = decode(data)
    # A chime may be shorter than the 400 ms that loudness is measured over.
    gain = LEVEL - max(loudness.integrated(np.pad(samples, (0, rate // 2)), rate), -50.0)
    louder = resample(samples, rate, sample_rate) * np.float32(10 ** (gain / 20))
    return loudness.limit(louder, sample_rate), sample_rate


def _segment(samples: Samples, rate: int) -> "AudioSegment":
    with warnings.catch_warnings():
        # It warns of a missing ffmpeg, which is only needed for files, and of Python's audioop.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    pcm = np.clip(np.rint(samples * 32767), -32768, 32767).astype("<i2")
    return AudioSegment(pcm.tobytes(), sample_width=2, frame_rate=rate, channels=1)


def _samples(segment: "AudioSegment") -> Samples:
    return np.frombuffer(segment.raw_data, dtype="<i2").astype(np.float32) / np.float32(32767)
