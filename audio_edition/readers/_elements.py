"""The elements of an HTML page and where they begin and end. Linear in time, whatever is left unclosed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from audio_edition.readers._html import BLOCKS, TAG, attributes, plain, without


class Element(NamedTuple):
    """An element, tags included."""

    start: int
    end: int
    name: str
    attributes: str

    def names(self) -> frozenset[str]:
        """The last words of its classes, its id, its role and its name: `story__byline` is a byline."""
        said = attributes(self.attributes)
        classes = " ".join(said.get(key, "") for key in ("class", "id", "role", "itemprop")).lower().split()
        return frozenset((self.name, *(re.split(r"__|--", name)[-1] for name in classes)))


_UNREAD = ("script", "style", "noscript", "template", "svg", "select", "button", "textarea", "iframe", "title")


def body(html: str) -> str:
    """What a page prints: without its head, scripts, styles and controls."""
    html = without(html, "<!--", "-->")
    for name in _UNREAD:
        html = without(html, f"<{name}", f"</{name}>")
    html = _SKIP.sub("", html)
    start = re.search(r"<body\b[^<>]*>|</head\s*>", html, re.I)
    return html[start.end() :] if start else html


_SKIP = re.compile(r"<a\b[^<>]*>\s*(?:Skip (?:to|navigation)\b|跳[到至轉转])[^<>]{0,40}</a>", re.I)
"""A link past the navigation, for those who hear the page."""
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"))


def elements(html: str) -> Iterator[Element]:
    """All block elements, in the order in which they end; a paragraph ends where the next block begins."""
    opened: list[Element] = []
    names: Counter[str] = Counter()
    for tag in TAG.finditer(html):
        name = tag["name"].lower()
        if name not in BLOCKS or name in _VOID:
            continue
        if tag["close"]:
            while opened and names[name]:
                element = opened.pop()
                names[element.name] -= 1
                yield element._replace(end=tag.end() if element.name == name else tag.start())
                if element.name == name:
                    break
            continue
        if opened and opened[-1].name == "p":
            names["p"] -= 1
            yield opened.pop()._replace(end=tag.start())
        opened.append(Element(tag.start(), len(html), name, tag["attributes"]))
        names[name] += 1
    yield from opened


def parted(html: str, wanted: Callable[[Element], bool]) -> Iterator[tuple[Element | None, str]]:
    """The page cut at the outermost elements that are wanted, in order; what stands between them belongs to none."""
    at = 0
    for element in sorted(filter(wanted, elements(html))):
        if element.start >= at:
            yield None, html[at : element.start]
            yield element, html[element.start : element.end]
            at = element.end
    yield None, html[at:]


_LOOKED = 20_000
"""Characters of an element that are looked at for what stands above its title."""
_ABOVE = 400
"""Characters of text that may: the section, the time, what is below a picture."""
_BELOW_H1 = 100
"""The same, where the page has a title above the element that may be that of its text."""


class Headings:
    """Where the headings of a page stand, by level."""

    def __init__(self, html: str) -> None:
        tags = [(tag["name"], tag.start()) for tag in TAG.finditer(html) if not tag["close"]]
        self._html = html
        self.places = [[place for name, place in tags if name.lower() == f"h{level}"] for level in range(1, 7)]

    def of_the_highest_level(self, element: Element) -> int:
        """How many headings an element has of the highest level that it has."""
        return next(filter(None, self._counts(element)), 0)

    def titles(self, element: Element) -> bool:
        """Whether the page's title stands in an element."""
        return bisect_left(self.places[0], element.end) > bisect_left(self.places[0], element.start)

    def opens(self, element: Element) -> bool:
        """Whether hardly a text stands in an element above its first heading of the highest level."""
        found = next((level for level, count in zip(self.places, self._counts(element), strict=True) if count), [])
        first = found[bisect_left(found, element.start)] if found else element.start
        headed = self.places[0] and self.places[0][0] < element.start
        return len(plain(self._html[element.start : min(first, element.start + _LOOKED)])) < (_BELOW_H1 if headed else _ABOVE)

    def _counts(self, element: Element) -> Iterable[int]:
        return (bisect_left(places, element.end) - bisect_left(places, element.start) for places in self.places)
