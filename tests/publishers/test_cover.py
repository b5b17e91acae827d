"""Covers that podcast directories take, with letters and never with boxes."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from audio_edition.model.errors import PublishError
from audio_edition.publishers import _cover
from tests.publishers import _edition

EDITION = _edition.make()


def picture(width: int, height: int, mode: str = "RGB", format: str = "PNG") -> bytes:
    buffer = BytesIO()
    Image.new(mode, (width, height)).save(buffer, format)
    return buffer.getvalue()


@pytest.mark.parametrize("title", ["青澜日报", "明報", "The Evening Post", "𠀋😀日报", "བོད་ལྗོངས།", "长" * 120, "\0"])
def test_a_drawn_cover_is_fit_for_every_title(title: str) -> None:
    cover = _cover.of(replace(EDITION, title=title), replace(_edition.PAPER, title=""), _edition.context())
    image = Image.open(BytesIO(cover.content))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
    assert len(cover.content) < 512_000
    assert len(_cover.small(cover).content) < 200_000


def test_what_the_font_cannot_draw_is_written_in_latin_letters() -> None:
    assert _cover._writable("青澜日报") == "青澜日报"
    assert _cover._writable("青䶮日报") == "Qing Yan Ri Bao"
    assert _cover._writable("😀") == ""


def test_two_papers_have_two_covers() -> None:
    one, other = (
        _cover.of(EDITION, replace(_edition.PAPER, title=title), _edition.context()) for title in ("青澜日报", "朔州日报")
    )
    assert one.content != other.content


@pytest.mark.parametrize(
    ("given", "name", "size"),
    [
        (picture(1400, 1400), "cover.png", (1400, 1400)),
        (picture(3000, 3000, format="JPEG"), "cover.jpg", (3000, 3000)),
        (picture(900, 900), "cover.jpg", (1400, 1400)),
        (picture(4000, 2000), "cover.jpg", (3000, 3000)),
        (picture(1500, 1500, "RGBA"), "cover.jpg", (1500, 1500)),
        (picture(1500, 1500, "CMYK", "JPEG"), "cover.jpg", (1500, 1500)),
    ],
)
def test_the_papers_own_image_is_made_fit(given: bytes, name: str, size: tuple[int, int]) -> None:
    cover = _cover.of(EDITION, _edition.PAPER, _edition.context(cover=given))
    image = Image.open(BytesIO(cover.content))
    assert (cover.name, image.mode, image.size) == (name, "RGB", size)


def test_a_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(PublishError, match=r"logo\.png: not a picture"):
        _cover.of(EDITION, replace(_edition.PAPER, image="logo.png"), _edition.context(cover=b"<svg/>"))
