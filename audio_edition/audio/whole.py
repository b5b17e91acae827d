"""Whether the frames of an MP3 are those that an encoder made, one after the other; without decoding.

The main data of a frame begin in the frames before it (`main_data_begin`), and those of two frames never overlap: ISO/IEC
11172-3, 2.4.3.4. Where a frame is lost, moved or sent twice, they mostly do, or begin where nothing was sent.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio_edition.audio import mp3


def reservoir(data: bytes, frame: mp3.Frame) -> int:
    """How many bytes of the frames before it hold main data of a frame (`main_data_begin`)."""
    begin = data[frame.start + frame.side]
    return begin << 1 | data[frame.start + frame.side + 1] >> 7 if frame.samples == 1152 else begin


def torn(data: bytes, frames: Sequence[mp3.Frame]) -> int | None:
    """The number of the first frame, of frames that are all alike, that cannot be what follows the one before; None: all can.

    >>> data = mp3.silence(3)
    >>> torn(data, mp3.scan(data)), torn(data[:292] + b"\\xff" + data[293:], mp3.scan(data))
    (None, 2)
    """
    raw = np.frombuffer(data, dtype=np.uint8)
    room = np.array([frame.size - frame.body for frame in frames])
    ends = np.cumsum(room)
    first = ends - room - np.array([reservoir(data, frame) for frame in frames])
    last = first + -(-_main_bits(raw, frames) // 8)
    wrong = (first < np.concatenate(([0], last[:-1]))) | (last > ends)
    return int(wrong.argmax()) if wrong.any() else None


def repeated(data: bytes, frames: Sequence[mp3.Frame], heard: NDArray[np.bool_]) -> int | None:
    """The number of the first frame of a run that was sent twice; None: none was. `heard` says in which frames there is sound.

    Silence may repeat itself, frame by frame; of sound no two frames that an encoder makes are alike but by chance.
    """
    texts = [data[frame.start : frame.start + frame.size] for frame in frames]
    before: dict[bytes, int] = {}
    for number, text in enumerate(texts):
        start = before.get(text)
        if start is not None and heard[number] and texts[start:number] == texts[number : 2 * number - start]:
            return number
        before[text] = number
    return None


def _main_bits(raw: NDArray[np.uint8], frames: Sequence[mp3.Frame]) -> NDArray[np.int64]:
    """How many bits of main data each frame has."""
    sides = np.array([frame.start + frame.side for frame in frames])
    bits = np.zeros(len(frames), dtype=np.int64)
    for bit in mp3.granules(frames[0]):
        at = sides + bit // 8
        bits += ((raw[at].astype(np.int64) << 16 | raw[at + 1].astype(np.int64) << 8 | raw[at + 2]) >> 12 - bit % 8) & 0xFFF
    return bits
