"""The podcast: `feed.xml` with one episode per issue, `feed-articles.xml` with one per article.

RSS 2.0 with the extensions of Apple (itunes), Podcasting 2.0 (podcast), Podlove Simple Chapters (psc) and Atom. What was
published once stays byte for byte: past issues bring their items as text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits
from uuid import UUID, uuid5

from audio_edition.model.edition import Artifact, Edition
from audio_edition.model.finding import Finding
from audio_edition.publishers import Context, _cover, _episodes, _places, _templates
from audio_edition.publishers._categories import subcategory
from audio_edition.publishers._episodes import Episode
from audio_edition.publishers._facts import author, name
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import label
from audio_edition.settings import Paper

EPISODES = 400
"""Most items of a feed: clients fetch all of it at every look, and keep what they once saw."""

_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Of podcast GUIDs: https://github.com/Podcastindex-org/podcast-namespace (guid)."""


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`feed.xml`, `feed-articles.xml`."""
    here = _places.addressed(paper, edition)
    title, about = name(edition, paper), _description(edition, paper)
    cover = _cover.of(edition, paper, context).name
    issues = _newest_first(
        (edition.date, [episode(edition, paper, context)]), [(past.date, [past.episode]) for past in context.past]
    )
    yield Artifact("feed.xml", _feed("feed.xml", title, about, cover, _moved(issues, edition, here), edition, here))
    single = _newest_first((edition.date, items(edition, paper, context)), [(past.date, past.items) for past in context.past])
    single = _moved(single, edition, here)
    by_article = label(phrases(edition.lang).by_article.format(title), 255)
    yield Artifact("feed-articles.xml", _feed("feed-articles.xml", by_article, about, cover, single, edition, here))


def episode(edition: Edition, paper: Paper, context: Context) -> str:
    """The item of the issue, as later builds will find it in `PastIssue.episode`."""
    here = _places.addressed(paper, edition)
    return _item(_episodes.of_issue(edition, paper, context), edition, here)


def items(edition: Edition, paper: Paper, context: Context) -> tuple[str, ...]:
    """The items of the articles, newest (the last one read) first, as later builds will find them in `PastIssue.items`."""
    here = _places.addressed(paper, edition)
    return tuple(_item(one, edition, here) for one in _episodes.of_articles(edition, paper, context))[::-1]


def findings(edition: Edition, paper: Paper) -> tuple[Finding, ...]:
    """E201: the feeds hold addresses of this machine."""
    if paper.base_url:
        return ()
    local = _places.LOCAL.format(edition.paper)
    message = f"the feeds hold addresses of this machine ({local}); podcast apps elsewhere need base_url in paper.toml"
    return (Finding("E201", message, "feed.xml", "note"),)


def podcast_guid(paper: Paper, file: str) -> str:
    """Name of a feed for ever (podcast:guid): as the paper says, else made from its address; empty when it has none."""
    fixed = {"feed.xml": paper.podcast_guid, "feed-articles.xml": paper.articles_guid}.get(file, "")
    if fixed or not paper.base_url:
        return fixed
    return str(uuid5(_NAMESPACE, re.sub(r"^[a-z]+://", "", _places.url(paper, file)).rstrip("/")))


def _newest_first(own: tuple[str, Iterable[str]], past: Sequence[tuple[str, Iterable[str]]]) -> list[str]:
    issues = sorted([own, *past], key=lambda issue: issue[0], reverse=True)
    return [item for _, items in issues for item in items][:EPISODES]


def _moved(items: list[str], edition: Edition, here: Paper) -> list[str]:
    """Items of issues that were published before the paper had an address of its own, at the one that it has now."""
    home = _places.url(here, "")
    return [item.replace(_places.LOCAL.format(edition.paper), home) for item in items]


def _description(edition: Edition, paper: Paper) -> str:
    words = phrases(edition.lang)
    about = label(paper.description, 1000) or words.about.format(name(edition, paper))
    space = " " if about.endswith(tuple(ascii_letters + digits + ".!?")) else ""
    return f"{about}{space}{words.synthetic}" if paper.announce_synthetic else about


def _feed(file: str, title: str, about: str, cover: str, items: Sequence[str], edition: Edition, paper: Paper) -> bytes:
    dates = re.search("<pubDate>(.*?)</pubDate>", items[0]) if items else None
    text = _templates.render(
        "feed.xml",
        title=title,
        lang=edition.lang,
        about=about,
        items=items,
        date=dates[1] if dates else "",
        author=author(edition, paper),
        here=_places.url(paper, file),
        home=_places.url(paper, "") or "index.html",
        cover=_places.url(paper, cover),
        guid=podcast_guid(paper, file),
        subcategory=subcategory(paper),
        license_url=_places.ascii_address(paper.license_url),
        paper=paper,
    )
    return text.encode()


def _item(episode: Episode, edition: Edition, paper: Paper) -> str:
    notes = _templates.render("notes.html", episode=episode) if episode.text else ""
    return _templates.render("item.xml", episode=episode, notes=notes, lang=edition.lang, paper=paper)
