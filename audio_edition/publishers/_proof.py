"""The proof that the edition reads everything it should, once, and nothing that it should not."""

import re
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from audio_edition.model.edition import Edition, Track
from audio_edition.model.finding import Finding
from audio_edition.model.passage import Passage
from audio_edition.publishers._markup import short

SHORTEST = 4
"""Code points below which a skipped line may well stand in an article, too (a name, a place), and proves nothing."""


TELLING = 8
"""Code points from which a skipped line is telling even in the midst of a sentence."""

QUOTED = 24
"""Characters of a passage that are quoted to find it by."""


class Proof(Struct, frozen=True):
    """Counts of code points of printed text that tracks read, and what went wrong."""

    to_read: int
    """Code points of the passages of all tracks that hold anything to say."""
    in_one_cue: int
    in_no_cue: int
    in_several_cues: int
    forbidden: tuple[str, ...]
    """Lines of skipped items that are nevertheless spoken."""

    @property
    def holds(self) -> bool:
        """Whether every code point lies in exactly one cue, and nothing forbidden is spoken."""
        return self.to_read == self.in_one_cue and not self.forbidden


def proof(edition: Edition) -> Proof:
    """Count, over all tracks, how often each code point that is to be read is covered by a cue."""
    times = [count for track in edition.tracks for _, counts in _times_covered(track) for count in counts]
    # A continuation repeats the title of its article, or a part of it, where it is skipped: that it is said proves nothing.
    titles = "\n".join(_bare(article.title) for article in edition.issue.articles if article.read != "skip")
    cues = [_bare(cue.text) for track in edition.tracks if track.kind == "article" for cue in track.cues]
    is_said = partial(_is_said, cues=set(cues), everything="\n".join(cues))
    return Proof(
        to_read=len(times),
        in_one_cue=times.count(1),
        in_no_cue=times.count(0),
        in_several_cues=sum(count > 1 for count in times),
        forbidden=tuple(line for line in _skipped_lines(edition) if _bare(line) not in titles and is_said(_bare(line))),
    )


def findings(edition: Edition) -> tuple[Finding, ...]:
    """What the proof found to be wrong: E101 unread, E102 read twice (both by passage), E103 read although skipped."""
    return tuple(Finding(code, message, where, "error") for code, message, where in _wrong(edition))


def _wrong(edition: Edition) -> Iterator[tuple[str, str, str]]:
    for track in edition.tracks:
        for passage, times in _times_covered(track):
            unread, twice = times.count(0), sum(count > 1 for count in times)
            where, quoted = f"{track.id}/{passage.id}", short(passage.text, QUOTED)
            if unread:
                yield "E101", f"not read, {unread} of {len(times)} characters: {quoted}", where
            if twice:
                yield "E102", f"read twice, {twice} of {len(times)} characters: {quoted}", where
    forbidden = proof(edition).forbidden
    if forbidden:
        yield "E103", f"skipped, yet read: {'; '.join(forbidden)}", ""


def _times_covered(track: Track) -> Iterator[tuple[Passage, list[int]]]:
    times = {passage.id: [0] * len(passage.text) for passage in track.passages}
    for cue in track.cues:
        for place in range(cue.text_start, cue.text_end):
            times[cue.passage][place] += 1
    for passage in track.passages:
        if any(times[passage.id]) or any(char.isalnum() for char in passage.text):  # a row of stars is nothing to read aloud
            yield passage, times[passage.id]


def _is_said(line: str, cues: set[str], everything: str) -> bool:
    return line in cues or (len(line) >= TELLING and line in everything)


def _skipped_lines(edition: Edition) -> Iterator[str]:
    for article in edition.issue.articles:
        if article.jump and article.jump.printed:
            yield article.jump.printed
        if article.read == "skip":
            yield from (line for block in article.blocks for line in (block.text, *block.lines) if len(line) >= SHORTEST)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)
