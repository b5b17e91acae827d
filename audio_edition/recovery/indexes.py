"""Labels the index of a paper on one line, `INSIDE: Letters 2 • Weather 2 • Sport 3`, or on one under its head."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.teasers import is_guide

_HEAD = re.compile(r"(?P<head>[^:\d]{2,16}?)\s*(?:[:|—-]\s*|\s{2,})")
_BETWEEN = re.compile(r"\s*(?:[·•|;,/◆■●▪、]|\s{2,}|\t| - | — )\s*")
_ENTRY = re.compile(r"\S.{0,28}?[\s.·:…—-]*(?:P(?:age|\.)?\s?)?[A-Z]?\d{1,3}(?:\s?[-—]\s?[A-Z]?\d{1,3})?\s*版?", re.I)
_FEWEST = 2
"""Entries under a head that may be titles still."""
_NAME = 6
"""Hanzi of the name of a section."""
_LONGEST = 120
"""Hanzi of such a line."""


def drop_indexes(sheet: Sheet) -> Sheet:
    """Label the head of a list of contents together with the names of sections and pages behind it, or below."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if _is_index(line):
            lines[index] = label(line, "furniture", "index")
        elif _is_head(line) and _lists(lines[index + 1 : index + 2], line.page):
            lines[index : index + 2] = [label(part, "furniture", "index") for part in lines[index : index + 2]]
    return with_lines(sheet, lines)


def _is_index(line: Line) -> bool:
    text = _text(line)
    found = _HEAD.match(text)
    return found is not None and is_guide(found["head"].strip()) and len(_entries(text[found.end() :])) > 1


def _is_head(line: Line) -> bool:
    text = _text(line)
    return bool(text) and is_guide(text)


def _lists(below: Sequence[Line], page: int) -> bool:
    return any(line.page == page and (len(_entries(_text(line))) > _FEWEST or _tabulates(line)) for line in below)


def _tabulates(line: Line) -> bool:
    """Whether a table gives names of sections, a few signs each, and their pages."""
    named = all(len(row) == 2 and size(row[0]) <= _NAME and _ENTRY.fullmatch(fold(" ".join(row))) for row in line.rows)
    return len(line.rows) > _FEWEST and named


def _text(line: Line) -> str:
    return fold(line.text).strip() if free(line) and size(line.text) <= _LONGEST else ""


def _entries(text: str) -> list[str]:
    """The entries that a text is made of; none where a part of it is no entry."""
    entries = [entry for entry in _BETWEEN.split(text) if entry]
    return entries if all(_ENTRY.fullmatch(entry) for entry in entries) else []
