"""Sections of a page: what the source sets apart with rules or levels, a label printed once above its first piece."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from audio_edition.model.page import Line
from audio_edition.recovery.merits import rank
from audio_edition.recovery.newness import RULED
from audio_edition.recovery.prose import size

_LONGEST = 8
"""Hanzi that the label of a section may have."""


class _Section(NamedTuple):
    """An open section: its label, and how the title of its first piece is set."""

    label: Line
    ruled: bool
    title: int = 0


def labels_of_sections(lines: Sequence[Line]) -> dict[int, str]:
    """Number of an article → the label of the section in which it stands behind the first."""
    rules = Counter(line.page for line in lines if line.kind == "rule")
    found: dict[int, str] = {}
    section: _Section | None = None
    begins, titled = False, -1
    for line in lines:
        if line.kind == "rule" or (section and section.label.page != line.page):
            section = None
        if line.role == "kicker" and line.starts:
            ruled = begins and rules[line.page] >= RULED
            section = _Section(line, ruled) if size(line.text) <= _LONGEST and (line.level or ruled) else None
        elif line.role == "title" and line.article != titled:
            section = _with_title(section, line)
            titled = line.article
            if section and section.label.article != line.article:
                found[line.article] = section.label.text
        begins = line.kind == "rule" or (begins and line.kind != "text")
    return found


def _with_title(section: _Section | None, line: Line) -> _Section | None:
    """The section behind the title of a further article: none where the title does not belong to it."""
    if section is None:
        return None
    if section.label.article == line.article:
        parted = section.ruled or section.label.level < line.level
        return section._replace(title=rank(line)) if parted and not section.title else section if parted else None
    return section if line.starts and rank(line) == section.title else None
