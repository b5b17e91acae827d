"""Divisions of the source that are no article: a file for the masthead, one for a column of briefs or the list of contents."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import structs

from audio_edition.model.page import Line, LineRole
from audio_edition.recovery.fields import tile
from audio_edition.recovery.folding import fold
from audio_edition.recovery.masthead import STRONG
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, label, with_lines
from audio_edition.recovery.teasers import is_guide
from audio_edition.recovery.vocabulary import BRIEFS

_HEADER = ("kicker", "title", "subtitle")
_PAGES = {"page", "lone", "section"}
"""Fields that a pointer to another page holds as well."""


def open_divisions(sheet: Sheet) -> Sheet:
    """The lines of a column are told apart like those of a page without divisions; those of the masthead are not read."""
    groups = groupby(sheet.lines, key=lambda line: line.division)
    return with_lines(sheet, (line for name, lines in groups for line in (_told(tuple(lines)) if name else lines)))


def _told(lines: Sequence[Line]) -> Iterator[Line]:
    title = next((fold(line.text) for line in lines if line.role == "title"), "")
    texts = [fold(line.text) for line in lines if line.role not in _HEADER and line.kind == "text"]
    if BRIEFS.fullmatch(title) or is_guide(title):
        return (_opened(line) for line in lines)
    names = frozenset(name for text in texts for name in tile(text).names)
    if names & {*STRONG, "editors"} and all(map(_is_imprint, texts)):
        role: LineRole = "masthead" if names & STRONG else "furniture"
        return (structs.replace(label(line, role, "division without a text"), division="", firm=False) for line in lines)
    return iter(lines)


def _opened(line: Line) -> Line:
    if line.role == "title":
        line = structs.replace(line, role="", rule="", level=1)
    return structs.replace(line, division="", firm=line.firm and line.role == "caption")


def _is_imprint(text: str) -> bool:
    """Whether a line consists of such fields as stand in a masthead or an editors' line."""
    tiling = tile(text)
    return (
        bool(tiling.names - _PAGES) and size(text) <= 120 and not is_final(text) and len(tiling.rest) <= max(8, size(text) // 4)
    )
