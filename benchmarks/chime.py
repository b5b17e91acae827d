"""Makes voices/chime.flac, the short chime that ships with the project: two struck bells, a fifth apart, nothing sampled.

python benchmarks/chime.py
"""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 24000
SECONDS = 1.8
NOTES = ((0.0, 659.26, 0.6), (0.28, 987.77, 0.5))
"""When it is struck (s), its pitch (Hz: E5, B5), how hard."""
PARTIALS = ((0.5, 0.25, 1.3), (1.0, 1.0, 1.0), (2.0, 0.45, 0.7), (2.76, 0.18, 0.4), (4.07, 0.08, 0.25))
"""Of a bell: ratio to its pitch, strength, how long it rings (s)."""


def chime() -> NDArray[np.floating]:
    """The samples, ±1."""
    time = np.arange(int(SECONDS * RATE)) / RATE
    sound = np.zeros(len(time))
    for struck, pitch, force in NOTES:
        since = np.clip(time - struck, 0, None)
        attack = np.clip(since / 0.004, 0, 1)
        for ratio, strength, ring in PARTIALS:
            sound += force * strength * attack * np.exp(-since * 5 / ring) * np.sin(2 * np.pi * pitch * ratio * since)
    end = np.clip((SECONDS - time) / 0.25, 0, 1)
    return np.asarray(sound * end * 0.6 / np.abs(sound).max())


if __name__ == "__main__":
    soundfile.write(Path(__file__).parents[1] / "voices" / "chime.flac", chime(), RATE, subtype="PCM_16")
