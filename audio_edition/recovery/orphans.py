"""Gives captions that stand at the wrong article to the one whose words they share."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.prose import ngrams
from audio_edition.recovery.sheet import Sheet, with_lines

_AHEAD = 0.5
"""How far another article must be ahead before a caption is moved."""


def house_orphans(sheet: Sheet) -> Sheet:
    """Captions that follow each other are taken together."""
    lines = list(sheet.lines)
    words: dict[int, frozenset[str]] = {}
    for group in _groups(lines):
        page = lines[group[0]].page
        if not words or page not in {line.page for line in lines if line.article in words}:
            words = {
                article: _words(lines, article)
                for article in {line.article for line in lines if line.page == page and line.article >= 0}
            }
        if _stands_alone(lines, group, words):
            number = max(line.article for line in lines) + 1
            lines[group[0]] = structs.replace(lines[group[0]], starts="photo")
            lines[group[0] : group[-1] + 1] = [structs.replace(line, article=number) for line in lines[group[0] : group[-1] + 1]]
            continue
        best = _best("|".join(lines[index].text for index in group), lines[group[0]].article, words)
        if best < 0:
            best = 1 + max(line.article for line in lines)
            lines[group[0]] = structs.replace(lines[group[0]], starts="photo")
        for index in group:
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
    before = next((line for line in reversed(lines[: group[0]]) if line.role not in ("image", "rule", "furniture")), None)
    return before is not None and before.article == lines[after].article and not lines[after].starts and before.role != "jump"


def _stands_alone(lines: Sequence[Line], group: Sequence[int], words: dict[int, frozenset[str]]) -> bool:
    """Whether a caption is a picture story of its own: a sentence whose words no article shares."""
    text = "|".join(lines[index].text for index in group)
    if len(group) > 1 or not re.search(r"。.", text):
        return False
    wanted = ngrams(text)
    return all(len(wanted & other) < 0.3 * len(wanted) for other in words.values())


def _words(lines: Sequence[Line], article: int) -> frozenset[str]:
    return ngrams("|".join(line.text for line in lines if line.article == article and line.role != "caption"))


def _best(text: str, current: int, words: dict[int, frozenset[str]]) -> int:
    wanted = ngrams(text)

    def merit(article: int) -> float:
        return sum(1 / sum(word in other for other in words.values()) for word in wanted & words.get(article, frozenset()))

    best = max(words, key=merit, default=current)
    return best if current not in words or merit(best) > merit(current) + _AHEAD else current
