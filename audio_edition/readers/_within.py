"""What sites put beside and into the texts of articles and is none of them: navigation, advertisements, links, buttons."""

import re
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


_PARTS = re.compile(
    r"(?!(?:has|no|is|with|category|tag)-)(?:.*[-_])?(?:ads|advert(?:isement)?s?|newsletter|share(?:daddy)?|sharing|related(?:posts)?"
    r"|comments|respond|recommend(?:ed|ations)|promo|breadcrumbs?|widget|interstitial|signup|bio|navigation)(?:[-_].*)?"
)
"""Classes that content systems make of such words: `b-ads-block`, `jp-relatedposts`, `post-navigation`."""
_WHOLE = frozenset(("article", "main", "body"))
"""Elements that hold the text, whatever their classes say of it."""


def is_beside(element: Element) -> bool:
    """Whether an element is named as one of what stands beside or within articles and is none of their text.

    >>> is_beside(Element(0, 9, "div", 'class="c-share-bar"')), is_beside(Element(0, 9, "article", 'class="has-comments"'))
    (True, False)
    """
    names = element.names()
    return bool(names & WITHIN) or (element.name not in _WHOLE and any(map(_PARTS.fullmatch, names)))


def told(html: str, where: str = "") -> Iterator[Line]:
    """The lines of an article's text; what stands in such elements is furniture.

    >>> [(line.text, line.role) for line in told('<p>甲。</p><div class="ad"><p>广告</p></div><p>乙。</p>')]
    [('甲。', ''), ('广告', 'furniture'), ('乙。', '')]
    """
    for element, part in parted(html, is_beside):
        for line in lines(part, where):
            yield line if element is None or line.kind != "text" else apart(line, element)


def apart(line: Line, element: Element) -> Line:
    """A line of such an element, as furniture."""
    return structs.replace(line, role="furniture", rule=rule(element) or "advertisement")


def rule(element: Element) -> str:
    """Why an element is furniture; empty for an advertisement."""
    found = element.names()
    beside = "" if found & _AD or not is_beside(element) else "beside the text"
    return next((rule for rule, names in FURNITURE.items() if found & names), beside)
