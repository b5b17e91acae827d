"""How loud a sound is (ITU-R BS.1770-4, gated as in EBU R 128), how high its true peak; gain and limiter.

Samples are float32, mono, full scale ±1.
"""

from functools import cache
from math import log10

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

SILENT = -70.0
"""LUFS, and dBTP, of what is not heard: the absolute gate of BS.1770."""
TARGET = -16.0
"""LUFS to which every voice is calibrated."""
CEILING = -1.0
"""dBTP that nothing published may exceed."""
STEP = 20 * log10(2) / 4
"""dB of one step of an MP3 frame's gain field: 1.505."""


def integrated(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS, gated; SILENT for less than one block of 400 ms.

    >>> tone = np.sin(np.arange(48000 * 5) * 2 * np.pi * 997 / 48000).astype(np.float32)
    >>> round(integrated(tone, 48000), 1)       # BS.1770: a 0 dBFS tone of 997 Hz in one channel
    -3.0
    """
    return gated(block_energies(samples, rate))


def block_energies(samples: Samples, rate: int) -> NDArray[np.float64]:
    """K-weighted mean square of each block of 400 ms, a new one every 100 ms."""
    quarter = rate // 10
    weighted = _k_weighted(samples, rate)
    count = len(weighted) // quarter
    if count < 4:
        return np.zeros(0)
    quarters = np.square(weighted[: count * quarter].reshape(count, quarter)).mean(axis=1, dtype=np.float64)
    return np.convolve(quarters, np.full(4, 0.25), "valid")


def gated(energies: NDArray[np.float64]) -> float:
    """Loudness, in LUFS, of blocks: those above -70 LUFS, and of them those above the mean less 10 LU."""
    heard = energies[energies > _energy(SILENT)]
    if not heard.size:
        return SILENT
    heard = heard[heard > heard.mean() / 10]
    return float(-0.691 + 10 * np.log10(heard.mean()))


def true_peak(samples: Samples) -> float:
    """True peak in dBTP, of the signal four times oversampled around its highest samples."""
    highest = float(np.abs(samples).max(initial=0.0))
    if highest <= 10 ** (SILENT / 20):
        return SILENT
    # A sample below 0.7 of the highest cannot hide a higher peak between it and its neighbours in speech of this bandwidth;
    # only the surroundings of the others are interpolated.
    near = np.flatnonzero(np.abs(samples) >= 0.7 * highest)
    return float(20 * np.log10(max(highest, _between(samples, near))))


def limit(samples: Samples, rate: int, ceiling: float) -> Samples:
    """The samples, turned down around each peak above `ceiling` (dBFS), 4 ms ahead of it."""
    top = 10 ** (ceiling / 20)
    if np.abs(samples).max(initial=0.0) <= top:
        return samples
    step = max(1, rate // 1000)
    count = -(-len(samples) // step)
    peaks = np.abs(np.pad(samples, (0, count * step - len(samples)))).reshape(count, step).max(axis=1)
    needed = np.minimum(1.0, top / np.maximum(peaks, 1e-9))
    reach = 4
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(needed, 2 * reach, mode="edge"), 2 * reach + 1)
    lowest = windows.min(axis=1)
    shape = np.hanning(2 * reach + 1)[1:-1]
    smooth = np.convolve(lowest, shape / shape.sum(), "valid")
    smooth = smooth[(len(smooth) - count) // 2 :][:count]
    curve = np.interp(np.arange(len(samples)), (np.arange(count) + 0.5) * step, smooth)
    return np.asarray(samples * curve, dtype=np.float32)


def steps(measured: float, target: float = TARGET) -> int:
    """Steps of an MP3 frame's gain field that bring a voice of `measured` LUFS nearest to `target`.

    >>> steps(-21.0), steps(-16.5)
    (3, 0)
    """
    return round((target - measured) / STEP)


def _energy(loudness: float) -> float:
    return float(10 ** ((loudness + 0.691) / 10))


def _k_weighted(samples: Samples, rate: int) -> Samples:
    size = _fast_size(len(samples) + rate // 10)
    spectrum = np.fft.rfft(samples, size)
    spectrum *= _k_response(rate, size)
    return np.asarray(np.fft.irfft(spectrum, size)[: len(samples)], dtype=np.float32)


@cache
def _k_response(rate: int, size: int) -> NDArray[np.complex64]:
    """Response of the K filter at the frequencies of a real FFT: a high shelf, then a high pass (BS.1770, annex 1).

    Coefficients for any rate by the bilinear transform of the analogue prototypes, as in libebur128's `ebur128_init_filter`.
    """
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    k = np.tan(np.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    boost = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf_b = (high + boost * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - boost * k / q + k * k) / a0
    shelf = _biquad(z, shelf_b, (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0))
    k = np.tan(np.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    high_pass = _biquad(z, (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0))
    return np.asarray(shelf * high_pass, dtype=np.complex64)


def _biquad(z: NDArray[np.complex128], b: tuple[float, float, float], a: tuple[float, float, float]) -> NDArray[np.complex128]:
    return np.asarray((b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z))


def _fast_size(length: int) -> int:
    """The next length whose FFT is fast, coarse enough for responses to be reused."""
    power = 1 << max(12, (length - 1).bit_length())
    return next(size for size in (power * 5 // 8, power * 3 // 4, power * 7 // 8, power) if size >= length)


def _between(samples: Samples, near: NDArray[np.int64]) -> float:
    reach = 12
    padded = np.pad(samples, reach)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach)[np.unique(np.concatenate((near, near + 1)))]
    return float(np.abs(windows @ _oversampler(reach)).max(initial=0.0))


@cache
def _oversampler(reach: int) -> NDArray[np.float32]:
    """Windowed sinc, columns at ¼, ½ and ¾ between the two middle samples of 2 × `reach`."""
    offsets = np.arange(-reach, reach)[:, None] + 1 - np.array([0.25, 0.5, 0.75])[None, :]
    return np.asarray(np.sinc(offsets) * np.cos(np.pi * offsets / (2 * reach + 2)) ** 2, dtype=np.float32)
