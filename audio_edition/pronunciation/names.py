"""Persons' names, and how they are read: 记者解飞, 单增德说, 万俟卨.

What makes a name is added up: how rarely its surname is an ordinary character, whether its given name is made of characters that
given names are made of, the words that the text has been cut into, and what stands before and after. The figures are points; a name
needs `_ENOUGH` of them.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from audio_edition.model.text import Span
from audio_edition.pronunciation import _naming, gazetteer, table
from audio_edition.pronunciation._naming import Naming, Surname
from audio_edition.pronunciation.found import Found

if TYPE_CHECKING:
    from audio_edition.pronunciation.context import Context

_ENOUGH = 3.0
_KNOWN = 2.5
"""For a name that the article has named before."""
_LISTED = 3.0
"""For a name that follows another: 单强、解飞."""
_BLANK = " 　"
_PAUSE = "，。、；：！？“”‘’《》（）()—…·,;:!?\"'\n/|【】[]■□●▲△◆◇★☆＊*"
_NEVER = frozenset("某的了吗呢吧着过们个这那哪不没就又很最把被从让到说道称已等吃给你我他她它啊呀哦么什怎另仍")
_JOINING = frozenset(("、", " ", "　", "，", "和", "与", "及", "以及", "；", "/", "对"))
_TRAILING = frozenset("还曾和比可得大与并或使以所再很太更即")
"""Characters that mostly follow a name, though they may end one."""
_PRONOUNS = frozenset("他她它我你您咱们")
_PERSON = frozenset("员家长手师者星将士警匠帅")
_ABOUT = re.compile(r"[（(，,](?:男|女|\d|[一二三四五六七八九十]+岁|时年|现年|现任|原|系|又名|字|号|中|左|右|前|后|图)")
_LISTING = frozenset("、 　和")


class Candidate(Struct, frozen=True):
    """A stretch that may be a name."""

    start: int
    end: int
    pinyin: tuple[str, ...]
    points: float
    given: bool = True
    """Whether it has a given name; if not it is a surname with a title."""


class _Scene(Struct):
    """A text with its words, and where the last name ended."""

    text: str
    ends: dict[int, int]
    """End of the word that begins at a place."""
    edges: set[int]
    names: dict[str, tuple[str, ...]]
    last: int = -9


def find(text: str, context: "Context", words: Sequence[Span]) -> Iterator[Found]:
    """The names in a text that hold a character with several readings; in order, disjoint.

    `words` are the words of the text.
    """
    naming = _naming.load()
    for name in _all(text, context, words, naming):
        if any(char in naming.doubtful for char in text[name.start : name.end]):
            yield Found(name.start, name.end, name.pinyin, _confidence(name.points))


def persons(text: str, context: "Context", words: Sequence[Span]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Persons that a text names beyond doubt, with the pinyin of their names."""
    for name in _all(text, context, words, _naming.load()):
        if name.given and name.points >= _ENOUGH + 0.7:
            yield text[name.start : name.end], name.pinyin


def _all(text: str, context: "Context", words: Sequence[Span], naming: Naming) -> Iterator[Candidate]:
    found = sorted([*_famous(text, words), *_foreign(text), *_native(text, context, words, naming)], key=lambda name: name.start)
    end = 0
    for name in found:
        if name.start >= end:
            end = name.end
            yield name


def _famous(text: str, words: Sequence[Span]) -> Iterator[Candidate]:
    for at, known in gazetteer.candidates(text, gazetteer.load("persons.tsv")):
        end = at + len(known.word)
        if not any(gazetteer.crossed(at, end, words)):
            yield Candidate(at, end, known.pinyin, 9)


def _native(text: str, context: "Context", words: Sequence[Span], naming: Naming) -> Iterator[Candidate]:
    scene = _Scene(text, dict(words), {edge for word in words for edge in word}, dict(context.names))
    for at in [at for at, char in enumerate(text) if char in naming.initials]:
        if at >= scene.last and _worth(text, at, naming):
            best = max(_candidates(scene, at, naming), key=lambda name: name.points, default=None)
            if best and best.points >= _ENOUGH:
                scene.last = best.end
                yield best


def _worth(text: str, at: int, naming: Naming) -> bool:
    """Whether a name here can matter: for its own reading, or because it stands in a list."""
    return not naming.doubtful.isdisjoint(text[at : at + 4]) or not _LISTING.isdisjoint(text[at + 2 : at + 5])


def _candidates(scene: _Scene, at: int, naming: Naming) -> Iterator[Candidate]:
    for size in (2, 1):
        surname = naming.surnames.get(scene.text[at : at + size])
        if surname:
            start = at + size
            before = _before(scene, at, naming)
            points = surname.prior + before + (0 if at in scene.edges else -4 if before < 2 else -1.5)
            yield from _full_names(scene, at, start, surname, points, naming)
            yield from _surname_alone(scene, at, start, surname, points, naming)


def _full_names(scene: _Scene, at: int, start: int, surname: Surname, points: float, naming: Naming) -> Iterator[Candidate]:
    text = scene.text
    for first, size in ((start, 2), (start, 1), (start + 1, 1)):
        end = first + size
        given = text[first:end]
        blank = text[start:first]
        if len(given) < size or blank.strip(_BLANK) or not _hanzi(given) or _title_at(text, start, end, naming):
            continue
        if blank and not _alone(text, at, end):
            continue
        known = _KNOWN + (1 if end - at > 2 else 0) if text[at:end] in scene.names else 0
        total = points + known + _given(given, naming) + _shape(scene, at, start, end, points) + _after(scene, end, naming)
        yield Candidate(at, end, (*surname.pinyin, *[""] * len(blank), *_read(given, naming)), total)


