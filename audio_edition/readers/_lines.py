"""The lines of a parser's Markdown: marks are hints, places are kept, nothing is interpreted.

A `Mark` stands where the source says that a page begins.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from msgspec import structs

from audio_edition.model import folio
from audio_edition.model.issue import SourceSpan
from audio_edition.model.page import Line, Skip
from audio_edition.readers._abreast import pages_abreast
from audio_edition.readers._case import lowered
from audio_edition.readers._inline import Piece, boldness, pieces, stripped
from audio_edition.readers._pictures import PICTURE, picture_lines
from audio_edition.readers._spreads import Spread, spreads
from audio_edition.readers._tables import html_rows, is_pipe_row, pipe_rows


class Mark(NamedTuple):
    """A page begins here; -1: the mark does not say which."""

    number: int
    id: bool = False
    """It is a page's number in the parser's own count: `{0}---`."""
    label: str = ""
    """Of a page of a lettered section: `B1`."""


class Text(NamedTuple):
    """A source file's text with the places of its physical lines."""

    name: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, name: str, text: str) -> "Text":
        """The text of the file `name`."""
        return cls(name, text, (*(found.start() for found in re.finditer(r"^", text, re.M)), len(text) + 1))

    def row(self, index: int) -> tuple[int, int]:
        """Half-open extent of a physical line, without its line end."""
        start, end = self.starts[index], self.starts[index + 1] - 1
        return start, max(start, end - (1 if self.text[start:end].endswith("\r") else 0))

    def span(self, start: int, end: int) -> SourceSpan:
        """A stretch of the file."""
        return SourceSpan(self.name, start, end)

    def where(self, start: int) -> str:
        """File and line number of a place."""
        return f"{self.name}:{bisect(self.starts, start)}"


Event = Line | Mark | Skip
_FENCE = re.compile(r"\s*(?:```|~~~)[\w-]*\s*")
_HEAD_KEY = re.compile(r"[A-Za-z_][\w .-]{0,40}:(?:\s.*)?|\s*-\s.*|\s+\S.*")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:\*\s){3,}|(?:-\s){3,}|[—–─━═]{6,})\s*")
_MARKS = (
    re.compile(r"\s*\{(?P<id>\d{1,4})\}-{3,}\s*"),
    re.compile(r"\s*<!--\s*(?:page|PAGE|Page|第)[\s:：_-]*(?P<number>[A-H]?\d{1,4})\b[^>]*-->\s*"),
    re.compile(r"\s*#{0,6}\s*\**(?:Page|PAGE|page)[ \t]+(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\**:?\s*"),
    re.compile(
        r"\s*[-=–—\[【(<]{1,20}\s*(?:Page|PAGE|page|第)\s*(?P<number>[A-H]?\d{1,4})\s*(?:of\s*\d+|[页頁版])?\s*[-=–—\]】)>]{1,20}\s*"
    ),
    re.compile(r"\s*#{1,6}\s*\**(?:Page|PAGE)[ \t]+(?P<number>[A-H]\d{1,2})\**\s*"),
    re.compile(r"\s*#{0,6}\s*\**第\s*(?P<number>\d{1,4})\s*[页頁](?:\s*[共/]\s*\d+\s*[页頁]?)?\**\s*"),
)


def events(source: Text) -> Iterator[Event]:
    """Lines, page marks and skipped stretches, in order."""
    gap, broken = 1, False
    spread = spreads(source.text)
    for start, end, made in _blocks(source):
        if made is not None:
            for event in made:
                yield structs.replace(event, gap=gap) if isinstance(event, Line) else event
            gap, broken = 0, False
        elif start == end or not source.text[start:end].strip():
            gap, broken = gap + 1, False
        else:
            for line in _printed(source, start, end) if start not in spread else _spread(source, start, end, spread[start]):
                yield structs.replace(line, gap=gap, broken=broken or line.broken) if isinstance(line, Line) else line
                if isinstance(line, Line):
                    gap = 0
            broken = bool(re.search(r"(?:  |\\|<br\s?/?>)$", source.text[max(start, end - 8) : end]))


