"""edition.json: what was built from what, how long it is, what an editor should look at, and the proof that all is read."""

import msgspec
from msgspec import Struct

from audio_edition import __version__
from audio_edition.model.edition import Artifact, Edition, Track
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Masthead, SourceDigest
from audio_edition.publishers import PastIssue
from audio_edition.publishers._proof import Proof, proof


class File(Struct, frozen=True):
    """A published file."""

    path: str
    """Relative to output/<paper>/."""
    bytes: int
    sha256: str


class TrackEntry(Struct, frozen=True, omit_defaults=True):
    """An article as it is heard."""

    id: str
    kind: str
    type: str
    title: str
    page: int
    file: str
    start_ms: int
    """Where it begins in edition.mp3."""
    duration_ms: int
    cues: int
    loudness: float
    """Integrated, LUFS."""
    peak: float
    """True peak, dBTP."""
    label: str = ""
    """Section and number of the page, where pages have letters: `B1`."""


class Skipped(Struct, frozen=True):
    """An item of the paper that is not read, or only named."""

    id: str
    type: str
    title: str
    read: str


class Manifest(Struct, frozen=True):
    """The content of edition.json."""

    program: str
    paper: str
    title: str
    date: str
    language: str
    masthead: Masthead
    cast: str
    sources: tuple[SourceDigest, ...]
    duration_ms: int
    loudness: float
    peak: float
    tracks: tuple[TrackEntry, ...]
    not_read: tuple[Skipped, ...]
    proof: Proof
    findings: tuple[Finding, ...]
    files: tuple[File, ...]
    listed: PastIssue
    """What later builds need for feeds and the archive page."""


def manifest(edition: Edition, files: tuple[File, ...], sources: tuple[SourceDigest, ...], listed: PastIssue) -> Artifact:
    """The manifest of an edition whose files have been made."""
    content = Manifest(
        program=f"audio-edition {__version__}",
        paper=edition.paper,
        title=edition.title,
        date=edition.date,
        language=edition.lang,
        masthead=edition.issue.masthead,
        cast=edition.cast,
        sources=sources,
        duration_ms=_ms(edition.samples, edition),
        loudness=round(edition.loudness, 2),
        peak=round(edition.peak, 2),
        tracks=tuple(_entry(track, edition) for track in edition.tracks),
        not_read=_not_read(edition),
        proof=proof(edition),
        findings=edition.findings,
        files=files,
        listed=listed,
    )
    return Artifact(f"{edition.date}/edition.json", msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _entry(track: Track, edition: Edition) -> TrackEntry:
    return TrackEntry(
        id=track.id,
        kind=track.kind,
        type=track.article.type if track.article else track.kind,
        title=track.title,
        page=track.article.page if track.article else 0,
        file=f"articles/{track.slug}.mp3" if track.slug else "edition.mp3",
        start_ms=_ms(track.offset, edition),
        duration_ms=_ms(track.samples, edition),
        cues=len(track.cues),
        loudness=round(track.loudness, 2),
        peak=round(track.peak, 2),
        label=track.article.label if track.article else "",
    )


def _not_read(edition: Edition) -> tuple[Skipped, ...]:
    read = {track.id for track in edition.tracks}
    return tuple(
        Skipped(article.id, article.type, article.title, article.read)
        for article in edition.issue.articles
        if article.id not in read
    )


def _ms(samples: int, edition: Edition) -> int:
    return samples * 1000 // edition.sample_rate
