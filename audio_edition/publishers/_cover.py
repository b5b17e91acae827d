"""The cover: the paper's own image made fit, or one drawn from the masthead.

Apple Podcasts asks for a square JPEG or PNG of 1400 to 3000 pixels, RGB, without transparency. The font is a part of Noto Serif
CJK SC Bold (SIL Open Font License 1.1, see fonts/README.md); what it cannot draw is written in Latin letters, never as boxes.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from itertools import pairwise

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from audio_edition.model.edition import Edition
from audio_edition.model.errors import PublishError
from audio_edition.publishers import Context
from audio_edition.publishers._facts import name
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import label
from audio_edition.settings import Paper
from audio_edition.utterances.slug import slug

SIDE = 1400
"""Pixels of a drawn cover."""

SMALL = 600
"""Pixels of the cover inside sound files: players read it before the first sound."""

_PAPER, _INK = "#f7f2e8", "#1d1a16"
_ACCENTS = ("#9b1c1c", "#1f4e79", "#245c3c", "#5b2a6e", "#8a4b08", "#0f5257")
_MARGIN = 120


class Cover(Struct, frozen=True):
    """A picture file."""

    name: str
    mime: str
    content: bytes


def of(edition: Edition, paper: Paper, context: Context) -> Cover:
    """The cover of a paper.

    Raises PublishError when its own image is none.
    """
    if context.cover:
        return fit(context.cover, paper.image or "the cover")
    title = name(edition, paper)
    written = _writable(title) or edition.paper
    latin = label(edition.issue.masthead.title_latin, 60)
    if not latin and written == title and not title.isascii():
        latin = slug(title).replace("-", " ").title()
    return _drawn(written, _writable(latin), phrases(edition.lang).audio)


@lru_cache(4)
def small(cover: Cover) -> Cover:
    """The cover as it goes into each sound file: well below 200 KB."""
    image = Image.open(BytesIO(cover.content))
    image.draft("RGB", (SMALL, SMALL))  # a JPEG is decoded no larger than needed: a quarter of the memory
    small = image.convert("RGB").resize((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Cover("cover.jpg", "image/jpeg", _jpeg(small, 85))


@lru_cache(4)
def fit(content: bytes, file: str) -> Cover:
    """A paper's own image, made what podcast apps take where it is not. Raises PublishError, naming the file, when it is none."""
    try:
        image = Image.open(BytesIO(content))
        image.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise PublishError(f"{file}: not a picture that can be read; give a square JPEG or PNG of 1400 to 3000 px") from error
    square = image.width == image.height and 1400 <= image.width <= 3000
    if square and image.mode == "RGB" and image.format in ("JPEG", "PNG"):
        ending = "jpg" if image.format == "JPEG" else "png"
        return Cover(f"cover.{ending}", f"image/{image.format.lower()}", content)
    return Cover("cover.jpg", "image/jpeg", _jpeg(_squared(image.convert("RGBA")), 90))


def _squared(image: Image.Image) -> Image.Image:
    """The whole picture in the middle of a white square."""
    side = min(3000, max(1400, *image.size))
    scale = side / max(image.size)
    image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", (side, side), "white")
    canvas.paste(image, ((side - image.width) // 2, (side - image.height) // 2), image)
    return canvas


@lru_cache(4)
def _drawn(title: str, beneath: str, audio: str) -> Cover:
    image = Image.new("RGB", (SIDE, SIDE), _PAPER)
    draw = ImageDraw.Draw(image)
    accent = _ACCENTS[sha256(title.encode()).digest()[0] % len(_ACCENTS)]
    draw.rectangle((0, 0, SIDE, 36), accent)
    draw.line((_MARGIN, 190, SIDE - _MARGIN, 190), _INK, 4)
    draw.line((_MARGIN, 202, SIDE - _MARGIN, 202), _INK, 1)
    bottom = _block(draw, title, (250, 620), _INK)
    _block(draw, beneath, (bottom + 60, bottom + 130), accent)
    _lines_that_sound(draw, title, accent)
    draw.line((_MARGIN, 1210, SIDE - _MARGIN, 1210), _INK, 1)
    _block(draw, audio, (1235, 1325), accent)
    return Cover("cover.jpg", "image/jpeg", _jpeg(image, 88))


def _writable(text: str) -> str:
    """The text, or where the font lacks one of its characters the Latin letters of it; at worst nothing."""
    if all(_has(char) for char in text):
        return text
    from pypinyin import lazy_pinyin

    return " ".join("".join(char for char in " ".join(lazy_pinyin(text)) if _has(char)).split()).title()


@lru_cache(1)
def _font_file() -> bytes:
    return files("audio_edition.publishers").joinpath("fonts/masthead.otf").read_bytes()


@lru_cache(2)
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The font in a size; each holds its own copy of the file."""
    return ImageFont.truetype(BytesIO(_font_file()), size, layout_engine=ImageFont.Layout.BASIC)


def _has(char: str) -> bool:
    """Whether the font can draw a character: its picture is not that of one that no font has."""
    return char == " " or _picture(char) != _picture("\U0010fffe")


@lru_cache(512)
def _picture(char: str) -> bytes:
    return bytes(_font(40).getmask(char))


def _block(draw: ImageDraw.ImageDraw, text: str, band: tuple[int, int], colour: str) -> int:
    """Writes a text as large as its band allows, on as few lines as keep it large; gives the lower edge."""
    top, bottom = band
    if not text:
        return top
    options = [_sized(lines, bottom - top) for lines in _splits(text)]
    size, lines = max(options, key=lambda option: option[0])
    height = size * len(lines) * 115 // 100
    y = top + (bottom - top - height) // 2
    for row in lines:
        draw.text((SIDE / 2, y), row, colour, _font(size), "ma")
        y += size * 115 // 100
    return y


def _splits(text: str) -> Iterator[list[str]]:
    """The text on one, two or three lines of about the same length."""
    words = text.split(" ") if text.isascii() else list(text)
    joint = " " if text.isascii() else ""
    for count in (1, 2, 3):
        edges = [round(len(words) * index / count) for index in range(count + 1)]
        yield [joint.join(words[start:end]).strip() for start, end in pairwise(edges) if end > start]


def _sized(lines: list[str], height: int) -> tuple[int, list[str]]:
    widest = max(_font(100).getlength(row) for row in lines) or 1
    return max(12, min(int(100 * (SIDE - 2 * _MARGIN) / widest), height * 100 // (115 * len(lines)))), lines


def _lines_that_sound(draw: ImageDraw.ImageDraw, title: str, accent: str) -> None:
    """Columns of print that become a wave: heights from the title, so that each paper has its own."""
    digest = sha256(title.encode()).digest() * 2
    step = (SIDE - 2 * _MARGIN) // 48
    for index in range(48):
        swell = min(index, 47 - index) / 24
        height = int(16 + 150 * swell * (0.35 + 0.65 * digest[index] / 255))
        x = _MARGIN + index * step + step // 2
        draw.rounded_rectangle((x - 6, 980 - height, x + 6, 980 + height), 6, accent if index % 6 == 3 else _INK)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = BytesIO()
    # Tables made for this very picture save a quarter of the bytes, but libjpeg keeps all its coefficients until it has them.
    image.save(buffer, "JPEG", quality=quality, optimize=image.width <= SMALL)
    return buffer.getvalue()
