"""Gives captions that stand at the wrong article to the one whose words they share."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import ngrams, size
from audio_edition.recovery.sheet import Sheet, with_lines

_MOST = 100
"""Articles of a page among which a caption's is looked for."""
_AHEAD = 0.5
"""How far another article must be ahead before a caption is moved."""


def house_orphans(sheet: Sheet) -> Sheet:
    """Captions that follow each other are taken together."""
    lines = list(sheet.lines)
    pages: dict[int, dict[int, frozenset[str]]] = {}
    fresh = 1 + max((line.article for line in lines), default=-1)
    for group in _groups(lines):
        page = lines[group[0]].page
        if page not in pages:
            pages[page] = _words(lines, page)
        if _stands_alone(lines, group, pages[page]):
            best = -1
        else:
            best = _best("|".join(lines[index].text for index in group), lines[group[0]].article, pages[page])
        if best < 0:
            best, fresh = fresh, fresh + 1
            lines[group[0]] = structs.replace(lines[group[0]], starts="photo")
        for index in range(group[0], group[-1] + 1):
            if lines[index].role in ("caption", "image"):
                lines[index] = structs.replace(lines[index], article=best)
    return with_lines(sheet, lines)


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    group: list[int] = []
    for index, line in enumerate(lines):
        if line.role == "caption" and not line.firm:
            group.append(index)
        elif group and line.role not in ("image", "furniture", "rule"):
            if not _inside(lines, group, index):
                yield group
            group = []
    if group:
        yield group


def _inside(lines: Sequence[Line], group: Sequence[int], after: int) -> bool:
    """Whether the captions interrupt an article, or stand in its header."""
    places = range(group[0] - 1, -1, -1)
    before = next((lines[at] for at in places if lines[at].role not in ("image", "rule", "furniture")), None)
    return (
        before is not None
        and lines[group[0]].article >= 0
        and before.article == lines[after].article
        and not lines[after].starts
        and before.role != "jump"
    )


_WHEN = re.compile(r"昨|今[日天晨早年]|日前|近[日期]|连日|前[日天]|日[，,、]|[月日][上下中]午|目前|正值")
"""A short sentence that does not say when only says what a picture shows."""
_SHARED = 2
"""Pairs of Hanzi that a short sentence has in common with the article above it, if it shows what that tells of."""
_LONG = 30
"""Hanzi from which on a sentence tells more than that."""


def _stands_alone(lines: Sequence[Line], group: Sequence[int], words: dict[int, frozenset[str]]) -> bool:
    """Whether a caption is a picture story of its own: a sentence whose words no article shares."""
    text = "|".join(lines[index].text for index in group)
    if len(group) > 1 or not re.search(r"。.", text) or re.match(r"[(（]?[图圖][:：]|.*[资資]料[图圖]片", text):
        return False
    if size(text) < _LONG and not _WHEN.search(fold(text)):
        return False
    wanted = ngrams(text)
    if size(text) < _LONG and len(wanted & words.get(lines[group[0]].article, frozenset())) >= _SHARED:
        return False
    return all(len(wanted & other) < 0.3 * len(wanted) for other in words.values())


def _words(lines: Sequence[Line], page: int) -> dict[int, frozenset[str]]:
    """Of each article of a page, its pairs of Hanzi; none on a page of more articles than a page can hold."""
    texts: dict[int, list[str]] = {}
    for line in lines:
        if line.page == page and line.article >= 0 and line.role not in ("caption", "furniture"):
            texts.setdefault(line.article, []).append(line.text)
    return {article: ngrams("|".join(parts)) for article, parts in texts.items()} if len(texts) <= _MOST else {}


def _best(text: str, current: int, words: dict[int, frozenset[str]]) -> int:
    wanted = ngrams(text)

    def merit(article: int) -> float:
        return sum(1 / sum(word in other for other in words.values()) for word in wanted & words.get(article, frozenset()))

    best = max(words, key=merit, default=current)
    return best if current not in words or merit(best) > merit(current) + _AHEAD else current
