"""Whether the frames of an MP3 are those that an encoder made, one after the other; without decoding.

The main data of a frame begin in the frames before it (`main_data_begin`), and those of two frames never overlap: ISO/IEC
11172-3, 2.4.3.4. Where a frame is lost, moved or sent twice, they mostly do, or begin where nothing was sent, or leave bytes
between them that belong to neither. An encoder leaves some only where more would be kept for later frames than these can reach,
or where it begins anew with a frame that reaches back to none.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio_edition.audio import mp3

TAIL = 24
"""Last bytes of a frame by which one like it is found."""
FARTHEST, SPARE = 255, 11
"""Bytes that a frame of 576 samples can reach back (one of 1152: twice as far), and how many of them encoders do not use."""
SELDOM = 0.02
"""Part of the frames before which bytes may be left by accident: where there are more, it is the encoder's way."""


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
    left = begins - np.concatenate(([0], until[:-1]))
    reach = (2 if first.samples == 1152 else 1) * FARTHEST - SPARE
    back, after = ends - room - begins, ends - until
    needless = int(((left > 0) & (back > 0) & (back + left < reach) & (after < reach))[1:].sum())
    return bool((left < 0).any() or (after < 0).any()) or 0 < needless <= SELDOM * len(frames) + 1


def is_repeated(data: bytes, frames: Sequence[mp3.Frame], loud: NDArray[np.bool_]) -> bool:
    """Whether a run of bytes comes twice, wherever in a frame it begins; `loud` says in which frames something is heard.

    Silence may repeat itself, frame by frame; of sound no two frames that an encoder makes are alike but by chance.
    """
    before: dict[bytes, int] = {}
    for frame, is_loud in zip(frames, loud.tolist(), strict=True):
        end = frame.start + frame.size
        tail = data[end - TAIL : end]
        if is_loud and tail in before and _are_twice(data, before[tail], end):
            return True
        before[tail] = end
    return False


def _are_twice(data: bytes, first: int, second: int) -> bool:
    """Whether the bytes around two places are alike for as long as it is from one to the other."""
    apart = second - first
    start = max(0, first - apart)
    one = np.frombuffer(data, np.uint8, min(2 * apart, len(data) - apart - start), start)
    other = np.frombuffer(data, np.uint8, len(one), start + apart)
    differ = np.concatenate(([-1], np.flatnonzero(one != other), [len(one)]))
    return int(np.diff(differ).max()) > apart


def _number(raw: NDArray[np.uint8], at: NDArray[np.int64], bits: int) -> NDArray[np.int64]:
    """The numbers of so many bits that begin at these bits."""
    byte = at // 8
    three = raw[byte].astype(np.int64) << 16 | raw[byte + 1].astype(np.int64) << 8 | raw[byte + 2]
    return three >> (24 - at % 8 - bits) & (1 << bits) - 1
