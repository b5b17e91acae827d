"""Bytes of a sound file, known before it is joined."""

from collections.abc import Callable, Iterator

from audio_edition.model.edition import Piece, SilencePiece, Sound

Frames = Callable[[tuple[Piece, ...]], Iterator[bytes]]


def frame_count(pieces: tuple[Piece, ...]) -> int:
    """Frames of pieces.

    >>> frame_count((SilencePiece(3), SilencePiece(4)))
    7
    """
    return sum(piece.frames if isinstance(piece, SilencePiece) else piece.last - piece.first for piece in pieces)


def byte_count(pieces: tuple[Piece, ...], bitrate: int, sample_rate: int, frames: Frames) -> int:
    """Bytes of pieces: counted, or, where the frames of a rate differ by a byte of padding, read.

    >>> byte_count((SilencePiece(10),), 48, 24000, lambda pieces: iter(()))
    1440
    """
    # An MPEG-2 frame (below 32 kHz) holds 576 samples, an MPEG-1 frame 1152: 72 or 144 × bit rate ÷ sample rate bytes.
    bytes_of_frame, padding = divmod((72_000 if sample_rate < 32_000 else 144_000) * bitrate, sample_rate)
    return sum(map(len, frames(pieces))) if padding else frame_count(pieces) * bytes_of_frame


def size(sound: Sound, frames: Frames) -> int:
    """Bytes of a sound file."""
    return len(sound.head) + byte_count(sound.pieces, sound.bitrate, sound.sample_rate, frames)
