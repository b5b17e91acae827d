"""What stands beside a stretch of text, and how strongly it shows that the stretch is a name."""

import re
from collections.abc import Container, Mapping

from msgspec import Struct

from audio_edition.pronunciation import table
from audio_edition.pronunciation._naming import Naming

BLANK = " 　"
PAUSE = "，。、；：！？“”‘’《》（）()—…·,;:!?\"'\n/|【】[]■□●▲△◆◇★☆＊*"
_LISTED = 3.0
"""For a name that follows another: 单强、解飞."""
_ROLE = 3.0
"""Of words before a name: who has written, who holds an office."""
_SIGNED = 1.0
"""More for a blank between such a word and a name, as bylines have it: 通讯员 查明亮."""
_JOINING = frozenset(("、", " ", "　", "，", "和", "与", "及", "以及", "；", "/", "对"))
_AT_PAUSE = {"（": 1.6, "(": 1.6, "：": 1.6, ":": 1.6, "、": 1.4}
"""Points for a pause after a name that is more than any pause."""
_PRONOUNS = frozenset("他她它我你您咱们")
_PERSON = frozenset("员家长手师者星将士警匠帅")
"""Last characters of words for persons."""
_ABOUT = re.compile(r"[（(，,](?:男|女|\d|[一二三四五六七八九十]+岁|时年|现年|现任|原|系|又名|字|号|中|左|右|前|后|图)")
_AGED = re.compile(r"[（(](?:[男女][，,、]?)?(?:现年|今年)?\d{1,3}岁[，,、）)]")
"""Nobody but a person has an age in brackets."""


class Scene(Struct):
    """A text with its words, the names that are known, and where the last name ended."""

    text: str
    ends: Mapping[int, int]
    """End of the word that begins at a place."""
    edges: Container[int]
    names: Container[str]
    last: int = -9


def before(scene: Scene, at: int, naming: Naming) -> float:
    """Points for what stands before a place: a title 3, the start of a sentence 1, an ordinary word less than nothing."""
    text = scene.text
    left = at
    while left and text[left - 1] in BLANK:
        left -= 1
    if 0 < at - scene.last < 3 and text[scene.last : at] in _JOINING:
        return _LISTED
    if not left or text[left - 1] in PAUSE:
        return 1.4 if left and text[left - 1] == "、" else 1
    for size in range(5, 0, -1):
        strength = naming.before.get(text[max(0, left - size) : left])
        if strength and (size > 1 or left - size in scene.edges):
            return strength + (_SIGNED if strength >= _ROLE and left < at else 0)
    if text[left - 1] in _PERSON and left - 1 not in scene.ends:
        return 2
    return 0.3 if left < at else -3 if text[left - 1] in _PRONOUNS else -1.5


def after(scene: Scene, end: int, naming: Naming) -> float:
    """Points for what stands after a place: a verb of speech 3, a pause 1, an ordinary noun less than nothing."""
    text = scene.text
    right = end
    while right < len(text) and text[right] in BLANK:
        right += 1
    if right >= len(text):
        return 1
    if text[right] in PAUSE:
        if _AGED.match(text, right):
            return 5
        return 2.5 if _ABOUT.match(text, right) else _AT_PAUSE.get(text[right], 1)
    size = longest(text, right, naming.after)
    if size and (size > 1 or scene.ends.get(right, right + 1) == right + 1):
        return naming.after[text[right : right + size]]
    kind = "m" if text[right].isdecimal() else tag(text[right : scene.ends.get(right, right)])
    return {"v": 1.0, "d": 1.0, "p": 1.0, "u": 0.7, "c": 0.7, "m": 0.7, "i": 0.7, "l": 0.7}.get(kind, -0.3)


def closed(text: str, end: int) -> bool:
    """Whether nothing follows a place at once."""
    return end == len(text) or text[end] in PAUSE or text[end] in BLANK


def longest(text: str, at: int, words: Container[str]) -> int:
    """Length of the longest of the words that begin at a place, of at most four characters; 0 when there is none."""
    return next((size for size in range(4, 0, -1) if text[at : at + size] in words and at + size <= len(text)), 0)


def tag(word: str) -> str:
    """Part of speech of a word of the table, empty when it is none."""
    value = table.load().values.get(word)
    return "" if value is None else table.TAGS[value % len(table.TAGS)]
