"""The edition as a DAISY 2.02 talking book with full text, for the players of libraries for the blind, in one ZIP file.

DAISY 2.02 Specification (2001): XHTML 1.0 and SMIL 1.0, file names in ASCII, ncc.html as the way in. Packed, because a book is
handed over whole, and because its files are no web pages.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from audio_edition.model.edition import Archive, Artifact, Edition, Member
from audio_edition.publishers import Context, _book, _places, _templates
from audio_edition.publishers._book import Chapter, Clip
from audio_edition.publishers._facts import author, edition_title, guid
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import label
from audio_edition.settings import Paper


class Event(Struct, frozen=True):
    """Text and sound that belong together, ms; the page number comes before all, in the silence before the first word."""

    id: str
    target: str
    start: int
    end: int


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.daisy.zip`."""
    chapters = tuple(chapter for chapter in _book.chapters(edition, paper, context) if chapter.clips)
    if chapters:
        members = tuple(_members(edition, paper, chapters))
        yield Artifact(_places.of_edition(edition, "edition.daisy.zip"), Archive(members, edition.date))


def _members(edition: Edition, paper: Paper, chapters: Sequence[Chapter]) -> Iterator[Member]:
    values = _values(edition, paper, chapters)
    yield _text("ncc.html", "daisy_ncc.html", values)
    yield _text("master.smil", "daisy_master.smil", values)
    elapsed = accumulate((chapter.length for chapter in chapters), initial=0)
    for chapter, before in zip(chapters, elapsed, strict=False):
        own = values | {"chapter": chapter, "events": tuple(_events(chapter)), "elapsed": before}
        yield _text(f"{chapter.name}.html", "daisy_text.html", own)
        yield _text(f"{chapter.name}.smil", "daisy_text.smil", own)
        yield Member(f"{chapter.name}.mp3", chapter.sound)


def _values(edition: Edition, paper: Paper, chapters: Sequence[Chapter]) -> dict[str, object]:
    # The book's title leads to what the edition itself says first; where it says nothing, to the first article.
    listed = chapters if chapters[0].section else chapters[1:]
    return {
        "chapters": chapters,
        "pages": sum(bool(chapter.page) for chapter in listed),
        "normal": [chapter.page for chapter in listed if chapter.page and _sort(chapter) == "normal"],
        "sort": _sort,
        "listed": listed,
        "headings": 1 + sum(1 + len(chapter.headings) for chapter in listed),
        "depth": 2 if any(chapter.headings for chapter in listed) else 1,
        "lang": edition.lang,
        "date": edition.date,
        "title": edition_title(edition, paper),
        "author": author(edition, paper),
        "narrator": label(edition.cast, 120) or phrases(edition.lang).synthetic,
        "id": uuid5(NAMESPACE_URL, guid(edition, "daisy")),
        "files": 2 + 3 * len(chapters),
        "length": sum(chapter.length for chapter in chapters),
        "clock": _clock,
        "seconds": _book.seconds,
        "words": phrases(edition.lang),
        "printed": _book.printed_as_xml,
    }


def _sort(chapter: Chapter) -> str:
    """The class of the page that begins with a chapter: a number is a normal page's, any other name a special one's."""
    return "normal" if chapter.page_name.isdigit() else "special"


def _events(chapter: Chapter) -> Iterator[Event]:
    """The clips; where a page begins, its number takes the first twentieth of a second."""
    first, *rest = chapter.clips
    if chapter.page:
        cut = first.start + min(50, (first.end - first.start) // 2)
        yield Event("page", f"page{chapter.page}", first.start, cut)
        first = Clip(first.target, first.block, cut, first.end)
    for target, clips in groupby((first, *rest), lambda clip: clip.target):
        said = list(clips)
        yield Event(f"{target}e", target, said[0].start, said[-1].end)


def _text(path: str, template: str, values: dict[str, object]) -> Member:
    return Member(path, _templates.render(template, **values).encode())


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}"
