"""The edition as a W3C Audiobook in one file (Lightweight Packaging Format): W3C Audiobooks, Recommendation of 2020."""

import json
from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from audio_edition.model.edition import Archive, Artifact, Edition, Member
from audio_edition.publishers import Context, _book, _cover, _places, _templates
from audio_edition.publishers._book import Chapter
from audio_edition.publishers._cover import Cover
from audio_edition.publishers._facts import articles, author, edition_title, guid, published, reporters
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import label
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.lpf`."""
    chapters = tuple(chapter for chapter in _book.chapters(edition, paper, context) if chapter.clips)
    cover = _cover.of(edition, paper, context)
    contents = _templates.render(
        "contents.html",
        title=edition_title(edition, paper),
        lang=edition.lang,
        words=phrases(edition.lang),
        sections=_book.sections(chapters),
        synthetic=paper.announce_synthetic,
    )
    manifest = _manifest(edition, paper, chapters, cover)
    members = (
        Member("publication.json", json.dumps(manifest, ensure_ascii=False, indent=1).encode()),
        Member("contents.html", contents.encode()),
        Member(cover.name, cover.content, stored=True),
        *(Member(f"{chapter.name}.mp3", chapter.sound) for chapter in chapters),
    )
    yield Artifact(_places.of_edition(edition, "edition.lpf"), Archive(members, edition.date))


def _manifest(edition: Edition, paper: Paper, chapters: Sequence[Chapter], cover: Cover) -> dict[str, object]:
    words = phrases(edition.lang)
    return {
        "@context": ["https://schema.org", "https://www.w3.org/ns/pub-context", {"language": edition.lang}],
        "conformsTo": "https://www.w3.org/TR/audiobooks/",
        "type": "Audiobook",
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, guid(edition, 'edition'))}",
        "url": _places.url(paper, _places.of_edition(edition, "index.html")) if paper.base_url else "index.html",
        "name": edition_title(edition, paper),
        "author": list(reporters(articles(edition))) or [author(edition, paper)],
        "publisher": author(edition, paper),
        "readBy": label(edition.cast, 120) or words.synthetic,
        "inLanguage": edition.lang,
        "datePublished": edition.date,
        "dateModified": published(edition, paper).isoformat(),
        "readingProgression": "ltr",
        "abridged": False,
        "duration": _duration(sum(chapter.length for chapter in chapters)),
        "accessMode": ["auditory"],
        "accessModeSufficient": [{"type": "ItemList", "itemListElement": ["auditory"]}],
        "accessibilityFeature": ["tableOfContents", "readingOrder", "structuralNavigation"],
        "accessibilityHazard": ["none"],
        "accessibilitySummary": words.heard,
        "resources": [
            {"rel": "contents", "url": "contents.html", "encodingFormat": "text/html", "name": words.contents},
            {"rel": "cover", "url": cover.name, "encodingFormat": cover.mime, "name": words.cover},
        ],
        "readingOrder": [_item(chapter) for chapter in chapters],
    }


def _item(chapter: Chapter) -> dict[str, str]:
    file = {"url": f"{chapter.name}.mp3", "encodingFormat": "audio/mpeg"}
    return file | {"name": chapter.title, "duration": _duration(chapter.length)}


def _duration(ms: int) -> str:
    """ISO 8601.

    >>> _duration(61500)
    'PT61.500S'
    """
    return f"PT{ms // 1000}.{ms % 1000:03d}S"
