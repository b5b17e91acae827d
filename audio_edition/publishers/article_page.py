"""`<date>/articles/NN-<slug>.html`: one article with its own sound."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition, Track
from audio_edition.publishers import Context
from audio_edition.publishers._markup import short
from audio_edition.publishers._page import Page, address, day, iso_length, linked, name, notice, rendered
from audio_edition.publishers._story import story
from audio_edition.settings import Paper


class Beside(Struct, frozen=True):
    """The article before or after."""

    href: str
    short: str


class Heading(Struct, frozen=True):
    """The issue that the article stands in."""

    name: str
    day: str


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """A page per article."""
    tracks = [track for track in edition.tracks if track.slug]
    for index, track in enumerate(tracks):
        before = _beside(tracks[index - 1]) if index else None
        after = _beside(tracks[index + 1]) if index + 1 < len(tracks) else None
        yield _page(edition, paper, track, index + 1, before, after)


def _beside(track: Track) -> Beside:
    return Beside(f"{track.slug}.html", short(track.title) or "无题")


def _page(edition: Edition, paper: Paper, track: Track, number: int, before: Beside | None, after: Beside | None) -> Artifact:
    view, path = story(edition, track, 0), f"{edition.date}/articles/{track.slug}.html"
    issue = Heading(name(edition), day(edition.date))
    page = Page(
        title=f"{view.short} · {issue.name} {issue.day} 第{number}篇",
        description=f"{issue.name}{issue.day}{view.place}：{view.short}，{view.length}。",
        paper=issue.name,
        lang=edition.lang,
        root="../../",
        key=f"{edition.paper}/{edition.date}/{view.anchor}",
        issue_key=f"{edition.paper}/{edition.date}",
        canonical=address(paper, path),
        notice=notice(paper),
        copyright=short(paper.copyright, 200),
    )
    data = linked(_linked(edition, paper, track))
    html = rendered("article.html.j2", page, story=view, issue=issue, before=before, after=after, linked=data)
    return Artifact(path, html.encode())


def _linked(edition: Edition, paper: Paper, track: Track) -> dict[str, Any]:
    names = [short(name) for byline in (track.article.bylines if track.article else ()) for name in byline.names]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": short(track.title, 110) or "无题",
        "datePublished": edition.date,
        "inLanguage": (track.article.lang if track.article else "") or edition.lang,
        "author": [{"@type": "Person", "name": name} for name in names],
        "publisher": {"@type": "NewsMediaOrganization", "name": name(edition)},
        "printPage": str(track.article.page) if track.article else "",
        "audio": {
            "@type": "AudioObject",
            "contentUrl": address(paper, f"{edition.date}/articles/{track.slug}.mp3") or f"{track.slug}.mp3",
            "encodingFormat": "audio/mpeg",
            "duration": iso_length(track.samples / edition.sample_rate),
        },
    }
