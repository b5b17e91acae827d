"""The four bytes at the head of an MPEG audio frame, layer III, and what they say of it.

Source: ISO/IEC 11172-3 and 13818-3, 2.4.1.3 and 2.4.2.3.
"""

from functools import lru_cache

from msgspec import Struct

RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
BITRATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Hz, by the bits of the version; kbit/s, by whether it is MPEG 1; each by their own bits."""


class Frame(Struct, frozen=True):
    """Header of a frame, and where it stands in its stream."""

    start: int
    """Byte of the stream."""
    size: int
    """Bytes."""
    bitrate: int
    """kbit/s."""
    sample_rate: int
    """Hz."""
    samples: int
    """Samples that it decodes to, per channel: 1152, or 576 below 32 kHz."""
    channels: int
    protected: bool
    """Whether a CRC follows the header."""

    @property
    def side(self) -> int:
        """Byte of the frame at which its side information begins."""
        return 6 if self.protected else 4

    @property
    def body(self) -> int:
        """Byte of the frame at which its main data begin."""
        mono, stereo = (17, 32) if self.samples == 1152 else (9, 17)
        return self.side + (mono if self.channels == 1 else stereo)


def frame_at(data: bytes, at: int) -> Frame | None:
    """The frame that begins at a byte; None where none does."""
    said = _header(data[at : at + 4])
    return Frame(at, *said) if said else None


@lru_cache(256)
def _header(head: bytes) -> tuple[int, int, int, int, int, bool] | None:
    """What the four bytes say of a frame, as `Frame` has it after its start."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, rate_index, bitrate_index = head[1] >> 3 & 3, head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or rate_index == 3 or bitrate_index in (0, 15):
        return None
    sample_rate, bitrate = RATES[version][rate_index], BITRATES[version == 3][bitrate_index]
    samples = 1152 if version == 3 else 576
    size = samples // 8 * bitrate * 1000 // sample_rate + (head[2] >> 1 & 1)
    channels = 1 if head[3] >> 6 == 3 else 2
    return size, bitrate, sample_rate, samples, channels, not head[1] & 1
