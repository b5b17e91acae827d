"""Sound files to samples (libsndfile: WAV, FLAC, MP3, Ogg Opus), and raw samples; samples to another rate."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from audio_edition.audio.loudness import Samples
from audio_edition.model.errors import SpeechError, SpeechRefused

if TYPE_CHECKING:
    from soundfile import SoundFile

RATES = range(4000, 384_001)
"""Hz of sound: telephones use 8,000, studios up to 384,000; another number is a broken header."""
ENDLESS = 1 << 40
"""Samples that no sound has: libsndfile says more of FLAC that was streamed, and cannot read it."""
UNKNOWN = (1, 4, 18)
"""libsndfile's errors for a format, an encoding, and data that it does not know: the file will not get better."""
LOUDEST = 32768.0
"""Amplitude of sound: full scale is 1, and some write 16-bit numbers as floats; what is beyond is no sound."""
SOFTER = 0.1
"""Part of the energy of its loudest channel that a mix has left where the channels cancel each other: 10 dB less."""
NOISE = 1.5
"""Energy of the steps between samples by that of the samples: speech has 0.02 (48 kHz) to 0.7 (8 kHz),
speech of the wrong byte order 1.8 to 2, other formats about 2."""


def decode(data: bytes) -> tuple[Samples, int]:
    """The samples of a sound file, mixed to mono, and their rate in Hz.

    Raises SpeechError when it cannot be decoded, SpeechRefused for an unknown format or a rate that no sound has.
    """
    import soundfile

    try:
        with soundfile.SoundFile(BytesIO(data)) as file:
            return _mono(_sound(_read(file))), _checked(file.samplerate)
    except (soundfile.SoundFileError, RuntimeError) as error:
        kind = SpeechRefused if getattr(error, "code", 0) in UNKNOWN else SpeechError
        reason = getattr(error, "error_string", str(error)).rstrip(".")
        raise kind(f"{len(data)} bytes of sound cannot be decoded: {reason}") from error


def decode_raw(data: bytes, rate: int, channels: int = 1, big_endian: bool = False) -> tuple[Samples, int]:
    """The samples of 16-bit integers without a header, mixed to mono, and their rate in Hz.

    `big_endian` is what their name says of them; they are taken the other way round where they run far smoother so.
    Raises SpeechError when they are noise either way, SpeechRefused for a rate that no sound has.

    >>> wave = (8000 * np.sin(np.arange(4800) / 10)).astype(">i2").tobytes()
    >>> round(float(decode_raw(wave, 24000)[0].max()), 2)
    0.24
    """
    whole = data[: len(data) // (2 * channels) * 2 * channels]
    said, other = (">i2", "<i2") if big_endian else ("<i2", ">i2")
    samples, swapped = _integers(whole, said, channels), _integers(whole, other, channels)
    if _roughness(swapped) < _roughness(samples) / 2:
        samples = swapped
    if _roughness(samples) > NOISE:
        raise SpeechError(f"{len(data)} bytes are no samples of sound: they would be heard as noise")
    return samples, _checked(rate)


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


def _read(file: "SoundFile") -> Samples:
    """All samples, by channels."""
    if file.frames > ENDLESS:
        raise SpeechRefused("its header does not tell how long it is")
    return np.asarray(file.read(dtype="float32", always_2d=True))


def _sound(samples: Samples) -> Samples:
    """The samples, silent where a file of floats holds no number, and at full scale where none of sound."""
    lowest, highest = samples.min(initial=0.0), samples.max(initial=0.0)
    if lowest >= -LOUDEST and highest <= LOUDEST:
        return samples
    known = np.nan_to_num(samples)
    return np.asarray(np.where(np.abs(known) > LOUDEST, np.sign(known), known), dtype=np.float32)


def _mono(samples: Samples) -> Samples:
    """The mix of the channels; the loudest of them where they cancel each other."""
    if samples.shape[1] == 1:
        return np.ascontiguousarray(samples[:, 0])
    mixed, energies = samples.mean(axis=1), np.einsum("nc,nc->c", samples, samples)
    loudest = int(energies.argmax())
    cancelled = np.dot(mixed, mixed) < SOFTER * energies[loudest]
    return np.ascontiguousarray(samples[:, loudest] if cancelled else mixed, dtype=np.float32)


def _checked(rate: int) -> int:
    if rate not in RATES:
        raise SpeechRefused(f"it claims {rate} Hz; sound has {RATES[0]} to {RATES[-1]} Hz")
    return rate


def _integers(data: bytes, order: str, channels: int) -> Samples:
    integers: NDArray[np.int16] = np.frombuffer(data, order).reshape(-1, channels)
    return _mono(integers.astype(np.float32) / np.float32(32768))


def _roughness(samples: Samples) -> float:
    """Energy of the steps between samples by that of the samples: small where they run smoothly."""
    steps = np.diff(samples)
    return float(np.dot(steps, steps) / max(1e-12, float(np.dot(samples, samples))))


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
