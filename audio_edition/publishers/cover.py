"""The cover of the podcast and of the books: `cover.jpg` (or `cover.png`, where the paper's own image is one)."""

from collections.abc import Iterator

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, _cover
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The picture."""
    cover = _cover.of(edition, paper, context)
    yield Artifact(cover.name, cover.content)
