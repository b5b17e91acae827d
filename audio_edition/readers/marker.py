"""Marker's JSON: a tree of pages and blocks, or a list of blocks, each with its HTML."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._layout import Block, BlockKind, box, scores, source, typed
from audio_edition.readers._tables import html_rows

_KINDS: dict[str, BlockKind] = {
    "SectionHeader": "heading",
    "PageHeader": "furniture",
    "PageFooter": "furniture",
    "Picture": "picture",
    "Figure": "picture",
    "Caption": "caption",
    "Table": "table",
    "ListItem": "list",
}


class _Block(Struct):
    block_type: str | None = None
    html: str | None = None
    bbox: Any = None
    polygon: Any = None
    children: "list[_Block] | None" = None
    page: int | None = None


class _Document(Struct):
    children: list[_Block] | None = None
    """The pages."""
    blocks: list[_Block] | None = None
    """Instead, the blocks of all pages in one list (`--output_format chunks`)."""


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with its blocks."""
    return scores(files, b'"block_type"', b'"html"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("marker", ((file.name, _document(typed(file, _Document, "marker"))) for file in files))


def _document(document: _Document) -> Iterator[Block]:
    for block in document.blocks or ():
        yield from _blocks(block, max(0, block.page or 0))
    for number, page in enumerate(document.children or ()):
        for block in page.children or ():
            yield from _blocks(block, number)


def _blocks(block: _Block, page: int) -> Iterator[Block]:
    """A block, or those of a group (a picture and its caption, a list)."""
    word, html = block.block_type or "Text", block.html or ""
    if block.children and "Group" in word:
        for child in block.children:
            yield from _blocks(child, page)
        return
    kind = _KINDS.get(word, "text")
    rows = html_rows(html) if kind == "table" else ()
    edges = box(block.bbox) or box(block.polygon)
    yield Block(kind, html="" if kind == "picture" else html, rows=rows, box=edges, page=page, word=word)
