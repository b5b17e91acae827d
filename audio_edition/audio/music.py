"""Chime, intro and outro: faded (pydub), and made a clip, once for each sound file."""

import warnings
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np

from audio_edition.audio import clip, loudness
from audio_edition.audio.decode import decode, resample
from audio_edition.audio.loudness import Samples
from audio_edition.model.speech import Clip, Request, Voice

if TYPE_CHECKING:
    AudioSegment = Any

LEVEL = -20.0
"""LUFS of music heard alone: 4 LU below speech, which then does not seem faint after it."""
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
