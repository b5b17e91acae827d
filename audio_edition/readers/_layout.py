"""Blocks of a page as layout parsers find them, whatever these call them: the lines of their pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct, structs

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Box, Line, Page, Source
from audio_edition.readers import _html, _json
from audio_edition.readers._inline import pieces
from audio_edition.readers._sizes import LARGE
from audio_edition.readers._tables import Rows
from audio_edition.readers._text import joined, page_of, wrapped

T = TypeVar("T")
BlockKind = Literal[
    "text",
    "title",
    "heading",
    "list",
    "furniture",
    "folio",
    "picture",
    "caption",
    "table",
    "above table",
    "below table",
]
"""What a parser takes a block for: `title` is that of a page or a document, `heading` any other; `furniture` is what is no text
of the page, `folio` such that holds the page's number."""
_PITCH = 1.25
"""From one printed line to the next, in heights of their letters: newspapers set 1.15 to 1.4."""
_FARTHEST = 1e6
"""Pixels or points that no page has."""


class Block(Struct, frozen=True):
    """A block of a page."""

    kind: BlockKind
    text: str = ""
    """Plain, or with inline marks of Markdown."""
    html: str = ""
    """Instead of the text."""
    rows: Rows = ()
    box: Box | None = None
    page: int = 0
    """Counted in its file, from 0."""
    word: str = ""
    """The parser's own for the kind."""
    level: int = 0
    """Of a heading, where it is known how large it is set."""
    gap: int = 1
    """Empty lines before it."""
    indent: bool = False

    @property
    def line_height(self) -> float:
        """Of one of its printed lines, without the white between them; 0 where its place is not known."""
        return (self.box[3] - self.box[1]) / (1 + _PITCH * self.text.count("\n")) if self.box else 0.0


_MADE = re.compile(r"_[a-z][a-z_]*\.json$", re.I)
"""What a parser adds to the name of a page: `_res`, `_middle`."""


def source(reader: str, files: Iterable[tuple[str, Iterable[Block]]]) -> Source:
    """The pages of all files, by name."""
    made: list[Page] = []
    for name, blocks in files:
        pages: dict[int, list[Block]] = {}
        for block in blocks:
            pages.setdefault(block.page, []).append(block)
        for index in sorted(pages):
            named = page_of(_MADE.sub("", name)) if set(pages) == {0} else (0, "")
            number, label = named if named[0] else folio(block.text for block in pages[index] if block.kind == "folio")
            lines = [line for at, block in enumerate(pages[index]) for line in _lines(block, f"{name}#{index}.{at}")]
            made.append(Page(scaled(lines, number or len(made) + 1), number, label))
    return Source(reader, tuple(made))


def typed(file: SourceFile, form: type[T], reader: str) -> T:
    """A file's JSON as values. Raises IssueError, naming the file and the place."""
    return converted(_json.decode(file.content, file.name), file, form, reader)


def holding(value: Any, field: str) -> Iterator[Any]:
    """All objects that have a field, in order, however deep in what a service answers around them."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict) and field in value:
            yield value
        elif isinstance(value, dict | list):
            waiting += reversed(list(value.values()) if isinstance(value, dict) else value)


def converted(value: Any, file: SourceFile, form: type[T], reader: str) -> T:
    """A part of a file's JSON as values. Raises IssueError, naming the file and the place."""
    try:
        return msgspec.convert(value, form)
    except msgspec.ValidationError as error:
        raise IssueError(f"{file.name}: {error} (read as {reader})") from error


def scores(files: Sequence[SourceFile], *marks: bytes) -> float:
    """Sure of JSON files that hold all of these marks."""
    json = all(file.name.lower().endswith(".json") for file in files)
    return 0.95 if json and all(mark in file.content for mark in marks for file in files) else 0.0


def folio(texts: Iterable[str]) -> tuple[int, str]:
    """Number and label of a page as they are printed on it; (0, "") where they are not."""
    return next((named for text in texts if (named := page_of(text))[0]), (0, ""))


def box(edges: Any) -> Box | None:
    """Left, top, right, bottom of such a list, or of the corners of a polygon, one after the other, in pairs or by names.

    >>> box([{"x": 1, "y": 2}, {"x": 5}, {"x": 5, "y": 4}])
    (1.0, 0.0, 5.0, 4.0)
    """
    if not isinstance(edges, list):
        return None
    flat = [edge for corner in edges for edge in _corner(corner)]
    if len(flat) < 4 or len(flat) % 2 or not all(isinstance(edge, int | float) and abs(edge) < _FARTHEST for edge in flat):
        return None
    left, top, right, bottom = min(flat[::2]), min(flat[1::2]), max(flat[::2]), max(flat[1::2])
    return (float(left), float(top), float(right), float(bottom)) if right > left and bottom > top else None


