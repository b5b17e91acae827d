"""Labels the index of a paper on one line: `INSIDE: Letters 2 • Weather 2 • Sport 3`."""

import re

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.teasers import is_guide

_HEAD = re.compile(r"(?P<head>[^:\d]{2,16}?)\s*(?:[:|—-]\s*|\s{2,})")
_BETWEEN = re.compile(r"\s*(?:[·•|;,/◆■●▪、]|\s{2,}|\t| - | — )\s*")
_ENTRY = re.compile(r"\S.{0,28}?[\s.·:…—-]*(?:P(?:age|\.)?\s?)?[A-Z]?\d{1,3}(?:\s?[-—]\s?[A-Z]?\d{1,3})?\s*版?", re.I)
_LONGEST = 120
"""Hanzi of such a line."""


def drop_indexes(sheet: Sheet) -> Sheet:
    """Label the head of a list of contents together with the names of sections and pages behind it."""
    return with_lines(sheet, [label(line, "furniture", "index") if _is_index(line) else line for line in sheet.lines])


def _is_index(line: Line) -> bool:
    text = fold(line.text).strip() if free(line) and size(line.text) <= _LONGEST else ""
    found = _HEAD.match(text)
    if not found or not is_guide(found["head"].strip()):
        return False
    entries = [entry for entry in _BETWEEN.split(text[found.end() :]) if entry]
    return len(entries) > 1 and all(_ENTRY.fullmatch(entry) for entry in entries)
