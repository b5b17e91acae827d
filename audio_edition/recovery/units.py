"""Items that begin with an ornament (`●3月15日，…`): each is a unit of its own, no cross-head, caption or joined line."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTICES, is_briefs, is_column

_OPINION = re.compile(r"(?:社论|社评|短评|时评|快评|锐评|微评|来论|评论员文章)(?= +(?:[^\s。,][^。]{4,27})$)")
"""The label of a column of comment, before its title on the same line."""
_ORNAMENT = re.compile(r"[●▲△▼▽◆◇■□★☆▪◎►▶]+\s*")
_BRACKETS = re.compile(r"[【\[]\s*(?=[^【】\[\]]+[】\]]\s*$)")
_FORM = "item that begins with an ornament"


def mark_units(sheet: Sheet) -> Sheet:
    """Under the label of a column each unit is a brief, and its ornament is not read; elsewhere it is a paragraph."""
    return with_lines(sheet, _marked(sheet.lines))


def _marked(lines: Sequence[Line]) -> Iterator[Line]:
    briefs = False
    for index, line in enumerate(lines):
        plain = re.sub(r"\s", "", fold(line.text)) if free(line) and size(line.text) <= 16 else ""
        if plain and (line.level or line.bold or is_column(plain) or is_briefs(plain) or NOTICES.fullmatch(plain)):
            briefs = is_briefs(plain) or (is_column(plain) and not NOTICES.fullmatch(plain))
        found = _ORNAMENT.match(line.text) if free(line) and not line.level and not line.bold else None
        if found is None or not _is_unit(lines, index):
            yield line
        elif briefs:
            mark, text = cut(line, found.end())
            yield label(mark, "furniture", "ornament")
            yield structs.replace(label(text, "paragraph", _FORM, 0.9), starts="brief")
        else:
            yield label(line, "paragraph", _FORM, 0.9)


def _is_unit(lines: Sequence[Line], index: int) -> bool:
    """Whether a line with an ornament is a sentence, or the first piece of one; and no heading or byline."""
    text = lines[index].text
    behind = lines[index + 1] if index + 1 < len(lines) else None
    if is_final(text) or (behind is not None and behind.role == "credit"):
        return size(text) > 8
    return size(text) > 24 and "，" in text.replace(",", "，")


def cut_labels(sheet: Sheet) -> Sheet:
    """The label of a comment and its title on one line become lines of their own."""
    return with_lines(sheet, (part for line in sheet.lines for part in _without_label(line)))


def _without_label(line: Line) -> Iterator[Line]:
    found = _OPINION.match(fold(line.text)) if free(line) and len(line.text) < 40 else None
    yield from cut(line, found.end()) if found else (line,)


def strip_brackets(sheet: Sheet) -> Sheet:
    """Brackets around the whole of a column's name are ornaments, as the dash before a subtitle is."""
    return with_lines(sheet, (part for line in sheet.lines for part in _stripped(line)))


def _stripped(line: Line) -> Iterator[Line]:
    opening = _BRACKETS.match(line.text) if line.role == "kicker" and not line.firm else None
    if opening is None:
        yield line
        return
    left, rest = cut(line, opening.end())
    name, right = cut(rest, len(rest.text.rstrip()) - 1)
    for mark in (left, right):
        yield structs.replace(label(mark, "furniture", "bracket"), article=-1, starts="")
    yield name
