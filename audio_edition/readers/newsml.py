"""NewsML-G2 and NewsML 1: an article for each news item; its text is XHTML, NITF or plain, inside the item."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, Source
from audio_edition.readers._articles import Stated, headed, pages
from audio_edition.readers._within import told
from audio_edition.readers._xml import first, parse, text
from audio_edition.readers.feed import iso
from audio_edition.readers.nitf import body as nitf_body

_ROOT = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage|NewsML)\b")
_SUBTITLE = re.compile(r"sub|deck|dek|secondary", re.I)
_KICKER = re.compile(r"kicker|overline|intro|pre", re.I)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of XML whose root is one of theirs; surer than of the NITF within."""
    return 0.97 if all(_ROOT.search(file.content[:3000]) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each item that holds a text."""
    roots = [(file.name, parse(file)) for file in files]
    items = [(f"{name}#{number}", item) for name, root in roots for number, item in enumerate(_items(root))]
    articles = [article for name, item in items if (article := _article(item, name)).body or article.captions]
    langs = (root.get("{http://www.w3.org/XML/1998/namespace}lang", "") for _, root in roots)
    return Source("newsml", pages(articles), _masthead([item for _, item in items]), next(filter(None, langs), ""))


def _items(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter("newsItem", "NewsItem")


def _masthead(items: Sequence[etree._Element]) -> Masthead:
    providers = (first(item, "provider", "Provider") for item in items)
    names = (text(first(found, "name")) or found.get("literal", "") for found in providers if found is not None)
    days = (first(item, "contentCreated", "versionCreated", "ThisRevisionCreated", "DateId") for item in items)
    return Masthead(title=next(filter(None, names), ""), date=next(filter(None, (iso(text(day)) for day in days)), ""))


def _article(item: etree._Element, division: str) -> Stated:
    """An item as it states itself; one of a picture has only what is said of that."""
    heads = [(found.get("role", ""), text(found)) for found in item.iter("headline", "HeadLine")]
    below = [said for role, said in heads if _SUBTITLE.search(role)] + [text(found) for found in item.iter("SubHeadLine")]
    above = [said for role, said in heads if _KICKER.search(role) and said not in below]
    title = next((said for _, said in heads if said and said not in (*below, *above)), "")
    body = tuple(_body(item, division, title))
    shown = [text(found) for found in item.iter("description") if "caption" in found.get("role", "").lower()]
    return Stated(
        division,
        title,
        body,
        kicker=tuple(filter(None, above)),
        subtitle=" ".join(filter(None, below)),
        bylines=tuple(filter(None, (text(found) for found in item.iter("by", "ByLine")))),
        dateline=text(first(item, "dateline", "DateLine")),
        captions=tuple(filter(None, shown)),
        credit=text(first(item, "creditline", "CreditLine")),
    )


def _body(item: etree._Element, division: str, title: str) -> Iterator[Line]:
    """The text, without the title that XHTML repeats above it."""
    content = first(item, "inlineXML", "inlineData", "DataContent")
    if content is None:
        return
    marked = first(content, "body.content")
    if marked is not None:
        yield from nitf_body(marked)
        return
    html = first(content, "body", "html")
    source = etree.tostring(content if html is None else html, encoding="unicode", with_tail=False)
    plain = html is None and not len(content)
    written = "".join(f"<p>{row}</p>" for row in source.split("\n")) if plain else source
    lines = list(headed(told(written, division)))
    yield from (line for at, line in enumerate(lines) if at or line.text != title)
