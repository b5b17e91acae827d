"""An edition as a book: chapters of printed text, and which stretch of sound says which stretch of text.

EPUB and DAISY are two ways to write it down.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Cue, Edition, Sound, Track
from audio_edition.model.passage import Passage, Role
from audio_edition.publishers import Context
from audio_edition.publishers._facts import track_title
from audio_edition.publishers._markup import printed
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import label, line
from audio_edition.publishers.mp3 import plain
from audio_edition.settings import Paper


class Run(Struct, frozen=True):
    """A stretch of printed text; with an id where it is spoken."""

    text: str
    id: str = ""


class Part(Struct, frozen=True):
    """A passage: a paragraph, a line of a list, a row of a table."""

    role: Role
    id: str
    cells: tuple[tuple[Run, ...], ...]
    """One, but for the row of a table."""
    lang: str
    spoken: bool
    """Whether any of it is heard."""

    @property
    def text(self) -> str:
        """All of it."""
        return "\t".join("".join(run.text for run in cell) for cell in self.cells)

    @property
    def ids(self) -> tuple[str, ...]:
        """Its own id, and those of its runs."""
        return (*(run.id for cell in self.cells for run in cell if run.id), self.id)


class Block(Struct, frozen=True):
    """Parts that belong together: the lines of a list, of a verse, the rows of a table; else a single one."""

    role: Role
    id: str
    parts: tuple[Part, ...]
    passages: tuple[str, ...]
    """Ids of the passages that the parts are."""


class Clip(Struct, frozen=True):
    """A stretch of a chapter's sound, in ms, and the id of the text that it says."""

    target: str
    block: str
    start: int
    end: int


class Heading(Struct, frozen=True):
    """A cross-head: the id of its part, that of its first text with sound, and when it is heard (ms)."""

    id: str
    title: str
    target: str
    start: int


class Chapter(Struct, frozen=True):
    """A track as a chapter of the book."""

    name: str
    """Stem of its files: `01`."""
    title: str
    section: str
    """`第1版 要闻`; of what the edition itself says, empty."""
    page: int
    """Page of the newspaper that begins with it; 0 when it goes on from the one before."""
    page_name: str
    """What that page is called: `1`, `B1`."""
    blocks: tuple[Block, ...]
    clips: tuple[Clip, ...]
    sound: Sound
    lang: str

    @property
    def length(self) -> int:
        """ms of sound."""
        return self.clips[-1].end - self.clips[0].start if self.clips else 0

    @property
    def overlay(self) -> tuple[tuple[Block, tuple[Clip | str, ...]], ...]:
        """Each block with its clips in order; for a part that says nothing aloud, its id."""
        said: dict[str, list[Clip | str]] = {block.id: [] for block in self.blocks}
        for clip in self.clips:
            said[clip.block].append(clip)
        for block in self.blocks:
            said[block.id] += [part.id for part in block.parts if not part.spoken]
        return tuple((block, tuple(said[block.id])) for block in self.blocks)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its cross-heads that are heard."""
        parts = (part for block in self.blocks for part in block.parts if part.role == "heading")
        starts = {clip.target: clip.start for clip in reversed(self.clips)}
        targets = ((part, next((id for id in part.ids if id in starts), "")) for part in parts)
        return tuple(Heading(part.id, label(part.text, 255), target, starts[target]) for part, target in targets if target)


def chapters(edition: Edition, paper: Paper, context: Context) -> tuple[Chapter, ...]:
    """The chapters of the book, in playing order; their files are numbered, the first article's is 01."""
    digits = max(2, len(str(len(edition.tracks))))
    first = 0 if edition.tracks and edition.tracks[0].kind == "opening" else 1
    pages: set[int] = set()
    made = []
    for number, track in enumerate(edition.tracks, first):
        page = track.article.page if track.article else 0
        made.append(_chapter(edition, track, f"{number:0{digits}d}", 0 if page in pages else page, paper, context))
        pages.add(page)
    return tuple(made)


def sections(chapters: Sequence[Chapter]) -> tuple[tuple[str, tuple[Chapter, ...]], ...]:
    """The chapters by page of the newspaper: a section's name, empty for what the edition itself says, and its chapters."""
    return tuple((name, tuple(group)) for name, group in groupby(chapters, lambda chapter: chapter.section))


def printed_as_xml(text: str, lang: str) -> Markup:
    """Text with its foreign runs marked, as XML."""
    return Markup(re.sub(r"<span lang=(\w+)>", r'<span xml:lang="\1" lang="\1">', str(printed(text, lang))))


