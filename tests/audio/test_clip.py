"""Clips, as they decode: whole, at their loudness, their sound and their boundaries where they say."""

import io

import numpy as np
import pytest
import soundfile

from audio_edition.audio import clip, hearing, loudness, mp3
from audio_edition.audio.decode import decode
from audio_edition.audio.loudness import Samples
from audio_edition.model.edition import ClipPiece
from audio_edition.model.errors import SpeechError
from audio_edition.model.speech import Boundary, Clip
from tests.audio.conftest import Voice

FORMATS = [(48, 24000), (64, 24000), (96, 24000), (64, 44100), (96, 44100)]


def file_of(samples: Samples, rate: int, kind: str) -> bytes:
    with io.BytesIO() as file:
        soundfile.write(file, samples, rate, format=kind, subtype={"OGG": "OPUS", "WAV": "PCM_16", "FLAC": "PCM_16"}[kind])
        return file.getvalue()


def float_file(samples: Samples) -> bytes:
    with io.BytesIO() as file:
        soundfile.write(file, samples, 24000, format="WAV", subtype="FLOAT")
        return file.getvalue()


def with_silence(samples: Samples, rate: int, before: float = 0.5, after: float = 0.8) -> Samples:
    return np.concatenate([np.zeros(int(before * rate), np.float32), samples, np.zeros(int(after * rate), np.float32)])


