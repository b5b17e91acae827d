"""A track as a story of a page: its place, its length, its parts."""

import hashlib
import re
from functools import partial
from itertools import groupby, takewhile

from msgspec import Struct

from audio_edition.model.edition import Chapter, Edition, Track
from audio_edition.publishers._labels import Labels, length
from audio_edition.publishers._markup import marking, seconds, short
from audio_edition.publishers._parts import Part, parts

_HEAD = ("said", "kicker", "title", "subtitle", "byline")
_LONG = 60
"""Code points of a title that is set smaller."""


class Section(Struct, frozen=True):
    """What follows a cross-head of a track."""

    short: str
    length: str
    start: str
    """Seconds of the track's own file."""


class Story(Struct, frozen=True):
    """A track, ready to be drawn."""

    anchor: str
    number: int
    """Its place among the stories of the issue, from 1."""
    short: str
    """Its title on one line."""
    length: str
    start: str
    """Seconds of the audio file."""
    audio: str
    """The track's own file, or the edition's for what the edition itself says."""
    page: str
    """The track's own page, relative to the issue's; empty without one."""
    file: str
    place: str
    """`第1版 要闻`."""
    lang: str
    long: bool
    sections: tuple[Section, ...]
    head: tuple[Part, ...]
    body: tuple[Part, ...]


class Group(Struct, frozen=True):
    """Stories that follow one another on the same page of the newspaper."""

    label: str
    again: int
    """2 when the listener comes back to the page for the first time, …; else 0."""
    stories: tuple[Story, ...]


def story(edition: Edition, track: Track, offset: int, say: Labels) -> Story:
    """The story of a track whose audio file began `offset` samples before it."""
    lang = (track.article.lang if track.article else "") or edition.lang
    all_parts = parts(track, marking(track, offset, edition.sample_rate, lang))
    titled = any(part.type == "title" for part in all_parts)
    head = tuple(takewhile(lambda part: titled and part.type in _HEAD, all_parts))
    title = short(track.title) or short(track.article.title if track.article else "") or say.untitled
    return Story(
        anchor=anchor(track.id),
        number=edition.tracks.index(track) + 1,
        short=title,
        length=length(track.samples / edition.sample_rate, say),
        start=seconds(offset, edition.sample_rate),
        audio=f"articles/{track.slug}.mp3" if track.slug else "edition.mp3",
        page=f"articles/{track.slug}.html" if track.slug else "",
        file=f"{track.slug}.mp3",
        place=_place(track, say),
        lang=lang,
        long=len(track.title) > _LONG,
        sections=tuple(_section(edition, chapter, say) for chapter in track.chapters),
        head=head,
        body=all_parts[len(head) :],
    )


def _section(edition: Edition, chapter: Chapter, say: Labels) -> Section:
    rate = edition.sample_rate
    return Section(short(chapter.title), length((chapter.end - chapter.start) / rate, say), seconds(chapter.start, rate))


def groups(edition: Edition, say: Labels) -> tuple[Group, ...]:
    """The stories of an issue by page of the newspaper, in playing order."""
    seen: dict[str, int] = {}
    found = []
    for label, tracks in groupby(edition.tracks, partial(_place, say=say)):
        seen[label] = seen.get(label, 0) + 1
        again = seen[label] if seen[label] > 1 else 0
        found.append(Group(label, again, tuple(story(edition, track, track.offset, say) for track in tracks)))
    return tuple(found)


def _place(track: Track, say: Labels) -> str:
    if track.article is None:
        return ""
    return say.page.format(track.article.page_name, short(track.article.section, 20)).strip()


def anchor(id: str) -> str:
    """The id of an article as an HTML id and a URL fragment.

    >>> anchor("p1-wen-ming"), anchor("a b")
    ('p1-wen-ming', 'a-c8687a08aa5d')
    """
    if re.fullmatch(r"[A-Za-z][\w-]{0,80}", id, re.ASCII):
        return id
    return "a-" + hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
