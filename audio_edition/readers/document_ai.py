"""Google Document AI: pages whose paragraphs are places in one text (OCR), or a tree of blocks (its layout parser)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import camel, decode
from audio_edition.readers._layout import Block, BlockKind, box, converted, holding, source
from audio_edition.readers._sizes import level, usual_height
from audio_edition.readers._tables import Rows

_KINDS: dict[str, BlockKind] = {"title": "title", "header": "furniture", "footer": "furniture"}
_MARK = re.compile(rb'"(?:textAnchor|text_anchor|documentLayout|document_layout)"')


class _Segment(Struct, frozen=True, rename="camel"):
    start_index: int | str = 0
    end_index: int | str = 0


class _Anchor(Struct, frozen=True, rename="camel"):
    text_segments: list[_Segment] = []


class _Poly(Struct, frozen=True, rename="camel"):
    normalized_vertices: Any = None
    vertices: Any = None


class _Layout(Struct, frozen=True, rename="camel"):
    text_anchor: _Anchor = _Anchor()
    bounding_poly: _Poly | None = None


class _Placed(Struct, frozen=True):
    layout: _Layout = _Layout()


class _Size(Struct, frozen=True):
    width: float = 0.0
    height: float = 0.0


class _Page(Struct, frozen=True):
    dimension: _Size = _Size()
    paragraphs: list[_Placed] = []
    blocks: list[_Placed] = []
    lines: list[_Placed] = []


class _Text(Struct, frozen=True):
    text: str = ""
    type: str = ""
    blocks: "list[_Part]" = []


class _Cell(Struct, frozen=True):
    blocks: "list[_Part]" = []


class _Row(Struct, frozen=True):
    cells: list[_Cell] = []


class _Table(Struct, frozen=True, rename="camel"):
    header_rows: list[_Row] = []
    body_rows: list[_Row] = []
    caption: str = ""


class _List(Struct, frozen=True, rename="camel"):
    list_entries: list[_Cell] = []


class _Span(Struct, frozen=True, rename="camel"):
    page_start: int = 1


class _Part(Struct, frozen=True, rename="camel"):
    """A block of the layout parser: one of its fields says what it is."""

    text_block: _Text | None = None
    table_block: _Table | None = None
    list_block: _List | None = None
    image_block: Any = None
    page_span: _Span = _Span()


class _Tree(Struct, frozen=True):
    blocks: list[_Part] = []


class _Document(Struct, frozen=True, rename="camel"):
    text: str = ""
    pages: list[_Page] = []
    document_layout: _Tree | None = None


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with places in a text, or with the tree."""
    json = all(file.name.lower().endswith(".json") for file in files)
    return 0.95 if json and all(_MARK.search(file.content) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("document_ai", ((file.name, _blocks(file)) for file in files))


def _blocks(file: SourceFile) -> Iterator[Block]:
    """The blocks of all documents in a file; a long one comes in several."""
    snake = b'"text_anchor"' in file.content or b'"document_layout"' in file.content  # as its Python client writes
    value = decode(camel(file.content) if snake else file.content, file.name)
    tree = list(holding(value, "documentLayout"))
    first = 0
    for found in tree or [part for part in holding(value, "pages") if "text" in part]:
        document = converted(found, file, _Document, "document_ai")
        if document.document_layout and document.document_layout.blocks:
            yield from (block for part in document.document_layout.blocks for block in _parts(part))
            continue
        for page in document.pages:
            yield from _placed(page, document.text, first)
            first += 1


def _placed(page: _Page, text: str, number: int) -> Iterator[Block]:
    """The paragraphs of a page, else its blocks, else its lines."""
    found: list[Block] = []
    for placed in page.paragraphs or page.blocks or page.lines:
        segments = placed.layout.text_anchor.text_segments
        said = "".join(text[_place(segment.start_index) : _place(segment.end_index)] for segment in segments)
        poly = placed.layout.bounding_poly or _Poly()
        edges = box(poly.vertices) or box(_pixels(poly.normalized_vertices, page.dimension))
        if said.strip():
            found.append(Block("text", said.strip(), box=edges, page=number, word="paragraph"))
    usual = usual_height((block.text, block.line_height) for block in found)
    yield from (structs.replace(block, level=level(block.line_height, usual)) for block in found)


def _place(said: int | str) -> int:
    """A place in the text; services write large numbers as strings."""
    return int(said) if str(said).isdecimal() and len(str(said)) < _DIGITS else 0


_DIGITS = 12
"""Of a place in a text: longer ones are none."""


def _pixels(vertices: Any, size: _Size) -> Any:
    """Corners in shares of the page as such in its pixels, so that both directions have one measure."""
    if not isinstance(vertices, list) or not all(isinstance(vertex, dict) for vertex in vertices):
        return None
    wide, high = (size.width, size.height) if size.width and size.height else (1.0, 1.0)
    shares = [(vertex.get("x") or 0, vertex.get("y") or 0) for vertex in vertices]
    return [[x * wide, y * high] for x, y in shares if isinstance(x, int | float) and isinstance(y, int | float)]


def _parts(part: _Part) -> Iterator[Block]:
    """A block of the tree, and all that it holds."""
    page = max(0, part.page_span.page_start - 1)
    if part.text_block:
        yield Block(_kind(part.text_block.type), part.text_block.text, page=page, word=part.text_block.type or "paragraph")
        yield from (block for inner in part.text_block.blocks for block in _parts(inner))
    if part.table_block:
        if part.table_block.caption:
            yield Block("above table", part.table_block.caption, page=page, word="caption")
        yield Block("table", rows=tuple(_rows(part.table_block)), page=page, word="table")
    if part.list_block:
        entries = (entry.blocks for entry in part.list_block.list_entries)
        yield from (Block("list", _said(blocks), page=page, word="list") for blocks in entries)
    if part.image_block:
        yield Block("picture", page=page, word="image")


def _kind(word: str) -> BlockKind:
    return "title" if word == "heading-1" else "heading" if word.startswith("heading") else _KINDS.get(word, "text")


def _rows(table: _Table) -> Iterator[tuple[str, ...]]:
    rows: Rows = tuple(tuple(_said(cell.blocks) for cell in row.cells) for row in (*table.header_rows, *table.body_rows))
    yield from rows


def _said(parts: Sequence[_Part]) -> str:
    """All text of an entry or a cell."""
    return " ".join(block.text for part in parts for block in _parts(part) if block.text)