def _surname_alone(scene: _Scene, at: int, end: int, surname: Surname, points: float, naming: Naming) -> Iterator[Candidate]:
    """单局长, 老单说, 姓仇, 解氏."""
    text = scene.text
    if scene.ends.get(at, end) != end:
        return
    title = _longest(text, end, naming.titles)
    if title and text[at : end + title] not in naming.before:
        polite = title > 1 and text[end : end + title] not in naming.before or text[end] in "某氏"
        clear = surname.prior > (-2 if polite else -1) and (polite or title > 1)
        total = points + (5 if polite else 2.7) + (0 if clear else _after(scene, end + title, naming) - 1)
        yield Candidate(at, end, surname.pinyin, total, given=False)
    if at and text[at - 1] in "老小姓" and (at < 2 or at - 1 in scene.edges):
        total = surname.prior + (3.5 if text[at - 1] == "姓" else 1 + _after(scene, end, naming))
        yield Candidate(at, end, surname.pinyin, total, given=False)


def _before(scene: _Scene, at: int, naming: Naming) -> float:
    text = scene.text
    left = at
    while left and text[left - 1] in _BLANK:
        left -= 1
    if scene.last > 0 and text[scene.last : at] in _JOINING:
        return _LISTED
    if not left or text[left - 1] in _PAUSE:
        return 1
    for size in range(5, 0, -1):
        strength = naming.before.get(text[max(0, left - size) : left])
        if strength and (size > 1 or left - size in scene.edges):
            return strength
    if text[left - 1] in _PERSON and left - 1 not in scene.ends:
        return 2
    return 0.3 if left < at else -3 if text[left - 1] in _PRONOUNS else -1.5


def _after(scene: _Scene, end: int, naming: Naming) -> float:
    text = scene.text
    right = end
    while right < len(text) and text[right] in _BLANK:
        right += 1
    if right >= len(text):
        return 1
    if text[right] in _PAUSE:
        return 2.5 if _ABOUT.match(text, right) else 1.6 if text[right] in "（(：:" else 1
    size = _longest(text, right, naming.after)
    if size and (size > 1 or scene.ends.get(right, right + 1) == right + 1):
        return naming.after[text[right : right + size]]
    tag = _tag(text[right : scene.ends.get(right, right)])
    return {"v": 1.0, "d": 1.0, "p": 1.0, "u": 0.7, "c": 0.7}.get(tag, -0.3)


def _shape(scene: _Scene, at: int, start: int, end: int, points: float) -> float:
    """How well a name agrees with the words that the text has been cut into."""
    word = scene.ends.get(at, start)
    torn = 0.0 if end in scene.edges or end == len(scene.text) else -3 if points < 3 else -2
    if word > start and word < end:
        return torn - (1.5 if _is_word(scene.text[start:end]) else 3.5)
    if torn:
        return torn
    if word > start:
        return -4 if end - at == 2 else -2.8
    inner = scene.ends.get(start, start)
    if inner - start == 2:
        return (-1.5 if points < 2 else -0.8) if _tag(scene.text[start:inner]) in "vadcprumtfi" else 0.3
    return 0.8 if end - start == 2 else 0.2


def _given(given: str, naming: Naming) -> float:
    if not _NEVER.isdisjoint(given):
        return -4
    typical = -1.3 if given[-1] in naming.after or given[-1] in _TRAILING else 0.0
    words = table.load().values
    typical += sum(naming.given.get(char, 0.2 if char not in words else -0.5) for char in given)
    return typical if len(given) == 2 else typical - 0.2


def _read(given: str, naming: Naming) -> tuple[str, ...]:
    pair = naming.readings.get(given)
    if pair:
        return pair
    return tuple(naming.readings.get(char, _naming.regular(char))[0] for char in given)


def _title_at(text: str, start: int, end: int, naming: Naming) -> bool:
    """Whether what would be a given name is a title, or begins one: 张|行长, 单|书记."""
    size = _longest(text, start, naming.titles)
    return size > 1 and end - start <= size


def _longest(text: str, at: int, words: Container[str]) -> int:
    return next((size for size in range(4, 0, -1) if text[at : at + size] in words and at + size <= len(text)), 0)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a spaced name has nothing else beside it: （记者 霍 然）."""
    return (end == len(text) or text[end] in _PAUSE + _BLANK) and (not start or text[start - 1] in _PAUSE + _BLANK)


def _hanzi(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)


def _is_word(text: str) -> bool:
    return text in table.load().values


def _tag(word: str) -> str:
    value = table.load().values.get(word)
    return "" if value is None else table.TAGS[value % len(table.TAGS)]


def _foreign(text: str) -> Iterator[Candidate]:
    """Names with dots: 阿卜杜拉·买买提, 查尔斯·达尔文."""
    sounds = _naming.load().sounds
    end = 0
    for dot in [at for at, char in enumerate(text) if char == "·"]:
        if dot >= end:
            start = _run(text, dot, -1, sounds)
            end = _run(text, dot, 1, sounds)
            if dot - start > 1 and end - dot > 2:
                yield Candidate(start, end, tuple(sounds.get(char, "") for char in text[start:end]), 5)


def _run(text: str, dot: int, step: int, sounds: Container[str]) -> int:
    """How far a transliterated name reaches from a dot, to the left (-1) or to the right (1)."""
    at = dot + step
    while 0 <= at < len(text) and (text[at] in sounds or text[at] == "·") and abs(at - dot) < 24:
        at += step
    return at + 1 if step < 0 else at


def _confidence(points: float) -> float:
    return min(0.98, 0.86 + 0.03 * (points - _ENOUGH))
