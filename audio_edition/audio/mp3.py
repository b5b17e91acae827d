"""MPEG audio frames, layer III: read, join, silence, gain and the Info frame, all without decoding.

Sources: ISO/IEC 11172-3 and 13818-3 (headers, side information); the Xing/Info header as LAME's VbrTag.c writes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from audio_edition.audio.header import BITRATES, RATES, frame_at
from audio_edition.audio.header import Frame as Frame
from audio_edition.model.edition import ClipPiece, Piece, SilencePiece
from audio_edition.model.errors import SpeechError

DELAY = 576 + 529
"""Samples by which decoded sound is later than the sound that LAME was given: its own delay and the decoder's."""

_FORMAT = attrgetter("bitrate", "sample_rate", "channels")
_GAIN = 12 + 9
"""Bits of a granule's side information before its 8-bit `global_gain`."""
_Bytes = NDArray[np.uint8]


def scan(data: bytes) -> tuple[Frame, ...]:
    """The frames of a stream, without ID3 tags and an Info frame at its ends.

    Raises SpeechError when it is not an unbroken run of layer III frames.

    >>> [frame.start for frame in scan(silence(3))]
    [0, 144, 288]
    """
    first, end = _after_id3(data), len(data) - 128 * (data[-128:-125] == b"TAG")
    frames = _alike(data, first, end) or _one_by_one(data, first, end)
    if frames and data[frames[0].start + frames[0].body :][:4] in (b"Info", b"Xing"):
        frames = frames[1:]
    if not frames:
        raise SpeechError("no MP3 frame in the answer")
    return tuple(frames)


def formats(frames: Iterable[Frame]) -> set[tuple[int, int, int]]:
    """Which bitrates (kbit/s), rates (Hz) and numbers of channels frames have together.

    >>> formats(scan(silence(3)))
    {(48, 24000, 1)}
    """
    return set(map(_FORMAT, frames))


def begins(data: bytes) -> bool:
    """Whether these bytes are those of an MP3 file: a tag, or a frame and, where there is more, another after it.

    >>> begins(silence(2)), begins(silence(1)), begins(bytes((255, 251, 144, 100)) * 200)
    (True, True, False)
    """
    frame = frame_at(data, 0)
    if frame is None:
        return data[:3] == b"ID3"
    return len(data) <= frame.size or frame_at(data, frame.size) is not None


def samples_per_frame(sample_rate: int) -> int:
    """Samples that a frame decodes to.

    >>> samples_per_frame(24000), samples_per_frame(44100)
    (576, 1152)
    """
    return 1152 if sample_rate >= 32000 else 576


