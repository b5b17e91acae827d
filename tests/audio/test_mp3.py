"""Frames without decoding, judged by decoders: libsndfile's here, ffmpeg's and mp3val's in test_joined."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio_edition.audio import clip, mp3, whole
from audio_edition.audio.decode import decode
from audio_edition.model.edition import ClipPiece, SilencePiece
from audio_edition.model.errors import SpeechError
from tests.audio.conftest import Voice

FORMATS = [(48, 24000), (64, 24000), (96, 24000), (48, 44100), (64, 44100), (96, 44100)]


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
def test_every_frame_of_the_encoder_is_read(voice: Voice, bitrate: int, rate: int) -> None:
    frames = mp3.scan(clip.encode(voice(1.0, rate), bitrate, rate))
    assert {(frame.bitrate, frame.sample_rate, frame.channels, frame.samples) for frame in frames} == {
        (bitrate, rate, 1, mp3.samples_per_frame(rate))
    }
    assert whole.reservoir(clip.encode(voice(1.0, rate), bitrate, rate), frames[0]) == 0


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
def test_silence_decodes_to_silence_of_its_length_at_its_bitrate(bitrate: int, rate: int) -> None:
    data = mp3.silence(500, bitrate, rate)
    samples, decoded_rate = decode(data)
    assert decoded_rate == rate
    assert len(samples) == 500 * mp3.samples_per_frame(rate)
    assert not samples.any()
    assert len(data) * 8 * rate / len(samples) == pytest.approx(bitrate * 1000, rel=1e-4)


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
def test_the_info_frame_is_not_sound_and_counts_exactly(voice: Voice, bitrate: int, rate: int) -> None:
    data = clip.encode(voice(1.0, rate), bitrate, rate)
    count = len(mp3.scan(data))
    whole = mp3.info_frame(count, len(data), bitrate, rate) + data
    assert len(mp3.scan(whole)) == count
    at = whole.index(b"Info")
    assert int.from_bytes(whole[at + 8 : at + 12], "big") == count
    assert int.from_bytes(whole[at + 12 : at + 16], "big") == len(whole)
    assert list(whole[at + 16 : at + 116]) == sorted(whole[at + 16 : at + 116])
    # mpg123, which libsndfile decodes with, leaves out its own delay where there is an Info frame; browsers and ffmpeg do not.
    assert len(decode(whole)[0]) == count * mp3.samples_per_frame(rate) - 529


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
@pytest.mark.parametrize("steps", [-4, -1, 3])
def test_gain_is_moved_without_decoding(voice: Voice, bitrate: int, rate: int, steps: int) -> None:
    data = clip.encode(voice(1.0, rate, 0.05), bitrate, rate)
    before, after = decode(data)[0], decode(mp3.amplify(data, steps))[0]
    heard = np.abs(before) > 0.01
    assert 20 * np.log10(np.abs(after[heard]) / np.abs(before[heard])) == pytest.approx(steps * 1.505, abs=0.1)


def test_gain_and_back_gives_the_same_bytes(voice: Voice) -> None:
    data = clip.encode(voice(1.0), 48, 24000)
    louder = mp3.amplify(data, 3)
    assert mp3.amplify(louder, -3) == data != louder
    assert b"".join(mp3.frames([ClipPiece("a", 0, 9, 3)], {"a": data}.__getitem__)) == louder[: 9 * 144]


@pytest.mark.parametrize(("bitrate", "rate"), FORMATS)
def test_pieces_join_to_the_frames_they_name(voice: Voice, bitrate: int, rate: int) -> None:
    data = clip.encode(voice(1.0, rate), bitrate, rate)
    count = len(mp3.scan(data))
    pieces = (SilencePiece(3), ClipPiece("a", 0, 20), SilencePiece(1), ClipPiece("a", 0, count), ClipPiece("a", 20, count))
    joined = b"".join(mp3.frames(pieces, {"a": data}.__getitem__, bitrate, rate))
    assert len(mp3.scan(joined)) == 3 + 20 + 1 + count + count - 20
    assert joined.endswith(data[-400:])


@pytest.mark.parametrize("broken", [b"", b"\0" * 500, b"RIFF", mp3.silence(2)[:-1], mp3.silence(1) + b"junk" + mp3.silence(1)])
def test_what_is_no_unbroken_run_of_frames_is_refused(broken: bytes) -> None:
    with pytest.raises(SpeechError):
        mp3.scan(broken)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for candidate in (data, mp3.silence(1) + data, b"ID3\4\0\0\0\0\0\0" + data):
        try:
            frames = mp3.scan(candidate)
        except SpeechError:
            continue
        assert sum(frame.size for frame in frames) <= len(candidate)


@settings(max_examples=20)
@given(st.integers(0, 3), st.integers(0, 2))
def test_tags_around_the_frames_are_no_frames(tags: int, after: int) -> None:
    tag = b"ID3\4\0\0\0\0\0\x0a" + b"\xff\xf3\x64\xc4" + bytes(6)
    data = tag * tags + mp3.silence(4) + b"TAG".ljust(128, b"\0") * min(after, 1)
    assert len(mp3.scan(data)) == 4
