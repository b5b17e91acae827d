"""The whole issue as an M4B audiobook with chapters: for who asks for it (`formats = ["m4b"]` in paper.toml)."""

from collections.abc import Iterator

from audio_edition.audio import recoded
from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, _cover, _places
from audio_edition.publishers._facts import author, edition_title
from audio_edition.publishers.mp3 import synthetic
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.m4b`; nothing when it is not asked for. Raises PublishError, as when the AAC encoder is not installed."""
    if "m4b" not in paper.formats:
        return
    title, publisher = edition_title(edition, paper), author(edition, paper)
    tags = {
        "title": title,
        "artist": publisher,
        "album_artist": publisher,
        "album": title,
        "genre": "Speech",
        "date": edition.date,
    }
    tags |= {"AIGC": synthetic(edition, paper, "edition")} if paper.announce_synthetic else {}
    cover = _cover.small(_cover.of(edition, paper, context)).content
    frames = context.frames(edition.pieces)
    sound = recoded.m4b(frames, edition.chapters, tags, cover, edition.bitrate, edition.sample_rate)
    yield Artifact(_places.of_edition(edition, "edition.m4b"), sound)
