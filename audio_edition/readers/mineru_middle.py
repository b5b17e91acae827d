"""MinerU's `*_middle.json`: pages of blocks of lines of spans, before they become a list or Markdown."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._layout import Block, BlockKind, box, scores, source, typed
from audio_edition.readers._tables import html_rows

_KINDS: dict[str, BlockKind] = {
    "title": "title",
    "list": "list",
    "image_body": "picture",
    "chart_body": "picture",
    "image_caption": "caption",
    "image_footnote": "caption",
    "chart_caption": "caption",
    "table_body": "table",
    "table_caption": "above table",
    "table_footnote": "below table",
}


class _Span(Struct):
    content: str | None = None
    html: str | None = None


class _Line(Struct):
    spans: list[_Span] | None = None


class _Block(Struct):
    type: str | None = None
    bbox: Any = None
    lines: list[_Line] | None = None
    blocks: "list[_Block] | None" = None


class _Page(Struct):
    para_blocks: list[_Block] | None = None
    discarded_blocks: list[_Block] | None = None


class _Document(Struct):
    pdf_info: list[_Page]


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with the parser's pages."""
    return scores(files, b'"pdf_info"', b'"para_blocks"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("mineru_middle", ((file.name, _document(typed(file, _Document, "mineru_middle"))) for file in files))


def _document(document: _Document) -> Iterator[Block]:
    for number, page in enumerate(document.pdf_info):
        texts = page.para_blocks or []
        apart = [(_place(block, texts), _discarded(block, number)) for block in page.discarded_blocks or ()]
        for at, text in enumerate(texts):
            yield from (block for place, block in apart if place == at)
            yield from _blocks(text, number)
        yield from (block for place, block in apart if place >= len(texts))


def _discarded(block: _Block, page: int) -> Block:
    word = block.type or "discarded"
    kind: BlockKind = "folio" if word == "page_number" else "furniture"
    return Block(kind, _text(block), box=box(block.bbox), page=page, word=word)


def _place(block: _Block, texts: Sequence[_Block]) -> int:
    """Number of the text before which a header of the page stands; all else that is discarded stays behind all texts."""
    edges = box(block.bbox)
    if block.type != "header" or edges is None:
        return len(texts)
    places = (box(text.bbox) for text in texts)
    return next((at for at, place in enumerate(places) if place is None or place[3] > edges[1]), len(texts))


def _blocks(block: _Block, page: int) -> Iterator[Block]:
    """A block, or those of a picture and of a table."""
    if block.blocks:
        for part in block.blocks:
            yield from _blocks(part, page)
        return
    word = block.type or "text"
    kind = _KINDS.get(word, "text")
    html = "".join(span.html or "" for line in block.lines or () for span in line.spans or ())
    rows = html_rows(html) if kind == "table" else ()
    yield Block(kind, "" if kind == "picture" else _text(block), rows=rows, box=box(block.bbox), page=page, word=word)


def _text(block: _Block) -> str:
    """The text of a block: one paragraph in as many lines as were printed, each line of a list for itself."""
    rows = ["".join(span.content or "" for span in line.spans or ()) for line in block.lines or ()]
    return ("\n" if block.type == "list" else "").join(rows)