def _corner(corner: Any) -> Sequence[Any]:
    """The numbers of a corner; one that a service leaves out is 0."""
    if isinstance(corner, dict):
        return [corner.get(name, corner.get(name.upper(), 0)) for name in ("x", "y")]
    return corner if isinstance(corner, list) else (corner,)


def scaled(lines: Iterable[Line], number: int) -> tuple[Line, ...]:
    """The lines of a page with boxes in thousandths of its extent, as far as text reaches."""
    found = list(lines)
    boxes = [line.box for line in found if line.box]
    extent = max((edge for box in boxes for edge in box[2:]), default=1.0) or 1.0
    return tuple(
        structs.replace(line, page=number, box=tuple(edge * 1000 / extent for edge in line.box) if line.box else None)
        for line in found
    )


def line(text: str, level: int, where: str) -> Line:
    """A text with inline markup taken out."""
    printed = "".join(piece.text for piece in pieces(text, 0, len(text)) if piece.kind == "text").strip()
    return Line(printed or text.strip(), where=where, level=level)


_SAYS_WHO = r"[^\s。，,！？]{0,10}(?:记者|通讯员|新华社|中新社|本报)"
_WHO = r"[^\s、/。，,！？]"
_CREDIT = re.compile(
    rf"[(（]?(?:(?:图|摄影)[/·:：][^。，,！？]{{2,24}}|{_SAYS_WHO}[^。，,！？]{{0,20}}|{_WHO}{{1,3}}(?:[\s、/]+{_WHO}{{1,3}}){{0,3}}|{_WHO}{{2,8}})"
    r"\s*(?:摄|供图|摄影|/图)[)）]?"
)
"""Names, and that they took the picture: what a picture shows is longer, and stands apart from them."""


def caption(text: str, where: str, box: Box | None) -> Line:
    """A line below a picture; one that says nothing but who took it is its credit."""
    if _CREDIT.fullmatch(text):
        return Line(text, where=where, box=box, role="credit", rule="photo credit")
    return Line(text, where=where, box=box, role="caption", rule="caption of the parser")


def table(rows: Rows, where: str, box: Box | None) -> Line:
    """The line of a table."""
    return Line("\n".join("\t".join(row) for row in rows), where=where, kind="table", rows=rows, box=box)


_LEVELS: dict[BlockKind, int] = {"title": 1, "heading": 2}


def _lines(block: Block, where: str) -> Iterator[Line]:
    match block.kind:
        case "picture":
            yield Line("", where=where, kind="image", box=block.box)
        case "table" if block.rows:
            yield table(block.rows, where, block.box)
        case "caption":
            yield from (caption(text, where, block.box) for text in _sentences(row.text for row in _printed(block, 0, where)))
        case "furniture" | "folio":
            rule = f"{block.word} of the parser"
            yield from (structs.replace(row, role="furniture", rule=rule) for row in _printed(block, 0, where))
        case "above table":
            yield from (structs.replace(row, role="paragraph", rule="title of the table") for row in _printed(block, 0, where))
        case "below table":
            yield from (structs.replace(row, role="credit", rule="note of the table") for row in _printed(block, 0, where))
        case "list":
            yield from (structs.replace(row, gap=0, bullet=True) for row in _printed(block, 0, where))
        case _:
            yield from _printed(block, block.level or _LEVELS.get(block.kind, 0), where)


def _sentences(rows: Iterable[str]) -> Iterator[str]:
    """The printed lines of what stands below a picture, put together as far as none ends a sentence."""
    open_rows: list[str] = []
    for row in rows:
        open_rows.append(row)
        if _ENDS.search(row):
            yield joined(open_rows)
            open_rows = []
    if open_rows:
        yield joined(open_rows)


_ENDS = re.compile(r"[。！？.!?）)”]$")
_HEADING = re.compile(r"#{1,6}\s+")


def _printed(block: Block, level: int, where: str) -> Iterator[Line]:
    """The lines of a block's text."""
    if block.html:
        for found in _html.lines(block.html, where):
            if found.text.strip():
                yield structs.replace(found, level=found.level or level, box=block.box)
        return
    rows = [row for row in block.text.split("\n") if row.strip()]
    if level and is_latin(block.text):
        rows = [" ".join(rows)]
    rows = rows if level else [joined(part) for part in wrapped(rows)]
    for at, row in enumerate(rows):
        plain = line(_HEADING.sub("", row.strip(), count=1) if level else row, level, where)
        if plain.text:
            gap, box = (0 if at else block.gap), _slice(block.box, at, len(rows))
            yield structs.replace(
                plain, box=box, gap=gap, indent=block.indent, broken=level > 0 < at, large=0 < block.level <= LARGE
            )


def _slice(box: Box | None, at: int, count: int) -> Box | None:
    """The place of one of the printed lines of a block."""
    if box is None or count < 2:
        return box
    left, top, right, bottom = box
    high = (bottom - top) / count
    return left, top + at * high, right, top + (at + 1) * high
