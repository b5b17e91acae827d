"""PaddleOCR's `*_res.json` (PP-StructureV3, PaddleOCR-VL): a file for each page, with what its layout model calls each block."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._layout import Block, BlockKind, box, scores, source, typed
from audio_edition.readers._tables import html_rows

_KINDS: dict[str, BlockKind] = {
    "doc_title": "title",
    "paragraph_title": "title",
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


class _Page(Struct):
    parsing_res_list: list[_Block] | None = None
    page_index: int | None = None
    res: "_Page | None" = None
    """The page, in what the service answers and some versions write."""


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with the list of blocks."""
    return scores(files, b'"parsing_res_list"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("paddleocr", ((file.name, _blocks(typed(file, _Page, "paddleocr"))) for file in files))


def _blocks(page: _Page) -> Iterator[Block]:
    page = page.res or page
    for found in page.parsing_res_list or ():
        word, text = found.block_label or "text", found.block_content or ""
        kind = _KINDS.get(word, "text")
        rows = html_rows(text) if kind == "table" else ()
        edges, index = box(found.block_bbox), page.page_index or 0
        yield Block(kind, "" if kind == "picture" else text, rows=rows, box=edges, page=index, word=word)
