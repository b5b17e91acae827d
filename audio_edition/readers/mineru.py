"""MinerU's `*_content_list.json` (blocks of all pages in one list) and `*_content_list_v2.json` (a list for each page)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import structs

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Box, Line, LineRole, Page, Source
from audio_edition.readers._inline import pieces
from audio_edition.readers._json import decode
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
    yield from pages_of(pages, file.name, re.sub(r"_content_list.*|_middle.*", "", file.name))


def pages_of(pages: dict[int, list[Any]], file: str, stem: str) -> Iterator[Page]:
    """The pages whose blocks are given by the parser's own count, of a file; `stem` of its name may say which is the first."""
    named = page_of(stem)
    for index, page in sorted(pages.items()):
        found = [block for block in page if isinstance(block, dict)]
        lines = [line for number, block in enumerate(found) for line in _lines(block, f"{file}#{index}.{number}")]
        number, label = named if not index and named[0] else _printed(found)
        yield Page(_scaled(lines, number or index + 1), number, label)


def _printed(page: Sequence[dict[str, Any]]) -> tuple[int, str]:
    """Number and label that are printed on a page, as far as the parser says; its index says nothing of them."""
    names = (text for block in page if block.get("type") == "page_number" for text in _discarded(block))
    return next((named for text in names if (named := page_of(text))[0]), (0, ""))


def _whole(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 10_000 else 0


def _lines(block: dict[str, Any], where: str) -> Iterator[Line]:
    kind = str(block.get("type", "text"))
    content = block.get("content")
    fields: dict[str, Any] = content if isinstance(content, dict) else block
    box = _box(block.get("bbox"))
    if kind in _DISCARDED:
        for text in _discarded(block):
            yield Line(text, where=where, box=box, role="furniture", rule=f"{kind} of the parser")
    elif kind in ("image", "chart", "img"):
        yield Line("", where=where, kind="image", box=box)
        for name in ("image_caption", "chart_caption", "img_caption", "image_footnote", "chart_footnote", "img_footnote"):
            yield from (_caption(text, where, box) for text in _texts(fields, name))
    elif kind == "table":
        yield from _table(fields, where, box)
    elif kind == "list":
        items = [
            item
            for entry in fields.get("list_items") or ()
            for item in ([entry] if isinstance(entry, str) else _texts(entry, "item_content"))
        ]
        for text in items or _texts(fields, "text"):
            yield structs.replace(_line(text, 0, where), gap=0, bullet=True)
    else:
        level = _whole(
            block.get("text_level") or fields.get("level") or (1 if kind in ("title", "doc_title", "paragraph_title") else 0)
        )
        for text in _texts(fields, f"{kind}_content", "text", "title_content", "paragraph_content", "content", "code_body"):
            yield from (structs.replace(_line(part, min(level, 6), where), box=box) for part in text.split("\n") if part.strip())


def _discarded(block: dict[str, Any]) -> list[str]:
    """The texts of a block that the parser takes for no text of the page."""
    content = block.get("content")
    return _texts(content if isinstance(content, dict) else block, f"{block.get('type')}_content", "text", "content")


_SAYS_WHO = r"[^\s。，,！？]{0,10}(?:记者|通讯员|新华社|中新社|本报)"
_WHO = r"[^\s、/。，,！？]"
_CREDIT = re.compile(
    rf"[(（]?(?:(?:图|摄影)[/·:：][^。，,！？]{{2,24}}|{_SAYS_WHO}[^。，,！？]{{0,20}}|{_WHO}{{1,3}}(?:[\s、/]+{_WHO}{{1,3}}){{0,3}}|{_WHO}{{2,8}})"
    r"\s*(?:摄|供图|摄影|/图)[)）]?"
)
"""Names, and that they took the picture: what a picture shows is longer, and stands apart from them."""


def _caption(text: str, where: str, box: Box | None) -> Line:
    """A line below a picture; one that says nothing but who took it is its credit."""
    if _CREDIT.fullmatch(text):
        return Line(text, where=where, box=box, role="credit", rule="photo credit")
    return Line(text, where=where, box=box, role="caption", rule="caption of the parser")


def _table(fields: dict[str, Any], where: str, box: Box | None) -> Iterator[Line]:
    yield from _captions(fields, where, "table_caption", "paragraph")
    rows = html_rows(str(fields.get("table_body") or fields.get("html") or ""))
    if rows:
        yield Line("\n".join("\t".join(row) for row in rows), where=where, kind="table", rows=rows, box=box)
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


def _line(text: str, level: int, where: str) -> Line:
    """A text with inline markup taken out."""
    printed = "".join(piece.text for piece in pieces(text, 0, len(text)) if piece.kind == "text").strip()
    return Line(printed or text.strip(), where=where, level=level)


def _box(value: object) -> Box | None:
    if isinstance(value, list) and len(value) == 4 and all(isinstance(edge, int | float) for edge in value):
        left, top, right, bottom = (float(edge) for edge in value)
        return (left, top, right, bottom) if right > left and bottom > top else None
    return None


def _scaled(lines: list[Line], number: int) -> tuple[Line, ...]:
    """Boxes in thousandths of the page's extent, as far as text reaches."""
    boxes = [line.box for line in lines if line.box]
    wide = max((box[2] for box in boxes), default=1.0) or 1.0
    high = max((box[3] for box in boxes), default=1.0) or 1.0
    scale = 1000 / max(wide, high)
    return tuple(
        structs.replace(line, page=number, box=tuple(edge * scale for edge in line.box) if line.box else None) for line in lines
    )
