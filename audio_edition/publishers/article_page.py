"""`<date>/articles/NN-<slug>.html`: one article with its own sound."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition, Track
from audio_edition.publishers import Context
from audio_edition.publishers._labels import Labels, day, labels, page_lang
from audio_edition.publishers._markup import short
from audio_edition.publishers._page import Page, address, iso_length, linked, name, notice, rendered
from audio_edition.publishers._persons import persons
from audio_edition.publishers._story import Story, story
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
    say = labels(edition.lang)
    tracks = [track for track in edition.tracks if track.slug]
    beside = [None, *(Beside(f"{track.slug}.html", short(track.title) or say.untitled) for track in tracks), None]
    for index, track in enumerate(tracks):
        view, issue = story(edition, track, 0, say), Heading(name(edition, say), day(edition.date, say))
        page = _page(edition, paper, view, issue, index + 1)
        values = {"story": view, "issue": issue, "before": beside[index], "after": beside[index + 2]}
        html = rendered("article.html", page, say, linked=linked(_linked(edition, paper, track, say)), **values)
        yield Artifact(f"{edition.date}/articles/{track.slug}.html", html.encode())


def _page(edition: Edition, paper: Paper, view: Story, issue: Heading, number: int) -> Page:
    say = labels(edition.lang)
    return Page(
        title=say.article_title.format(view.short, issue.name, issue.day, number),
        description=say.article_description.format(issue.name, issue.day, view.place, view.short, view.length),
        paper=issue.name,
        lang=page_lang(edition.lang, say),
        root="../../",
        home="../",
        key=f"{edition.paper}/{edition.date}/{view.anchor}",
        issue_key=f"{edition.paper}/{edition.date}",
        canonical=address(paper, f"{edition.date}/{view.page}"),
        notice=notice(paper, say),
        copyright=short(paper.copyright, 200),
    )


def _linked(edition: Edition, paper: Paper, track: Track, say: Labels) -> dict[str, Any]:
    names = [short(name) for name in (persons(track.article) if track.article else ())]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": short(track.title, 110) or say.untitled,
        "datePublished": edition.date,
        "inLanguage": (track.article.lang if track.article else "") or edition.lang,
        "author": [{"@type": "Person", "name": name} for name in names],
        "publisher": {"@type": "NewsMediaOrganization", "name": name(edition, say)},
        "printPage": track.article.page_name if track.article else "",
        "audio": {
            "@type": "AudioObject",
            "contentUrl": address(paper, f"{edition.date}/articles/{track.slug}.mp3") or f"{track.slug}.mp3",
            "encodingFormat": "audio/mpeg",
            "duration": iso_length(track.samples / edition.sample_rate),
        },
    }
