"""The edition as an EPUB 3.3 whose text and sound go in step (Media Overlays), for reading systems and talking-book players.

EPUB 3.3, EPUB Accessibility 1.1 and EPUB Media Overlays are W3C Recommendations of 2023.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC
from uuid import NAMESPACE_URL, uuid5

from audio_edition.model.edition import Archive, Artifact, Edition, Member
from audio_edition.publishers import Context, _book, _cover, _places, _templates
from audio_edition.publishers._book import Chapter
from audio_edition.publishers._facts import author, edition_title, guid, published
from audio_edition.publishers._phrases import phrases
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.epub`."""
    chapters = _book.chapters(edition, paper, context)
    members = tuple(_members(edition, chapters, paper, context))
    yield Artifact(_places.of_edition(edition, "edition.epub"), Archive(members, edition.date))


def _members(edition: Edition, chapters: Sequence[Chapter], paper: Paper, context: Context) -> Iterator[Member]:
    cover = _cover.of(edition, paper, context)
    values = _values(edition, chapters, paper) | {"cover": cover}
    yield Member("mimetype", b"application/epub+zip", stored=True)
    yield _text("META-INF/container.xml", "container.xml", values)
    yield _text("EPUB/package.opf", "package.opf", values)
    yield _text("EPUB/nav.xhtml", "nav.xhtml", values)
    yield _text("EPUB/style.css", "epub.css", values)
    yield Member(f"EPUB/{cover.name}", cover.content, stored=True)
    for chapter in chapters:
        yield _text(f"EPUB/{chapter.name}.xhtml", "chapter.xhtml", values | {"chapter": chapter})
        if chapter.clips:
            yield _text(f"EPUB/{chapter.name}.smil", "overlay.smil", values | {"chapter": chapter})
            yield Member(f"EPUB/{chapter.name}.mp3", chapter.sound)


def _values(edition: Edition, chapters: Sequence[Chapter], paper: Paper) -> dict[str, object]:
    return {
        "chapters": chapters,
        "sections": _book.sections(chapters),
        "lang": edition.lang,
        "date": edition.date,
        "title": edition_title(edition, paper),
        "author": author(edition, paper),
        "id": uuid5(NAMESPACE_URL, guid(edition, "edition")),
        "modified": published(edition, paper).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "words": phrases(edition.lang),
        "synthetic": paper.announce_synthetic,
        "clock": _book.seconds,
        "printed": _book.printed_as_xml,
    }


def _text(path: str, template: str, values: dict[str, object]) -> Member:
    return Member(path, _templates.render(template, **values).encode())
