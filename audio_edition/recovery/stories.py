"""Cuts off the photographer who is named on the line of a text, without brackets; such a text alone is a picture story."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, ngrams, size
from audio_edition.recovery.runs import TRANSPARENT
from audio_edition.recovery.sheet import Sheet, cut, free, label, neighbours, with_lines

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
            yield from _credited(lines, index, *cut(line, found.start("who")))
        else:
            yield structs.replace(line, starts="photo") if _is_signed_story(lines, index) else line


def _credited(lines: Sequence[Line], index: int, text: Line, credit: Line) -> Iterator[Line]:
    """A text and the photographer on its line: an article, a caption within one, or the end of one."""
    alone = size(text.text) <= _LONGEST and _stands_alone(lines, index, index + 1)
    if not alone and size(text.text) <= _LONGEST and _is_caption(lines, index) and "报道" not in credit.text:
        yield label(lines[index], "caption", "names its photographer", 0.9)
        return
    yield structs.replace(text, starts="photo") if alone else text
    yield label(credit, "credit", "photo credit")


_WHEN = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|图为|近日|日前|昨[日天]|今[日天]|连日来|眼下|时下")
"""How the text of a picture begins."""


def _is_signed_story(lines: Sequence[Line], index: int) -> bool:
    """Whether a text below a picture, or behind a jump, is of another matter, and who took the picture is named below it."""
    line, credit = lines[index], lines[min(index + 1, len(lines) - 1)]
    if not _is_text(line) or size(line.text) > _LONGEST or not _WHEN.match(fold(line.text)):
        return False
    if credit.rule != "photo credit" or "报道" in fold(credit.text) or not _is_set_off(lines, index):
        return False
    return _stands_alone(lines, index, index + 2)


def _stands_alone(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether it stands between the end of a text, on another matter, and a header or the page's end.

    The text above has several paragraphs, where neither a picture nor a jump sets it off. What stands before `end` belongs to it.
    """
    line, above, set_off = lines[index], _above(lines, index), _is_set_off(lines, index)
    before = [other for other in lines[max(0, index - 6) : index] if other.page == line.page and _is_text(other)]
    pictures = set_off and above is not None and above.role in ("caption", "credit")
    ends = above is not None and len(before) >= (1 if set_off else 2) and (_is_text(above) or above.role == "jump")
    if not (ends or pictures):
        return False
    if any(other.page == line.page and _is_prose(other) for other in lines[end : end + 1]):
        return False
    words = ngrams(line.text)
    return len(words & ngrams("|".join(other.text for other in before))) <= _SHARED * len(words)


def _is_caption(lines: Sequence[Line], index: int) -> bool:
    """Whether a text stands at once below a picture that stands below a text."""
    above = _above(lines, index)
    return above is not None and lines[index - 1].kind == "image" and _is_prose(above)


def _above(lines: Sequence[Line], index: int) -> Line | None:
    """What stands above a text on its page, pictures passed over."""
    above = neighbours(lines, index, -1, lambda line: line.kind == "image")
    return above if above is not None and above.page == lines[index].page else None


def _is_set_off(lines: Sequence[Line], index: int) -> bool:
    """Whether a picture or a jump stands at once above a text."""
    return index > 0 and (lines[index - 1].kind == "image" or lines[index - 1].role == "jump")


def _is_prose(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and size(line.text) > (15 if is_final(line.text) else 25)


def _is_text(line: Line) -> bool:
    return _is_prose(line) and is_final(line.text)
