"""Archives are ZIP files that every reader takes, and the same at every build."""

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model.edition import Archive, ClipPiece, Member, SilencePiece, Sound
from audio_edition.publishers import _zip
from tests.publishers import _edition

NAMES = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="/\\\0:"), min_size=1, max_size=20)


def packed(archive: Archive) -> bytes:
    return b"".join(_zip.chunks(archive, _edition.frames))


@given(st.dictionaries(NAMES, st.binary(max_size=500)))
def test_what_goes_in_comes_out(files: dict[str, bytes]) -> None:
    archive = Archive(tuple(Member(name, content) for name, content in files.items()), "2023-11-08")
    with zipfile.ZipFile(BytesIO(packed(archive))) as read:
        assert read.testzip() is None
        assert {info.filename: read.read(info) for info in read.infolist()} == files
        assert all(info.date_time == (2023, 11, 8, 0, 0, 0) for info in read.infolist())


def test_sound_is_stored_and_small_files_are_packed() -> None:
    sound = Sound(b"head", (ClipPiece("14400", 0, 20), SilencePiece(3)))
    archive = Archive(
        (Member("mimetype", b"application/epub+zip" * 9, stored=True), Member("a.mp3", sound), Member("b", b"b" * 99)),
        "2023-11-08",
    )
    with zipfile.ZipFile(BytesIO(packed(archive))) as read:
        mimetype, mp3, text = read.infolist()
        assert (mimetype.compress_type, mimetype.extra, mimetype.flag_bits) == (zipfile.ZIP_STORED, b"", 0)
        assert (mp3.compress_type, read.read(mp3)) == (zipfile.ZIP_STORED, _edition.joined(sound))
        assert text.compress_type == zipfile.ZIP_DEFLATED


def test_nothing_is_held_in_memory() -> None:
    sound = Sound(b"", (SilencePiece(100), SilencePiece(100)))
    largest = max(map(len, _zip.chunks(Archive((Member("a.mp3", sound),), "2023-11-08"), _edition.frames)))
    assert largest == 100 * _edition.FRAME
