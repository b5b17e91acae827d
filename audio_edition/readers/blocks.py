"""JSON of blocks with a text and a box, wherever in the document they stand and whatever the fields are called.

So do dots.ocr, vision models that are asked for a layout, and pipelines of one's own write a page. Fields are known by the names
that such programs use; where one says what a block is, that is taken from it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, BlockKind, box, scores, source
from audio_edition.readers._tables import html_rows

_KIND = ("category", "label", "type", "class", "block_type", "layout_type", "kind", "role")
_TEXT = ("text", "content", "text_content", "markdown", "html", "value", "ocr_text", "transcription")
_BOX = ("bbox", "bbox_2d", "box", "bounding_box", "boundingBox", "coordinates", "coordinate", "polygon", "poly", "points")
_PAGE = {"page_idx": 0, "page_index": 0, "page_id": 0, "page": 1, "page_no": 1, "page_number": 1, "pageNumber": 1}
"""Fields that say the page, and what they call the first one."""
_WORDS: dict[BlockKind, str] = {
    "folio": "number|folio|pagenum|pagenumber",
    "caption": "caption|(?:image|figure|picture|photo|chart|table)(?:caption|title|footnote|note)",
    "furniture": "(?:page|running)?(?:header|footer)|abandon|discard(?:ed)?|aside(?:text)?|watermark|masthead",
    "picture": "image|picture|figure|photo|chart|illustration|seal",
    "title": "(?:doc|paragraph|section|main|sub|article)?(?:title|heading|headline|header)",
    "table": "table|tablebody",
    "list": "(?:list|bullet)(?:item)?s?",
}
_DEEPEST = 12
"""Levels of a document at which blocks are looked for."""


def score(files: Sequence[SourceFile]) -> float:
    """Rather sure of JSON with fields for a text and for a box, less where there are titles, as articles have them; a parser that
    has a reader of its own is left to it."""
    if not scores(files) or not all(_named(file, _TEXT) and _named(file, _BOX) for file in files):
        return 0.0
    return 0.3 if any(_named(file, ("title", "headline")) for file in files) else 0.6


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("blocks", ((file.name, _blocks(decode(file.content, file.name), 0, 0)) for file in files))


def _named(file: SourceFile, names: Sequence[str]) -> bool:
    return re.search(rf'"(?:{"|".join(names)})"\s*:'.encode(), file.content) is not None


def _blocks(value: Any, page: int, depth: int) -> Iterator[Block]:
    """The blocks in a value; a list of what holds blocks is one of pages, unless these say which they are."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        pages = not any(isinstance(entry, dict) and _is_block(entry) for entry in value)
        for number, entry in enumerate(value):
            yield from _blocks(entry, number if pages else page, depth + 1)
    elif isinstance(value, dict):
        page = _page(value, page)
        if _is_block(value):
            yield _block(value, page)
            return
        for entry in value.values():
            yield from _blocks(entry, page, depth + 1)


def _is_block(value: dict[str, Any]) -> bool:
    return box(_first(value, _BOX)) is not None and any(isinstance(value.get(name), str) for name in (*_TEXT, *_KIND))


def _block(value: dict[str, Any], page: int) -> Block:
    word, text = (next((value[name] for name in names if isinstance(value.get(name), str)), "") for names in (_KIND, _TEXT))
    plain = re.sub("[^a-z]", "", word.lower())
    rows = html_rows(text) if "<tr" in text else ()
    known: Iterator[BlockKind] = (kind for kind, words in _WORDS.items() if re.fullmatch(words, plain))
    kind: BlockKind = "table" if rows else next(known, "text")
    return Block(kind, "" if kind == "picture" else text, rows=rows, box=box(_first(value, _BOX)), page=page, word=word)


def _first(value: dict[str, Any], names: Sequence[str]) -> Any:
    return next((value[name] for name in names if value.get(name)), None)


def _page(value: dict[str, Any], page: int) -> int:
    said = ((value[name], first) for name, first in _PAGE.items() if isinstance(value.get(name), int))
    return next((max(0, number - first) for number, first in said), page)
