"""The chapters of a file as every form of them tells it: the same titles at the same times."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from audio_edition.audio.id3 import MAX_CHAPTERS, Mark
from audio_edition.model.edition import Chapter, Edition, Track
from audio_edition.publishers import _places
from audio_edition.publishers._facts import track_title
from audio_edition.publishers._text import label
from audio_edition.settings import Paper

TITLE = 128
"""Most code points of a chapter's title: beyond it players cut or hide it."""

STAMPS = 3200
"""Most bytes that the chapters may take in an episode's description, which Apple cuts at 4000."""

BREAK = "<br>\n"
"""What stands between two of them."""


def of_edition(edition: Edition, paper: Paper) -> tuple[Mark, ...]:
    """Chapters of the whole edition, one per track; titles as long as the list of all fits into the description."""
    tracks = {track.id: track for track in edition.tracks}

    def marks(limit: int) -> Iterator[Mark]:
        for chapter in edition.chapters:
            track = tracks[chapter.article]
            page = _places.of_article(edition, track, "html") if track.slug else f"{edition.date}/index.html"
            title = label(chapter.title, limit) or track_title(edition, track, limit)
            yield _mark(chapter, edition.sample_rate, title, _url(paper, page))

    return _fitting(marks, _ms(edition.samples, edition.sample_rate))


def of_track(edition: Edition, track: Track, paper: Paper) -> tuple[Mark, ...]:
    """Chapters of an article: one per cross-head, or the article itself."""
    page = _url(paper, _places.of_article(edition, track, "html"))
    chapters = track.chapters or (Chapter(0, track.samples, track.title),)

    def marks(limit: int) -> Iterator[Mark]:
        for chapter in chapters:
            title = label(chapter.title, limit) or (track_title(edition, track, limit) if chapter.start == 0 else "")
            yield _mark(chapter, edition.sample_rate, title, page)

    return _on_seconds(_fitting(marks, _ms(track.samples, edition.sample_rate)))


def stamps(marks: tuple[Mark, ...]) -> str:
    """The chapters as a description tells them, one a line; empty where they would say nothing, or too much.

    >>> print(stamps((Mark(0, 65000, "导读"), Mark(65000, 90000, "一座老渔港的新活法"))))
    00:00 导读<br>
    01:05 一座老渔港的新活法
    """
    lines = _stamps(marks)
    return lines if len(marks) > 1 and len(lines.encode()) <= STAMPS else ""


def _stamps(marks: tuple[Mark, ...]) -> str:
    hours = bool(marks) and marks[-1].start >= 3_600_000
    return BREAK.join(f"{_stamp(mark.start // 1000, hours)} {mark.title}" for mark in marks)


def _stamp(seconds: int, hours: bool) -> str:
    minutes = f"{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 3600}:{minutes}" if hours else minutes


def _fitting(marks: Callable[[int], Iterable[Mark]], end: int) -> tuple[Mark, ...]:
    """The chapters with titles cut so that the description can tell them all; whole where it cannot."""
    made = (_tidy(marks(limit), end) for limit in (TITLE, 64, 40, 30, 24, 20, 16))
    return next((some for some in made if len(_stamps(some).encode()) <= STAMPS), _tidy(marks(TITLE), end))


def _tidy(marks: Iterable[Mark], end: int) -> tuple[Mark, ...]:
    """From 0 to the end without gap, none empty or nameless, as many as ID3 can hold."""
    kept = [mark for mark in marks if mark.title and mark.end > mark.start][:MAX_CHAPTERS]
    edges = pairwise([*([0] * bool(kept)), *(mark.start for mark in kept[1:]), end])
    return tuple(Mark(start, stop, mark.title, mark.url) for mark, (start, stop) in zip(kept, edges, strict=True))


def _on_seconds(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Each chapter from the whole second before it: AntennaPod and gPodder read whole seconds only, and would differ from others.

    >>> [mark.start for mark in _on_seconds((Mark(0, 8751, "导读"), Mark(8751, 20000, "返乡路")))]
    [0, 8000]
    """
    edges = [mark.start for mark in marks] + [marks[-1].end] if marks else []
    for index, start in enumerate(edges[1:-1], 1):
        second = start // 1000 * 1000
        edges[index] = second if second > edges[index - 1] else start
    return tuple(Mark(start, end, mark.title, mark.url) for mark, (start, end) in zip(marks, pairwise(edges), strict=True))


def _mark(chapter: Chapter, rate: int, title: str, url: str) -> Mark:
    return Mark(_ms(chapter.start, rate), _ms(chapter.end, rate), title, url)


def _url(paper: Paper, path: str) -> str:
    return _places.url(paper, path) if paper.base_url else ""


def _ms(samples: int, rate: int) -> int:
    return samples * 1000 // rate
