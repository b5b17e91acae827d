"""What is published: cues and chapters on tracks, tracks in an edition, artifacts in a folder. Times are samples."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from msgspec import Struct, structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Issue
from audio_edition.model.passage import Passage, Role
from audio_edition.model.script import TrackKind
from audio_edition.model.speech import Origin


class Word(Struct, frozen=True, gc=False):
    """When a stretch of a cue's text is spoken."""

    start: int
    end: int
    """Samples of the track."""
    text_start: int
    text_end: int
    """Half-open, code points of the passage's text."""


class Words(Sequence[Word]):
    """Words as bare numbers: an issue has a hundred thousand of them, and each would be five objects.

    >>> words = Words([Word(0, 4800, 0, 2), Word(4800, 9600, 2, 3)])
    >>> len(words), words[1].start, words == Words(words)
    (2, 4800, True)
    """

    __slots__ = ("_numbers",)

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._numbers = array("q", chain.from_iterable(map(structs.astuple, words)))

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Word]:
        numbers = iter(self._numbers)
        return map(Word, numbers, numbers, numbers, numbers)

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return f"Words({self._numbers.tolist()})"


class DoubtfulReading(Struct, frozen=True, omit_defaults=True, gc=False):
    """How a stretch of a cue's text, mostly one Hanzi, is pronounced, perhaps wrongly: for the reading report."""

    text_start: int
    text_end: int
    """Half-open, code points of the passage's text."""
    pinyin: str
    """Lexical: tone number, `v` for ü, 5 for neutral."""
    confidence: float
    """How often such a reading is right: calibrated, 0 to 1."""
    origin: Origin = "default"
    alternatives: tuple[str, ...] = ()


class Verbalization(Struct, frozen=True, gc=False):
    """A printed stretch of a cue that is not said as it is written."""

    text_start: int
    text_end: int
    """Half-open, code points of the passage's text."""
    spoken: str
    """Empty when it is silent."""
    semiotic_class: str


class Cue(Struct, frozen=True, omit_defaults=True):
    """When a stretch of printed text is spoken. Cues of a track are ordered and disjoint."""

    start: int
    end: int
    """Samples of the track."""
    passage: str
    text_start: int
    text_end: int
    """Half-open, code points of the passage's text."""
    text: str
    """As printed (or, of an announcement, as said)."""
    role: Role
    words: Sequence[Word] = Words()
    spoken: str = ""
    """As normalized, for the reading report; never shown in a transcript."""
    voice: str = ""
    """Name of the engine's voice that is heard."""
    pinyin: str = ""
    """For ruby: a lexical reading for each Hanzi of the text, parted by blanks: `-` for one that has none of its own, `?` after
    a doubtful one. Empty when no Hanzi is read. One string, for an issue has a hundred thousand of them."""
    doubts: tuple[DoubtfulReading, ...] = ()
    """Ordered. Several may share a stretch (`45` is three syllables)."""
    verbalizations: tuple[Verbalization, ...] = ()
    """Of numbers, dates and whatever else is not said as it is written, for the reading report; ordered, disjoint."""


class Chapter(Struct, frozen=True, omit_defaults=True):
    """A named part of a track or of the edition."""

    start: int
    end: int
    """Samples of the track (or of the edition)."""
    title: str
    article: str = ""
    """Id of the track it stands in."""


class ClipPiece(Struct, frozen=True, tag="clip", omit_defaults=True):
    """Frames [first, last) of a stored clip."""

    key: str
    first: int
    last: int
    steps: int = 0
    """By how many steps of 1.505 dB it is louder than stored, without being encoded again."""


class SilencePiece(Struct, frozen=True, tag="silence"):
    """Silent frames."""

    frames: int


Piece = ClipPiece | SilencePiece


class Sound(Struct, frozen=True):
    """An MP3 file that is not yet joined: a head (ID3 and Info frame), then frames."""

    head: bytes
    pieces: tuple[Piece, ...]
    sample_rate: int = 24000
    bitrate: int = 48


class Track(Struct, frozen=True, omit_defaults=True):
    """The audio of an article, or of what the edition itself says (opening, teasers)."""

    id: str
    """Of the article; `opening`, `also` for the edition's own."""
    kind: TrackKind
    title: str
    passages: tuple[Passage, ...]
    """What it reads, in reading order: announcements among the printed ones."""
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    """One per cross-head, the first from 0; empty when the article has none."""
    pieces: tuple[Piece, ...]
    samples: int
    offset: int = 0
    """Where it begins in the edition, in samples: always on a whole second."""
    slug: str = ""
    """File stem: `03-wen-ming-rang-sheng-huo`; empty for the edition's own."""
    article: Article | None = None
    loudness: float = -70.0
    peak: float = -70.0


class Edition(Struct, frozen=True, omit_defaults=True):
    """An issue as it is heard."""

    paper: str
    """Slug of the paper: the folder below output/."""
    title: str
    """Name of the paper."""
    date: str
    """YYYY-MM-DD."""
    lang: str
    issue: Issue
    tracks: tuple[Track, ...]
    """In playing order."""
    chapters: tuple[Chapter, ...]
    """One per track, in samples of the edition."""
    pieces: tuple[Piece, ...]
    samples: int
    sample_rate: int = 24000
    bitrate: int = 48
    cast: str = ""
    loudness: float = -70.0
    peak: float = -70.0
    findings: tuple[Finding, ...] = ()


class Member(Struct, frozen=True):
    """A file inside an archive."""

    path: str
    content: bytes | Sound
    stored: bool = False
    """Whether it stays uncompressed; sound always does."""


class Archive(Struct, frozen=True):
    """A ZIP file that is not yet joined: an EPUB, an audiobook, a bundle of MP3s."""

    members: tuple[Member, ...]
    date: str
    """YYYY-MM-DD that its members carry: a rebuild gives the same bytes."""


class Artifact(Struct, frozen=True):
    """A file to be published."""

    path: str
    """Relative to output/<paper>/, forward slashes; never leaves it."""
    content: bytes | Sound | Archive
