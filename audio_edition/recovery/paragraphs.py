"""Joins paragraphs that columns, pictures and pages have cut."""

from msgspec import structs

from audio_edition.recovery.entries import ENTRY
from audio_edition.recovery.merits import SHORT_TEXT
from audio_edition.recovery.prose import runs_on
from audio_edition.recovery.sheet import Sheet, with_lines

_TEXTS = ("paragraph", "question", "answer", "note")


def join_paragraphs(sheet: Sheet) -> Sheet:
    """A paragraph that goes on with the one before it in its article is marked so."""
    last: dict[int, int] = {}
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if line.article < 0:
            continue
        if (
            line.role in ("paragraph", "question", "answer")
            and not line.firm
            and lines[index - 1].role != "label"
            and line.article in last
        ):
            before = lines[last[line.article]]
            whole = before.rule == line.rule == SHORT_TEXT or ENTRY in (before.rule, line.rule)
            if before.role in _TEXTS and not whole and runs_on(before.text, line.text):
                lines[index] = structs.replace(line, joins=True, confidence=0.9)
        if line.role in (*_TEXTS, "heading", "list", "table", "verse", "title", "label"):
            last[line.article] = index
    return with_lines(sheet, lines)
