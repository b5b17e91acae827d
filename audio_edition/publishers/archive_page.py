"""`index.html` of the paper: every issue that has been published, newest first."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context
from audio_edition.publishers._labels import Labels, day, labels, length, month, page_lang
from audio_edition.publishers._markup import short
from audio_edition.publishers._page import Page, address, name, notice, rendered
from audio_edition.settings import Paper


class Entry(Struct, frozen=True):
    """An issue of the list."""

    date: str
    day: str
    facts: str


class Month(Struct, frozen=True):
    """The issues of a month."""

    id: str
    label: str
    issues: tuple[Entry, ...]


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The archive page."""
    say = labels(edition.lang)
    articles, seconds = sum(track.kind == "article" for track in edition.tracks), edition.samples / edition.sample_rate
    own = _entry(edition.date, articles, seconds, say)
    others = (_entry(past.date, past.articles, past.samples / past.sample_rate, say) for past in context.past)
    entries = sorted((own, *others), key=lambda entry: entry.date, reverse=True)
    grouped = groupby(entries, lambda entry: entry.date[:7])
    months = tuple(Month(iso, month(iso, say), tuple(issues)) for iso, issues in grouped)
    title = name(edition, say)
    page = Page(
        title=say.archive_title.format(title),
        description=short(paper.description, 200) or say.archive_description.format(title),
        paper=title,
        lang=page_lang(edition.lang, say),
        root="",
        canonical=address(paper, "index.html"),
        notice=notice(paper, say),
        copyright=short(paper.copyright, 200),
        about=short(paper.description, 1000),
    )
    html = rendered("archive.html", page, say, name=title, count=len(entries), months=months, linked="")
    yield Artifact("index.html", html.encode())


def _entry(date: str, articles: int, seconds: float, say: Labels) -> Entry:
    facts = ([say.articles.format(articles)] if articles else []) + [length(seconds, say)]
    return Entry(date, day(date, say), " · ".join(facts))
