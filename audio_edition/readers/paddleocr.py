"""PaddleOCR's `*_res.json` (PP-StructureV3, PaddleOCR-VL): a file for each page, with what its layout model calls each block."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, BlockKind, box, converted, holding, scores, source
from audio_edition.readers._printed import printed
from audio_edition.readers._tables import html_rows

_KINDS: dict[str, BlockKind] = {
    "doc_title": "title",
    "paragraph_title": "heading",
    "header": "furniture",
    "footer": "furniture",
    "header_image": "furniture",
    "footer_image": "furniture",
    "aside_text": "furniture",
    "number": "folio",
    "image": "picture",
    "figure": "picture",
    "chart": "picture",
    "seal": "picture",
    "figure_title": "caption",
    "chart_title": "caption",
    "figure_table_chart_title": "caption",
    "vision_footnote": "caption",
    "table": "table",
    "table_title": "above table",
}


class _Block(Struct):
    block_label: str | None = None
    block_content: str | None = None
    block_bbox: Any = None
    block_order: int | None = None


class _Rows(Struct):
    """What PaddleOCR without a layout model answers: printed lines."""

    rec_texts: list[str] = []
    rec_boxes: list[Any] = []
    rec_polys: list[Any] = []
    page_index: int | None = None


class _Page(Struct):
    parsing_res_list: list[_Block] | None = None
    page_index: int | None = None


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with the list of blocks, or with that of printed lines."""
    return max(scores(files, b'"parsing_res_list"'), scores(files, b'"rec_texts"', b'"rec_scores"'))


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("paddleocr", ((file.name, _pages(file)) for file in files))


def _pages(file: SourceFile) -> Iterator[Block]:
    """The blocks of a page, or of all that a service has answered."""
    found = list(holding(decode(file.content, file.name), "parsing_res_list"))
    for number, value in enumerate(found):
        page = converted(value, file, _Page, "paddleocr")
        index = number if len(found) > 1 else page.page_index or 0
        for block in _ordered(page.parsing_res_list or ()):
            word, text = block.block_label or "text", block.block_content or ""
            kind = _KINDS.get(word, "text")
            rows = html_rows(text) if kind == "table" else ()
            edges = box(block.block_bbox)
            yield Block(kind, "" if kind == "picture" else text, rows=rows, box=edges, page=index, word=word)
    if not found:
        yield from _rows(file)


def _rows(file: SourceFile) -> Iterator[Block]:
    """The printed lines of each page."""
    found = list(holding(decode(file.content, file.name), "rec_texts"))
    for number, value in enumerate(found):
        page = converted(value, file, _Rows, "paddleocr")
        places = [box(edges) for edges in page.rec_boxes or page.rec_polys]
        rows = [(text, edges) for text, edges in zip(page.rec_texts, places, strict=False) if edges]
        index = number if len(found) > 1 else page.page_index or 0
        whole = len(rows) == len(page.rec_texts)
        yield from printed(rows, index) if whole else (Block("text", text, page=index) for text in page.rec_texts)


def _ordered(blocks: Sequence[_Block]) -> list[_Block]:
    """As they are read: what has a number in that order stands by it, what has none stays where it is."""
    numbered = iter(sorted((block for block in blocks if block.block_order is not None), key=_order))
    return [next(numbered) if block.block_order is not None else block for block in blocks]


def _order(block: _Block) -> int:
    return block.block_order or 0
