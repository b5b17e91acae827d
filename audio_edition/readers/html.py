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
_FURNITURE = {
    "navigation": frozenset(("nav", "navigation", "nav-bar", "navbar", "menu", "breadcrumb", "breadcrumbs", "pagination")),
    "footer": frozenset(("footer", "contentinfo", "copyright")),
    "folio line of the parser": frozenset(("folio", "page-number", "imprint", "colophon", "running-head")),
}
_AD = frozenset(("ad", "ads", "advert", "advertisement", "sponsored"))
_ROLES: tuple[tuple[LineRole, frozenset[str]], ...] = (
    ("kicker", frozenset(("kicker", "eyebrow", "overline"))),
    ("subtitle", frozenset(("subtitle", "deck", "dek", "standfirst", "subheadline"))),
    ("byline", frozenset(("byline", "author", "reporter"))),
    ("caption", frozenset(("caption", "figcaption", "photo-caption", "wp-caption-text"))),
    ("title", frozenset(("headline", "title", "entry-title", "post-title", "article-title"))),
)


def _page(html: str, name: str) -> Iterator[Line]:
    headings = Headings(html)

    def stands_out(element: Element) -> bool:
        names = element.names()
        if names & _ARTICLE:
            return headings.of_the_highest_level(element) == 1
        return bool(names & _AD) or any(names & known for known in _FURNITURE.values())

    for count, (element, part) in enumerate(parted(html, stands_out)):
        if element is None:
            yield from lines(part)
        elif element.names() & _ARTICLE:
            yield from _article(part, f"{name}#{count}")
        else:
            yield from _set_apart(element, part)


def _set_apart(element: Element, part: str) -> Iterator[Line]:
    rule = next((rule for rule, names in _FURNITURE.items() if element.names() & names), "")
    for count, line in enumerate(lines(part)):
        if rule:
            yield structs.replace(line, role="furniture", rule=rule) if line.kind == "text" else line
        else:
            line = structs.replace(line, role="paragraph", rule="advertisement of the source")
            yield line if count else structs.replace(line, starts="ad")


def _article(html: str, division: str) -> Iterator[Line]:
    """The lines of one article: its header as it is built, and the headings in its text."""
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
    """The lines of an article, with the roles that classes give them."""
    for element, part in parted(html, lambda element: bool(_role(element)) or bool(element.names() & _OTHER)):
        role = _role(element) if element else ""
        if element and not role:
            yield from _set_apart(element, part)
        else:
            yield from (_stated(line, role) if role and line.kind == "text" else line for line in lines(part))


_OTHER = frozenset.union(_AD, *_FURNITURE.values())


def _role(element: Element) -> LineRole:
    names = element.names()
    return next((role for role, known in _ROLES if names & known), "")
