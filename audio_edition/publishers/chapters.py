"""Chapters as a file: Podcasting 2.0 JSON chapters 1.2, for the edition and for each article."""

import json
from collections.abc import Iterator, Sequence

from audio_edition.audio.id3 import Mark
from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, _chapters, _places
from audio_edition.publishers._facts import articles, author, edition_title, name, track_title
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`chapters.json`, and `articles/*.chapters.json`."""
    about = {"author": author(edition, paper), "podcastName": name(edition, paper)}
    marks = _chapters.of_edition(edition, paper)
    yield Artifact(_places.of_edition(edition, "chapters.json"), _json(edition_title(edition, paper), about, marks))
    for track in articles(edition):
        path = _places.of_article(edition, track, "chapters.json")
        yield Artifact(path, _json(track_title(edition, track, 255), about, _chapters.of_track(edition, track, paper)))


def _json(title: str, about: dict[str, str], marks: Sequence[Mark]) -> bytes:
    content = {"version": "1.2.0", "title": title, **about, "chapters": [_chapter(mark) for mark in marks]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _chapter(mark: Mark) -> dict[str, float | str]:
    link = {"url": mark.url} if mark.url else {}
    return {"startTime": _seconds(mark.start), "endTime": _seconds(mark.end), "title": mark.title, **link}


def _seconds(ms: int) -> float:
    return ms // 1000 if ms % 1000 == 0 else ms / 1000
