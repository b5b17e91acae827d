"""Places whose names are not read as their characters usually are: 应县, 六安, 番禺, 喀什.

To add one, add a line to `data/places.tsv`: place, pinyin, mode, where. Mode `sure` holds wherever the word stands; `near` only
beside what makes it a place (长子 is a town after 山西, and an eldest son elsewhere).
"""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.text import Span
from audio_edition.pronunciation import gazetteer
from audio_edition.pronunciation._words import cut
from audio_edition.pronunciation.context import Agreed
from audio_edition.pronunciation.found import Found

_AFTER = re.compile(rf"[省市县区镇乡村旗盟州]|境内|一带|籍|街道|古城|山区|、{HANZI}{{1,3}}[省市县区镇乡村]")
_BEFORE = re.compile(
    r"(?:[在到从赴往至抵自经省市县区镇乡州旗盟]|位于|来自|前往|途经|走进|"
    r"山西|河北|河南|山东|江苏|浙江|安徽|江西|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|"
    r"辽宁|吉林|黑龙江|福建|台湾|北京|上海|天津|重庆|香港|澳门)$"
)
_DIVISION = frozenset("省市县区镇乡村旗盟州")
_SEAT = re.compile(r"[省市县区镇乡村旗盟州][城委政志境府]")
"""Words that begin inside a place: 应县|县委, but 应|县委."""
_REACH = 12
"""Code points on each side of a place in which words are looked up."""


def find(text: str, words: Sequence[Span] = ()) -> Iterator[Found]:
    """The places of the gazetteer in a text, in order, disjoint; the longest counts.

    `words` are the words of the text: a place that begins inside one is none (快乐|清单 is not 乐清). Without them the words
    around a place are looked up. A place inside the name of a person whom everybody knows is none either (撒|贝宁).

    >>> [(place.start, place.pinyin) for place in find("六安瓜片和快乐清单")]
    [(0, ('lu4', 'an1'))]
    """
    end = 0
    for at, known in gazetteer.candidates(text, gazetteer.load("places.tsv", "persons.tsv")):
        if at >= end and _holds(known, text, at, words, listed=end > 0 and text[end:at] == "、"):
            end = at + len(known.word)
            if known.kind == "places.tsv":
                yield Found(at, end, known.pinyin, 0.97 if known.near else 0.99)


def agreed(text: str, known: Sequence[Agreed], words: Sequence[Span]) -> Iterator[Found]:
    """The places of the article in a text, where no word lies across their edges."""
    for place in known:
        for match in re.finditer(place.word, text):
            if not any(gazetteer.crossed(*match.span(), words)):
                yield Found(*match.span(), place.pinyin, place.confidence)


def _holds(known: gazetteer.Known, text: str, start: int, words: Sequence[Span], listed: bool) -> bool:
    """Whether the text means the place; one that follows another in a list (台州、天台) is meant."""
    end = start + len(known.word)
    shown = listed or bool(_AFTER.match(text, end) or _BEFORE.search(text[max(0, start - 3) : start]))
    if known.near and not shown:
        return False
    around = words or _words_around(text, start)
    at_start, at_end = gazetteer.crossed(start, end, around)
    if at_start or (at_end and known.near):
        return False
    return (
        not at_end
        or (shown and end - start > 2)
        or bool(_SEAT.match(text, end - 1))
        or _with_its_division(text, start, end, around)
    )


def _with_its_division(text: str, start: int, end: int, words: Sequence[Span]) -> bool:
    """Whether the word that ends beyond a place is the place with what it is: 曲沃县."""
    return text[end : end + 1] in _DIVISION and gazetteer.is_word(start, end + 1, words)


def _words_around(text: str, at: int) -> list[Span]:
    first = max(0, at - _REACH)
    return [(first + a, first + b) for a, b in cut(text[first : at + _REACH])]
