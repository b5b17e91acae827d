"""Places whose names are not read as their characters usually are: 应县, 六安, 番禺, 喀什.

To add one, add a line to `data/places.tsv`: place, pinyin, mode, note. Mode `sure` holds wherever the word stands; `near` only
beside what makes it a place (长子 is a town after 山西, and an eldest son elsewhere).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.model.text import Span
from audio_edition.pronunciation import lattice, table
from audio_edition.pronunciation.found import Found

_HANZI = re.compile(r"[㐀-䶿一-鿿〇]+")
_AFTER = re.compile(r"[省市县区镇乡村旗盟州]|境内|一带|籍|街道|古城|山区|、[一-鿿]{1,3}[省市县区镇乡村]")
_BEFORE = re.compile(
    r"(?:[在到从赴往至抵自经省市县区镇乡州旗盟]|位于|来自|前往|途经|走进|"
    r"山西|河北|河南|山东|江苏|浙江|安徽|江西|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|"
    r"辽宁|吉林|黑龙江|福建|台湾|北京|上海|天津|重庆|香港|澳门)$"
)
_DIVISION = frozenset("省市县区镇乡村旗盟州")


class Place(Struct, frozen=True):
    """An entry of the gazetteer."""

    word: str
    pinyin: tuple[str, ...]
    near: bool
    """Whether it counts only beside what makes it a place."""


def find(text: str, words: Sequence[Span] = ()) -> Iterator[Found]:
    """The places of the gazetteer in a text, in order, disjoint; the longest counts.

    `words` are the words of the text: a place that begins inside one is none (快乐|清单 is not 乐清). Without them the words
    around a place are looked up.

    >>> [(place.start, place.pinyin) for place in find("六安瓜片和快乐清单")]
    [(0, ('lu4', 'an1'))]
    """
    index = _gazetteer()
    end = 0
    for at in [at for at in range(len(text) - 1) if text[at : at + 2] in index]:
        if at >= end:
            for place in index[text[at : at + 2]]:
                if text.startswith(place.word, at) and _holds(place, text, at, words):
                    end = at + len(place.word)
                    yield Found(at, end, place.pinyin, 0.97 if place.near else 0.99)
                    break


def _holds(place: Place, text: str, start: int, words: Sequence[Span]) -> bool:
    end = start + len(place.word)
    shown = bool(_AFTER.match(text, end) or _BEFORE.search(text, max(0, start - 3), start))
    if place.near and not shown:
        return False
    crossed_start, crossed_end = _crossed(text, start, end, words)
    return not crossed_start and (not crossed_end or shown or place.word[-1] in _DIVISION)


def _crossed(text: str, start: int, end: int, words: Sequence[Span]) -> tuple[bool, bool]:
    """Whether a word lies across the first edge of a stretch, and whether one lies across the other."""
    around = words or _words_around(text, start)
    return any(a < start < b for a, b in around), any(a < end < b for a, b in around)


def _words_around(text: str, at: int) -> list[Span]:
    for run in _HANZI.finditer(text):
        if run.start() <= at < run.end():
            first = max(run.start(), at - 12)
            return [(first + a, first + b) for a, b in lattice.segment(text[first : min(run.end(), at + 16)], table.load())]
    return []


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, tuple[Place, ...]]:
    """By their first two characters; the longest first."""
    found: dict[str, list[Place]] = {}
    lines = (files("audio_edition.pronunciation") / "data" / "places.tsv").read_text("utf-8").splitlines()
    for word, pinyin, mode, *_ in (line.split("\t") for line in lines if not line.startswith("#")):
        found.setdefault(word[:2], []).append(Place(word, tuple(pinyin.split()), mode == "near"))
    return {start: tuple(sorted(places, key=lambda place: -len(place.word))) for start, places in found.items()}
