"""Chime, intro and outro: at their level, and faded."""

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audio_edition.audio import clip, loudness, music
from audio_edition.audio.loudness import Samples
from audio_edition.model.errors import SpeechError
from audio_edition.model.speech import Clip

CHIME = Path(__file__).parents[2] / "voices" / "chime.flac"


def a_tune(seconds: float, rate: int = 44100, pitch: float = 300.0) -> bytes:
    time = np.arange(int(seconds * rate)) / rate
    with io.BytesIO() as file:
        soundfile.write(file, 0.3 * np.sin(2 * np.pi * pitch * time), rate, format="FLAC")
        return file.getvalue()


def level(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt(np.square(samples).mean())))


@pytest.mark.parametrize("bitrate_and_rate", [(48, 24000), (64, 44100)])
def test_the_chime_that_ships_is_short_and_soft(bitrate_and_rate: tuple[int, int]) -> None:
    chime = music.jingle(CHIME.read_bytes(), *bitrate_and_rate)
    assert 1.0 < chime.samples / bitrate_and_rate[1] < 2.5
    assert chime.loudness == pytest.approx(music.LEVEL, abs=1.5)
    assert chime.peak <= loudness.CEILING
    assert CHIME.stat().st_size < 30_000


def test_long_music_fades_out() -> None:
    tune = music.jingle(a_tune(40))
    samples = clip.decoded(tune.audio, 48, 24000)
    assert len(samples) / 24000 == pytest.approx(music.LONGEST / 1000, abs=0.1)
    heard = samples[tune.speech_start : tune.speech_end]
    assert level(heard[24000:48000]) - level(heard[-2400:]) > 12
    assert level(heard[24000:48000]) - level(heard[:120]) > 12


def test_a_sound_of_a_blink_is_no_roar() -> None:
    assert music.jingle(a_tune(0.2)).peak < -6


def test_silence_and_rubbish_are_refused() -> None:
    for data in (b"", b"MZ", a_tune(1.0, pitch=0.0)):
        with pytest.raises(SpeechError):
            music.jingle(data)


def test_the_same_file_is_the_same_request_and_clip() -> None:
    tune = a_tune(1.0)
    assert music.request(tune, "chime") == music.request(tune, "chime") != music.request(tune, "intro")
    assert music.jingle(tune) == music.jingle(tune)
    assert isinstance(music.jingle(tune), Clip)


def test_it_needs_no_ffmpeg_and_says_nothing_of_it() -> None:
    code = "import sys, pathlib; from audio_edition.audio import music; music.jingle(pathlib.Path(sys.argv[1]).read_bytes())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(CHIME)], env={"PATH": ""}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
