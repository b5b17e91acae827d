"""NITF 3.x, the wire's article; its inline `pronounce` becomes a note that the pronunciation obeys."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, Saying, Source
from audio_edition.readers._articles import Stated, pages
from audio_edition.readers._sections import section
from audio_edition.readers._xml import first, parse, text
from audio_edition.readers.feed import iso


def score(files: Sequence[SourceFile]) -> float:
    """Sure of XML whose root is nitf."""
    return 0.95 if all(re.search(rb"<(?:\w+:)?nitf\b", file.content[:3000]) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each file, on the page that its pubdata names."""
    roots = [(file.name, parse(file)) for file in files]
    pubdata = [element for _, root in roots for element in root.iter("pubdata")]
    dates = [
        iso(element.get("date.publication", "") or element.get("norm", ""))
        for _, root in roots
        for element in root.iter("pubdata", "date.issue")
    ]
    masthead = Masthead(
        title=next((element.get("name", "") for element in pubdata if element.get("name")), ""),
        date=next(filter(None, dates), ""),
        number=next((element.get("number", "") for element in pubdata if element.get("number")), ""),
    )
    langs = [
        element.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        for _, root in roots
        for element in (root, *root.iter("body"))
    ]
    return Source("nitf", pages(_article(root, name) for name, root in roots), masthead, next(filter(None, langs), ""))


def _article(root: etree._Element, division: str) -> Stated:
    head, content, end = (first(root, name) for name in ("body.head", "body.content", "body.end"))
    page = re.search(
        r"\d+",
        next((element.get("position.sequence", "") for element in root.iter("pubdata") if element.get("position.sequence")), ""),
    )
    series = first(root, "series")
    return Stated(
        division,
        text(first(root, "hl1", "title")),
        tuple(body(content)) if content is not None else (),
        kicker=tuple(filter(None, (series.get("series.name", "") if series is not None else "",))),
        subtitle=text(head.find(".//hl2") if head is not None else None),
        bylines=tuple(filter(None, (_signed(element) for element in (head.iter("byline") if head is not None else ())))),
        dateline=text(first(head, "dateline")) if head is not None else "",
        captions=tuple(filter(None, (text(element) for element in root.iter("media-caption")))),
        credit=text(first(end, "tagline")) if end is not None else "",
        page=int(page[0][:4]) if page else 0,
        section=section(element.get("position.section", "") for element in root.iter("pubdata")),
    )


def body(content: etree._Element) -> Iterator[Line]:
    """The lines of a text (`body.content`)."""
    for element in content.iter():
        if (
            any(parent.tag in ("media", "table", "ol", "ul", "note") for parent in element.iterancestors())
            and element.tag != "li"
        ):
            continue
        if element.tag == "p":
            printed, sayings = _spoken(element)
            if printed:
                yield Line(printed, sayings=sayings, role="paragraph", rule="paragraph of the source", firm=True)
        elif element.tag in ("hl2", "hr") and text(element):
            yield Line(text(element), level=2, role="heading", rule="heading of the source", firm=True)
        elif element.tag == "li" and text(element):
            yield Line(text(element), bullet=True, role="list", rule="list of the source", firm=True)
        elif element.tag == "note" and text(element):
            yield Line(text(element), role="note", rule="note of the source", firm=True)
        elif element.tag == "table":
            rows = tuple(
                tuple(text(cell) for cell in row if cell.tag in ("td", "th")) for row in element.iter("tr", "nitf-table-row")
            )
            yield Line("\n".join("\t".join(row) for row in rows), kind="table", rows=rows)


def _spoken(element: etree._Element) -> tuple[str, tuple[Saying, ...]]:
    """The text of a paragraph, and what its `pronounce` elements say of stretches of it."""
    parts: list[str] = []
    sayings: list[Saying] = []

    def add(piece: str | None) -> None:
        parts.append(re.sub(r"\s+", " ", piece or ""))

    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            begun = len("".join(parts).lstrip())
            add(part.text)
            if part.tag == "pronounce" and (part.get("phonetic") or part.get("guide")):
                sayings.append(Saying(begun, begun + len(text(part)), part.get("phonetic") or part.get("guide") or ""))
        elif part is not element:
            add(part.tail)
    return "".join(parts).strip(), tuple(sayings)


def _signed(byline: etree._Element) -> str:
    """Who wrote it, apart from as what."""
    for post in byline.iter("byttl"):
        post.text = f", {post.text or ''}"
    return text(byline)
