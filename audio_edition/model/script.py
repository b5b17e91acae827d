"""What a track says, before it is spoken."""

from typing import Literal

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article
from audio_edition.model.passage import Passage
from audio_edition.model.speech import Utterance

TrackKind = Literal["opening", "article", "also"]


class Script(Struct, frozen=True, omit_defaults=True):
    """The passages of a track in reading order, and the utterances that say them."""

    id: str
    """Of the article; `opening`, `also` for the edition's own."""
    kind: TrackKind
    title: str
    passages: tuple[Passage, ...]
    utterances: tuple[Utterance, ...]
    """They tile, in order, the passages that are read."""
    slug: str = ""
    """File stem: `03-wen-ming-rang-sheng-huo`; empty for the edition's own."""
    article: Article | None = None
    findings: tuple[Finding, ...] = ()
    """Doubtful verbalizations and readings."""
