"""`index.html` of the paper: every issue that has been published, newest first."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, PastIssue
from audio_edition.publishers._markup import short
from audio_edition.publishers._page import Page, address, day, length, name, notice, rendered
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
    seconds = edition.samples / edition.sample_rate
    own = Entry(edition.date, day(edition.date), _facts(sum(track.kind == "article" for track in edition.tracks), seconds))
    entries = sorted((own, *map(_entry, context.past)), key=lambda entry: entry.date, reverse=True)
    months = tuple(_month(month, tuple(issues)) for month, issues in groupby(entries, lambda entry: entry.date[:7]))
    title = name(edition)
    page = Page(
        title=f"{title} 有声版",
        description=short(paper.description, 200) or f"{title}有声版：每期全文朗读，文字随声音走。",
        paper=title,
        lang=edition.lang,
        root="",
        canonical=address(paper, "index.html"),
        notice=notice(paper),
        copyright=short(paper.copyright, 200),
        about=short(paper.description, 1000),
    )
    html = rendered("archive.html.j2", page, name=title, count=len(entries), months=months, linked="")
    yield Artifact("index.html", html.encode())


def _entry(past: PastIssue) -> Entry:
    return Entry(past.date, day(past.date), _facts(past.articles, past.samples / past.sample_rate))


def _facts(articles: int, seconds: float) -> str:
    return " · ".join(([f"{articles} 篇"] if articles else []) + [length(seconds)])


def _month(month: str, issues: tuple[Entry, ...]) -> Month:
    year, _, number = month.partition("-")
    return Month(month, f"{year}年{number.lstrip('0')}月", issues)
