"""Loudness against ffmpeg, which implements EBU R 128 on its own; the limiter by its promises."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.audio import loudness
from audio_edition.audio.decode import resample
from audio_edition.audio.loudness import Samples
from tests.audio.conftest import Voice


def ebur128(ffmpeg: str, path: Path) -> tuple[float, float]:
    """Integrated loudness, and true peak, as ffmpeg measures them."""
    chain = "ebur128=peak=true:framelog=verbose:metadata=1,ametadata=print:key=lavfi.r128.I:file=-"
    command = [ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-i", str(path), "-af", chain, "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    peak = re.findall(r"Peak:\s+(-?[\d.]+) dBFS", done.stderr)[-1]
    return float(re.findall(r"lavfi\.r128\.I=(-?[\d.]+)", done.stdout)[-1]), float(peak)


@pytest.mark.parametrize("rate", [22050, 24000, 44100, 48000])
@pytest.mark.parametrize("level", [0.02, 0.2])
def test_measures_as_ffmpeg_does(tool: Callable[[str], str], voice: Voice, tmp_path: Path, rate: int, level: float) -> None:
    samples = np.concatenate([voice(7.3, rate, level), np.zeros(2 * rate, np.float32), voice(4.1, rate, level / 2)])
    soundfile.write(tmp_path / "voice.wav", samples, rate, subtype="FLOAT")
    integrated, peak = ebur128(tool("ffmpeg"), tmp_path / "voice.wav")
    assert loudness.integrated(samples, rate) == pytest.approx(integrated, abs=0.05)
    assert loudness.true_peak(samples) == pytest.approx(peak, abs=0.2)


@pytest.mark.parametrize("pitch", [110, 1100, 3300, 5000, 7000, 9500, 11900])
def test_the_peak_of_a_tone_is_found_between_its_samples(pitch: int) -> None:
    tone = np.sin(0.3 + 2 * np.pi * pitch / 24000 * np.arange(24000)).astype(np.float32) * np.hanning(24000).astype(np.float32)
    assert loudness.true_peak(tone) == pytest.approx(0.0, abs=0.05)


def test_a_steady_tone_is_looked_at_around_its_peaks_alone() -> None:
    tone = np.sin(2 * np.pi * 200 / 24000 * np.arange(24000)).astype(np.float32)
    peaks = loudness.amplitudes(tone, 480)
    assert len(loudness._summits(tone, 480, peaks, 0.7)) == pytest.approx(400, abs=10)  # of 12,000 samples that high


def test_a_sound_shorter_than_a_block_has_no_loudness(voice: Voice) -> None:
    assert loudness.integrated(voice(0.39), 24000) == loudness.SILENT
    assert loudness.integrated(np.zeros(48000, np.float32), 24000) == loudness.SILENT
    assert loudness.true_peak(np.zeros(100, np.float32)) == loudness.SILENT
    assert loudness.together([]) == loudness.SILENT


@given(st.integers(1, 9000), st.sampled_from([22050, 24000, 44100]), st.floats(-12, -0.5), st.integers(0, 2**32 - 1))
def test_the_limiter_never_lets_a_sample_through_nor_makes_one_louder(length: int, rate: int, ceiling: float, seed: int) -> None:
    samples = np.random.default_rng(seed).standard_normal(length).astype(np.float32)
    limited = loudness.limit(samples, rate, ceiling)
    assert limited.shape == samples.shape
    assert np.abs(limited).max() <= 10 ** (ceiling / 20) * (1 + 1e-6)
    assert np.all(np.abs(limited) <= np.abs(samples) * (1 + 1e-6))


def test_the_limiter_leaves_alone_what_is_far_from_a_peak(voice: Voice) -> None:
    samples: Samples = voice(2.0, level=0.05)
    samples[20000] = 1.0
    limited = loudness.limit(samples, 24000, -3.0)
    far = np.abs(np.arange(len(samples)) - 20000) > 240
    assert np.array_equal(limited[far], samples[far])


@pytest.mark.parametrize(
    ("rate", "to"), [(22050, 24000), (44100, 24000), (48000, 24000), (16000, 24000), (24000, 44100), (22255, 24000)]
)
@pytest.mark.parametrize("pitch", [0.005, 0.2, 0.4])
def test_resampling_keeps_a_tone_and_its_time(rate: int, to: int, pitch: float) -> None:
    frequency = pitch * min(rate, to)
    tone = np.sin(2 * np.pi * frequency * np.arange(rate) / rate).astype(np.float32)
    changed = resample(tone, rate, to)
    expected = np.sin(2 * np.pi * frequency * np.arange(to) / to)
    assert len(changed) == to
    assert np.abs(changed - expected)[2000:-2000].max() < 1e-4


def test_resampling_removes_what_the_lower_rate_cannot_hold() -> None:
    tone = np.sin(2 * np.pi * 15000 * np.arange(44100) / 44100).astype(np.float32)
    assert np.abs(resample(tone, 44100, 24000))[2000:-2000].max() < 1e-3
