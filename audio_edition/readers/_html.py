"""The lines of an HTML fragment: text between block tags, pictures, tables. Linear in time, however deep the tags are nested."""

import re
from collections.abc import Iterator
from html import unescape

from audio_edition.model.page import Line
from audio_edition.readers._tables import html_rows

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)(?P<attributes>[^<>]*)>")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 li ul ol tr td th table tbody thead section article figure figcaption "
        "center blockquote br hr header footer dd dt dl form body title hl1 hl2 media caption",
    )
)
_ATTRIBUTE = re.compile(r"""(?P<name>[\w:-]+)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))""")


def without(html: str, opening: str, closing: str) -> str:
    """The text without all stretches between two markers; an unclosed one runs to the end.

    >>> without("a<!-- b -->c", "<!--", "-->")
    'ac'
    """
    kept, at = [], 0
    lower = html.lower()
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
    return " ".join(unescape(_TAG.sub("", text)).split())


def lines(html: str, where: str = "") -> Iterator[Line]:
    """The lines of a fragment: headings with their level, pictures, what is bold as a whole, tables as rows."""
    html = without(without(without(html, "<!--", "-->"), "<script", "</script>"), "<style", "</style>")
    at, parts, bold, level, count = 0, [], 0, 0, 0
    starts = [found.start() for found in re.finditer(r"<table\b", html, re.I)] if "</table" in html.lower() else []
    for tag in _TAG.finditer(html):
        if tag.start() < at:
            continue
        parts.append((html[at : tag.start()], bold > 0))
        at, name = tag.end(), tag["name"].lower()
        if name in ("b", "strong"):
            bold = max(0, bold + (-1 if tag["close"] else 1))
        elif name in _BLOCKS or name == "img":
            count += 1
            yield from _line(parts, level, f"{where}#{count}")
            parts = []
            level = 0 if tag["close"] else int(name[1]) if re.fullmatch(r"h\d", name) else level
            if name == "img":
                yield Line(attributes(tag["attributes"]).get("alt", ""), kind="image", where=f"{where}#{count}")
            elif name == "table" and not tag["close"] and tag.start() in starts:
                end = _table_end(html, tag.start())
                rows = html_rows(html[tag.start() : end])
                if len(rows) > 1 and max(map(len, rows)) > 1 and "<img" not in html[tag.start() : end].lower():
                    yield Line("\n".join("\t".join(row) for row in rows), kind="table", rows=rows, where=f"{where}#{count}")
                    at = end
    parts.append((html[at:], bold > 0))
    yield from _line(parts, level, f"{where}#{count + 1}")


def _table_end(html: str, start: int) -> int:
    end = html.lower().find("</table>", start)
    return len(html) if end < 0 else end + len("</table>")


def _line(parts: list[tuple[str, bool]], level: int, where: str) -> Iterator[Line]:
    printed = [(unescape(text), bold) for text, bold in parts]
    text = " ".join("".join(text for text, _ in printed).split())
    if text:
        told = [bold for text, bold in printed if text.strip()]
        lead = 0
        if told and told[0] and not all(told):
            lead = len(" ".join(next(text for text, _ in printed if text.strip()).split()))
        yield Line(text, level=level, bold=all(told), lead=lead, where=where)
