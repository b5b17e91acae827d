"""An Edition → Artifacts. One file per output form; adding one is adding a file here, or an entry point.

A member is a module with `publish(edition: Edition, paper: Paper, context: Context) -> Iterable[Artifact]`; pure.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from audio_edition.model.edition import Piece


class PastIssue(Struct, frozen=True, omit_defaults=True):
    """What the feed and the archive page need to know of an issue published earlier (from its edition.json)."""

    date: str
    title: str
    samples: int
    sample_rate: int
    episode: str
    """Its feed item as published: XML, byte for byte."""
    articles: int = 0
    items: tuple[str, ...] = ()
    """Its items of the feed of articles."""


class Context(Struct, frozen=True):
    """What publishers need beside the edition."""

    past: tuple[PastIssue, ...]
    """Issues already in output/<paper>/, newest first, without this one."""
    frames: "Callable[[tuple[Piece, ...]], Iterator[bytes]]"
    """The MP3 frames of pieces, streamed from the store."""
    cover: bytes = b""
    """The paper's own image, where it has one."""
