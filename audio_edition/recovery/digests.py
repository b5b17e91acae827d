"""Finds digests by their form, whatever they are called: a short header above items that all begin alike and share no words.

`◎标题` with its text on the next line, `●3月15日，…`, `【城建】…`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import structs

from audio_edition.model.issue import ArticleType
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.labels import may_be_label
from audio_edition.recovery.prose import is_final, ngrams, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines

_OPENING = re.compile(r"(?P<mark>[●▲△▼▽◆◇■□★☆▪◎○◉►▶•·])\s*|【[^【】]{2,6}】\s*(?=\S)")
_LEAD = 8
"""Signs of a word in bold that opens an item."""
_CREDIT = re.compile(r"[(（][^()（）]{2,20}[)）]$")
_FEWEST = 3
_LONGEST, _MOST = 150, 60
"""Signs that an item has, and lines that a digest has, at most."""
_SHARED = 0.03
"""Share of its pairs of Hanzi that an item has, but for one, in common with that beside it; paragraphs of an article: more."""


def cut_digests(sheet: Sheet) -> Sheet:
    """The header is the label of a column, each item a brief; ornaments are not read."""
    lines = sheet.lines
    made: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end(lines, index)
        if end > index:
            made.append(structs.replace(label(lines[index], "kicker", "above items that begin alike", 0.8), starts="brief"))
            made += _items(lines[index + 1 : end])
        else:
            made.append(lines[index])
        index = max(end, index + 1)
    return with_lines(sheet, made)


def _end(lines: Sequence[Line], index: int) -> int:
    """Where the digest that a line heads ends; the line's own number where it heads none."""
    header = lines[index]
    if not free(header) or not may_be_label(header) or index + 1 >= len(lines) or not _opening(lines[index + 1]):
        return index
    end = index + 1
    while end < min(len(lines), index + _MOST) and _belongs(lines[end], lines[index + 1]):
        end += 1
    whole = end == len(lines) or not free(lines[end]) or bool(lines[end].level or lines[end].bold)
    above = lines[index - 1].text if index and free(lines[index - 1]) else ""
    return end if whole and _is_digest(lines[index + 1 : end], above) else index


def _opening(line: Line) -> str:
    """The ornament with which a line opens an item, `【` where it is a word in brackets, `**` where it is in bold; else empty."""
    if free(line) and not line.level and 2 <= line.lead <= _LEAD and re.match(r"\w{2,8}\s", line.text[: line.lead + 1]):
        return "**"
    found = _OPENING.match(line.text) if free(line) and not line.level and not line.bold else None
    return "" if found is None else found["mark"] or "【"


def _belongs(line: Line, first: Line) -> bool:
    """Whether a line opens a further item, or follows its title at once."""
    glued = free(line) and line.gap == 0 and not line.level and not line.bold
    return line.page == first.page and (_opening(line) == _opening(first) or glued)


def _is_digest(lines: Sequence[Line], above: str) -> bool:
    """Whether items are several, short, and each on a matter of its own, other than that of the text above."""
    items = ["".join(line.text for line in item) for item in _grouped(lines)]
    if len(items) < _FEWEST or max(map(size, items)) > _LONGEST or not all(is_final(_CREDIT.sub("", item)) for item in items):
        return False
    words = [ngrams(text) for text in (above, *items)]
    return all(len(one & other) <= 1 + _SHARED * min(len(one), len(other)) for one, other in pairwise(words))


def _grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    item: list[Line] = []
    for line in lines:
        if item and _opening(line):
            yield item
            item = []
        item.append(line)
    yield item


def _items(lines: Sequence[Line]) -> Iterator[Line]:
    for number, item in enumerate(_grouped(lines)):
        first, *rest = item
        found = _OPENING.match(first.text)
        if found and found["mark"]:
            mark, first = cut(first, found.end())
            yield label(mark, "furniture", "ornament")
        titled = bool(rest) and not is_final(first.text) and not re.search(r"[,;:]$", fold(first.text))
        begins: ArticleType | Literal[""] = "brief" if number else ""
        if titled:
            yield structs.replace(label(first, "title", _ITEM, 0.85), starts=begins, bold=True)
        else:
            text, *credit = _credited(first)
            yield from (structs.replace(text, starts=begins, bold=False), *credit)
        for line in rest:
            yield from _credited(line)


_ITEM = "item of a digest"


def _credited(line: Line) -> Iterator[Line]:
    """A text, and apart from it who is named in brackets behind its end."""
    found = _CREDIT.search(line.text)
    if found is None or not is_final(line.text[: found.start()].rstrip()):
        yield label(line, "paragraph", _ITEM, 0.85)
        return
    text, credit = cut(line, found.start())
    yield label(text, "paragraph", _ITEM, 0.85)
    yield label(credit, "credit", "credit behind the text")
