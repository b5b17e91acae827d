"""`<date>/assets/`: style, scripts and icon of the issue's pages, named by their content; `assets/`: the archive page's."""

from collections.abc import Iterator

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context
from audio_edition.publishers._page import ARCHIVE_ASSETS, assets
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The issue's assets, and those of the archive page."""
    for name, asset in assets().items():
        yield Artifact(f"{edition.date}/{asset.path}", asset.content)
        if name in ARCHIVE_ASSETS:
            yield Artifact(asset.path, asset.content)
