"""Azure Document Intelligence (layout): paragraphs with roles, tables and figures, all placed in one text by offsets."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct, structs

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import camel
from audio_edition.readers._layout import Block, BlockKind, box, scores, source, typed

_KINDS: dict[str, BlockKind] = {
    "title": "title",
    "sectionHeading": "heading",
    "pageHeader": "furniture",
    "pageFooter": "furniture",
    "pageNumber": "folio",
}


class _Span(Struct):
    offset: int = 0
    length: int = 0


class _Region(Struct):
    pageNumber: int = 1
    polygon: Any = None


class _Cell(Struct):
    rowIndex: int = 0
    columnIndex: int = 0
    content: str = ""


class _Part(Struct):
    """A paragraph, a table, a figure or its caption."""

    content: str = ""
    role: str | None = None
    spans: list[_Span] = []
    boundingRegions: list[_Region] = []
    cells: list[_Cell] = []
    caption: "_Part | None" = None


class _Result(Struct):
    paragraphs: list[_Part] = []
    tables: list[_Part] = []
    figures: list[_Part] = []


class _Answer(_Result):
    analyzeResult: _Result | None = None


def score(files: Sequence[SourceFile]) -> float:
    """Sure of its answers, whole or the result alone, as the service or its Python clients write them."""
    return scores([_camel(file) for file in files], b'"boundingRegions"', b'"paragraphs"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("azure_layout", ((file.name, _blocks(typed(_camel(file), _Answer, "azure_layout"))) for file in files))


def _camel(file: SourceFile) -> SourceFile:
    """The file with the service's names of fields: its Python clients (`as_dict`, `to_dict`) write `bounding_regions`."""
    return structs.replace(file, content=camel(file.content)) if b'"bounding_regions"' in file.content else file


def _blocks(answer: _Answer) -> Iterator[Block]:
    """All parts by their offsets; the paragraphs of a table's cells are in the table."""
    found = answer.analyzeResult or answer
    tables = [_extent(table) for table in found.tables]
    captions = [_extent(figure.caption) for figure in found.figures if figure.caption]
    parts: list[tuple[int, Block]] = [(_extent(table)[0], _block(table, "table", "table")) for table in found.tables]
    parts += [(_extent(figure.caption or figure)[0] - 1, _block(figure, "picture", "figure")) for figure in found.figures]
    for paragraph in found.paragraphs:
        start, _ = _extent(paragraph)
        if not _is_within(start, tables):
            kind: BlockKind = "caption" if _is_within(start, captions) else _KINDS.get(paragraph.role or "", "text")
            parts.append((start, _block(paragraph, kind, paragraph.role or "paragraph")))
    return (block for _, block in sorted(parts, key=lambda part: part[0]))


def _block(part: _Part, kind: BlockKind, word: str) -> Block:
    region = part.boundingRegions[0] if part.boundingRegions else _Region()
    cells = groupby(sorted(part.cells, key=_row), key=_row)
    rows = tuple(tuple(cell.content for cell in row) for _, row in cells)
    text = part.content if kind != "picture" else ""
    edges, page = box(region.polygon), max(0, region.pageNumber - 1)
    return Block(kind, text, rows=rows, box=edges, page=page, word=word)


def _row(cell: _Cell) -> int:
    return cell.rowIndex


def _extent(part: _Part) -> tuple[int, int]:
    spans = part.spans or [_Span()]
    return min(span.offset for span in spans), max(span.offset + span.length for span in spans)


def _is_within(place: int, extents: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in extents)
