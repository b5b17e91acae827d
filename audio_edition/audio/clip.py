"""A voice's answer becomes a clip: trimmed, levelled, encoded at most once, measured."""

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from audio_edition.audio import loudness, mp3
from audio_edition.audio.decode import decode, resample
from audio_edition.audio.hearing import QUIET, audible
from audio_edition.audio.loudness import Samples
from audio_edition.audio.whole import reservoir
from audio_edition.model.edition import ClipPiece
from audio_edition.model.speech import Boundary, Clip

_PART = 1 << 14
"""Samples that are worked on at a time, so that they need little memory."""


class Heard(Struct, frozen=True):
    """An MP3 answer, read and decoded once."""

    data: bytes
    frames: tuple[mp3.Frame, ...]
    samples: Samples
    rate: int
    """Hz of the samples."""
    peaks: Samples
    """Amplitudes of each frame's length of them."""

    @property
    def loud(self) -> NDArray[np.bool_]:
        """Where something is heard: of each frame's length of samples."""
        return self.peaks > QUIET


def from_pcm(
    samples: Samples,
    rate: int,
    boundaries: Sequence[Boundary] = (),
    bitrate: int = 48,
    sample_rate: int = 24000,
    gain: float = 0.0,
) -> Clip:
    """A clip of mono samples (±1) at `rate`, made louder by `gain` dB and limited before the one encoding.

    Boundaries count in samples as given; those of the clip count in its own, as decoded.
    Raises SpeechError when nothing is to be heard.
    """
    first, last = audible(samples)
    cut_from, cut_to = max(0, first - rate // 200), min(len(samples), last + rate // 100)
    # One name: the samples of each step are given back when the next has been done.
    heard = _faded(resample(samples[cut_from:cut_to], rate, sample_rate), sample_rate, gain)
    heard = loudness.limit(heard, sample_rate)
    audio = encode(heard, bitrate, sample_rate)
    del heard
    moved = _moved(boundaries, -cut_from, sample_rate / rate, mp3.DELAY)
    clip = _decoded_clip(audio, moved, bitrate, sample_rate)
    if clip.peak > loudness.CEILING:
        return _decoded_clip(mp3.amplify(audio, _room(clip.peak)), moved, bitrate, sample_rate)
    return clip


def calibrated(samples: Samples, rate: int, bitrate: int = 48, sample_rate: int = 24000) -> float:
    """Gain, in dB, with which a voice's clips come out at the target loudness; `samples` are a passage that it has read.

    Found by encoding it: limiting costs loudness, and so does LAME, which turns low bitrates down a little.
    """
    gain = loudness.TARGET - loudness.integrated(samples, rate)
    for _ in range(2):
        gain += loudness.TARGET - from_pcm(samples, rate, (), bitrate, sample_rate, gain).loudness
    return gain


def from_wav(
    data: bytes, boundaries: Sequence[Boundary] = (), bitrate: int = 48, sample_rate: int = 24000, gain: float = 0.0
) -> Clip:
    """A clip of a sound file that is to be decoded: WAV, FLAC, Ogg Opus… Boundaries count in samples of the file."""
    samples, rate = decode(data)
    return from_pcm(samples, rate, boundaries, bitrate, sample_rate, gain)


def from_mp3(
    data: bytes, boundaries: Sequence[Boundary] = (), bitrate: int = 48, sample_rate: int = 24000, steps: int = 0
) -> Clip:
    """A clip of an MP3 answer: its frames as they are where bitrate and rate match (louder by `steps` of 1.505 dB, as far as
    the peak allows), else decoded and encoded once.

    Boundaries count in samples, at `sample_rate`, of the sound before it was encoded. Raises SpeechError.
    """
    return from_heard(hear(data, mp3.scan(data)), boundaries, bitrate, sample_rate, steps)


def hear(data: bytes, frames: tuple[mp3.Frame, ...]) -> Heard:
    """An MP3 answer of these frames, decoded. Raises SpeechError."""
    formats = mp3.formats(frames)
    bitrate, rate, channels = formats.pop()
    if formats or channels > 1:
        samples, rate = decode(data)
    else:
        samples = decoded(data[frames[0].start : frames[-1].start + frames[-1].size], bitrate, rate)
    return Heard(data, frames, samples, rate, loudness.amplitudes(samples, frames[0].samples))


def from_heard(heard: Heard, boundaries: Sequence[Boundary], bitrate: int, sample_rate: int, steps: int = 0) -> Clip:
    """What `from_mp3` makes of an answer that has been decoded already."""
    if mp3.formats(heard.frames) != {(bitrate, sample_rate, 1)}:
        ours = _moved(boundaries, 0, heard.rate / sample_rate, mp3.DELAY)
        return from_pcm(heard.samples, heard.rate, ours, bitrate, sample_rate, steps * loudness.STEP)
    audio, dropped = _trimmed(heard.data, heard.frames, audible(heard.samples)[0])
    moved = _moved(boundaries, mp3.DELAY - dropped, 1.0, 0)
    # What was dropped is not heard, and louder frames decode to louder samples: decoding, most of the work, is not done again.
    samples, peaks = heard.samples[dropped:], heard.peaks[dropped // heard.frames[0].samples :]
    by = min(steps, _room(loudness.true_peak(samples, heard.frames[0].samples, peaks)))
    if by:
        gain = np.float32(10 ** (by * loudness.STEP / 20))
        audio, samples, peaks = mp3.amplify(audio, by), samples * gain, peaks * gain
    return _measured(audio, moved, bitrate, sample_rate, samples, peaks)


def encode(samples: Samples, bitrate: int, sample_rate: int) -> bytes:
    """Headerless CBR frames of mono samples. Holds the GIL: call it in a process of its own."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(bitrate)
    encoder.set_in_sample_rate(sample_rate)
    encoder.set_out_sample_rate(sample_rate)
    encoder.set_channels(1)
    encoder.set_quality(7)
    parts = (samples[start : start + _PART] for start in range(0, len(samples), _PART))
    frames = [bytes(encoder.encode(np.clip(np.rint(part * 32767), -32768, 32767).astype("<i2").tobytes())) for part in parts]
    return b"".join(frames) + bytes(encoder.flush())


def decoded(audio: bytes, bitrate: int, sample_rate: int) -> Samples:
    """All samples of headerless frames, as a decoder gives them: exactly so many as the frames say.

    Without an Info frame libsndfile estimates how many there are; with one it leaves out 529 samples, here of silence.
    """
    frames = mp3.count(audio) + 1
    data = mp3.silence(1, bitrate, sample_rate) + audio
    samples, _ = decode(mp3.info_frame(frames, len(data), bitrate, sample_rate) + data)
    return samples[mp3.samples_per_frame(sample_rate) - (mp3.DELAY - 576) :]


def _decoded_clip(audio: bytes, boundaries: tuple[Boundary, ...], bitrate: int, sample_rate: int) -> Clip:
    samples = decoded(audio, bitrate, sample_rate)
    peaks = loudness.amplitudes(samples, mp3.samples_per_frame(sample_rate))
    return _measured(audio, boundaries, bitrate, sample_rate, samples, peaks)


def _measured(
    audio: bytes, boundaries: tuple[Boundary, ...], bitrate: int, sample_rate: int, samples: Samples, peaks: Samples
) -> Clip:
    """The clip of frames that decode to `samples`, frame by frame as loud as `peaks`, without those after its last sound."""
    size = mp3.samples_per_frame(sample_rate)
    first, last = audible(samples)
    frames = min(len(samples) // size, -(-(last + sample_rate // 200) // size))
    return Clip(
        audio=mp3.cut(audio, ClipPiece("", 0, frames), bitrate, sample_rate),
        frames=frames,
        samples=frames * size,
        speech_start=first,
        speech_end=last,
        boundaries=tuple(_within(boundaries, frames * size)),
        loudness=round(loudness.integrated(samples[first:last], sample_rate), 2),
        peak=round(loudness.true_peak(samples, size, peaks), 2),
    )


def _faded(samples: Samples, rate: int, gain: float) -> Samples:
    """The samples louder by `gain` dB, with their cut edges faded over 3 ms, so that they do not click."""
    edge = min(rate // 333, len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, edge, dtype=np.float32)
    faded = samples * np.float32(10 ** (gain / 20))
    faded[:edge] *= ramp
    faded[len(faded) - edge :] *= ramp[::-1]
    return faded


def _trimmed(data: bytes, frames: Sequence[mp3.Frame], first: int) -> tuple[bytes, int]:
    """The frames from the one in which the sample `first` is heard, and how many samples were dropped before them.

    Frames just before the first that is kept stay as hollow ones, where its main data begin in them.
    """
    size = frames[0].samples
    # The transform overlaps by a frame and the filters of a decoder remember most of another.
    keep = max(0, (first - frames[0].sample_rate // 200) // size - 2)
    carriers = _carriers(data, frames, keep)
    kept = data[frames[keep].start : frames[-1].start + frames[-1].size]
    return b"".join(carriers) + kept, (keep - len(carriers)) * size


def _carriers(data: bytes, frames: Sequence[mp3.Frame], keep: int) -> list[bytes]:
    """Hollow frames that hold the main data which the frame `keep` has in the frames before it."""
    carriers: list[bytes] = []
    missing = reservoir(data, frames[keep])
    while missing > 0 and len(carriers) < keep:
        frame = frames[keep - 1 - len(carriers)]
        missing = max(0, missing - (frame.size - frame.body))
        carriers.insert(0, mp3.hollow(data, frame, missing))
    return carriers


def _room(peak: float) -> int:
    """By how many steps of 1.505 dB what has this true peak may be made louder; fewer than 0 where it is too high as it is."""
    return int((loudness.CEILING - peak) // loudness.STEP)


def _moved(boundaries: Iterable[Boundary], before: int, scale: float, after: int) -> tuple[Boundary, ...]:
    return tuple(
        Boundary(
            round((boundary.start + before) * scale) + after,
            round((boundary.end + before) * scale) + after,
            boundary.payload_start,
            boundary.payload_end,
        )
        for boundary in boundaries
    )


def _within(boundaries: Iterable[Boundary], samples: int) -> Iterable[Boundary]:
    for boundary in boundaries:
        start, end = max(0, min(boundary.start, samples)), max(0, min(boundary.end, samples))
        yield Boundary(start, max(start, end), boundary.payload_start, boundary.payload_end)
