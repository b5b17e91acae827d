"""JSON as newsroom systems and archives export it: objects with a title and a text, wherever in the document they stand."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Source
from audio_edition.readers import _export as export
from audio_edition.readers._articles import Stated, pages
from audio_edition.readers._json import decode
from audio_edition.readers._sections import section
from audio_edition.readers._textless import textless
from audio_edition.readers.feed import iso

_LABEL = re.compile(r"(?:第\s*)?(?P<letter>[A-Z]?)\s?0*(?P<number>\d{1,3})(?!\d)|第(?P<hanzi>[一二三四五六七八九十])[版页]", re.I)
_KEY = re.compile(r"(?:第|page[ _]?)?[A-Z]?\d{1,2}版?", re.I)
"""A page, where it is the name of a field that holds its articles."""
_LOOSE = ("number", "no", "num", "index", "name", "label")
"""Names by which a page of a list of pages says its number."""


class _Found(NamedTuple):
    """An article, and what it stands in says of it."""

    item: export.Fields
    page: str
    section: str


def score(files: Sequence[SourceFile]) -> float:
    """Less sure than readers of a named format; hardly sure of one text alone, which may be anybody's note."""
    try:
        found = [sum(1 for _ in _articles(_values(file))) if _is_json(file) else 0 for file in files]
    except IssueError:
        return 0.0
    return 0.0 if not all(found) else 0.7 if sum(found) > 1 else 0.4


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each object, page by page as printed."""
    values = {file.name: _values(file) for file in files}
    heads = [fields for found in values.values() for fields in _heads(found)]
    articles = [(name, index, found) for name, value in values.items() for index, found in enumerate(_articles(value))]
    stated = [*heads, *(found.item for _, _, found in articles)]

    def said(names: Sequence[str]) -> Iterator[str]:
        return filter(None, (export.one(fields, names) for fields in stated))

    masthead = Masthead(
        title=next(said(export.PAPER), ""),
        date=next(filter(None, map(iso, said(export.DATE))), ""),
        weekday=next(said(export.WEEKDAY), ""),
        number=next((digits[0] for text in said(export.NUMBER) if (digits := re.search(r"\d{1,6}(?!\d|-)", text))), ""),
    )
    made = pages(_stated(found, f"{name}#{index}", masthead.title) for name, index, found in articles)
    lost = tuple(finding for name, value in values.items() for finding in textless(value, name))
    return Source("cms", made, masthead, next(said(export.LANG), ""), findings=lost)


def _is_json(file: SourceFile) -> bool:
    return file.content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _values(file: SourceFile) -> Any:
    """The document; of lines of JSON, all of them."""
    rows = [row for row in file.content.splitlines() if row.strip()]
    if len(rows) > 1 and all(row.lstrip()[:1] == b"{" and row.rstrip()[-1:] == b"}" for row in rows):
        return [decode(row, file.name) for row in rows]
    return decode(file.content, file.name)


def _articles(document: object) -> Iterator[_Found]:
    """Every article, in the order of the document."""
    waiting: list[tuple[object, str, str]] = [(document, "", "")]
    while waiting:
        value, page, section = waiting.pop()
        if isinstance(value, list):
            waiting += [(entry, _page(entry) or page, section) for entry in reversed(value)]
        elif isinstance(value, dict):
            fields = export.folded(value)
            if export.is_named(fields) and any(export.has_text(fields.get(name)) for name in export.BODY):
                yield _Found(fields, page, section)
                continue
            page, section = _stated_page(fields) or page, export.one(fields, export.SECTION) or section
            waiting += [(part, _key(name, part) or page, section) for name, part in reversed(value.items())]


def _heads(document: object) -> Iterator[export.Fields]:
    """Objects around the articles, the outermost first."""
    waiting = deque([document])
    while waiting:
        value = waiting.popleft()
        if isinstance(value, dict):
            fields = export.folded(value)
            if not export.is_named(fields):
                yield fields
                waiting += [part for part in value.values() if isinstance(part, dict)]


def _page(entry: object) -> str:
    """The number of a page in a list of pages."""
    fields = export.folded(entry) if isinstance(entry, dict) else {}
    if not any(isinstance(part, list | dict) for part in fields.values()):
        return ""
    named = () if export.is_named(fields) else (export.one(fields, (name,)) for name in _LOOSE)
    return _stated_page(fields) or next((text for text in named if _LABEL.match(text)), "")


def _stated_page(fields: export.Fields) -> str:
    named = (export.one(fields, (name,)) for name in export.PAGE if name in fields)
    return next((text for text in named if _LABEL.match(text)), "")


def _key(name: str, part: object) -> str:
    return name if isinstance(part, list) and _KEY.fullmatch(name) else ""


def _stated(found: _Found, division: str, paper: str) -> Stated:
    item = found.item
    source = tuple(name for name in export.many(item, export.SOURCE) if name != paper)
    label = _LABEL.match(_stated_page(item) or found.page)
    return Stated(
        division,
        export.one(item, export.TITLE),
        tuple(export.body(item, division)),
        kicker=export.many(item, export.KICKER) or export.many(item, export.COLUMN),
        subtitle=export.one(item, export.SUBTITLE),
        bylines=export.many(item, export.BYLINE) or source,
        dateline=export.one(item, export.DATELINE),
        captions=tuple(filter(None, export.captions(item))),
        page=_number(label) if label else 0,
        letter=(label["letter"] or "").upper() if label else "",
        section=section(_categories(item)) or found.section,
    )


def _categories(item: export.Fields) -> Iterator[str]:
    named = (category for name in export.SECTIONS for category in export.many(item, (name,)))
    return (category for category in named if not _LABEL.match(category))


def _number(label: re.Match[str]) -> int:
    return int(label["number"]) if label["number"] else 1 + "一二三四五六七八九十".index(label["hanzi"])