Block = tuple[int, int, tuple[Event, ...] | None]


def _blocks(source: Text) -> Iterator[Block]:
    """Physical lines; what spans several of them comes as one, already read."""
    index, total, lower = 0, len(source.starts) - 1, lowered(source.text)
    tables, comments = lower.rfind("</table>"), lower.rfind("-->")
    abreast = dict(pages_abreast(source.text, [source.row(at) for at in range(total)]))
    while index < total:
        start, end = source.row(index)
        while source.text.startswith("\f", start, end):
            yield start, start + 1, (Mark(-1), Skip(source.span(start, start + 1), "page mark"))
            start += 1
        if index in abreast:
            index, pieces = abreast[index]
            yield from pieces
            continue
        head, last, made = source.text[start : start + 200].lstrip(), index, _mark(source, start, end)
        if head[:1] == "-" and (closing := _yaml_head(source, index)):
            last, made = closing, (Mark(-1), Skip(source.span(start, source.row(closing)[1]), "page head"))
        elif head[:6].lower() in ("<table", "<html>") and start < tables:
            close = lower.find("</table>", start) + len("</table>")
            last = bisect(source.starts, close - 1) - 1
            yield from _table_block(source, start, close, source.row(last)[1])
            index = last + 1
            continue
        elif head[:1] == "|" and is_pipe_row(source.text[start:end]):
            last, made = _pipe_table(source, index)
        elif made is None and head.startswith("<!--") and start < comments:
            close = lower.find("-->", start) + len("-->")
            yield start, close, (Skip(source.span(start, close), "comment"),)
            start, last = close, bisect(source.starts, close - 1) - 1
        yield start, source.row(last)[1], made
        index = last + 1


def _pipe_table(source: Text, index: int) -> tuple[int, tuple[Event, ...]]:
    """The last row of a table that begins at a row, and the table."""
    total = len(source.starts) - 1
    last = next(at for at in count(index) if at + 1 >= total or not is_pipe_row(source.text[slice(*source.row(at + 1))]))
    rows = pipe_rows([source.text[slice(*source.row(at))] for at in range(index, last + 1)])
    return last, (_table(source, source.row(index)[0], source.row(last)[1], rows),)


def _yaml_head(source: Text, index: int) -> int:
    """Number of the physical line that closes the YAML head beginning at `index`; 0 for none."""
    if source.text[slice(*source.row(index))].strip() != "---":
        return 0
    for at in range(index + 1, min(index + 40, len(source.starts) - 1)):
        row = source.text[slice(*source.row(at))]
        if row.strip() == "---":
            return at if at > index + 1 else 0
        if not _HEAD_KEY.fullmatch(row):
            return 0
    return 0


def _mark(source: Text, start: int, end: int) -> tuple[Event, ...] | None:
    text = source.text[start : min(end, start + 200)]
    if "\x0c" in text and not text.strip():
        return (Mark(-1), Skip(source.span(start, end), "page mark"))
    for pattern in _MARKS:
        found = pattern.fullmatch(text)
        if found:
            name = found[1]
            mark = Mark(int(name.lstrip("ABCDEFGH")), "id" in found.groupdict(), folio.label(name))
            return (mark, Skip(source.span(start, end), "page mark"))
    if _FENCE.fullmatch(text):
        return (Skip(source.span(start, end), "code fence"),)
    if _RULE.fullmatch(text):
        return (Line("", (source.span(start, end),), source.where(start), kind="rule"),)
    picture = PICTURE.fullmatch(source.text, start, end) if source.text[start:end].lstrip(" *_")[:1] in tuple("[【<") else None
    if picture:
        return picture_lines(picture, source.where(start), source.span)
    return None


