"""The sound files: the whole issue, and one per article, with tags and chapters."""

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from audio_edition.audio import id3
from audio_edition.audio.levels import replay_gain
from audio_edition.audio.loudness import SILENT
from audio_edition.audio.mp3 import info_frame
from audio_edition.model.edition import Artifact, Edition, Piece, Sound, Track
from audio_edition.publishers import Context, _chapters, _cover, _places
from audio_edition.publishers._facts import articles, author, edition_title, guid, iso639, track_title
from audio_edition.publishers._markup import clean
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._sizes import byte_count, frame_count
from audio_edition.settings import Paper

TITLE = 255
"""Most code points of a title in a tag."""


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.mp3`, and `articles/*.mp3`."""
    yield Artifact(_places.of_edition(edition, "edition.mp3"), whole(edition, paper, context))
    for track in articles(edition):
        yield Artifact(_places.of_article(edition, track, "mp3"), single(edition, track, paper, context))


def whole(edition: Edition, paper: Paper, context: Context) -> Sound:
    """The sound of the whole issue."""
    frames = [
        *_about(edition, paper, edition_title(edition, paper), "edition"),
        *_level(edition.loudness, edition.peak),
        _picture(edition, paper, context),
        *_words(edition, edition.tracks),
        *id3.chapters(phrases(edition.lang).contents, _chapters.of_edition(edition, paper)),
    ]
    return _sound(frames, edition.pieces, edition, context)


def single(edition: Edition, track: Track, paper: Paper, context: Context) -> Sound:
    """The sound of an article."""
    tracks = articles(edition)
    frames = [
        *_about(edition, paper, track_title(edition, track, TITLE), track.id),
        *_level(track.loudness, track.peak),
        id3.text("TRCK", f"{tracks.index(track) + 1}/{len(tracks)}"),
        _picture(edition, paper, context),
        *_words(edition, [track]),
        *id3.chapters(phrases(edition.lang).contents, _chapters.of_track(edition, track, paper)),
    ]
    return _sound(frames, track.pieces, edition, context)


def plain(edition: Edition, track: Track, number: str, paper: Paper, context: Context) -> Sound:
    """The sound of a track inside a book, with the few tags that simple players show."""
    frames = [*_about(edition, paper, track_title(edition, track, TITLE), track.id), id3.text("TRCK", number.lstrip("0") or "0")]
    return _sound(frames, track.pieces, edition, context)


def _sound(frames: Sequence[bytes], pieces: tuple[Piece, ...], edition: Edition, context: Context) -> Sound:
    count = byte_count(pieces, edition.bitrate, edition.sample_rate, context.frames)
    info = info_frame(frame_count(pieces), count, edition.bitrate, edition.sample_rate)
    return Sound(id3.tag(frames) + info, pieces, edition.sample_rate, edition.bitrate)


def _about(edition: Edition, paper: Paper, title: str, part: str) -> Iterator[bytes]:
    year, month, day = edition.date.split("-")
    publisher = author(edition, paper)
    for id, value in (
        ("TIT2", title),
        ("TPE1", publisher),
        ("TPE2", publisher),
        ("TALB", edition_title(edition, paper)),
        ("TCON", "Speech"),
        ("TYER", year),
        ("TDAT", day + month),
        ("TLAN", iso639(edition.lang)),
        ("TPUB", publisher),
    ):
        yield id3.text(id, value)
    if paper.announce_synthetic:
        yield id3.labelled("AIGC", synthetic(edition, paper, part))


def _level(loudness: float, peak: float) -> Iterator[bytes]:
    """ReplayGain 2.0: what a player that levels its files is to do; of a file without sound nothing is known."""
    if loudness > SILENT:
        yield id3.labelled("REPLAYGAIN_TRACK_GAIN", replay_gain(loudness))
        yield id3.labelled("REPLAYGAIN_TRACK_PEAK", f"{10 ** (peak / 20):.6f}")


def synthetic(edition: Edition, paper: Paper, part: str) -> str:
    """The implicit label: GB 45438-2025, annex E; `Label` 1 is «made by AI». Values are visible ASCII."""
    name = sha256(guid(edition, part).encode()).hexdigest()[:32]
    fields = {
        "Label": "1",
        "ContentProducer": re.sub(r"[^!#-\[\]-~]", "", paper.producer) or edition.paper,
        "ProduceID": name,
        "ReservedCode1": "",
    }
    fields |= {"ContentPropagator": "", "PropagateID": "", "ReservedCode2": ""}
    return json.dumps(fields, separators=(",", ":"))


def _picture(edition: Edition, paper: Paper, context: Context) -> bytes:
    cover = _cover.small(_cover.of(edition, paper, context))
    return id3.cover(cover.mime, cover.content)


def _words(edition: Edition, tracks: Sequence[Track]) -> Iterator[bytes]:
    words = "\n".join(clean(passage.text) for track in tracks for passage in track.passages)
    if words.strip():
        yield id3.lyrics(iso639(edition.lang), words)
