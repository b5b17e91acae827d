"""ID3v2.3 tags as bytes: text, cover, lyrics, and chapters in the order of time.

After id3v2.3.0 (1999) and the ID3v2 Chapter Frame Addendum 1.0 (2005). Text is UTF-16 with a byte order mark, the one
encoding of version 2.3 that holds Chinese; frames stand in the order given, because players list chapters as they are stored.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

MAX_CHAPTERS = 255
"""Most entries of a table of contents: their number is one byte."""

_NO_OFFSET = b"\xff" * 8


class Mark(Struct, frozen=True):
    """A chapter of the file."""

    start: int
    end: int
    """ms"""
    title: str
    url: str = ""


def tag(frames: Sequence[bytes]) -> bytes:
    """A tag of these frames.

    >>> tag([text("TIT2", "好")])[:10]
    b'ID3\\x03\\x00\\x00\\x00\\x00\\x00\\x0f'
    """
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def text(id: str, value: str) -> bytes:
    """A text frame: TIT2, TPE1, TALB…"""
    return _frame(id, b"\x01" + _utf16(value))


def labelled(description: str, value: str) -> bytes:
    """A text of one's own (TXXX)."""
    return _frame("TXXX", b"\x01" + _utf16(description) + b"\0\0" + _utf16(value))


def lyrics(lang: str, value: str) -> bytes:
    """The words that are heard (USLT); `lang` is ISO 639-2, three letters."""
    return _frame("USLT", b"\x01" + lang.encode("ascii") + _utf16("") + b"\0\0" + _utf16(value))


def cover(mime: str, image: bytes) -> bytes:
    """The front cover (APIC)."""
    return _frame("APIC", b"\0" + mime.encode("ascii") + b"\0\x03\0" + image)


def chapters(title: str, marks: Sequence[Mark]) -> Iterator[bytes]:
    """A top-level, ordered table of contents (CTOC) and its chapters (CHAP).

    Raises ValueError for more than MAX_CHAPTERS.
    """
    if len(marks) > MAX_CHAPTERS:
        raise ValueError(f"{len(marks)} chapters: ID3 holds {MAX_CHAPTERS}")
    ids = [b"ch%d\0" % index for index in range(len(marks))]
    yield _frame("CTOC", b"toc\0\x03" + bytes([len(marks)]) + b"".join(ids) + text("TIT2", title))
    for id, mark in zip(ids, marks, strict=True):
        link = _frame("WXXX", b"\0\0" + mark.url.encode("ascii")) if mark.url else b""
        times = mark.start.to_bytes(4, "big") + mark.end.to_bytes(4, "big")
        yield _frame("CHAP", id + times + _NO_OFFSET + text("TIT2", mark.title) + link)


def _frame(id: str, body: bytes) -> bytes:
    return id.encode("ascii") + len(body).to_bytes(4, "big") + b"\0\0" + body


def _utf16(value: str) -> bytes:
    return b"\xff\xfe" + value.encode("utf-16-le")
