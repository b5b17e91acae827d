"""Docling's JSON: texts, pictures and tables that its body names in reading order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Box, Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, BlockKind, box, converted, holding, scores, source

_KINDS: dict[str, BlockKind] = {
    "title": "title",
    "section_header": "heading",
    "page_header": "furniture",
    "page_footer": "furniture",
    "caption": "caption",
    "list_item": "list",
    "picture": "picture",
    "chart": "picture",
    "table": "table",
    "document_index": "table",
}


class _Ref(Struct, rename={"ref": "$ref"}):
    ref: str


class _Bounds(Struct):
    l: float = 0.0  # noqa: E741 - Docling's names
    t: float = 0.0
    r: float = 0.0
    b: float = 0.0
    coord_origin: str = "TOPLEFT"


class _Place(Struct):
    page_no: int = 1
    bbox: _Bounds | None = None


class _Cell(Struct):
    text: str = ""
    start_row_offset_idx: int = 0
    start_col_offset_idx: int | None = None


class _Table(Struct):
    grid: list[list[_Cell]] = []
    table_cells: list[_Cell] = []


class _Item(Struct):
    self_ref: str
    label: str = ""
    children: list[_Ref] = []
    prov: list[_Place] = []
    text: str = ""
    content_layer: str = "body"
    captions: list[_Ref] = []
    data: _Table | None = None


class _Size(Struct):
    height: float = 0.0


class _Page(Struct):
    size: _Size | None = None


class _Document(Struct):
    body: _Item | None = None
    furniture: _Item | None = None
    groups: list[_Item] = []
    texts: list[_Item] = []
    pictures: list[_Item] = []
    tables: list[_Item] = []
    key_value_items: list[_Item] = []
    form_items: list[_Item] = []
    pages: dict[str, _Page] = field(default_factory=dict)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of what calls itself one of its documents."""
    return scores(files, b'"DoclingDocument"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("docling", ((file.name, _documents(file)) for file in files))


def _documents(file: SourceFile) -> Iterator[Block]:
    """The blocks of a document, also of one in a service's answer."""
    for found in holding(decode(file.content, file.name), "schema_name"):
        yield from _blocks(converted(found, file, _Document, "docling"))


def _blocks(document: _Document) -> Iterator[Block]:
    """All items, those first that the body names; what nothing names comes last."""
    named = (document.texts, document.pictures, document.tables, document.groups, document.key_value_items, document.form_items)
    items = {item.self_ref: item for family in named for item in family}
    roots = [root for root in (document.body, document.furniture) if root]
    for item in _walk([*roots, *items.values()], items):
        place = item.prov[0] if item.prov else _Place()
        page = document.pages.get(str(place.page_no))
        kind: BlockKind = "furniture" if item.content_layer == "furniture" else _KINDS.get(item.label, "text")
        rows = tuple(_rows(item.data)) if item.data else ()
        edges = _box(place.bbox, page.size.height if page and page.size else 0.0)
        text = "" if kind == "picture" else item.text
        yield Block(kind, text, rows=rows, box=edges, page=max(0, place.page_no - 1), word=item.label)


def _walk(waiting: list[_Item], items: dict[str, _Item]) -> Iterator[_Item]:
    """Each item once, before what stands in it: without recursion, for a document says how deep it is."""
    seen: set[str] = set()
    waiting = waiting[::-1]
    while waiting:
        item = waiting.pop()
        if item.self_ref not in seen:
            seen.add(item.self_ref)
            waiting += [items[ref.ref] for ref in (*item.captions, *item.children)[::-1] if ref.ref in items]
            if item.label and item.self_ref in items:
                yield item


def _rows(table: _Table) -> Iterator[tuple[str, ...]]:
    """The rows of a table, in which a cell that spans columns stands once."""
    if not table.grid:
        cells = sorted(table.table_cells, key=_row)
        yield from (tuple(cell.text for cell in row) for _, row in groupby(cells, key=_row))
    for row in table.grid:
        yield tuple(cell.text for column, cell in enumerate(row) if cell.start_col_offset_idx in (None, column))


def _row(cell: _Cell) -> int:
    return cell.start_row_offset_idx


def _box(bounds: _Bounds | None, height: float) -> Box | None:
    if bounds is None:
        return None
    upwards = bounds.coord_origin == "BOTTOMLEFT"
    return box([bounds.l, height - bounds.t if upwards else bounds.t, bounds.r, height - bounds.b if upwards else bounds.b])
