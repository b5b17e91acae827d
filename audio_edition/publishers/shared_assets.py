"""`assets/`: style, script and icon that all pages of a paper share, named by their content."""

from collections.abc import Iterator

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context
from audio_edition.publishers._page import assets
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """One artifact per shared file."""
    for asset in assets().values():
        yield Artifact(asset.path, asset.content)
