"""How much a stretch of text looks like a name: points for what it is made of, and for what stands beside it."""

import re
from collections.abc import Container, Iterator, Mapping

from msgspec import Struct

from audio_edition.pronunciation import _naming, table
from audio_edition.pronunciation._naming import Naming, Surname

ENOUGH = 3.0
"""Points that a name needs."""
_MOST = 7.5
"""Points that what follows a surname can add."""
_KNOWN = 3.0
"""For a name that the article has named before."""
_LISTED = 3.0
"""For a name that follows another: 单强、解飞."""
_BLANK = " 　"
_PAUSE = "，。、；：！？“”‘’《》（）()—…·,;:!?\"'\n/|【】[]■□●▲△◆◇★☆＊*"
_NEVER = frozenset("某的了吗呢吧着过们个这那哪不没就又很最把被从让到说道称已等吃给你我他她它啊呀哦么什怎另仍")
_TRAILING = frozenset("和与可大或及对在为")
"""Characters that may end a name, or follow one; _ADVERBS mostly follow one."""
_JOINING = frozenset(("、", " ", "　", "，", "和", "与", "及", "以及", "；", "/", "对"))
_AT_PAUSE = {"（": 1.6, "(": 1.6, "：": 1.6, ":": 1.6, "、": 1.4}
"""Points for a pause after a name that is more than any pause."""
_ADVERBS = frozenset("还曾都也就再又才便却仍已将得着即并使以所太很更比把被")
_CALLED = frozenset("华乐燕石宁葛盛")
"""Surnames that are a given name after 小 and 老: 小华, 小燕."""
_APPOINTED = frozenset("任")
"""With a title after it, mostly the verb: 任主任."""
_PRONOUNS = frozenset("他她它我你您咱们")
_PERSON = frozenset("员家长手师者星将士警匠帅")
"""Last characters of words for persons."""
_HOME = re.compile(
    r"家[庄村沟湾坡岭堡屯寨营坝坪塘河桥口店集窑峪崖咀嘴埠墩圩坳冲垸洼梁塬坨巷畈岗山]|家大[院屋]|[家氏]祠堂|[家氏]宗祠"
)
"""What follows a surname in the name of a village: 解家庄."""
_ABOUT = re.compile(r"[（(，,](?:男|女|\d|[一二三四五六七八九十]+岁|时年|现年|现任|原|系|又名|字|号|中|左|右|前|后|图)")


class Candidate(Struct, frozen=True):
    """A stretch that may be a name."""

    start: int
    end: int
    pinyin: tuple[str, ...]
    points: float
    given: bool = True
    """Whether it has a given name; if not it is a surname with a title."""


class _Guess(Struct):
    """A candidate that is not read yet."""

    points: float
    surname: Surname
    first: int
    """Where the given name begins; the end when there is none."""
    end: int


class Scene(Struct):
    """A text with its words, the names that are known, and where the last name ended."""

    text: str
    ends: Mapping[int, int]
    """End of the word that begins at a place."""
    edges: Container[int]
    names: Container[str]
    last: int = -9


def best(scene: Scene, at: int, naming: Naming) -> Candidate | None:
    """What looks most like a name of all stretches that begin at a place; None when nothing looks enough like one."""
    guesses = [guess for guess in _guesses(scene, at, naming) if guess.points >= ENOUGH]
    if not guesses:
        return None
    guess = max(guesses, key=lambda guess: guess.points)
    blanks = [""] * (guess.first - at - len(guess.surname.pinyin))
    pinyin = (*guess.surname.pinyin, *blanks, *_read(scene.text[guess.first : guess.end], naming))
    return Candidate(at, guess.end, pinyin, guess.points, guess.first < guess.end)


def _guesses(scene: Scene, at: int, naming: Naming) -> Iterator[_Guess]:
    for size in (2, 1):
        surname = naming.surnames.get(scene.text[at : at + size])
        if surname:
            points = surname.prior + _before(scene, at, naming)
            if points + _MOST >= ENOUGH or scene.names:
                yield from _full_names(scene, at, at + size, surname, points, naming)
                yield from _surname_alone(scene, at, at + size, surname, points, naming)


def _full_names(scene: Scene, at: int, start: int, surname: Surname, points: float, naming: Naming) -> Iterator[_Guess]:
    text = scene.text
    title = _longest(text, start, naming.titles)
    for first, size in ((start, 2), (start, 1), (start + 1, 1)):
        end = first + size
        given = text[first:end]
        if len(given) < size or (1 < title >= end - start) or not _hanzi(given) or not _spaced(text, at, start, first, end):
            continue
        following = _after(scene, end, naming)
        if not _closed(text, end) and (text[end - 1] in _ADVERBS or text[end - 1] in _TRAILING):
            following = min(following, 0)
        known = _KNOWN + (1 if end - at > 2 else 0) if text[at:end] in scene.names else 0
        total = points + known + _given(given, naming) + _shape(scene, at, start, end, surname, naming) + following
        yield _Guess(total, surname, first, end)