def silence(frames: int, bitrate: int = 48, sample_rate: int = 24000) -> bytes:
    """Silent mono frames; they need nothing of what stands before them.

    >>> len(silence(2)), len(silence(3, 64, 44100))     # 44.1 kHz: frames of 208 and of 209 bytes, 208.98 on average
    (288, 626)
    """
    spare = 72 * (samples_per_frame(sample_rate) // 576) * bitrate * 1000 % sample_rate
    padded = ((number + 1) * spare // sample_rate - number * spare // sample_rate for number in range(frames))
    return b"".join(_silent(bitrate, sample_rate, pad) for pad in padded)


def frames(
    pieces: Sequence[Piece], audio_of: Callable[[str], bytes], bitrate: int = 48, sample_rate: int = 24000
) -> Iterator[bytes]:
    """The bytes of a track or an edition, piece by piece; `audio_of` gives a stored clip's audio for its key."""
    for piece in pieces:
        if isinstance(piece, SilencePiece):
            yield silence(piece.frames, bitrate, sample_rate)
        else:
            audio = cut(audio_of(piece.key), piece, bitrate, sample_rate)
            yield amplify(audio, piece.steps) if piece.steps else audio


def cut(audio: bytes, piece: ClipPiece, bitrate: int = 48, sample_rate: int = 24000) -> bytes:
    """The bytes of a clip's frames [first, last)."""
    if (72 * samples_per_frame(sample_rate) // 576 * bitrate * 1000) % sample_rate == 0:
        size = _silent_size(bitrate, sample_rate)
        return audio[piece.first * size : piece.last * size]
    starts = [frame.start for frame in scan(audio)] + [len(audio)]
    return audio[starts[piece.first] : starts[piece.last]]


def info_frame(frame_count: int, byte_count: int, bitrate: int = 48, sample_rate: int = 24000) -> bytes:
    """The frame that says, before all others, how many follow: exact durations and seeking in every player.

    `frame_count` and `byte_count` are of the frames that follow. It carries no LAME extension: players differ in what they cut
    off because of one, and without it all of them play every sample; cues count the encoder's and the decoder's delay instead.

    >>> info_frame(125, 18000)[:4] == silence(1)[:4], len(info_frame(125, 18000))
    (True, 144)
    """
    empty = _silent(bitrate, sample_rate, 0)
    frame = frame_at(empty, 0)
    assert frame is not None
    total = byte_count + len(empty)
    contents = bytes(min(255, (len(empty) + byte_count * percent // 100) * 256 // total) for percent in range(100))
    counts = frame_count.to_bytes(4, "big") + total.to_bytes(4, "big")
    tag = b"Info" + (7).to_bytes(4, "big") + counts + contents
    return (empty[: frame.body] + tag).ljust(len(empty), b"\0")


def granules(frame: Frame) -> Iterator[int]:
    """Bits of the side information at which that of each granule and channel begins: 12 bits say how many its main data have."""
    if frame.samples == 1152:
        first, length, count = 9 + (5 if frame.channels == 1 else 3) + 4 * frame.channels, 59, 2
    else:
        first, length, count = 8 + (1 if frame.channels == 1 else 2), 63, 1
    return iter(range(first, first + count * frame.channels * length, length))


def amplify(data: bytes, steps: int) -> bytes:
    """The frames louder by `steps` × 1.505 dB (2^(1/4)), without decoding: their `global_gain` fields, moved.

    A field that would leave 0…255 stays at its end. Raises SpeechError for frames with a checksum, which no service sends.
    """
    first, starts = _grid(data)
    if first.protected:
        raise SpeechError("the gain of MP3 frames with a checksum cannot be changed")
    changed = np.frombuffer(data, dtype=np.uint8).copy()
    for bit in granules(first):
        at = 8 * first.side + bit + _GAIN
        _move_gain(changed, starts + at // 8, at % 8, steps)
    return changed.tobytes()


def count(data: bytes) -> int:
    """How many headerless frames these are. Raises SpeechError when they are not all alike."""
    return len(_grid(data)[1])


def hollow(data: bytes, frame: Frame, begin: int = 0) -> bytes:
    """A frame that decodes to silence, but whose main data still serve the frames after it as their reservoir.

    `begin` is its `main_data_begin`: how far before it the data of the frames after it begin. It must say so, because
    mpg123 keeps no more of the frames before than the last one asked for.
    """
    whole = data[frame.start : frame.start + frame.size]
    side = begin.to_bytes(1, "big") if frame.samples == 576 else (begin << 7).to_bytes(2, "big")
    return whole[: frame.side] + side + bytes(frame.body - frame.side - len(side)) + whole[frame.body :]


def _after_id3(data: bytes) -> int:
    at = 0
    while data[at : at + 3] == b"ID3" and len(data) >= at + 10:
        size = data[at + 6 : at + 10]
        at += 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])
    return at


def _alike(data: bytes, first: int, end: int) -> list[Frame]:
    """The frames between two bytes where all have one header, as a service with a constant bitrate sends them; else none."""
    frame = frame_at(data, first)
    if frame is None or (end - first) % frame.size:
        return []
    heads = np.frombuffer(data, np.uint8, end - first, first).reshape(-1, frame.size)[:, :4]
    if not (heads == heads[0]).all():
        return []
    said = structs.astuple(frame)[1:]
    return [Frame(start, *said) for start in range(first, end, frame.size)]


def _one_by_one(data: bytes, first: int, end: int) -> list[Frame]:
    frames: list[Frame] = []
    while first < end:
        frame = frame_at(data, first)
        if frame is None or first + frame.size > end:
            raise SpeechError(f"no whole MP3 frame at byte {first} of {len(data)}")
        frames.append(frame)
        first += frame.size
    return frames


@cache
def _silent(bitrate: int, sample_rate: int, padding: int) -> bytes:
    version = next(number for number, rates in RATES.items() if sample_rate in rates)
    bitrate_index = BITRATES[version == 3].index(bitrate)
    third = bitrate_index << 4 | RATES[version].index(sample_rate) << 2 | padding << 1
    head = bytes((0xFF, 0xE3 | version << 3, third, 0xC4))
    return head.ljust(_silent_size(bitrate, sample_rate) + padding, b"\0")


def _silent_size(bitrate: int, sample_rate: int) -> int:
    return samples_per_frame(sample_rate) // 8 * bitrate * 1000 // sample_rate


def _grid(data: bytes) -> tuple[Frame, NDArray[np.int64]]:
    """The first frame of headerless ones that are all alike, and where each begins: at once where all have one size."""
    if (first := frame_at(data, 0)) and len(data) % first.size == 0:
        heads = np.frombuffer(data, dtype=np.uint8).reshape(-1, first.size)[:, :3]
        if (heads == heads[0]).all():
            return first, np.arange(0, len(data), first.size)
    frames = scan(data)
    return frames[0], np.array([frame.start for frame in frames])


def _move_gain(data: _Bytes, at: NDArray[np.int64], shift: int, steps: int) -> None:
    pair = data[at].astype(np.int32) << 8 | data[at + 1]
    gain = pair >> (8 - shift) & 0xFF
    moved = np.where(gain == 0, 0, np.clip(gain + steps, 0, 255))
    pair = pair & ~(0xFF << (8 - shift)) | moved << (8 - shift)
    data[at], data[at + 1] = pair >> 8, pair & 0xFF
