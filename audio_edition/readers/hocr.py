"""hOCR, as Tesseract, OCRmyPDF and the Internet Archive write it: HTML whose elements are pages, paragraphs, lines and words."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree, html

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Box, Line, Page, Source
from audio_edition.readers._html import charset
from audio_edition.readers._layout import box, caption, scaled
from audio_edition.readers._sizes import LARGE, height, level, usual_height
from audio_edition.readers._text import joined, page_of, wrapped

_MARK = re.compile(rb"""class\s*=\s*["'][^"']*\bocr_page\b""")
_LINES = ["ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"]
_PICTURES = ("ocr_photo", "ocr_image", "ocr_float")
_BOX = re.compile(r"\bbbox (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6})")
_BETWEEN = re.compile(r"(?<=[^\x00-\u2fff]) (?=[^\x00-\u2fff])")
"""A space between signs of scripts that have none: every word has one behind it."""


def score(files: Sequence[SourceFile]) -> float:
    """Sure of HTML with its pages."""
    return 0.95 if all(_MARK.search(file.content) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    pages = [(file.name, page) for file in files for page in _of_class(_root(file), ["ocr_page"])]
    one = len(pages) == len(files)
    made = []
    for index, (name, page) in enumerate(pages):
        number, label = page_of(name) if one else (0, "")
        made.append(Page(scaled(_lines(page, f"{name}#{index}"), number or index + 1), number, label))
    return Source("hocr", tuple(made))


def _root(file: SourceFile) -> etree._Element:
    try:
        return html.document_fromstring(charset(file.content), html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise IssueError(f"{file.name}: no HTML that can be read: {error}") from error


def _of_class(root: etree._Element, names: Sequence[str]) -> Iterator[etree._Element]:
    return (element for element in root.iter(etree.Element) if not set(element.get("class", "").split()).isdisjoint(names))


def _lines(page: etree._Element, where: str) -> Iterator[Line]:
    """The printed lines, of a heading all in one; the first of a paragraph stands apart."""
    found = list(_of_class(page, (*_LINES, *_PICTURES)))
    usual = usual_height((_text(element), _height(element)) for element in found)
    for number, (element, rows) in enumerate(_together(found, usual)):
        name, at = element.get("class", ""), f"{where}.{number}"
        if name in _PICTURES:
            yield Line("", kind="image", where=at, box=_box(element))
        elif name == "ocr_caption":
            yield caption(joined(_text(row) for row in rows), at, _box(element))
        else:
            yield from _printed(element, rows, _level(element, usual), at)


def _together(found: Sequence[etree._Element], usual: float) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The first line of each paragraph of one size with the lines that follow it."""
    for _, rows in groupby(found, key=lambda element: (element.getparent(), element.get("class"), _level(element, usual))):
        lines = [row for row in rows if _text(row) or row.get("class") in _PICTURES]
        if lines:
            yield lines[0], lines


def _printed(element: etree._Element, rows: Sequence[etree._Element], level: int, where: str) -> Iterator[Line]:
    large = 0 < level <= LARGE
    if level and is_latin(_text(element)):
        yield Line(" ".join(map(_text, rows)), where=where, box=_box(element), level=level, large=large)
        return
    texts = [_text(row) for row in rows]
    at = 0
    for part in [[text] for text in texts] if level else wrapped(texts):
        edges = _around(rows[at : at + len(part)])
        yield Line(joined(part), where=where, box=edges, level=level, large=large, gap=0 if at else 1, broken=level > 0 < at)
        at += len(part)


def _around(rows: Sequence[etree._Element]) -> Box | None:
    """The place of printed lines; none where that of one is not known."""
    lefts, tops, rights, bottoms = zip(*(_box(row) or (0.0, 0.0, 0.0, 0.0) for row in rows), strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms)) if min(bottoms) > 0 else None


def _level(element: etree._Element, usual: float) -> int:
    """By size, else as the program says."""
    return level(_height(element), usual) or (2 if element.get("class") == "ocr_header" else 0)


_SIZE = re.compile(r"\bx_size (\d{1,4}(?:\.\d+)?)")


def _height(element: etree._Element) -> float:
    said = _SIZE.search(element.get("title", ""))
    return float(said[1]) if said else height(_box(element))


def _text(line: etree._Element) -> str:
    """The words of a line; between signs of scripts that have no spaces, one stands only where the print has white."""
    found = ((" ".join("".join(map(str, word.itertext())).split()), _box(word)) for word in _of_class(line, _WORDS))
    words = [(text, edges) for text, edges in found if text]
    if not words or not all(edges for text, edges in words):
        return _BETWEEN.sub("", " ".join("".join(map(str, line.itertext())).split()))
    parts: list[str] = []
    end = 0.0
    for text, edges in words:
        left, _, right, _ = edges or (0.0, 0.0, 0.0, 0.0)
        tight = parts and left - end < _white(parts[-1][-1] + text[:1]) * height(_box(line))
        parts.append(text if tight or not parts else f" {text}")
        end = right
    return "".join(parts)


_WORDS = ("ocrx_word", "ocr_word")


def _white(pair: str) -> float:
    """Of the height of a line, how wide white is a space between two signs: less than half a Hanzi, any between letters."""
    return 0.4 if any(sign >= "\u2100" for sign in pair) else -9.0 if pair.isalnum() else 0.12


def _box(element: etree._Element) -> Box | None:
    found = _BOX.search(element.get("title", ""))
    return box([int(edge) for edge in found.groups()]) if found else None
