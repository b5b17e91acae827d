"""hOCR, as Tesseract, OCRmyPDF and the Internet Archive write it: HTML whose elements are pages, paragraphs, lines and words."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Box, Line, Page, Source
from audio_edition.readers._html import charset
from audio_edition.readers._layout import box, scaled
from audio_edition.readers._text import page_of

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
    """The printed lines; the first of a paragraph stands apart."""
    paragraph: object = None
    for number, element in enumerate(_of_class(page, (*_LINES, *_PICTURES))):
        if element.get("class", "") in _PICTURES:
            yield Line("", kind="image", where=f"{where}.{number}", box=_box(element))
            continue
        parent, text = element.getparent(), _BETWEEN.sub("", " ".join("".join(map(str, element.itertext())).split()))
        if text:
            level = 2 if element.get("class") == "ocr_header" else 0
            yield Line(text, where=f"{where}.{number}", box=_box(element), level=level, gap=0 if parent is paragraph else 1)
            paragraph = parent


def _box(element: etree._Element) -> Box | None:
    found = _BOX.search(element.get("title", ""))
    return box([int(edge) for edge in found.groups()]) if found else None
