"""Sound files to samples (libsndfile: WAV, FLAC, MP3, Ogg Opus), samples to another rate."""

from functools import cache
from io import BytesIO

import numpy as np

from audio_edition.audio.loudness import Samples
from audio_edition.model.errors import SpeechError


def decode(data: bytes) -> tuple[Samples, int]:
    """The samples of a sound file, mixed to mono, and their rate in Hz.

    Raises SpeechError when it cannot be decoded.
    """
    import soundfile

    try:
        samples, rate = soundfile.read(BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError) as error:
        raise SpeechError(f"{len(data)} bytes of sound cannot be decoded: {getattr(error, 'error_string', error)}") from error
    mono = np.ascontiguousarray(samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1), dtype=np.float32)
    with np.errstate(over="ignore", invalid="ignore"):
        if not np.isfinite(mono.sum()):  # a file of floats may hold what is no number
            mono = np.nan_to_num(mono, posinf=1.0, neginf=-1.0)
    return mono, int(rate)


def resample(samples: Samples, rate: int, to: int) -> Samples:
    """The samples at another rate, by a windowed sinc; a place `n` becomes `n * to / rate`.

    >>> len(resample(np.zeros(22050, dtype=np.float32), 22050, 24000))
    24000
    """
    if rate == to or not len(samples):
        return samples
    down, up = _block(rate, to)
    kernels, reach = _kernels(down, up), _reach(rate, to)
    count = -(-len(samples) * up // (down * up))
    padded = np.zeros(count * down + 2 * reach, dtype=np.float32)
    padded[reach : reach + len(samples)] = samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, down + 2 * reach)[::down]
    changed = np.empty((count, up), dtype=np.float32)
    for first, start, kernel in kernels:
        changed[:, first : first + kernel.shape[1]] = windows[:, start : start + kernel.shape[0]] @ kernel
    return changed.reshape(-1)[: -(-len(samples) * to // rate)]


def _block(rate: int, to: int) -> tuple[int, int]:
    """Samples that turn into samples, in whole numbers, and not too few of them."""
    unit = int(np.gcd(rate, to))
    repeat = -(-64 * unit // to)
    return rate // unit * repeat, to // unit * repeat


def _reach(down: int, up: int) -> int:
    """Samples on each side that a sample is made of: 32 zero crossings of the sinc."""
    return -(-32 * max(down, up) // up)


@cache
def _kernels(down: int, up: int) -> tuple[tuple[int, int, Samples], ...]:
    """For 32 samples at a time: the first of them, the first that they are made of, and how (a matrix).

    The window is Kaiser's with β = 8, whose side lobes are 80 dB down.
    """
    reach, scale = _reach(down, up), min(1.0, up / down)
    kernels = []
    for first in range(0, up, 32):
        places = np.arange(first, min(first + 32, up)) * down / up
        start, end = int(places[0]), int(places[-1]) + 2 * reach + 1
        offsets = (np.arange(start, end) - reach)[:, None] - places[None, :]
        inside = np.clip(1 - (offsets / reach) ** 2, 0, None)
        kernel = scale * np.sinc(scale * offsets) * np.i0(8 * np.sqrt(inside)) / np.i0(8) * (np.abs(offsets) <= reach)
        kernels.append((first, start, kernel.astype(np.float32)))
    return tuple(kernels)
