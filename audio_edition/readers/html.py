"""Any HTML page with headings and paragraphs: a newsroom's proof, a page saved from a site, an editor's export.

The standard names of elements and classes (`article`, `byline`, `caption`, `ad`, `footer` …) are believed; all else is told
apart as the lines of a parser are. Other readers know their own HTML better, so this one is the least sure.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Line, LineRole, Page, Source
from audio_edition.readers._elements import Element, Headings, body, parted
from audio_edition.readers._html import charset, lines
from audio_edition.readers._text import decode, page_of
from audio_edition.readers._within import apart, is_beside, rule

_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|body|article)\b", re.I | re.S
)


def score(files: Sequence[SourceFile]) -> float:
    """Unsure of anything that is HTML by its name or its first tag."""
    return 0.2 if all(file.name.lower().endswith(_NAMES) or _START.match(file.content[:2000]) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """A page for each file, in their order."""
    pages: list[Page] = []
    findings: list[Finding] = []
    for file in files:
        text, doubts = decode(SourceFile(file.name, charset(file.content)))
        number, label = page_of(file.name)
        found = (
            structs.replace(line, where=f"{file.name}#{count}", page=number)
            for count, line in enumerate(_page(body(text), file.name), 1)
        )
        pages.append(Page(tuple(found), number, label))
        findings += doubts
    return Source("html", tuple(pages), findings=tuple(findings))


_ARTICLE = frozenset(("article", "story", "post", "entry", "news-item", "newsarticle"))
_ROLES: tuple[tuple[LineRole, frozenset[str]], ...] = (
    ("kicker", frozenset(("kicker", "eyebrow", "overline"))),
    ("subtitle", frozenset(("subtitle", "deck", "dek", "standfirst", "subheadline"))),
    ("byline", frozenset(("byline", "author", "reporter", "meta", "entry-meta", "post-meta", "article-meta"))),
    ("caption", frozenset(("caption", "figcaption", "photo-caption", "wp-caption-text"))),
    ("title", frozenset(("headline", "title", "entry-title", "post-title", "article-title"))),
)


def _page(html: str, name: str) -> Iterator[Line]:
    headings = Headings(html)

    def stands_out(element: Element) -> bool:
        whole = _is_article(element) and headings.of_the_highest_level(element) == 1 and headings.opens(element)
        return whole or (not _is_article(element) and is_beside(element) and not headings.titles(element))

    parts = [(element, part) for element, part in parted(html, stands_out) if element or part.strip()]
    section: Sequence[Line] = ()
    for count, (element, part) in enumerate(parts):
        if element is None:
            found = tuple(lines(part))
            behind = parts[count + 1][0] if count + 1 < len(parts) else None
            section = found[-1:] if found and found[-1].level > 1 and behind and _is_article(behind) else ()
            yield from found[: len(found) - len(section)]
        elif _is_article(element):
            yield from _article(part, f"{name}#{count}", section)
        else:
            yield from _set_apart(element, part)


def _is_article(element: Element) -> bool:
    return bool(element.names() & _ARTICLE)


def _set_apart(element: Element, part: str) -> Iterator[Line]:
    """Furniture, and an advertisement that is an item of its own."""
    why = rule(element)
    for count, line in enumerate(lines(part)):
        if why:
            yield apart(line, element) if line.kind == "text" else line
        else:
            line = structs.replace(line, role="paragraph", rule="advertisement of the source")
            yield line if count else structs.replace(line, starts="ad")


def _article(html: str, division: str, section: Sequence[Line] = ()) -> Iterator[Line]:
    """The lines of one article below the name of its section: its header as it is built, and the headings in its text."""
    yield from (structs.replace(_stated(line, "kicker"), division=division) for line in section)
    found = [structs.replace(line, division=division) for line in _told(html)]
    title = _title(found)
    levels = [line.level for line in found]
    below = sum(1 for _ in takewhile(lambda line: line.level or line.role in _HEADER, found[title + 1 :]))
    for place, line in enumerate(found):
        if line.kind != "text" or (line.role and line.role != "title") or title < 0:
            yield line
        elif place < title:
            yield _stated(line, "kicker") if len(line.text) <= _KICKER else line
        elif place == title:
            yield _stated(line, "title")
        elif place == title + 1 and line.text.startswith("——"):
            yield _stated(line, "subtitle")
        elif line.level:
            yield _stated(line, "subtitle" if place <= title + below and levels.count(line.level) == 1 else "heading")
        else:
            yield structs.replace(line, role="", rule="", firm=False)


_KICKER = 60
"""Code points of a line above a title, at most."""
_HEADER = ("kicker", "title", "subtitle", "byline")


def _title(found: Sequence[Line]) -> int:
    """Place of the title: what a class calls so, else the first heading of the highest level; -1 where there is none."""
    named = (place for place, line in enumerate(found) if line.role == "title")
    top = min((line.level for line in found if line.level), default=-1)
    return next(named, next((place for place, line in enumerate(found) if line.level == top), -1))


def _stated(line: Line, role: LineRole) -> Line:
    return structs.replace(line, role=role, rule="element of the source", firm=True)


def _told(html: str) -> Iterator[Line]:
    """The lines of an article, with the roles that classes give them; what is none of its text is furniture."""
    for element, part in parted(html, lambda element: bool(_role(element)) or is_beside(element)):
        role = _role(element) if element else ""
        for line in lines(part):
            if line.kind != "text" or element is None:
                yield line
            elif role == "byline":
                yield from _signed(line)
            else:
                yield _stated(line, role) if role else apart(line, element)


_BYLINE = 100
"""Code points of a line that names who wrote an article; a longer one tells of them."""


def _signed(line: Line) -> Iterator[Line]:
    """Who wrote an article, without the time at which a site published it."""
    if len(line.text) > _BYLINE:
        yield line
        return
    for part in re.split(r"\s*[|·•]\s*", line.text):
        at = 0
        for found in _WRITER.finditer(part) if _WHEN.search(part) else ():
            yield structs.replace(line, text=part[at : found.start()], role="furniture", rule="when it was published")
            yield _stated(structs.replace(line, text=found[0]), "byline")
            at = found.end()
        if rest := part[at:].strip():
            dated = at or _WHEN.search(rest)
            line = structs.replace(line, text=rest)
            yield structs.replace(line, role="furniture", rule="when it was published") if dated else _stated(line, "byline")


_WHEN = re.compile(r"(?:19|20)\d\d|\d:\d\d")
_WRITER = re.compile(r"(?<=\s)[Bb]y [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")


def _role(element: Element) -> LineRole:
    """By a name of the element; of `b-byline` or `entry-subtitle`, by the word behind what it is of."""
    names = element.names()
    behind = {name.partition("-")[2] for name in names} - _TITLES
    return next((role for role, known in _ROLES if (names | behind) & known), "")


_TITLES = frozenset(("title", "headline", "meta"))
"""Words that say too little behind another: `site-title`, `widget-title`."""
