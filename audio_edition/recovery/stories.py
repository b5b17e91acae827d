"""Cuts off the photographer who is named on the line of a text, without brackets; such a text alone is a picture story."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, ngrams, size
from audio_edition.recovery.runs import TRANSPARENT
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines

_TAIL = re.compile(r"[。!?”][ ]*(?P<who>[^。!?”,;:()]{4,26})$")
_LONGEST = 200
"""Code points of a picture story's text."""
_SHARED = 0.2
"""Share of its pairs of Hanzi that a text on another matter has in common with what stands above it, at most."""


def cut_photographers(sheet: Sheet) -> Sheet:
    """The photographer becomes a line of its own; a text of another matter than the one above, before a header, an article."""
    return with_lines(sheet, _cut(sheet.lines))


def heads_photo_story(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether one or two paragraphs follow, and then a photographer."""
    behind = [line for line in lines[run[-1] + 1 : run[-1] + 5] if line.role not in TRANSPARENT and line.kind != "image"]
    place = next((at for at, line in enumerate(behind) if line.role == "credit" and line.rule == "photo credit"), 0)
    return 1 <= place <= 2 and all(free(line) for line in behind[:place])


def _cut(lines: Sequence[Line]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        found = _TAIL.search(fold(line.text), max(0, len(line.text) - 30)) if free(line) and not line.level else None
        names = signature(found["who"]) if found else None
        if found and names and names.photo and names.told and names.names:
            text, credit = cut(line, found.start("who"))
            alone = size(text.text) <= _LONGEST and _stands_alone(lines, index)
            yield structs.replace(text, starts="photo") if alone else text
            yield label(credit, "credit", "photo credit")
        else:
            yield line


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether it stands between the end of a text of several paragraphs, on another matter, and a header or the page's end."""
    line = lines[index]
    above = [other for other in lines[max(0, index - 6) : index] if other.page == line.page and _is_text(other)]
    if (
        len(above) < 2
        or not _is_text(lines[index - 1])
        or any(other.page == line.page and _is_text(other) for other in lines[index + 1 : index + 2])
    ):
        return False
    words = ngrams(line.text)
    return len(words & ngrams("|".join(other.text for other in above))) <= _SHARED * len(words)


def _is_text(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and size(line.text) > 25 and is_final(line.text)