def _surname_alone(scene: Scene, at: int, end: int, surname: Surname, points: float, naming: Naming) -> Iterator[_Guess]:
    """单局长, 解老师, 曾姓, 解家沟; 老单说, 姓仇."""
    text = scene.text
    if scene.ends.get(at) != end:
        return
    called = text[at - 1] if at and (at < 2 or at - 1 in scene.edges) else ""
    if called == "姓" or text[end : end + 1] == "姓" or _HOME.match(text, end):
        yield _Guess(max(surname.prior, -1) + 4.3, surname, end, end)
    elif called and called in "老小":
        if text[at] in _CALLED:
            return
        total = max(surname.prior, -1) + 2.6 + _after(scene, end, naming) - (0 if _starts(scene, at - 1, naming) else 1.5)
        yield _Guess(total, surname, end, end)
    elif text[at : end + _longest(text, end, naming.titles)] not in naming.before:
        yield _Guess(points + _titled(scene, end, surname, naming), surname, end, end)


def _titled(scene: Scene, end: int, surname: Surname, naming: Naming) -> float:
    """Points for a title after a surname."""
    size = _longest(scene.text, end, naming.titles)
    title = scene.text[end : end + size]
    following = _after(scene, end + size, naming) - 1
    if not title or scene.text[end - 1] in _APPOINTED:
        return 1.7 + following if title else -9
    if title in naming.polite:
        return 5 if surname.prior > -2 else 5 + following
    return 2.7 if surname.prior > -1 and size > 1 else 2.7 + following


def _starts(scene: Scene, at: int, naming: Naming) -> bool:
    """Whether something begins at a place: a sentence, or what a word of address or a preposition leads to."""
    return _before(scene, at, naming) > 0


def _before(scene: Scene, at: int, naming: Naming) -> float:
    text = scene.text
    left = at
    while left and text[left - 1] in _BLANK:
        left -= 1
    if 0 < at - scene.last < 3 and text[scene.last : at] in _JOINING:
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


def _after(scene: Scene, end: int, naming: Naming) -> float:
    text = scene.text
    right = end
    while right < len(text) and text[right] in _BLANK:
        right += 1
    if right >= len(text):
        return 1
    if text[right] in _PAUSE:
        return 2.5 if _ABOUT.match(text, right) else _AT_PAUSE.get(text[right], 1)
    size = _longest(text, right, naming.after)
    if size and (size > 1 or scene.ends.get(right, right + 1) == right + 1):
        return naming.after[text[right : right + size]]
    tag = _tag(text[right : scene.ends.get(right, right)])
    return {"v": 1.0, "d": 1.0, "p": 1.0, "u": 0.7, "c": 0.7, "m": 0.7}.get(tag, -0.3)


def _shape(scene: Scene, at: int, start: int, end: int, surname: Surname, naming: Naming) -> float:
    """How well a name agrees with the words that the text has been cut into."""
    text = scene.text
    word = scene.ends.get(at, start)
    torn = _torn(scene, end, naming) + _trailing(scene, end, naming)
    if start < word < end:
        return torn - (1.5 if text[start:end] in table.load().values else 3.5)
    if torn < -1 and end not in scene.edges:
        return torn
    if word > start:
        return torn - (3.2 if end - at == 2 else 2.8)
    inner = scene.ends.get(start, start)
    if inner == end == start + 2:
        return torn + ((-1.5 if surname.prior < 0 else -0.5) if _tag(text[start:inner]) in "vadcprumtfi" else 0.3)
    return torn + (0.8 if end - start == 2 else 0.2)


def _torn(scene: Scene, end: int, naming: Naming) -> float:
    """Points for a name that ends inside a word: fewer are lost where a verb of speech remains (单世|明|说)."""
    if end in scene.edges or end == len(scene.text):
        return 0
    return -0.9 if naming.after.get(scene.text[end], 0) >= 3 else -2.5


def _trailing(scene: Scene, end: int, naming: Naming) -> float:
    """Points for a name whose last character more often follows a name: 刘梅|还, 张华|为."""
    text = scene.text
    closed = _closed(text, end)
    if text[end - 1] in _ADVERBS:
        return -2 if closed else -4
    if text[end - 1] in naming.after or text[end - 1] in _TRAILING:
        return -1 if closed else -2.3
    return 0


def _closed(text: str, end: int) -> bool:
    return end == len(text) or text[end] in _PAUSE or text[end] in _BLANK


def _given(given: str, naming: Naming) -> float:
    if not _NEVER.isdisjoint(given):
        return -4
    words = table.load().values
    typical = sum(naming.given.get(char, 0.2 if char not in words else -0.5) for char in given)
    return typical if len(given) == 2 else typical - 0.2


def _read(given: str, naming: Naming) -> tuple[str, ...]:
    pair = naming.readings.get(given)
    if pair:
        return pair
    return tuple(naming.readings.get(char, _naming.regular(char))[0] for char in given)


def _longest(text: str, at: int, words: Container[str]) -> int:
    return next((size for size in range(4, 0, -1) if text[at : at + size] in words and at + size <= len(text)), 0)


def _spaced(text: str, at: int, start: int, first: int, end: int) -> bool:
    """Whether a name is written as one: without a blank inside, or with one and pauses around it (霍 然)."""
    if first == start:
        return True
    ends = end == len(text) or text[end] in _PAUSE or text[end] in _BLANK
    return text[start] in _BLANK and ends and (not at or text[at - 1] in _PAUSE or text[at - 1] in _BLANK)


def _hanzi(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)


def _tag(word: str) -> str:
    value = table.load().values.get(word)
    return "" if value is None else table.TAGS[value % len(table.TAGS)]
