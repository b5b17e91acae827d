"""From an Edition to the content of every file: all publishers, and the manifest of what they made."""

import asyncio
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from pickle import UnpicklingError
from zlib import crc32

import msgspec
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from msgspec import Struct

from audio_edition import plugins
from audio_edition.audio import mp3
from audio_edition.model.edition import Archive, Artifact, Edition, Piece, Sound
from audio_edition.model.errors import PublishError
from audio_edition.orders import Work
from audio_edition.publishers import Context, PastIssue, _manifest, _templates, _zip, feed
from audio_edition.staging import Chunks
from audio_edition.synthesis import Store

_FAMILY = "audio_edition.publishers"


async def load() -> None:
    """Import the publishers and compile their templates, in steps that keep nobody waiting who listens meanwhile."""
    for name in plugins.names(_FAMILY):
        plugins.member(_FAMILY, name)
        await asyncio.sleep(0)
    for _ in _templates.load(Compiled(Path(_templates.__file__))):
        await asyncio.sleep(0)


class Compiled(FileSystemBytecodeCache):
    """Templates, kept compiled beside Python's compiled modules, if it may write there: to compile them takes an eighth of a
    build that speaks nothing. Where the module that says how they are compiled has changed, or Python has, they are others."""

    def __init__(self, module: Path) -> None:
        super().__init__(
            str(module.parent / "__pycache__"), f"%s-{crc32(module.read_bytes()):08x}.{sys.implementation.cache_tag}.j2c"
        )

    def load_bytecode(self, bucket: Bucket) -> None:
        """Get what is kept, if anything that can be read is."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError, ValueError):  # half a file
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it where that is wanted and can be."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def contents(edition: Edition, work: Work, folder: Path, store: Store) -> Iterator[tuple[str, Chunks]]:
    """Path and content of every file of the edition, each to be read to its end before the next is asked for; the manifest,
    which names all others, comes last."""
    context = Context(_past(edition, folder), partial(_frames, edition, store), work.cover)
    listing: list[_manifest.File] = []
    for publisher in plugins.members(_FAMILY):
        for artifact in publisher.publish(edition, work.paper, context):
            yield artifact.path, _listed(artifact, edition, store, listing)
    listed = PastIssue(
        date=edition.date,
        title=edition.title,
        samples=edition.samples,
        sample_rate=edition.sample_rate,
        episode=feed.episode(edition, work.paper, context),
        articles=sum(track.kind == "article" for track in edition.tracks),
        items=feed.items(edition, work.paper, context),
    )
    manifest = _manifest.manifest(edition, tuple(listing), work.sources, listed)
    yield manifest.path, _chunks(manifest.content, edition, store)


def settle(work: Work) -> None:
    """Write the names that the paper's feeds got in this build into paper.toml, so that a move keeps their subscribers.

    Raises PublishError.
    """
    lines = [f'{key} = "{name}"' for key, name in work.new_names]
    if lines and work.settings:
        _append(work.settings, ["", "# Names of the feeds for ever, made at the first build. Do not change them.", *lines])


def _append(path: Path, lines: Sequence[str]) -> None:
    """Add lines to a settings file, whole or not at all."""
    try:
        text = path.read_text("utf-8")
        beside = path.with_name(f".{path.name}.new")
        beside.write_text("\n".join([text.rstrip("\n"), *lines, ""]), "utf-8")
        os.replace(beside, path)
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {error.strerror}; add by hand: {'; '.join(lines)}") from error


def _past(edition: Edition, folder: Path) -> tuple[PastIssue, ...]:
    """What the manifests of other days say of themselves; a folder without one that can be read is not an issue of ours."""
    found = []
    for path in folder.glob("????-??-??/edition.json"):
        with suppress(OSError, msgspec.MsgspecError):
            found.append(msgspec.json.decode(path.read_bytes(), type=_Listed).listed)
    return tuple(sorted((issue for issue in found if issue.date != edition.date), key=lambda issue: issue.date, reverse=True))


class _Listed(Struct, frozen=True):
    """Of a manifest, only what feeds and the archive page need."""

    listed: PastIssue


def _frames(edition: Edition, store: Store, pieces: tuple[Piece, ...]) -> Iterator[bytes]:
    return mp3.frames(pieces, store.audio, edition.bitrate, edition.sample_rate)


def _chunks(content: bytes | Sound | Archive, edition: Edition, store: Store) -> Iterable[bytes]:
    match content:
        case bytes():
            return (content,)
        case Sound():
            return _sound(content, store)
        case Archive():
            return _zip.chunks(content, partial(_frames, edition, store))


def _sound(sound: Sound, store: Store) -> Iterator[bytes]:
    yield sound.head
    yield from mp3.frames(sound.pieces, store.audio, sound.bitrate, sound.sample_rate)


def _listed(artifact: Artifact, edition: Edition, store: Store, listing: list[_manifest.File]) -> Iterator[bytes]:
    """A file's content; its size and hash are listed when it has passed."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(artifact.content, edition, store):
        digest.update(chunk)
        size += len(chunk)
        yield chunk
    listing.append(_manifest.File(artifact.path, size, digest.hexdigest()))
