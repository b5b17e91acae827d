"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/) that hold the full text of articles."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Source
from audio_edition.readers import _export as export
from audio_edition.readers._articles import Stated, pages
from audio_edition.readers._json import decode
from audio_edition.readers._sections import section
from audio_edition.readers.feed import iso

_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version')


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON that says which version of JSON Feed it is."""
    return 0.95 if all(_VERSION.search(file.content) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each item, in the order of the feed."""
    articles: list[Stated] = []
    title, date, lang = "", "", ""
    for file in files:
        feed = _fields(decode(file.content, file.name))
        items = list(_items(feed))
        title, lang = title or export.one(feed, ("title",)), lang or export.one(feed, ("language",))
        articles += [_article(item, f"{file.name}#{index}") for index, item in enumerate(items)]
        date = date or next(filter(None, (iso(export.one(item, ("datepublished", "datemodified"))) for item in items)), "")
    return Source("jsonfeed", pages(articles), Masthead(title=title, date=date), lang)


def _fields(value: object) -> export.Fields:
    return export.folded(value) if isinstance(value, dict) else {}


def _items(feed: export.Fields) -> Iterator[export.Fields]:
    items = feed.get("items")
    return filter(None, map(_fields, items)) if isinstance(items, list) else iter(())


def _article(item: export.Fields, division: str) -> Stated:
    return Stated(
        division,
        export.one(item, ("title",)),
        tuple(export.body(item, division)),
        bylines=export.many(item, ("authors", "author")),
        section=section(export.many(item, ("tags",))),
    )
