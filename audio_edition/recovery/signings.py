"""Where writers are named: what a name below a section, or its absence, says of the display lines above it."""

import re
from collections import Counter
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.runs import TRANSPARENT, is_display
from audio_edition.recovery.sheet import free

_BEHIND = 30
"""Lines of a section in which its writer is looked for."""


def signs(line: Line) -> bool:
    """Whether a line names who wrote a text."""
    found = signature(line.text) if len(line.text) < 60 else None
    return found is not None and bool(found.names) and not found.photo


def is_signed_below(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a writer is named at once below the section behind a run."""
    texts = False
    for line in lines[run[-1] + 1 : run[-1] + 1 + _BEHIND]:
        if line.page != lines[run[0]].page:
            return False
        if line.role == "credit" or (free(line) and is_display(line)):
            return texts and signs(line)
        texts = texts or line.role not in TRANSPARENT
    return False


def is_named(lines: Sequence[Line], index: int, article: int) -> bool:
    """Whether who wrote an article that is signed above is named there: a dateline alone may say no more than the place."""
    for line in reversed(lines[max(0, index - 4 * _BEHIND) : index]):
        if line.article == article and line.role in ("byline", "dateline"):
            return line.role == "byline" or bool(_WRITES.search(fold(line.text)))
    return True


_WRITES = re.compile("记者|通讯员|[(/]")


def writers(lines: Sequence[Line]) -> Counter[int]:
    """Of each page, how many lines name writers."""
    return Counter(
        line.page for line in lines if line.role == "dateline" or ((free(line) or line.role == "credit") and signs(line))
    )


def in_header(above: Sequence[Line], line: Line) -> bool:
    """Whether a title, or glued to the line the writer, stands at once above: who made the pictures is named in the header."""
    if not above or above[0].kind != "text":
        return False
    writer = signature(above[0].text)
    return above[0].level > 0 or above[0].bold or (not line.gap and writer is not None and writer.told and not writer.photo)


def is_illustrated(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins as none beside it does, in an article whose writer, named above, made its pictures too."""
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    if any(line.text[:1] == lines[index].text[:1] for line in beside):
        return False
    for line in reversed(lines[max(0, index - _BEHIND) : index]):
        found = signature(line.text) if line.page == lines[index].page and len(line.text) < 60 else None
        if found is not None or line.level:
            return found is not None and found.photo
    return False