def _table_block(source: Text, start: int, close: int, end: int) -> Iterator[Block]:
    """An HTML table, and what stands behind it on its last line."""
    yield start, close, (_table(source, start, close, html_rows(source.text[start:close])),)
    if source.text[close:end].strip():
        yield close, end, None


def _table(source: Text, start: int, end: int, rows: tuple[tuple[str, ...], ...]) -> Line:
    return Line(
        "\n".join("\t".join(row) for row in rows), (source.span(start, end),), source.where(start), kind="table", rows=rows
    )


_HEADING = re.compile(r"\s{0,8}(?P<marks>#{1,6})(?:[ \t\u3000]+|(?=[^#\s\d][^#]*$))")
_QUOTE = re.compile(r"\s{0,8}(?!>>)(?:>\s?){1,8}")
"""Two arrows side by side are printed: they point to another page."""
_BULLET = re.compile(r"\s{0,12}[-*+•·▪◦‣][ \t\u3000]+(?=\S)")
_INDENT = re.compile(r"[ \t]{2}|\u3000")
_LONGEST = 400_000
"""Code points of a physical line beyond which no markup is looked for."""
_CENTRED = re.compile(r"center|centre", re.I)


def _spread(source: Text, start: int, end: int, spread: Spread) -> Iterator[Event]:
    """The lines of a physical line whose paragraph stands between two marks: all but its first go on with the one before."""
    inner = start + spread.opening, end - spread.closing
    yield from (Skip(source.span(*mark), "markup") for mark in ((start, inner[0]), (inner[1], end)) if mark[0] < mark[1])
    for event in _printed(source, *inner):
        bold = isinstance(event, Line) and (event.bold or spread.bold)
        yield structs.replace(event, bold=bold, broken=not spread.opening or event.broken) if isinstance(event, Line) else event


def _printed(source: Text, start: int, end: int) -> Iterator[Event]:
    """The lines that one physical line prints: more than one where tags or pictures cut it."""
    level, bullet = 0, False
    if end - start > _LONGEST:
        yield Line(source.text[start:end], (source.span(start, end),), source.where(start))
        return
    for pattern in (_QUOTE, _BULLET, _HEADING):
        found = pattern.match(source.text, start, min(end, start + 80))
        if found and found.end() <= end:
            level = len(found["marks"]) if pattern is _HEADING else level
            bullet = bullet or pattern is _BULLET
            start = found.end()
    indent = bool(_INDENT.match(source.text, start, end))
    part: list[Piece] = []
    centred, glued, heading = False, False, level
    for piece in (*pieces(source.text, start, end), Piece("close", "", end, end)):
        if piece.kind in ("text", "bold", "markup"):
            part.append(piece)
            continue
        yield from (Skip(source.span(other.start, other.end), "markup") for other in part if other.kind == "markup")
        yield from _line(source, part, Line("", level=heading, bullet=bullet, centred=centred, indent=indent, broken=glued))
        if piece.kind != "image" and piece.end > piece.start:
            yield Skip(source.span(piece.start, piece.end), "markup")
        part, glued, indent = [], piece.kind == "break", False
        if piece.kind == "image":
            yield Line(piece.text, (source.span(piece.start, piece.end),), source.where(piece.start), kind="image")
        elif piece.kind == "open":
            heading = int(piece.text[1]) if re.fullmatch(r"h\d", piece.text) else heading
            centred = bool(_CENTRED.search(piece.attributes)) or piece.text in ("center", "figcaption")


def _line(source: Text, part: list[Piece], like: Line) -> Iterator[Event]:
    texts = stripped([piece for piece in part if piece.kind == "text" and piece.text])
    if not texts:
        return
    spans: list[SourceSpan] = []
    for piece in texts:
        if spans and spans[-1].end == piece.start:
            spans[-1] = source.span(spans[-1].start, piece.end)
        else:
            spans.append(source.span(piece.start, piece.end))
    text = "".join(piece.text for piece in texts)
    yield structs.replace(like, text=text, spans=tuple(spans), where=source.where(texts[0].start), **boldness(part))
