"""Chime, intro and outro: at their level, faded, and out of the way of a voice."""

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
from audio_edition.model.speech import Boundary, Clip
from tests.audio.conftest import Voice

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


def test_music_makes_way_for_a_voice(voice: Voice) -> None:
    spoken = clip.from_pcm(voice(4.0, level=0.3), 24000, (Boundary(12000, 24000, 0, 3),))
    mixed = music.under(a_tune(2.0, pitch=5000.0), spoken)
    samples = clip.decoded(mixed.audio, 48, 24000)
    spectrum = np.abs(np.fft.rfft(samples[: len(samples) // 4800 * 4800].reshape(-1, 4800) * np.hanning(4800), axis=1))
    tune = 20 * np.log10(spectrum[:, 995:1006].max(axis=1) + 1e-9)
    before, during = tune[5], np.median(tune[mixed.speech_start // 4800 + 2 : mixed.speech_end // 4800 - 2])
    assert before - during > 10
    assert tune[-1] < during
    assert mixed.speech_start / 24 == pytest.approx(music.LEAD + 46, abs=30)
    assert mixed.speech_end - mixed.speech_start == pytest.approx(spoken.speech_end - spoken.speech_start, abs=24)
    original = clip.decoded(spoken.audio, 48, 24000)[spoken.speech_start : spoken.speech_end]
    again = samples[mixed.speech_start : mixed.speech_start + len(original)]
    assert np.corrcoef(original, again)[0, 1] > 0.95
    assert level(again) == pytest.approx(level(original), abs=0.6)
    (boundary,) = mixed.boundaries
    assert boundary.start - mixed.speech_start == pytest.approx(spoken.boundaries[0].start - spoken.speech_start, abs=24)


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
