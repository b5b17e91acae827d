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


def is_torn(data: bytes, frames: Sequence[mp3.Frame]) -> bool:
    """Whether one of these frames, all of one format, cannot be what follows the one before.

    >>> data = mp3.silence(3)
    >>> is_torn(data, mp3.scan(data)), is_torn(data[:292] + b"\\xff" + data[293:], mp3.scan(data))
    (False, True)
    """
    first, raw = frames[0], np.frombuffer(data, dtype=np.uint8)
    starts = np.array([frame.start for frame in frames])
    room = np.diff(starts, append=frames[-1].start + frames[-1].size) - first.body
    sides, ends = 8 * (starts + first.side), np.cumsum(room)
    begins = ends - room - _number(raw, sides, 9 if first.samples == 1152 else 8)
    bits = sum((_number(raw, sides + granule, 12) for granule in mp3.granules(first)), start=np.zeros_like(starts))
    until = begins + -(-bits // 8)
    return bool((begins < np.concatenate(([0], until[:-1]))).any() or (until > ends).any())


def is_repeated(data: bytes, frames: Sequence[mp3.Frame], loud: NDArray[np.bool_]) -> bool:
    """Whether a run of frames comes twice; `loud` says in which frames something is heard.

    Silence may repeat itself, frame by frame; of sound no two frames that an encoder makes are alike but by chance.
    """
    texts = [data[frame.start : frame.start + frame.size] for frame in frames]
    before: dict[bytes, int] = {}
    for number, text in enumerate(texts):
        start = before.get(text)
        if start is not None and loud[number] and texts[start:number] == texts[number : 2 * number - start]:
            return True
        before[text] = number
    return False


def _number(raw: NDArray[np.uint8], at: NDArray[np.int64], bits: int) -> NDArray[np.int64]:
    """The numbers of so many bits that begin at these bits."""
    byte = at // 8
    three = raw[byte].astype(np.int64) << 16 | raw[byte + 1].astype(np.int64) << 8 | raw[byte + 2]
    return three >> (24 - at % 8 - bits) & (1 << bits) - 1
