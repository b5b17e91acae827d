"""What is known of the article that is open at a place of the page, and which texts begin another."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.datelines import NOTE
from audio_edition.recovery.headlines import is_capitals
from audio_edition.recovery.merits import rank
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.runs import TRANSPARENT
from audio_edition.recovery.sheet import free


class Open(NamedTuple):
    """The article that is open at a place of the page."""

    number: int = -1
    level: int = 0
    """Rank of its title's marks, 1 the largest; 0: it has no title."""
    kind: str = "story"
    """`briefs`, `notice`, `teaser`, `news` (has a dateline), `sectioned` (labels above its cross-heads), `column` (a piece of
    several under one label), `resumed` (goes on from another page, its title not repeated), `introduced` (an
    editor's note stands above its title), `added` (what is added to it has begun), `story`."""
    stage: Literal["none", "kicked", "titled", "text"] = "none"
    """How far it has come."""
    closed: bool = True
    """Its last line says that it ends here."""
    texts: int = 0
    """Texts of it that are not notes."""
    characters: int = 0
    last: str = ""
    """Its last paragraph."""
    page: int = 0
    dated: bool = False
    """It has a dateline."""
    signed: bool = False
    """It has a byline or a dateline."""
    spoken: bool = False
    """It holds questions and answers."""
    behind: "Open | None" = None
    """Of an advertisement that nothing calls so: the article that it interrupts."""
    heads: tuple[int, bool] = (0, False)
    """Level and weight of its last cross-head."""


def introduces(lines: Sequence[Line], index: int, opened: Open) -> bool:
    """Whether an editor's note stands behind the end of an article and above a title, as large as that of the one before."""
    if lines[index].role != "label" or lines[index].rule != NOTE or not (opened.closed or is_final(opened.last)):
        return False
    below = next((line for line in lines[index + 1 :] if line.role not in ("note", *TRANSPARENT)), None)
    headed = below is not None and below.page == lines[index].page and free(below) and (below.level > 0 or below.bold)
    return headed and below is not None and bool(opened.level) and rank(below) <= opened.level


def begins_again(line: Line, opened: Open) -> bool:
    """Whether a text begins an item of its own, whatever stands above it: a second dateline, a brief behind a signed one."""
    if opened.stage != "text" or not opened.texts:
        return False
    if line.role == "dateline":
        return opened.dated or opened.texts > 1
    return opened.kind == "briefs" and opened.closed and not line.role and opened.number >= 0


def begins_untitled(line: Line) -> bool:
    """Whether an article begins with a line for which what stands above must be the header: it has none of its own."""
    return bool(line.starts) and line.role not in ("kicker", "title")


_ABOVE = 120
"""Lines above a heading in which the title of the open article is looked for."""


def _title(lines: Sequence[Line], start: int, opened: Open) -> Line | None:
    """The open article's title, where it stands on the page of a heading below it."""
    above = (line for line in reversed(lines[max(0, start - _ABOVE) : start]) if line.article == opened.number)
    return next((line for line in above if line.role == "title" and line.page == lines[start].page), None)


def is_set_like_title(lines: Sequence[Line], start: int, opened: Open) -> bool:
    """Whether a heading in Latin letters is marked, and in capitals, as the open article's title is: cross-heads are not."""
    first, title = lines[start], _title(lines, start, opened)
    alike = title is not None and rank(title) == rank(first) < _PLAIN
    return alike and all(is_latin(line.text) and is_capitals(line.text) for line in (first, title) if line)


_PLAIN = 8
"""Rank of what is not marked."""


def stands_beside_title(lines: Sequence[Line], start: int, opened: Open) -> bool:
    """Whether a heading stands beside the open article's title, in another column: a title heads only what is below it."""
    first, title = lines[start], _title(lines, start, opened)
    if title is None or title.box is None or first.box is None or not first.level:
        return False
    apart = first.box[0] >= title.box[2] or first.box[2] <= title.box[0]
    return apart and first.box[1] < title.box[3]


_SENTENCE = 25
"""Hanzi of a sentence from which on it is none of an advertisement's."""


def behind_offer(line: Line, opened: Open) -> Open:
    """The article that a text goes on with: behind an advertisement that nothing calls so, the one that it interrupts."""
    if opened.behind is None or not free(line) or not is_final(line.text) or size(line.text) <= _SENTENCE:
        return opened
    return opened.behind


def closes(line: Line, opened: Open) -> bool:
    """Whether a line says that its article ends: of photo credits, only those of picture stories do."""
    if line.role == "credit" and line.rule == "photo credit":
        return opened.texts <= 2
    return line.role in ("jump", "pointer", "credit")