def seconds(ms: int) -> str:
    """A time as SMIL writes it.

    >>> seconds(61050)
    '61.050s'
    """
    return f"{ms // 1000}.{ms % 1000:03d}s"


def _section(edition: Edition, track: Track) -> str:
    """The page of the newspaper that an article stands on, as contents show it."""
    if not track.article:
        return ""
    return label(f"{phrases(edition.lang).page.format(track.article.page_name)} {track.article.section}", 40)


def _chapter(edition: Edition, track: Track, name: str, page: int, paper: Paper, context: Context) -> Chapter:
    cues = [(f"c{number}", cue) for number, cue in enumerate(track.cues, 1) if line(cue.text)]
    passages = [passage for passage in track.passages if line(passage.text)]
    by_passage: dict[str, list[tuple[str, Cue]]] = {passage.id: [] for passage in passages}
    for id, cue in cues:
        by_passage.get(cue.passage, []).append((id, cue))
    blocks = tuple(_blocks(passages, by_passage))
    return Chapter(
        name=name,
        title=track_title(edition, track, 255),
        section=_section(edition, track),
        page=page,
        page_name=track.article.page_name if track.article else "",
        blocks=blocks,
        clips=_clips(cues, blocks, track.samples, edition.sample_rate),
        sound=plain(edition, track, name, paper, context),
        lang=(track.article.lang if track.article else "") or edition.lang,
    )


def _blocks(passages: Sequence[Passage], cues: dict[str, list[tuple[str, Cue]]]) -> Iterator[Block]:
    for number, (_, group) in enumerate(groupby(passages, _block_of), 1):
        members = list(group)
        parts = tuple(_part(passage, f"b{number}-{index}", cues[passage.id]) for index, passage in enumerate(members))
        yield Block(members[0].role, f"b{number}", parts, tuple(passage.id for passage in members))


def _block_of(passage: Passage) -> str:
    """Lines of one block have its id before their own number: body-3-0, body-3-1."""
    return passage.id.rpartition("-")[0] if passage.role in ("list", "table", "verse") else passage.id


def _part(passage: Passage, id: str, cues: Sequence[tuple[str, Cue]]) -> Part:
    tabs = [index for index, char in enumerate(passage.text) if char == "\t"] if passage.role == "table" else []
    edges = [(start + 1, end) for start, end in pairwise([-1, *tabs, len(passage.text)])]
    cells = tuple(tuple(_runs(passage.text, start, end, cues)) for start, end in edges)
    if any(_silent(cell) for cell in cells):
        cells = tuple((Run(passage.text[start:end]),) for start, end in edges)
    return Part(passage.role, id, cells, passage.lang, bool(cues))


def _silent(cell: Sequence[Run]) -> bool:
    return any(run.text.strip() for run in cell) and not any(run.id for run in cell)


def _runs(text: str, start: int, end: int, cues: Iterable[tuple[str, Cue]]) -> Iterator[Run]:
    """The stretch of a passage as runs; a cue that reaches beyond it is not among them."""
    at = start
    for id, cue in sorted(cues, key=lambda named: named[1].text_start):
        if at <= cue.text_start < cue.text_end <= end:
            if cue.text_start > at:
                yield Run(text[at : cue.text_start])
            yield Run(text[cue.text_start : cue.text_end], id)
            at = cue.text_end
    if at < end:
        yield Run(text[at:end])


def _clips(cues: Sequence[tuple[str, Cue]], blocks: Sequence[Block], samples: int, rate: int) -> tuple[Clip, ...]:
    """The sound from 0 to the end, cut where cues begin, so that a book plays the pauses as well.

    A cue that is no run (it spans the cells of a table) is said by the part as a whole.
    """
    runs = {run.id for block in blocks for part in block.parts for cell in part.cells for run in cell}
    parts = {passage: (part.id, block.id) for block in blocks for passage, part in zip(block.passages, block.parts, strict=True)}
    heard = [(id, cue) for id, cue in cues if cue.passage in parts]
    starts = [0, *(cue.start * 1000 // rate for _, cue in heard[1:])]
    ends = [*starts[1:], samples * 1000 // rate]
    return tuple(
        Clip(id if id in runs else parts[cue.passage][0], parts[cue.passage][1], start, end)
        for (id, cue), start, end in zip(heard, starts, ends, strict=False)
        if end > start
    )
