"""Archives as ZIP files, streamed: no archive, and no sound in it, is ever whole in memory.

Sizes and checksums stand before each member (sound is read twice for that), so that readers which cannot seek can read it; no
extra fields, as EPUB OCF asks of the first member; names are UTF-8. After APPNOTE.TXT 6.3 of PKWARE, without ZIP64.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from audio_edition.model.edition import Archive, Member, Piece, Sound
from audio_edition.model.errors import PublishError

Frames = Callable[[tuple[Piece, ...]], Iterator[bytes]]

_UTF8 = 0x0800
_STORED, _DEFLATED = 0, 8


def chunks(archive: Archive, frames: Frames) -> Iterator[bytes]:
    """The bytes of an archive; `frames` gives those of a sound.

    Raises PublishError when it would be larger than 4 GiB, or hold more than 65535 files.

    >>> b"".join(chunks(Archive((Member("a.txt", b"A"),), "2023-11-08"), lambda pieces: iter(())))[30:36]
    b'a.txtA'
    """
    at, directory = 0, b""
    for member in archive.members:
        entry, body = _member(member, archive.date, frames)
        name = member.path.encode()
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + entry + struct.pack("<HHHII", 0, 0, 0, 0, _fits(at)) + name
        header = b"PK\x03\x04" + entry + name
        yield header
        at += len(header)
        for part in body:
            yield part
            at += len(part)
    count = len(archive.members)
    if count > 0xFFFF:
        raise PublishError(f"an archive of {count} files: a ZIP file holds 65535")
    yield directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), _fits(at), 0)


def _member(member: Member, date: str, frames: Frames) -> tuple[bytes, Iterator[bytes]]:
    """What a member's two headers share (version to the lengths of name and extra field), and its data."""
    size, crc = 0, 0
    for part in _parts(member.content, frames):
        size, crc = size + len(part), zlib.crc32(part, crc)
    method, body, packed = _STORED, _parts(member.content, frames), size
    if isinstance(member.content, bytes) and not member.stored:
        deflated = _deflated(member.content)
        if len(deflated) < size:
            method, body, packed = _DEFLATED, iter([deflated]), len(deflated)
    times = (method, 0, _day(date), crc, _fits(packed), _fits(size), len(member.path.encode()), 0)
    return struct.pack("<HHHHHIIIHH", 20, _UTF8 if not member.path.isascii() else 0, *times), body


def _parts(content: bytes | Sound, frames: Frames) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield content.head
        yield from frames(content.pieces)


def _deflated(content: bytes) -> bytes:
    compress = zlib.compressobj(6, zlib.DEFLATED, -15)
    return compress.compress(content) + compress.flush()


def _day(date: str) -> int:
    year, month, day = map(int, date.split("-"))
    return max(0, year - 1980) << 9 | month << 5 | day


def _fits(count: int) -> int:
    if count > 0xFFFFFFFF:
        raise PublishError("an archive of more than 4 GiB: publish fewer articles at once")
    return count
