"""Accounts for the source: every character is read, skipped by a named rule, or reported."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.finding import Finding
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Line, Skip, Source
from audio_edition.readers._text import decode
from audio_edition.recovery.sheet import Sheet

READ = frozenset(
    (
        "kicker",
        "title",
        "subtitle",
        "byline",
        "dateline",
        "heading",
        "paragraph",
        "note",
        "question",
        "answer",
        "verse",
        "list",
        "table",
        "caption",
        "credit",
    )
)
"""Roles whose text stands in an article; every other role is a reason not to read the line."""
_WORD = re.compile(r"\w[^\n]{0,60}")


def unaccounted(source: Source, sheet: Sheet, files: Sequence[SourceFile]) -> tuple[Finding, ...]:
    """What is neither in an article nor skipped by a rule: S401 for text of the source, S402 for lines without a place."""
    lost = tuple(finding for file in files for finding in _uncovered(file, sheet.lines, source.skips))
    return (
        *lost,
        *(
            Finding("S402", f"a line without a place: {line.text[:40]}", line.where, "error")
            for line in sheet.lines
            if _homeless(line)
        ),
    )


def _homeless(line: Line) -> bool:
    return not line.role or (line.role in READ and line.article < 0)


def _uncovered(file: SourceFile, lines: Sequence[Line], skips: Sequence[Skip]) -> Iterator[Finding]:
    spans = sorted(
        (span.start, span.end)
        for spans in (*(line.spans for line in lines), *((skip.span,) for skip in skips))
        for span in spans
        if span.file == file.name
    )
    if not spans:
        return
    text, _ = decode(file)
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        found = _WORD.search(text, at, start) if start > at else None
        if found:
            yield Finding(
                "S401",
                f"text that belongs to nothing: {found[0][:40]}",
                f"{file.name}:{1 + text.count(chr(10), 0, found.start())}",
                "error",
            )
        at = max(at, end)


def doubts(lines: Sequence[Line]) -> Iterator[Finding]:
    """Decisions about the outline that were close (S110)."""
    for line in lines:
        if line.starts and line.role in ("kicker", "title") and line.confidence < 0.6:
            yield Finding("S110", f"not sure that an article begins here: {line.text[:30]}", line.where, "note")
        elif line.role == "heading" and line.confidence < 0.6:
            yield Finding("S111", f"cross-head, or the title of an article? {line.text[:30]}", line.where, "note")
