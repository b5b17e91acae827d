"""JSON of blocks with a text and a box, wherever in the document they stand and whatever the fields are called.

So do dots.ocr, vision models that are asked for a layout, and pipelines of one's own write a page. Fields are known by the names
that such programs use; where one says what a block is, that is taken from it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import structs

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Box, Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, BlockKind, box, scores, source
from audio_edition.readers._printed import printed
from audio_edition.readers._tables import html_rows

_KIND = ["category", "label", "subtype", "layouttype", "blocktype", "type", "class", "kind", "role"]
_TEXT = ["text", "content", "textcontent", "markdown", "markdowncontent", "html", "words", "word", "detectedtext", "value"]
_NAMES = frozenset((*_TEXT, *_KIND))
_BOX = [
    "bbox",
    "bbox2d",
    "box",
    "boundingbox",
    "boundingpoly",
    "boundingpolygon",
    "coordinates",
    "coordinate",
    "polygon",
    "poly",
    "points",
    "position",
    "pos",
    "location",
    "rect",
]
"""Names of fields, in small letters and without underscores."""
_PAGE = {"pageidx": 0, "pageindex": 0, "page": 1, "pageno": 1, "pagenum": 1, "pagenumber": 1, "pageid": 1}
"""Fields that say the page, and what they call the first one."""
_PLACED = re.compile(rb"box|poly|points|coordinate|pos|location|rect", re.I)
"""Part of any name of a box: without one a file need not be decoded."""
_LISTED = re.compile(rb"[\s\[]*\[\s*\[\s*-?\d")
"""Corners at the beginning of lists: lines of an OCR program that names no fields."""
_TITLES = re.compile(rb'"(?:title|headline)"\s*:')
_WORDS: dict[BlockKind, str] = {
    "folio": "number|folio|pagenum|pagenumber",
    "caption": "caption|(?:image|figure|picture|photo|chart|table)(?:caption|title|footnote|note)",
    "furniture": "(?:page|running)?(?:header|footer)|abandon|discard(?:ed)?|aside(?:text)?|watermark|masthead",
    "picture": "image|picture|figure|photo|chart|illustration|seal",
    "heading": "(?:paragraph|section|sub)(?:title|heading|headline|header)",
    "title": "(?:doc|main|article|text)?(?:title|heading|headline)",
    "table": "table|tablebody",
    "list": "(?:list|bullet)(?:item)?s?",
}
_DEEPEST = 12
"""Levels of a document at which blocks are looked for."""


def score(files: Sequence[SourceFile]) -> float:
    """Rather sure of JSON with a block, so that a parser's own reader goes first; less where there are titles, as of articles."""
    if not scores(files) or not all(_has_blocks(file) for file in files):
        return 0.0
    return 0.3 if any(_TITLES.search(file.content) for file in files) else 0.6


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("blocks", ((file.name, _in_columns(_blocks(decode(file.content, file.name), 0, 0))) for file in files))


def _in_columns(blocks: Iterator[Block]) -> Iterator[Block]:
    """What nobody has called anything is a printed line, no paragraph: such a page is read column by column."""
    for number, page in groupby(blocks, key=lambda block: block.page):
        found = list(page)
        rows = [(block.text, block.box) for block in found if block.box and not block.word and block.kind == "text"]
        yield from (
            printed(rows, number)
            if len(rows) == len(found)
            else (structs.replace(block, box=block.box if block.word else None) for block in found)
        )


def _has_blocks(file: SourceFile) -> bool:
    if not _PLACED.search(file.content) and not _LISTED.match(file.content):
        return False
    try:
        return any(True for _ in _blocks(decode(file.content, file.name), 0, 0))
    except IssueError:
        return False


def _blocks(value: Any, page: int, depth: int) -> Iterator[Block]:
    """The blocks in a value; a list of what holds blocks is one of pages, unless these say which they are."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list) and (row := _row(value, page)):
        yield row
    elif isinstance(value, list):
        found = [_fields(entry) if isinstance(entry, dict) else {} for entry in value]
        pages = not any(_is_block(entry) for entry in found) and not any(
            isinstance(entry, list) and _row(entry, page) for entry in value
        )
        for number, entry in enumerate(value):
            yield from _blocks(entry, number if pages else page, depth + 1)
    elif isinstance(value, dict):
        fields = _fields(value)
        page = _page(fields, page)
        if _is_block(fields):
            yield _block(fields, page)
            return
        for entry in value.values():
            yield from _blocks(entry, page, depth + 1)


def _row(value: list[Any], page: int) -> Block | None:
    """A printed line as a list: its corners, then its text, alone or with how sure it is (EasyOCR, PaddleOCR before 3)."""
    if len(value) < 2 or not isinstance(value[0], list) or (edges := box(value[0])) is None:
        return None
    text = value[1][0] if isinstance(value[1], list | tuple) and value[1] else value[1]
    return Block("text", text, box=edges, page=page) if isinstance(text, str) else None


def _fields(value: dict[str, Any]) -> dict[str, Any]:
    """The fields of an object by their plain names."""
    return {name.replace("_", "").lower(): field for name, field in value.items()}


def _is_block(fields: dict[str, Any]) -> bool:
    named = not _NAMES.isdisjoint(fields) and any(isinstance(fields.get(name), str) for name in _NAMES)
    return named and _edges(fields) is not None


def _block(fields: dict[str, Any], page: int) -> Block:
    word, text = (next((fields[name] for name in names if isinstance(fields.get(name), str)), "") for names in (_KIND, _TEXT))
    rows = html_rows(text) if "<tr" in text else ()
    kind: BlockKind = "table" if rows else _kind(word, fields.get("outlinelevel"))
    return Block(kind, "" if kind == "picture" else text, rows=rows, box=_edges(fields), page=page, word=word)


def _kind(word: str, level: object) -> BlockKind:
    plain = re.sub("[^a-z]", "", word.lower())
    found: Iterator[BlockKind] = (kind for kind, words in _WORDS.items() if re.fullmatch(words, plain))
    return next(found, "title" if isinstance(level, int) and level >= 0 else "text")


def _edges(fields: dict[str, Any]) -> Box | None:
    """The first box that is one: edges, corners, or a corner with width and height."""
    return next((found for name in _BOX if name in fields and (found := box(_flat(fields[name])))), None)


def _flat(value: Any) -> Any:
    """Edges, or the corners of a polygon, as a list of numbers."""
    if isinstance(value, list):
        return [_flat(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    fields = _fields(value)
    corner: list[Any] = [fields.get("left", fields.get("x")), fields.get("top", fields.get("y"))]
    size: list[Any] = [fields.get("width"), fields.get("height")]
    if all(isinstance(edge, int | float) for edge in corner + size):
        return corner + [start + length for start, length in zip(corner, size, strict=True)]
    return corner if None not in corner else _flat(fields.get("vertices"))


def _page(fields: dict[str, Any], page: int) -> int:
    said = ((fields[name], first) for name, first in _PAGE.items() if isinstance(fields.get(name), int))
    return next((max(0, number - first) for number, first in said), page)
