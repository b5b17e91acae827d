"""The chapters of a file as every form of them tells it: the same titles at the same times."""

from audio_edition.audio.id3 import MAX_CHAPTERS, Mark
from audio_edition.model.edition import Chapter, Edition, Track
from audio_edition.publishers import _places
from audio_edition.publishers._text import label
from audio_edition.settings import Paper

TITLE = 128
"""Most code points of a chapter's title: beyond it players cut or hide it."""


STAMPS = 3200
"""Most bytes that the chapters may take in an episode's description, which Apple cuts at 4000."""


def of_edition(edition: Edition, paper: Paper) -> tuple[Mark, ...]:
    """Chapters of the whole edition, one per track; titles as long as the list of all fits into the description."""
    for limit in (TITLE, 64, 40, 30, 24, 20, 16):
        marks = _of_edition(edition, paper, limit)
        if len(stamps(marks).encode()) <= STAMPS:
            break
    return marks


def of_track(edition: Edition, track: Track, paper: Paper) -> tuple[Mark, ...]:
    """Chapters of an article: one per cross-head, or the article itself."""
    page = _url(paper, _places.of_article(edition, track, "html"))
    chapters = track.chapters or (Chapter(0, track.samples, track.title),)
    return _tidy(
        [_mark(chapter, edition.sample_rate, TITLE, page) for chapter in chapters], _ms(track.samples, edition.sample_rate)
    )


def stamps(marks: tuple[Mark, ...]) -> str:
    """The chapters as lines of time and title, as they stand in descriptions.

    >>> print(stamps((Mark(0, 65000, "导读"), Mark(65000, 90000, "一座老渔港的新活法"))))
    00:00 导读
    01:05 一座老渔港的新活法
    """
    hours = bool(marks) and marks[-1].start >= 3_600_000
    return "\n".join(f"{_stamp(mark.start // 1000, hours)} {mark.title}" for mark in marks)


def _stamp(seconds: int, hours: bool) -> str:
    minutes = f"{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 3600}:{minutes}" if hours else minutes


def _of_edition(edition: Edition, paper: Paper, limit: int) -> tuple[Mark, ...]:
    pages = {track.id: _places.of_article(edition, track, "html") for track in edition.tracks if track.slug}
    marks = [
        _mark(chapter, edition.sample_rate, limit, _url(paper, pages.get(chapter.article, f"{edition.date}/index.html")))
        for chapter in edition.chapters
    ]
    return _tidy(marks, _ms(edition.samples, edition.sample_rate))


def _mark(chapter: Chapter, rate: int, limit: int, url: str) -> Mark:
    return Mark(_ms(chapter.start, rate), _ms(chapter.end, rate), label(chapter.title, limit), url)


def _tidy(marks: list[Mark], end: int) -> tuple[Mark, ...]:
    """From 0 to the end without gap, none empty or nameless, as many as ID3 can hold."""
    kept = [mark for mark in marks if mark.title and mark.end > mark.start][:MAX_CHAPTERS]
    starts = [0, *(mark.start for mark in kept[1:])]
    ends = [*starts[1:], end]
    return tuple(Mark(start, stop, mark.title, mark.url) for mark, start, stop in zip(kept, starts, ends, strict=True))


def _url(paper: Paper, path: str) -> str:
    return _places.url(paper, path) if paper.base_url else ""


def _ms(samples: int, rate: int) -> int:
    return samples * 1000 // rate
