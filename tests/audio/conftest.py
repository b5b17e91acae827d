"""Sounds that stand in for speech: bursts with pauses, as peaky as a voice, the same on every run."""

from collections.abc import Callable

import numpy as np
import pytest

from audio_edition.audio.loudness import Samples

Voice = Callable[..., Samples]


@pytest.fixture(scope="session")
def voice() -> Voice:
    """`voice(seconds, rate)`: a buzz of 120 Hz in words of 0.3 s, with 0.1 s between them."""

    def speak(seconds: float = 2.0, rate: int = 24000, level: float = 0.2) -> Samples:
        time = np.arange(int(seconds * rate)) / rate
        buzz = sum(np.sin(2 * np.pi * 120 * number * time) / number for number in range(1, 30))
        noise = np.random.default_rng(7).standard_normal(len(time)) * 0.2
        word = np.clip(np.sin(2 * np.pi * 2.5 * time) * 3 + 1.5, 0, 1)
        return np.asarray((buzz + noise) * word * level, dtype=np.float32)

    return speak
