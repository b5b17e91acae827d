"""`sw.js`, the service worker that answers from a kept issue, and `<date>/offline.json`, what keeping an issue means."""

import hashlib
from collections.abc import Iterator
from importlib.resources import files

import msgspec
from msgspec import Struct, structs

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context
from audio_edition.publishers._page import ARCHIVE_ASSETS, assets
from audio_edition.settings import Paper


class Kept(Struct, frozen=True):
    """What a browser fetches to keep an issue."""

    version: str
    """Changes when anything of the issue does."""
    files: tuple[str, ...]
    """Relative to the issue's folder."""
    shared: tuple[str, ...]
    """Of the paper, likewise: shown when there is no network, else always fetched anew."""


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The worker and the list of the issue's files."""
    worker = files("audio_edition.publishers") / "templates" / "sw.js"
    yield Artifact("sw.js", worker.read_bytes())
    archive = ("index.html", *(assets()[name].path for name in ARCHIVE_ASSETS))
    kept = Kept(_version(edition, paper), tuple(_files(edition)), tuple(f"../{path}" for path in archive))
    yield Artifact(f"{edition.date}/offline.json", msgspec.json.encode(kept))


def _version(edition: Edition, paper: Paper) -> str:
    names = [asset.path for asset in assets().values()]
    digest = hashlib.sha256()
    for part in (names, paper, structs.replace(edition, tracks=()), *edition.tracks):  # a whole edition in words is large
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def _files(edition: Edition) -> Iterator[str]:
    yield from ("index.html", "edition.mp3", "words.js", "pinyin.js", "report.html")
    for track in edition.tracks:
        if track.slug:
            yield from (f"articles/{track.slug}.html", f"articles/{track.slug}.mp3")
    yield from (asset.path for asset in assets().values())
