"""Elements of the unstructured library (`elements_to_json`), of all pages in one list."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._layout import Block, BlockKind, box, scores, source, typed
from audio_edition.readers._tables import html_rows

_KINDS: dict[str, BlockKind] = {
    "Title": "title",
    "Headline": "title",
    "Sub-headline": "heading",
    "Header": "furniture",
    "Page-header": "furniture",
    "Footer": "furniture",
    "Page-footer": "furniture",
    "PageNumber": "folio",
    "Page-number": "folio",
    "Image": "picture",
    "Picture": "picture",
    "Figure": "picture",
    "FigureCaption": "caption",
    "Caption": "caption",
    "Table": "table",
    "ListItem": "list",
    "List-item": "list",
    "BulletedText": "list",
    "PageBreak": "furniture",
}


class _Coordinates(Struct):
    points: Any = None


class _Metadata(Struct):
    page_number: int | None = None
    coordinates: _Coordinates | None = None
    text_as_html: str | None = None


class _Element(Struct):
    type: str | None = None
    text: str | None = None
    metadata: _Metadata | None = None


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON whose objects have an element's fields."""
    return scores(files, b'"element_id"', b'"metadata"', b'"type"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("unstructured", ((file.name, _blocks(typed(file, list[_Element], "unstructured"))) for file in files))


def _blocks(elements: Sequence[_Element]) -> Iterator[Block]:
    for element in elements:
        word, of = element.type or "Text", element.metadata or _Metadata()
        kind = _KINDS.get(word, "text")
        rows = html_rows(of.text_as_html or "") if kind == "table" else ()
        text = "" if kind == "picture" else element.text or ""  # of a picture: what was recognized inside it
        edges = box(of.coordinates.points) if of.coordinates else None
        yield Block(kind, text, rows=rows, box=edges, page=max(0, (of.page_number or 1) - 1), word=word)