def check(made: Clip, rate: int, bitrate: int) -> Samples:
    samples = clip.decoded(made.audio, bitrate, rate)
    assert len(mp3.scan(made.audio)) == made.frames
    assert len(samples) == made.samples == made.frames * mp3.samples_per_frame(rate)
    assert {frame.bitrate for frame in mp3.scan(made.audio)} == {bitrate}
    loud = np.flatnonzero(np.abs(samples) > hearing.QUIET)
    assert (made.speech_start, made.speech_end) == (loud[0], loud[-1] + 1)
    assert made.peak == pytest.approx(loudness.true_peak(samples), abs=0.01)
    return samples


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
@pytest.mark.parametrize("source_rate", [22050, 24000, 48000])
def test_pcm_is_trimmed_and_its_boundaries_follow(voice: Voice, bitrate: int, rate: int, source_rate: int) -> None:
    click = voice(1.5, source_rate)
    click[source_rate : source_rate + source_rate // 10] = 0
    click[source_rate + source_rate // 20] = 0.9
    at = int(0.5 * source_rate) + source_rate + source_rate // 20
    made = clip.from_pcm(with_silence(click, source_rate), source_rate, (Boundary(at, at + 100, 3, 5),), bitrate, rate)
    samples = check(made, rate, bitrate)
    assert made.samples / rate == pytest.approx(1.5, abs=0.11)
    (boundary,) = made.boundaries
    assert (boundary.payload_start, boundary.payload_end) == (3, 5)
    around = slice(boundary.start - rate // 40, boundary.start + rate // 40)
    assert abs(int(np.abs(samples[around]).argmax()) - rate // 40) <= rate // 2000


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG"])
def test_a_sound_file_becomes_a_clip(voice: Voice, kind: str) -> None:
    rate = 48000 if kind == "OGG" else 22050
    check(clip.from_wav(file_of(with_silence(voice(1.0, rate), rate), rate, kind)), 24000, 48)


def test_stereo_is_mixed(voice: Voice) -> None:
    both = np.stack([voice(1.0), np.zeros(24000, np.float32)], axis=1)
    check(clip.from_wav(file_of(both, 24000, "WAV")), 24000, 48)


@pytest.mark.parametrize("factors", [(1, -1), (1, -0.9), (-0.8, 1), (0, 0, 1, 0, 0, 0)])
def test_channels_that_cancel_each_other_are_not_mixed(voice: Voice, factors: tuple[float, ...]) -> None:
    channels = np.stack([voice(1.0) * np.float32(factor) for factor in factors], axis=1)
    assert clip.from_wav(file_of(channels, 24000, "WAV")) == clip.from_wav(file_of(voice(1.0), 24000, "WAV"))


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
def test_frames_that_fit_are_kept_and_trimmed(voice: Voice, bitrate: int, rate: int) -> None:
    spoken = voice(1.0, rate)
    data = clip.encode(with_silence(spoken, rate), bitrate, rate)
    at = int(0.5 * rate)
    made = clip.from_mp3(data, (Boundary(at, at + rate, 0, 4),), bitrate, rate)
    samples = check(made, rate, bitrate)
    last = mp3.scan(made.audio)[-1]
    assert made.audio[last.start :] in data
    assert made.samples / rate < 1.0 + 6 * mp3.samples_per_frame(rate) / rate
    assert made.speech_start < 5 * mp3.samples_per_frame(rate)
    start = made.boundaries[0].start
    expected = np.concatenate([np.zeros(start, np.float32), spoken, np.zeros(rate, np.float32)])[: len(samples)]
    assert np.corrcoef(samples, expected)[0, 1] > 0.98


def test_trimmed_frames_decode_as_they_did(voice: Voice) -> None:
    data = clip.encode(with_silence(voice(1.0), 24000), 48, 24000)
    made = clip.from_mp3(data, (Boundary(12000, 36000, 0, 1),))
    before, after = (clip.decoded(audio, 48, 24000) for audio in (data, made.audio))
    dropped = 12000 + mp3.DELAY - made.boundaries[0].start
    assert dropped > 0
    assert dropped % 576 == 0
    heard = slice(made.speech_start - 200, made.speech_end)
    assert np.allclose(before[dropped:][heard], after[heard], atol=1e-6)


@pytest.mark.parametrize(("bitrate", "rate"), [(32, 24000), (64, 24000), (48, 22050), (128, 44100)])
def test_frames_of_another_format_are_encoded_once(voice: Voice, bitrate: int, rate: int) -> None:
    data = clip.encode(with_silence(voice(1.0, rate), rate), bitrate, rate)
    at = 12000
    made = clip.from_mp3(data, (Boundary(at, at + 2400, 0, 1),))
    check(made, 24000, 48)
    assert abs(made.boundaries[0].start - made.speech_start) < 24000 * 0.015


def test_frames_are_made_louder_as_far_as_the_peak_allows(voice: Voice) -> None:
    data = clip.encode(with_silence(voice(2.0, level=0.05), 24000), 48, 24000)
    plain, louder, most = (clip.from_mp3(data, steps=steps) for steps in (0, 3, 40))
    assert louder.loudness - plain.loudness == pytest.approx(3 * loudness.STEP, abs=0.1)
    assert loudness.CEILING - loudness.STEP - 0.1 < most.peak <= loudness.CEILING


@pytest.mark.parametrize("steps", [0, 2])
def test_what_becomes_louder_or_softer_is_measured_without_decoding_it_again(
    voice: Voice, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    loud = clip.encode(with_silence(voice(2.0, level=0.2 if steps else 0.6), 24000), 48, 24000)
    decoded: list[int] = []

    def counting(data: bytes) -> tuple[Samples, int]:
        decoded.append(len(data))
        return decode(data)

    monkeypatch.setattr(clip, "decode", counting)
    made = clip.from_mp3(loud, steps=steps)
    assert len(decoded) == 1
    again = clip.from_mp3(made.audio)
    assert (made.loudness, made.peak) == pytest.approx((again.loudness, again.peak), abs=0.05)
    assert made.peak <= loudness.CEILING


def test_a_voice_is_calibrated_to_the_target(voice: Voice) -> None:
    for bitrate, rate in FORMATS:
        gain = clip.calibrated(voice(6.0, 22050), 22050, bitrate, rate)
        made = clip.from_pcm(voice(6.0, 22050), 22050, (), bitrate, rate, gain)
        assert made.loudness == pytest.approx(loudness.TARGET, abs=0.15)
        assert made.peak <= loudness.CEILING


@pytest.mark.parametrize("gain", [0, 12, 40])
def test_no_gain_brings_the_peak_above_the_ceiling(voice: Voice, gain: float) -> None:
    noise = np.random.default_rng(3).standard_normal(24000).astype(np.float32) * 0.3
    for samples in (voice(1.0), noise, np.sign(noise) * np.float32(0.9)):
        assert clip.from_pcm(samples, 24000, gain=gain).peak <= loudness.CEILING


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), np.zeros(24000, np.float32), np.full(999, 1e-4, np.float32)])
def test_silence_is_no_answer(samples: Samples) -> None:
    with pytest.raises(SpeechError, match="silence"):
        clip.from_pcm(samples, 24000)


def test_floats_that_are_no_numbers_are_no_sound(voice: Voice) -> None:
    samples = voice(1.0)
    samples[1000:1010] = np.nan
    samples[2000] = np.inf
    check(clip.from_wav(float_file(samples)), 24000, 48)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("channels", [1, 2])
def test_numbers_beyond_all_measure_are_full_scale(voice: Voice, channels: int) -> None:
    samples = np.stack([voice(1.0)] * channels, axis=1)
    samples[1000:1010], samples[2000] = 3e38, -3e38
    plain, rate = decode(float_file(voice(1.0)))
    found, _ = decode(float_file(samples))
    assert rate == 24000
    assert (found[1000:1010] == 1).all()
    assert found[2000] == -1
    assert np.array_equal(np.delete(found, [*range(1000, 1010), 2000]), np.delete(plain, [*range(1000, 1010), 2000]))
    check(clip.from_wav(float_file(samples)), 24000, 48)


@pytest.mark.filterwarnings("error")
def test_a_file_of_nothing_but_huge_numbers_is_still_a_clip() -> None:
    samples = np.where(np.arange(24000) // 100 % 2, np.float32(3e38), np.float32(-3e38))
    assert np.isfinite(clip.from_wav(float_file(samples)).loudness)


def test_integers_written_as_floats_are_heard(voice: Voice) -> None:
    check(clip.from_wav(float_file(voice(1.0) * np.float32(30000))), 24000, 48)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"<html>502</html>", b"\xff\xf3\x64\xc4" + bytes(139)])
def test_damaged_answers_are_refused(data: bytes) -> None:
    with pytest.raises(SpeechError):
        clip.from_mp3(data)
    with pytest.raises(SpeechError):
        clip.from_wav(data)


def test_silent_frames_are_no_answer() -> None:
    with pytest.raises(SpeechError, match="silence"):
        clip.from_mp3(mp3.silence(50))


def test_the_same_samples_give_the_same_bytes(voice: Voice) -> None:
    assert clip.from_pcm(voice(1.0), 22050) == clip.from_pcm(voice(1.0), 22050)


def test_the_edges_do_not_click(voice: Voice) -> None:
    """A tone cut out of the middle of a sound: energy above 6 kHz at the edges would be a click."""
    tone = 0.5 * np.sin(2 * np.pi * 440 * (np.arange(12000) + 0.25) / 24000).astype(np.float32)
    made = clip.from_pcm(tone, 24000)
    samples = clip.decoded(mp3.silence(5) + mp3.cut(made.audio, ClipPiece("", 0, made.frames)) + mp3.silence(5), 48, 24000)
    for edge in (samples[: 8 * 576], samples[-9 * 576 : -576]):
        spectrum = np.abs(np.fft.rfft(edge * np.hanning(8 * 576)))
        assert 20 * np.log10(spectrum[len(spectrum) // 2 :].max() / spectrum.max()) < -55
