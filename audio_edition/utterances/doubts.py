"""Findings of the rooms below, told where they belong: at an article's passage, in code points as printed."""

import re
from collections.abc import Iterator

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.speech import Utterance
from audio_edition.model.text import SpokenText

_SPAN = re.compile(r"\[(\d+):(\d+)\]")


def of_passage(article: str, passage: str, spoken: SpokenText) -> Iterator[Finding]:
    """Doubtful verbalizations of a passage."""
    for finding in spoken.findings:
        yield structs.replace(finding, where=f"{article}/{passage}{finding.where}")


def of_gist(article: str, unread: int) -> Iterator[Finding]:
    """Paragraphs of an article that nobody hears, because it is read short."""
    if unread:
        message = f"read short: {unread} paragraph{'s are' if unread > 1 else ' is'} left out"
        yield Finding("U101", message, article, "note", "`- read: full` in structure.md reads all of it")


def of_utterance(utterance: Utterance) -> Iterator[Finding]:
    """Doubtful readings of an utterance."""
    return (at(finding, utterance) for finding in utterance.pronunciation.findings)


def at(finding: Finding, utterance: Utterance) -> Finding:
    """A finding about an utterance, where it is printed: a span of spoken code points becomes one of printed ones."""
    span = _SPAN.fullmatch(finding.where)
    start, end = utterance.spoken.written_span(int(span[1]), int(span[2])) if span else (0, len(utterance.spoken.written))
    where = f"{utterance.article}/{utterance.passage}[{utterance.start + start}:{utterance.start + end}]"
    return structs.replace(finding, where=where)
