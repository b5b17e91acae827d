"""AWS Textract: blocks that name each other by their ids; those of its layout, in reading order, hold the printed lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import Any

from msgspec import Struct, structs

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, BlockKind, box, converted, holding, scores, source
from audio_edition.readers._printed import printed
from audio_edition.readers._sizes import level, usual_height

_KINDS: dict[str, BlockKind] = {
    "LAYOUT_TITLE": "title",
    "LAYOUT_SECTION_HEADER": "heading",
    "LAYOUT_HEADER": "furniture",
    "LAYOUT_FOOTER": "furniture",
    "LAYOUT_PAGE_NUMBER": "folio",
    "LAYOUT_FIGURE": "picture",
}


class _Relation(Struct):
    Type: str = ""
    Ids: list[str] = []


class _Geometry(Struct):
    Polygon: Any = None


class _Block(Struct):
    BlockType: str
    Id: str = ""
    Text: str | None = None
    Page: int | None = None
    RowIndex: int | None = None
    ColumnIndex: int | None = None
    Geometry: _Geometry | None = None
    Relationships: list[_Relation] | None = None

    def height(self) -> float:
        """Of its letters, in shares of the page; 0 where its place is not known."""
        edges = box(self.Geometry.Polygon) if self.Geometry else None
        return edges[3] - edges[1] if edges else 0.0

    def children(self, blocks: "Mapping[str, _Block]") -> "list[_Block]":
        """The blocks that it holds, in order."""
        relations = (relation for relation in self.Relationships or () if relation.Type in ("CHILD", "MERGED_CELL"))
        return [blocks[name] for relation in relations for name in relation.Ids if name in blocks]


class _Answer(Struct):
    Blocks: list[_Block]


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with its blocks."""
    return scores(files, b'"Blocks"', b'"BlockType"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("textract", ((file.name, _document(file)) for file in files))


def _document(file: SourceFile) -> Iterator[Block]:
    """The blocks of all answers in a file: a long document is answered in several."""
    answers = [converted(value, file, _Answer, "textract") for value in holding(decode(file.content, file.name), "Blocks")]
    blocks = {block.Id: block for answer in answers for block in answer.Blocks}
    tables = [block for block in blocks.values() if block.BlockType == "TABLE"]
    layout = [block for block in blocks.values() if block.BlockType.startswith("LAYOUT_")]
    told: set[str] = set()
    usual = usual_height((block.Text or "", block.height()) for block in blocks.values() if block.BlockType == "LINE")
    if not layout and not tables:
        yield from _in_columns(blocks.values())
        return
    for block in layout:
        if block.BlockType == "LAYOUT_TABLE" and tables:
            yield _table(tables.pop(0), blocks, told)
        else:
            yield _block(block, blocks, told, usual)
    yield from (_table(table, blocks, told) for table in tables)
    for line in blocks.values():
        if line.BlockType == "LINE" and line.Id not in told and not told.issuperset(_words(line, blocks)):
            yield _printed(line, line.Text or "", "text")


def _in_columns(blocks: Iterable[_Block]) -> Iterator[Block]:
    """The printed lines of an answer without a layout, column by column."""
    lines = [_printed(block, block.Text or "", "text") for block in blocks if block.BlockType == "LINE"]
    for number, page in groupby(lines, key=lambda line: line.page):
        found = list(page)
        rows = [(line.text, line.box) for line in found if line.box]
        yield from printed(rows, number) if len(rows) == len(found) else found


def _block(block: _Block, blocks: Mapping[str, _Block], told: set[str], usual: float) -> Block:
    """A block of the layout with its printed lines; a list's are in the blocks that it holds. A heading is ranked by its size."""
    lines = [line for line in block.children(blocks) if line.BlockType == "LINE" and line.Id not in told]
    told.update(line.Id for line in lines)
    kind = _KINDS.get(block.BlockType, "text")
    if kind == "picture" and lines:
        kind = "text"  # letters in a picture are printed all the same
    made = _printed(block, "\n".join(line.Text or "" for line in lines), kind)
    high = median([line.height() for line in lines] or [0.0])
    return structs.replace(made, level=level(high, usual)) if kind in ("title", "heading") else made


def _printed(block: _Block, text: str, kind: BlockKind) -> Block:
    edges = box(block.Geometry.Polygon) if block.Geometry else None
    return Block(kind, text, box=edges, page=max(0, (block.Page or 1) - 1), word=block.BlockType)


def _table(table: _Block, blocks: Mapping[str, _Block], told: set[str]) -> Block:
    """The cells of a table in rows; the words in them are told."""
    cells = [cell for cell in table.children(blocks) if cell.BlockType == "CELL"]
    rows: dict[int, dict[int, str]] = {}
    for cell in cells:
        words = [word for word in cell.children(blocks) if word.Text]
        told.update(word.Id for word in words)
        rows.setdefault(cell.RowIndex or 0, {})[cell.ColumnIndex or 0] = " ".join(word.Text or "" for word in words)
    made = tuple(tuple(row[column] for column in sorted(row)) for _, row in sorted(rows.items()))
    return Block("table", rows=made, page=max(0, (table.Page or 1) - 1), word="TABLE")


def _words(line: _Block, blocks: Mapping[str, _Block]) -> set[str]:
    """The words of a line; its own id where it says none."""
    return {word.Id for word in line.children(blocks)} or {line.Id}
