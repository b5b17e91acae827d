"""The whole issue as Ogg Opus, half the size of the MP3: for who asks for it (`formats = ["opus"]` in paper.toml)."""

from collections.abc import Iterator

from audio_edition.audio import recoded
from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, _places
from audio_edition.publishers._facts import author, edition_title
from audio_edition.publishers.mp3 import synthetic
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.opus`; nothing when it is not asked for. Raises PublishError."""
    if "opus" not in paper.formats:
        return
    tags = {
        "TITLE": edition_title(edition, paper),
        "ARTIST": author(edition, paper),
        "ALBUM": edition_title(edition, paper),
        "DATE": edition.date,
    }
    tags |= {"AIGC": synthetic(edition, paper, "edition")} if paper.announce_synthetic else {}
    sound = recoded.opus(context.frames(edition.pieces), edition.chapters, tags, edition.bitrate, edition.sample_rate)
    yield Artifact(_places.of_edition(edition, "edition.opus"), sound)
