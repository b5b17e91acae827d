"""`<date>/index.html`: the issue, to be listened to and read along.

What makes the page heavy and is not needed to read it is fetched when it is: `words.js` when the sound begins (when each
word is said), `pinyin.js` when it is asked for (readings, also for the articles' own pages).
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context
from audio_edition.publishers._labels import Labels, day, labels, length, page_lang
from audio_edition.publishers._markup import lifted, short
from audio_edition.publishers._page import Page, address, iso_length, linked, name, notice, rendered
from audio_edition.publishers._readings import readings
from audio_edition.publishers._story import Group, groups
from audio_edition.settings import Paper


class IssueView(Struct, frozen=True):
    """What the page says of the issue."""

    name: str
    day: str
    facts: tuple[str, ...]
    size: str
    """About how much is kept for listening offline."""
    groups: tuple[Group, ...]


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The issue's page and its readings."""
    say = labels(edition.lang)
    facts = tuple(_facts(edition, say))
    view = IssueView(name(edition, say), day(edition.date, say), facts, _size(edition), groups(edition, say))
    path = f"{edition.date}/index.html"
    page = Page(
        title=say.issue_title.format(view.name, view.day),
        description=say.issue_description.format(view.name, view.day, say.between.join(facts)),
        paper=view.name,
        lang=page_lang(edition.lang, say),
        root="../",
        key=f"{edition.paper}/{edition.date}",
        canonical=address(paper, path),
        notice=notice(paper, say),
        copyright=short(paper.copyright, 200),
    )
    html, words = lifted(rendered("issue.html", page, say, issue=view, linked=linked(_linked(edition, paper, view))))
    yield Artifact(path, html.encode())
    yield _data(f"{edition.date}/words.js", words)
    yield _data(f"{edition.date}/pinyin.js", readings(edition))


def _data(path: str, value: object) -> Artifact:
    """A value as a script: unlike JSON it can also be fetched by a page that was opened from a disk."""
    return Artifact(path, b"self.fetched=" + msgspec.json.encode(value) + b";\n")


def _facts(edition: Edition, say: Labels) -> Iterator[str]:
    masthead = edition.issue.masthead
    if masthead.lunar:
        yield short(masthead.lunar, 30)
    if masthead.number:
        yield say.number.format(short(masthead.number, 20))
    yield say.articles.format(sum(track.kind == "article" for track in edition.tracks))
    yield say.length.format(length(edition.samples / edition.sample_rate, say))


def _size(edition: Edition) -> str:
    seconds = edition.samples / edition.sample_rate
    return f"{max(1, round(2 * seconds * edition.bitrate / 8000))} MB"


def _linked(edition: Edition, paper: Paper, view: IssueView) -> dict[str, Any]:
    stories = [story for group in view.groups for story in group.stories if story.page]
    return {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": f"{view.name} {view.day}",
        "issueNumber": short(edition.issue.masthead.number),
        "datePublished": edition.date,
        "inLanguage": edition.lang,
        "isPartOf": {"@type": "Newspaper", "name": view.name},
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": address(paper, f"{edition.date}/edition.mp3") or "edition.mp3",
            "encodingFormat": "audio/mpeg",
            "duration": iso_length(edition.samples / edition.sample_rate),
        },
        "hasPart": [{"@type": "NewsArticle", "headline": story.short, "url": story.page} for story in stories],
    }
