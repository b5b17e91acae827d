"""What sites put beside and into the texts of articles and is none of them: navigation, advertisements, links, buttons."""

from collections.abc import Iterator

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.readers._elements import Element, parted
from audio_edition.readers._html import lines

FURNITURE = {
    "navigation": frozenset(("nav", "navigation", "nav-bar", "navbar", "menu", "breadcrumb", "breadcrumbs", "pagination")),
    "footer": frozenset(("footer", "contentinfo", "copyright")),
    "folio line of the parser": frozenset(("folio", "page-number", "imprint", "colophon", "running-head")),
}
_AD = frozenset(("ad", "ads", "advert", "advertisement", "sponsored"))
OTHER = frozenset.union(_AD, *FURNITURE.values())
WITHIN = OTHER | {"share", "sharing", "social", "tags", "related", "related-posts", "read-more", "comments"}
"""Of what stands within an article, what is none of its text."""


def told(html: str, where: str = "") -> Iterator[Line]:
    """The lines of an article's text; what stands in such elements is furniture.

    >>> [(line.text, line.role) for line in told('<p>甲。</p><div class="ad"><p>广告</p></div><p>乙。</p>')]
    [('甲。', ''), ('广告', 'furniture'), ('乙。', '')]
    """
    for element, part in parted(html, lambda element: bool(element.names() & WITHIN)):
        for line in lines(part, where):
            yield line if element is None or line.kind != "text" else apart(line, element)


def apart(line: Line, element: Element) -> Line:
    """A line of such an element, as furniture."""
    return structs.replace(line, role="furniture", rule=rule(element) or "advertisement")


def rule(element: Element) -> str:
    """Why an element is furniture; empty for an advertisement and what else stands within articles."""
    return next((rule for rule, names in FURNITURE.items() if element.names() & names), "")
