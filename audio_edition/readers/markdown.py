"""Pages in Markdown or plain text, as document parsers leave them: MinerU, olmOCR, Marker, PaddleOCR-VL, an LLM used as OCR.

One file per page, or several pages in one file with marks between them.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Line, Page, Skip, Source
from audio_edition.readers._lines import Event, Mark, Text, events
from audio_edition.readers._text import decode, page_of

_SUFFIXES = (".md", ".markdown", ".txt", ".mmd", ".text")


_PREAMBLE = 2
"""Lines before the first mark of a file that are no page of their own."""


def score(files: Sequence[SourceFile]) -> float:
    """Sure of names that end like Markdown, unsure of other text."""
    if all(file.name.lower().endswith(_SUFFIXES) for file in files):
        return 0.5
    return 0.1 if all(_is_prose(file.content[:2000]) for file in files) else 0.0


def _is_prose(head: bytes) -> bool:
    return b"\x00" not in head and not re.match(rb"\s*(?:[<{%]|\[\s*[\[{])", head)


def read(files: Sequence[SourceFile]) -> Source:
    """The pages, in the order of the files."""
    pages: list[Page] = []
    skips: list[Skip] = []
    findings: list[Finding] = []
    for file in files:
        text, doubts = decode(file)
        found = tuple(events(Text.of(file.name, text)))
        pages += _pages(file.name, found)
        skips += [event for event in found if isinstance(event, Skip)]
        findings += doubts
    return Source("markdown", tuple(pages), skips=tuple(skips), findings=tuple(findings))


def _pages(name: str, found: Sequence[Event]) -> Iterator[Page]:
    """Cut at the marks; a file without marks is one page, numbered by its name.

    Marks that count from 0 on say nothing of the numbers that are printed on the pages.
    """
    number, label = page_of(name)
    ids = [event.number for event in found if isinstance(event, Mark) and event.id]
    ordinal = ids == list(range(len(ids)))
    lines: list[Line] = []
    marked = False
    for event in found:
        if isinstance(event, Mark):
            preamble = not marked and len(lines) <= _PREAMBLE
            if lines and not preamble:
                yield _page(lines, number, label)
                lines = []
                number, label = (0, "") if event.number < 0 else (number, label)
            if event.id and ordinal:
                number, label = (number, label) if not event.number else (0, "")
            elif event.number >= 0:
                number, label = event.number, event.label
            marked = True
        elif isinstance(event, Line):
            lines.append(event)
    if lines or not marked:
        yield _page(lines, number, label)


def _page(lines: list[Line], number: int, label: str) -> Page:
    return Page(tuple(structs.replace(line, page=number) for line in lines), number, label)
