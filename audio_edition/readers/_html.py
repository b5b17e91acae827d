"""The lines of an HTML fragment: text between block tags, pictures, tables. Linear in time, however deep the tags are nested."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.readers._case import lowered
from audio_edition.readers._tables import html_rows

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<attributes>[^<>]*+)>")
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 li ul ol tr td th table tbody thead section article figure figcaption "
        "center blockquote br hr header footer main nav aside address pre dd dt dl form body title hl1 hl2 media caption",
    )
)
_CENTRED = re.compile(r"\bcenter|\bmiddle")
_ATTRIBUTE = re.compile(r"""(?<![\w:-])(?P<name>[\w:-]++)\s*+=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))""")


_CHARSET = re.compile(rb"<meta\b[^<>]*charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^<>]*encoding\s*=\s*[\"']([\w-]+)", re.I)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}
"""What browsers take for an encoding that is said: a wider one."""


def charset(content: bytes) -> bytes:
    """A page in UTF-8, whatever encoding its first bytes or its head name; as it is where that is not known.

    >>> charset("<meta charset=gbk>好".encode("gbk")).decode()
    '<meta charset=gbk>好'
    """
    found = _CHARSET.search(content[:4000])
    said = (found[1] or found[2]).decode("ascii").lower() if found else "utf-8"
    name = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig" if said == "utf-8" else _WIDER.get(said, said)
    try:
        return content.decode(name, "surrogateescape").encode("utf-8", "surrogateescape")
    except (LookupError, UnicodeError):
        return content


def without(html: str, opening: str, closing: str) -> str:
    """The text without all stretches between two markers; an unclosed one runs to the end.

    >>> without("a<!-- b -->c", "<!--", "-->")
    'ac'
    """
    kept, at = [], 0
    lower = lowered(html)
    while (start := lower.find(opening, at)) >= 0:
        kept.append(html[at:start])
        end = lower.find(closing, start)
        if end < 0:
            return "".join(kept)
        at = end + len(closing)
    return "".join((*kept, html[at:]))


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case."""
    return {found["name"].lower(): unescape(found["a"] or found["b"] or found["c"] or "") for found in _ATTRIBUTE.finditer(tag)}


def plain(html: str) -> str:
    """The text of a fragment, on one line.

    >>> plain("<b>文明</b>,让<br>生活&amp;更美好")
    '文明,让 生活&更美好'
    """
    text = re.sub(r"<(?:br|p|/p|div|/div)\b[^<>]*>", " ", without(html, "<!--", "-->"), flags=re.I)
    return " ".join(unescape(TAG.sub("", text)).split())


def lines(html: str, where: str = "") -> Iterator[Line]:
    """The lines of a fragment: headings with their level, what is bold or centred, pictures and captions, tables as rows."""
    html = without(without(without(html, "<!--", "-->"), "<script", "</script>"), "<style", "</style>")
    at, parts, bold, count = 0, [], 0, 0
    frames = _frames(html)
    pictured, tables, like = _around_pictures(frames), _plain_tables(frames), Line("")
    for tag in TAG.finditer(html):
        if tag.start() < at:
            continue
        parts.append((html[at : tag.start()], bold > 0))
        at, name = tag.end(), tag["name"].lower()
        if name in ("b", "strong"):
            bold = max(0, bold + (-1 if tag["close"] else 1))
        elif name in BLOCKS or name == "img":
            count += 1
            made = list(_line(parts, structs.replace(like, where=f"{where}#{count}"), _is_within(pictured, tag.start())))
            yield from made
            parts, like = [], _styled(like, tag, bool(made))
            if name == "img":
                yield Line(attributes(tag["attributes"]).get("alt", ""), kind="image", where=f"{where}#{count}")
            elif name == "table" and tag.start() in tables:
                table = _table(html[tag.start() : tables[tag.start()]], f"{where}#{count}")
                at = tables[tag.start()] if table else at
                yield from table
    parts.append((html[at:], bold > 0))
    yield from _line(parts, structs.replace(like, where=f"{where}#{count + 1}"), framed=False)


def _styled(like: Line, tag: re.Match[str], printed: bool) -> Line:
    """How the next line begins: in a heading, centred, at once below a line that was broken."""
    name = tag["name"].lower()
    if name == "br":
        return structs.replace(like, gap=0 if printed else 1)
    if tag["close"] or name == "img":
        return Line("")
    said = attributes(tag["attributes"])
    centred = name == "center" or (name[0] in "ph" and bool(_CENTRED.search(f"{said.get('align')};{said.get('style')}")))
    level = int(name[1]) if re.fullmatch(r"h\d", name) else like.level
    return Line("", level=level, centred=centred, bullet=name == "li" or (like.bullet and name == "p"))


class _Frame(NamedTuple):
    """A table or figure: its extent in the source, and what it holds."""

    start: int
    end: int
    pictured: bool = False
    nested: bool = False


_FRAME = re.compile(r"<(?:(?P<close>/)?(?:table|figure)\b[^<>]*>|(?P<img>img\b))", re.I)


def _frames(html: str) -> tuple[_Frame, ...]:
    """All tables and figures, in the order in which they end."""
    found: list[_Frame] = []
    opened: list[_Frame] = []
    for tag in _FRAME.finditer(html):
        if opened:
            last = opened.pop()
            if tag["close"]:
                found.append(last._replace(end=tag.end()))
                continue
            opened.append(last._replace(pictured=True) if tag["img"] else last._replace(nested=True))
        if not tag["img"] and not tag["close"]:
            opened.append(_Frame(tag.start(), tag.end()))
    return tuple(found)


def _around_pictures(frames: Iterable[_Frame]) -> list[tuple[int, int]]:
    """Extents of the frames that hold a picture, none of them within another."""
    found: list[tuple[int, int]] = []
    for frame in frames:
        if frame.pictured:
            while found and found[-1][0] > frame.start:
                found.pop()
            found.append((frame.start, frame.end))
    return found


def _plain_tables(frames: Iterable[_Frame]) -> dict[int, int]:
    """Where the frames that hold neither pictures nor frames begin and end."""
    return {frame.start: frame.end for frame in frames if not frame.pictured and not frame.nested}


def _is_within(extents: Sequence[tuple[int, int]], place: int) -> bool:
    before = bisect_left(extents, (place,))
    return before > 0 and place <= extents[before - 1][1]


def _table(source: str, where: str) -> tuple[Line, ...]:
    """The table; none where it is but a frame of texts."""
    rows = html_rows(source)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return ()
    return (Line("\n".join("\t".join(row) for row in rows), kind="table", rows=rows, where=where),)


_CAPTION = 120
"""Characters that a caption may have."""


def _line(parts: list[tuple[str, bool]], like: Line, framed: bool) -> Iterator[Line]:
    printed = [(unescape(text), bold) for text, bold in parts]
    whole = "".join(text for text, _ in printed)
    text = " ".join(whole.split())
    if text:
        told = [bold for text, bold in printed if text.strip()]
        lead = 0
        if told and told[0] and not all(told):
            lead = len(" ".join(next(text for text, _ in printed if text.strip()).split()))
        line = structs.replace(like, text=text, bold=all(told), lead=lead, indent=whole.lstrip("\r\n\t ")[:1] in "\u3000\xa0")
        caption = framed and len(text) <= _CAPTION
        yield structs.replace(line, role="caption", rule="in one frame with a picture", firm=True) if caption else line
