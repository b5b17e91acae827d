"""Readings that grammar settles where no word does: 开工率百分之九十, 可处三万元罚款, 各县（市、区）长.

To add one, add a line to `data/grammar.tsv`.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.model.hanzi import HANZI
from audio_edition.pronunciation.table import Table

_REACH = 12
"""Code points before a character that a pattern may look at, and that a bracket inside a word may hold."""
_BRACKET = re.compile(rf"({HANZI}{{0,3}})[（(](?:[^（）()，。；！？]{{1,12}}(?<!{HANZI}))?({HANZI}{{1,3}})[）)]\Z")
_INSIDE = 18
"""Code points of a bracket with the beginning of the word before it."""


class _Rule(Struct, frozen=True):
    """How a character is read between what ends before it and what begins after it."""

    pinyin: str
    before: str
    after: str
    """Patterns, compiled when a text asks for them: most texts ask for less than half."""


def decide(text: str, at: int, known: Table) -> str:
    """The reading that grammar gives the character at a place, empty where it gives none.

    >>> from audio_edition.pronunciation.table import load
    >>> decide("开工率达九成", 2, load()), decide("他率队前往", 1, load()), decide("各县（市、区）长", 7, load())
    ('lv4', '', 'zhang3')
    """
    for rule in _rules().get(text[at], ()):
        if _pattern(rule.before).search(text[max(0, at - _REACH) : at]) and _pattern(rule.after).match(text, at + 1):
            return rule.pinyin
    return _around_bracket(text, at, known) if text[at - 1 : at] in ("）", ")") else ""


def _around_bracket(text: str, at: int, known: Table) -> str:
    """The reading in the word that begins before a bracket, or ends with it: 县（市、区）长, （县、区）长."""
    found = _BRACKET.search(text[max(0, at - _INSIDE) : at])
    heads = [head[start:] for head in found.groups() for start in range(len(head))] if found else []
    words = (head + text[at] for head in heads)
    return next((known.reading(word)[-1] for word in words if word in known.values), "")


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[_Rule, ...]]:
    content = (files("audio_edition.pronunciation") / "data" / "grammar.tsv").read_text("utf-8")
    found: dict[str, tuple[_Rule, ...]] = {}
    for char, pinyin, before, after, _ in (line.split("\t") for line in content.splitlines() if not line.startswith("#")):
        found[char] = (*found.get(char, ()), _Rule(pinyin, rf"(?:{before})\Z", after))
    return found


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written.replace("[一-鿿]", HANZI))  # which compiles in a twentieth of the time
