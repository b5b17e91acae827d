"""What was read how: every expansion, every doubtful reading, everything skipped and why."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from audio_edition.model.edition import Cue, Edition, Track
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article
from audio_edition.model.passage import Passage, passages

_WORD = re.compile(r"\w")
Reason = Literal["ad", "furniture", "box", "teaser", "marked", "left out", "not spoken", "jump"]
_BY_TYPE: dict[str, Reason] = {"ad": "ad", "furniture": "furniture", "box": "box", "teaser": "teaser"}


class Expansion(Struct, frozen=True):
    """A printed stretch that is not said as it is written."""

    track: str
    where: str
    """`article/passage[start:end]`, code points."""
    printed: str
    spoken: str
    """Empty when it is left out."""
    semiotic_class: str
    context: str


class Doubt(Struct, frozen=True):
    """A reading that may be wrong."""

    track: str
    where: str
    char: str
    pinyin: str
    alternatives: tuple[str, ...]
    confidence: float
    origin: str
    context: str


class Skipped(Struct, frozen=True):
    """Something printed that is not read."""

    where: str
    printed: str
    why: Reason


class Report(Struct, frozen=True):
    """How an issue was read."""

    paper: str
    title: str
    date: str
    cast: str
    voices: tuple[str, ...]
    seconds: int
    articles: int
    characters: int
    """Code points that are read."""
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    doubts: tuple[Doubt, ...]
    expansions: tuple[Expansion, ...]


def report(edition: Edition) -> Report:
    """The reading report of an edition."""
    cues = [cue for track in edition.tracks for cue in track.cues]
    return Report(
        edition.paper,
        edition.title,
        edition.date,
        edition.cast,
        tuple(sorted({cue.voice for cue in cues if cue.voice})),
        edition.samples // edition.sample_rate,
        sum(track.kind == "article" for track in edition.tracks),
        sum(cue.text_end - cue.text_start for cue in cues),
        tuple(dict.fromkeys((*edition.findings, *edition.issue.findings))),
        tuple(_skipped(edition)),
        tuple(doubt for track in edition.tracks for cue in track.cues for doubt in _doubts(track, cue)),
        tuple(found for track in edition.tracks for cue in track.cues for found in _expansions(track, cue)),
    )


def _where(track: Track, passage: str, start: int, end: int) -> str:
    return f"{track.id}/{passage}[{start}:{end}]"


def _expansions(track: Track, cue: Cue) -> Iterator[Expansion]:
    for said in cue.verbalizations:
        printed = cue.text[said.text_start - cue.text_start : said.text_end - cue.text_start]
        where = _where(track, cue.passage, said.text_start, said.text_end)
        yield Expansion(track.id, where, printed, said.spoken, said.semiotic_class, cue.text)


def _doubts(track: Track, cue: Cue) -> Iterator[Doubt]:
    for reading in cue.doubts:
        where = _where(track, cue.passage, reading.text_start, reading.text_end)
        char = cue.text[reading.text_start - cue.text_start : reading.text_end - cue.text_start]
        yield Doubt(
            track.id, where, char, reading.pinyin, reading.alternatives, reading.confidence, reading.origin, cue.text
        )  # fmt: skip


def _skipped(edition: Edition) -> Iterator[Skipped]:
    read = {track.article.id for track in edition.tracks if track.article}
    said = "\n".join(passage.text for track in edition.tracks if track.kind == "also" for passage in track.passages)
    for article in edition.issue.articles:
        if article.id not in read and not (article.title and article.title in said):
            yield _whole(article)
    for track in edition.tracks:
        yield from _gaps(track)


def _whole(article: Article) -> Skipped:
    printed = article.title or "".join(passage.text for passage in passages(article))
    why = _BY_TYPE.get(article.type) or ("marked" if article.read == "skip" else "left out")
    return Skipped(article.id, printed, why)


def _gaps(track: Track) -> Iterator[Skipped]:
    if track.article is None:
        return
    for passage in passages(track.article):
        if passage.role == "byline" and track.article.signs_elsewhere(passage.text):
            continue
        for a, b in _unread(passage, track):
            yield Skipped(_where(track, passage.id, a, b), passage.text[a:b], "not spoken")
    if track.article.jump and track.article.jump.printed:
        yield Skipped(f"{track.id}/jump", track.article.jump.printed, "jump")


def _unread(passage: Passage, track: Track) -> Iterator[tuple[int, int]]:
    done = 0
    spans = sorted((cue.text_start, cue.text_end) for cue in track.cues if cue.passage == passage.id)
    for start, end in (*spans, (len(passage.text), len(passage.text))):
        if _WORD.search(passage.text[done:start]):
            yield done, start
        done = max(done, end)
