"""Sound files to samples (libsndfile: WAV, FLAC, MP3, Ogg Opus), samples to another rate."""

from io import BytesIO

import numpy as np

from audio_edition.audio.loudness import Samples
from audio_edition.model.errors import SpeechError


def decode(data: bytes) -> tuple[Samples, int]:
    """The samples of a sound file, mixed to mono, and their rate in Hz. Headerless MP3 frames decode to all of their samples.

    Raises SpeechError when it cannot be decoded.
    """
    import soundfile

    try:
        samples, rate = soundfile.read(BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError) as error:
        raise SpeechError(f"{len(data)} bytes of sound cannot be decoded: {error}") from error
    mono = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1)
    return np.ascontiguousarray(mono, dtype=np.float32), int(rate)


def resample(samples: Samples, rate: int, to: int) -> Samples:
    """The samples at another rate: band-limited, by FFT; a place `n` becomes `n * to / rate`.

    >>> len(resample(np.zeros(22050, dtype=np.float32), 22050, 24000))
    24000
    """
    if rate == to or not len(samples):
        return samples
    unit = int(np.gcd(rate, to))
    down, up = rate // unit, to // unit
    blocks = _smooth(-(-(len(samples) + rate // 20) // down))
    spectrum = np.fft.rfft(samples, blocks * down)
    changed = np.fft.irfft(spectrum[: blocks * up // 2 + 1], blocks * up) * np.float32(up / down)
    return np.asarray(changed[: -(-len(samples) * to // rate)], dtype=np.float32)


def _smooth(number: int) -> int:
    """The next number that has only 2, 3 and 5 as factors: an FFT's favourite lengths."""
    while True:
        rest = number
        for factor in (2, 3, 5):
            while rest % factor == 0:
                rest //= factor
        if rest == 1:
            return number
        number += 1
