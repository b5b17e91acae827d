"""RSS 2.0, RDF and Atom feeds that hold the full text of articles."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._articles import Stated, headed, pages
from audio_edition.readers._html import plain
from audio_edition.readers._sections import section
from audio_edition.readers._within import told
from audio_edition.readers._xml import first, parse, text


def score(files: Sequence[SourceFile]) -> float:
    """Sure of XML whose root is rss, RDF or feed."""
    return (
        0.95
        if all(
            re.match(
                rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|rdf:RDF|feed)\b",
                file.content[:2000],
                re.S,
            )
            for file in files
        )
        else 0.0
    )


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each item, in the order of the feed."""
    articles: list[Stated] = []
    title, date, lang = "", "", ""
    for file in files:
        root = parse(file)
        channel = root if root.tag == "feed" else first(root, "channel")
        title = title or text(channel.find("title") if channel is not None else None)
        lang = lang or text(first(root, "language")) or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        items = [element for element in root.iter() if element.tag in ("item", "entry")]
        articles += [_article(item, f"{file.name}#{index}") for index, item in enumerate(items)]
        date = date or next((iso(text(first(item, "pubDate", "published", "updated", "date"))) for item in items), "")
    return Source("feed", pages(articles), Masthead(title=plain(title), date=date), lang)


def _article(item: etree._Element, division: str) -> Stated:
    content = first(item, "encoded", "content", "description", "summary")
    html = _markup(content) if content is not None else ""
    return Stated(
        division,
        plain(text(item.find("title"))),
        tuple(headed(told(html, division))),
        bylines=tuple(_authors(item)),
        section=section(_categories(item)),
    )


def _markup(content: etree._Element) -> str:
    """The HTML of a content element, escaped or not."""
    if len(content):
        return "".join(etree.tostring(child, encoding="unicode") for child in content)
    return content.text or ""


_KEYWORDS = re.compile("key ?word|tag|topic|people|person|place|geo", re.I)
"""In the address of a list of categories that are no sections."""


def _categories(item: etree._Element) -> Iterator[str]:
    for element in item:
        if element.tag in ("category", "subject") and not _KEYWORDS.search(element.get("domain") or element.get("scheme") or ""):
            yield plain(element.get("label") or text(element) or element.get("term") or "")


def _authors(item: etree._Element) -> Iterator[str]:
    for element in item:
        if element.tag in ("creator", "author"):
            name = text(element.find("name")) or text(element)
            inner = re.search(r"\(([^()]+)\)", name)
            yield inner[1] if inner and "@" in name else name


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def iso(date: str) -> str:
    """YYYY-MM-DD of a date as feeds write it (RFC 822 or ISO 8601) or as people do; empty for anything else.

    >>> iso("Tue, 26 Jul 2022 06:00:00 +0800"), iso("2022-07-26T06:00:00+08:00"), iso("20220726T060000Z")
    ('2022-07-26', '2022-07-26', '2022-07-26')
    >>> iso("2022年7月26日"), iso("2022/7/26"), iso("26日")
    ('2022-07-26', '2022-07-26', '')
    """
    parted = re.search(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)", date)
    if parted:
        return f"{parted[1]}-{int(parted[2]):02}-{int(parted[3]):02}"
    found = re.search(r"(\d{4})-?(\d\d)-?(\d\d)", date)
    if found:
        return "-".join(found.groups())
    said = re.search(r"(\d{1,2}) ([A-Za-z]{3})\w* (\d{4})", date)
    if said and said[2].lower() in _MONTHS:
        return f"{said[3]}-{_MONTHS.index(said[2].lower()) + 1:02}-{int(said[1]):02}"
    return ""
