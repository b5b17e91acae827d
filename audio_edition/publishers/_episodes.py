"""The episodes of the two feeds, as values: one for the issue, one for each article."""

from collections.abc import Iterator
from email.utils import format_datetime

from msgspec import Struct

from audio_edition.audio.id3 import Mark
from audio_edition.model.edition import Edition, Track
from audio_edition.publishers import Context, _chapters, _places
from audio_edition.publishers._facts import articles, guid, published, reporters, track_title
from audio_edition.publishers._phrases import phrases, written_date
from audio_edition.publishers._sizes import size
from audio_edition.publishers._text import label, line
from audio_edition.publishers.mp3 import single, whole
from audio_edition.publishers.transcripts import CUES
from audio_edition.settings import Paper


class Episode(Struct, frozen=True):
    """An item of a feed; every text on one line and harmless as text and as HTML, every address as it is printed."""

    title: str
    guid: str
    published: str
    """RFC 2822."""
    page: str
    sound: str
    length: int
    """Bytes of the sound file."""
    seconds: int
    intro: tuple[str, ...]
    """Paragraphs that stand before the chapters in the description."""
    text: tuple[str, ...]
    """Paragraphs of the show notes, not escaped."""
    marks: tuple[Mark, ...]
    chapters: str
    """Address of the JSON chapters."""
    transcripts: str
    """Address of the transcripts without their endings."""
    cues: str
    """Address of the JSON transcript."""
    persons: tuple[str, ...]
    number: str = ""
    book: str = ""
    """Address of the same episode as an EPUB with sound."""

    @property
    def stamps(self) -> str:
        """The chapters as the description tells them."""
        return _chapters.stamps(self.marks)


def of_issue(edition: Edition, paper: Paper, context: Context) -> Episode:
    """The episode of the whole issue."""
    here = _places.addressed(paper, edition)
    words = phrases(edition.lang)
    tracks = articles(edition)
    date = written_date(words, edition.date)
    notice = (words.synthetic,) if paper.announce_synthetic else ()
    return Episode(
        title=label(words.episode.format(date, track_title(edition, tracks[0], 200)) if tracks else date, 255),
        guid=guid(edition, "edition"),
        published=format_datetime(published(edition, paper)),
        page=_places.url(here, _places.of_edition(edition, "index.html")),
        sound=_places.url(here, _places.of_edition(edition, "edition.mp3")),
        length=size(whole(edition, paper, context), context.frames),
        seconds=_seconds(edition.samples, edition.sample_rate),
        intro=(words.articles.format(len(tracks)), *notice),
        text=(),
        marks=_chapters.of_edition(edition, here),
        chapters=_places.url(here, _places.of_edition(edition, "chapters.json")),
        transcripts=_places.url(here, _places.of_edition(edition, "edition")),
        cues=_places.url(here, _places.of_edition(edition, CUES)),
        persons=reporters(tracks),
        book=_places.url(here, _places.of_edition(edition, "edition.epub")),
        number=_number(edition.issue.masthead.number),
    )


def of_articles(edition: Edition, paper: Paper, context: Context) -> Iterator[Episode]:
    """The episodes of the articles, in reading order, a minute apart."""
    for minute, track in enumerate(articles(edition)):
        yield _of_article(edition, track, paper, context, minute)


def _of_article(edition: Edition, track: Track, paper: Paper, context: Context, minute: int) -> Episode:
    here = _places.addressed(paper, edition)
    notice = (phrases(edition.lang).synthetic,) if paper.announce_synthetic else ()
    return Episode(
        title=track_title(edition, track, 255),
        guid=guid(edition, track.id),
        published=format_datetime(published(edition, paper, minute)),
        page=_places.url(here, _places.of_article(edition, track, "html")),
        sound=_places.url(here, _places.of_article(edition, track, "mp3")),
        length=size(single(edition, track, paper, context), context.frames),
        seconds=_seconds(track.samples, edition.sample_rate),
        intro=(*_opening(track), *notice),
        text=(*_printed(track), *notice),
        marks=_chapters.of_track(edition, track, here),
        chapters=_places.url(here, _places.of_article(edition, track, "chapters.json")),
        transcripts=_places.url(here, f"{edition.date}/articles/{track.slug}"),
        cues=_places.url(here, _places.of_article(edition, track, "json")),
        persons=reporters([track]),
    )


def _opening(track: Track) -> Iterator[str]:
    """The first paragraph, as long as a list of episodes shows it."""
    for passage in track.passages:
        if passage.role in ("body", "question", "caption"):
            yield label(passage.text, 150)
            return


def _printed(track: Track) -> Iterator[str]:
    return (line(passage.text) for passage in track.passages if passage.role not in ("announcement", "headline"))


def _number(printed: str) -> str:
    """The issue's number as an episode's: above 0, ASCII digits."""
    return str(int(printed) or "") if printed.isdecimal() and len(printed) < 10 else ""


def _seconds(samples: int, rate: int) -> int:
    return max(1, round(samples / rate))
