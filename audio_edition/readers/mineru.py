"""MinerU's `*_content_list.json` (blocks of all pages in one list) and `*_content_list_v2.json` (a list for each page)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import structs

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Box, Line, LineRole, Page, Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import box, caption, folio, line, scaled, table
from audio_edition.readers._tables import html_rows
from audio_edition.readers._text import page_of

_DISCARDED = (
    "header",
    "footer",
    "page_number",
    "page_footnote",
    "aside_text",
    "page_header",
    "page_footer",
    "page_aside_text",
    "discarded",
    "abandon",
)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of lists of blocks that have a type, and a page or a box."""
    return 0.9 if all(file.name.lower().endswith(".json") and _is_list(file.content[:4000]) for file in files) else 0.0


_TITLED = re.compile(rb'"(?:title|headline)"\s*:')
"""A field of articles, which no block has."""


def _is_list(head: bytes) -> bool:
    return (
        bool(re.match(rb"\s*\[", head))
        and b'"type"' in head
        and (b'"page_idx"' in head or b'"bbox"' in head or (b'"content"' in head and not _TITLED.search(head)))
    )


def read(files: Sequence[SourceFile]) -> Source:
    """The pages. When both versions of a list are there, the second is read."""
    versioned = [file for file in files if "_v2" in file.name]
    stems = {file.name.replace("_v2", "") for file in versioned}
    chosen = [file for file in files if file in versioned or file.name not in stems]
    return Source("mineru", tuple(page for file in chosen for page in _pages(file)))


def _pages(file: SourceFile) -> Iterator[Page]:
    blocks = decode(file.content, file.name)
    if not isinstance(blocks, list):
        raise IssueError(f"{file.name}: not a list of blocks (read as mineru)")
    if blocks and all(isinstance(page, list) for page in blocks):
        pages = dict(enumerate(blocks))
    else:
        pages = {}
        for block in blocks:
            if isinstance(block, dict):
                pages.setdefault(_whole(block.get("page_idx")), []).append(block)
    named = page_of(re.sub(r"_content_list.*|_middle.*", "", file.name))
    for index, page in sorted(pages.items()):
        found = [block for block in page if isinstance(block, dict)]
        lines = [line for number, block in enumerate(found) for line in _lines(block, f"{file.name}#{index}.{number}")]
        folios = (text for block in found if block.get("type") == "page_number" for text in _discarded(block))
        number, label = named if not index and named[0] else folio(folios)
        yield Page(scaled(lines, number or index + 1), number, label)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 10_000 else 0


def _lines(block: dict[str, Any], where: str) -> Iterator[Line]:
    kind = str(block.get("type", "text"))
    content = block.get("content")
    fields: dict[str, Any] = content if isinstance(content, dict) else block
    edges = box(block.get("bbox"))
    if kind in _DISCARDED:
        for text in _discarded(block):
            yield Line(text, where=where, box=edges, role="furniture", rule=f"{kind} of the parser")
    elif kind in ("image", "chart", "img"):
        yield Line("", where=where, kind="image", box=edges)
        for name in ("image_caption", "chart_caption", "img_caption", "image_footnote", "chart_footnote", "img_footnote"):
            yield from (caption(text, where, edges) for text in _texts(fields, name))
    elif kind == "table":
        yield from _table(fields, where, edges)
    elif kind == "list":
        items = [
            item
            for entry in fields.get("list_items") or ()
            for item in ([entry] if isinstance(entry, str) else _texts(entry, "item_content"))
        ]
        for text in items or _texts(fields, "text"):
            yield structs.replace(line(text, 0, where), gap=0, bullet=True)
    else:
        level = _whole(
            block.get("text_level") or fields.get("level") or (1 if kind in ("title", "doc_title", "paragraph_title") else 0)
        )
        for text in _texts(fields, f"{kind}_content", "text", "title_content", "paragraph_content", "content", "code_body"):
            yield from (structs.replace(line(part, min(level, 6), where), box=edges) for part in text.split("\n") if part.strip())


def _discarded(block: dict[str, Any]) -> list[str]:
    """The texts of a block that the parser takes for no text of the page."""
    content = block.get("content")
    return _texts(content if isinstance(content, dict) else block, f"{block.get('type')}_content", "text", "content")


def _table(fields: dict[str, Any], where: str, edges: Box | None) -> Iterator[Line]:
    yield from _captions(fields, where, "table_caption", "paragraph")
    rows = html_rows(str(fields.get("table_body") or fields.get("html") or ""))
    if rows:
        yield table(rows, where, edges)
    yield from _captions(fields, where, "table_footnote", "credit")


def _captions(fields: dict[str, Any], where: str, name: str, role: LineRole) -> Iterator[Line]:
    yield from (Line(text, where=where, role=role, rule=f"{name} of the parser") for text in _texts(fields, name))


def _texts(fields: dict[str, Any], *names: str) -> list[str]:
    """The texts of the first field that is there: a string, a list of strings, a list of spans of one text."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return [value.strip()]
        if isinstance(value, list) and value:
            if all(isinstance(entry, str) for entry in value):
                return [entry.strip() for entry in value if entry.strip()]
            joined = "".join(_span(entry) for entry in value)
            return [joined.strip()] if joined.strip() else []
    return []


def _span(entry: object) -> str:
    if isinstance(entry, dict):
        text = str(entry.get("content") or entry.get("text") or "")
        return f"${text}$" if "equation" in str(entry.get("type", "")) else text
    return str(entry)
