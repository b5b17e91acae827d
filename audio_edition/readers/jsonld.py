"""schema.org NewsArticle as JSON-LD, alone or inside an HTML page."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, Source
from audio_edition.readers._articles import Stated, headed, pages
from audio_edition.readers._case import lowered
from audio_edition.readers._json import decode
from audio_edition.readers._sections import section
from audio_edition.readers._within import told
from audio_edition.readers.feed import iso

_TYPE = re.compile(rb'"@type"\s*+:\s*+(?:\[\s*+)?"(?:[^"]*Article|Report|BlogPosting|PublicationIssue)')
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^<>]*+)>", re.I)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON-LD that names an article; less sure of HTML that holds some, and its text with it."""
    if not all(_TYPE.search(file.content) for file in files):
        return 0.0
    if all(file.content.lstrip()[:1] in (b"{", b"[") for file in files):
        return 0.9
    return 0.85 if all(b'"articleBody"' in file.content for file in files) else 0.1


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each NewsArticle."""
    found = [(file.name, article) for file in files for article in _articles(_data(file))]
    publishers = [_name(article.get("publisher")) or _name(article.get("isPartOf")) for _, article in found]
    dates = [iso(str(article.get("datePublished") or "")) for _, article in found]
    stated = (_stated(article, f"{name}#{index}") for index, (name, article) in enumerate(found))
    masthead = Masthead(title=next(filter(None, publishers), ""), date=next(filter(None, dates), ""))
    return Source(
        "jsonld",
        pages(stated),
        masthead,
        next((str(article["inLanguage"]) for _, article in found if article.get("inLanguage")), ""),
    )


def _data(file: SourceFile) -> list[Any]:
    text = file.content.decode("utf-8-sig", "replace")
    sources = [text] if text.lstrip()[:1] in ("{", "[") else _scripts(text)
    return [decode(source.strip(), file.name) for source in sources]


def _scripts(html: str) -> Iterator[str]:
    """What stands in the scripts that hold JSON-LD, up to one that is not closed."""
    lower, end = lowered(html), 0
    for tag in _SCRIPT.finditer(html):
        if tag.start() >= end and "application/ld+json" in tag["attributes"].lower():
            end = lower.find("</script>", tag.end())
            if end < 0:
                return
            yield html[tag.end() : end]


def _articles(data: object) -> Iterator[dict[str, Any]]:
    """Every article in the data, however it is wrapped."""
    waiting = [data]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            kinds = value.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if value.get("headline") and any("Article" in str(name) or name in ("Report", "BlogPosting") for name in names):
                yield value
            else:
                waiting[:0] = [
                    value[key] for key in ("@graph", "hasPart", "itemListElement", "item", "mainEntity") if key in value
                ]


def _stated(article: dict[str, Any], division: str) -> Stated:
    body = str(article.get("articleBody") or "")
    html = bool(re.search(r"<p\b|<br\b", body, re.I))
    paragraphs = (
        headed(told(body, division)) if html else (Line(row.strip(), where=division) for row in body.split("\n") if row.strip())
    )
    page = re.search(
        r"(?P<letter>(?<![A-Za-z])[A-Z]|)(?P<number>\d{1,4})", str(article.get("printPage") or article.get("pageStart") or "")
    )
    return Stated(
        division,
        str(article.get("headline") or ""),
        tuple(paragraphs),
        subtitle=str(article.get("alternativeHeadline") or ""),
        bylines=tuple(filter(None, map(_name, _list(article.get("author"))))),
        dateline=str(article.get("dateline") or ""),
        captions=tuple(
            str(image["caption"]) for image in _list(article.get("image")) if isinstance(image, dict) and image.get("caption")
        ),
        page=int(page["number"]) if page else 0,
        letter=page["letter"] if page else "",
        section=section(map(_name, (*_list(article.get("printSection")), *_list(article.get("articleSection"))))),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str:
    return str(value.get("name") or "") if isinstance(value, dict) else value if isinstance(value, str) else ""
