"""How much a stretch of text looks like a name: points for what it is made of, and for what stands beside it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from audio_edition.pronunciation import _naming, table
from audio_edition.pronunciation._beside import BLANK, PAUSE, Scene, after, before, closed, longest, tag
from audio_edition.pronunciation._naming import Naming, Surname

ENOUGH = 3.0
"""Points that a name needs."""
_MOST = 7.5
"""Points that what follows a surname can add."""
_KNOWN = 3.0
"""For a name that the article has named before."""
_SPEECH = 3.0
"""Points for a verb of speech after a name; between an office and one even a word is a name: 市长乐平致辞."""
_NEVER = frozenset("都也还某数的了吗呢吧着过们个这那哪不没就又很最把被从让到说道称已等吃给你我他她它啊呀哦么什怎另仍")
_TRAILING = frozenset("和与可大或及对在为")
"""Characters that may end a name, or follow one; _ADVERBS mostly follow one."""
_ADVERBS = frozenset("还曾都也就再又才便却仍已将得着即并使以所太很更比把被")
_CALLED = frozenset("华乐燕石宁葛盛")
"""Surnames that are a given name after 小 and 老: 小华, 小燕."""
_APPOINTED = frozenset("任")
"""With an office after it, mostly the verb: 任主任, 任江苏巡抚."""
_SAYS = frozenset("说称道问")
_ADDRESSES = frozenset(("先生", "女士", "小姐", "同志", "夫人", "太太", "某", "某某", "氏"))
"""What is said to or of a person only; 老人 may be whom someone taught: 教老人."""
PARTIES = "男女嫌翁妇童"
"""What reports of crimes and accidents in Taiwan and Hong Kong put after a surname: 单男, 解嫌, 曾妇."""
KIN = "夫妻父母"
"""What they put after one that they have introduced: 单父."""
_HOME = re.compile(
    r"家[庄村沟湾坡岭堡屯寨营坝坪塘河桥口店集窑峪崖咀嘴埠墩圩坳冲垸洼梁塬坨巷畈岗山]|家大[院屋]|[家氏]祠堂|[家氏]宗祠"
)
"""What follows a surname in the name of a village: 解家庄."""


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
            points = surname.prior + before(scene, at, naming)
            if points + _MOST >= ENOUGH or scene.names:
                yield from _full_names(scene, at, at + size, surname, points, naming)
                yield from _surname_alone(scene, at, at + size, surname, points, naming)


def _full_names(scene: Scene, at: int, start: int, surname: Surname, points: float, naming: Naming) -> Iterator[_Guess]:
    text = scene.text
    title = longest(text, start, naming.titles)
    for first, size in ((start, 2), (start, 1), (start + 1, 1)):
        end = first + size
        given = text[first:end]
        if len(given) < size or (1 < title >= end - start) or not _hanzi(given) or not _spaced(text, at, start, first, end):
            continue
        if text[at] in _ADVERBS and given[0] in _APPOINTED:
            continue
        following = _following(scene, at, end, naming)
        known = _KNOWN + (1 if end - at > 2 else 0) if text[at:end] in scene.names else 0
        led = points - surname.prior >= 2
        made = _given(given, naming)
        total = points + known + made + _shape(scene, at, start, end, surname, led, naming) + following
        if led and size == 1 and made > 0.5:
            total += 0.4 if following < _SPEECH else 1.3
        if not known and made < (-0.1 if led else 0.5 if following < 2 else 0.2):
            total -= 0.7
        yield _Guess(total, surname, first, end)


def _following(scene: Scene, at: int, end: int, naming: Naming) -> float:
    """Points for what stands after a name, unless its last character, or the verb that its first may be, goes with that."""
    text = scene.text
    office = longest(text, end, naming.titles)
    appointed = office and text[at] in _APPOINTED and text[end : end + office] not in naming.polite
    if appointed and after(scene, end + office, naming) < 3:
        return -1
    joined = not closed(text, end) and (text[end - 1] in _ADVERBS or text[end - 1] in _TRAILING)
    return min(after(scene, end, naming), 0) if joined else after(scene, end, naming)


def _surname_alone(scene: Scene, at: int, end: int, surname: Surname, points: float, naming: Naming) -> Iterator[_Guess]:
    """单局长, 解老师, 曾姓, 解家沟; 老单说, 姓仇."""
    text = scene.text
    home = _HOME.match(text, end)
    if scene.ends.get(at) != end and not ((home or text[end : end + 1] == "姓") and scene.ends.get(at) == end + 1):
        return
    called = text[at - 1] if at and (at < 2 or at - 1 in scene.edges) else ""
    if called == "姓" or text[end : end + 1] == "姓" or home:
        yield _Guess(max(surname.prior, -1) + 4.3, surname, end, end)
    elif called and called in "老小":
        if text[at] in _CALLED:
            return
        total = max(surname.prior, -1) + 2.9 + after(scene, end, naming) - (0 if _starts(scene, at - 1, naming) else 1.5)
        yield _Guess(total, surname, end, end)
    elif _is_party(scene, at, end):
        yield _Guess(points + max(0, -1 - surname.prior) + _party(scene, at, end, naming), surname, end, end)
    elif text[at : end + longest(text, end, naming.titles)] not in naming.before:
        yield _Guess(points + _titled(scene, end, surname, naming), surname, end, end)


def _is_party(scene: Scene, at: int, end: int) -> bool:
    sign = scene.text[end : end + 1]
    alone = sign and scene.ends.get(end, end + 1) == end + 1 and scene.text[at] not in _NEVER
    return bool(alone) and (sign in PARTIES or (sign in KIN and scene.text[at : end + 1] in scene.names))


def _party(scene: Scene, at: int, end: int, naming: Naming) -> float:
    """Points for 男, 女 and the like after a surname, more when the article names its bearer: 单姓男子."""
    return 2.9 + (_KNOWN if scene.text[at : end + 1] in scene.names else 0) + after(scene, end + 1, naming)


def _titled(scene: Scene, end: int, surname: Surname, naming: Naming) -> float:
    """Points for a title after a surname."""
    size = longest(scene.text, end, naming.titles)
    title = scene.text[end : end + size]
    following = after(scene, end + size, naming) - 1
    if not title:
        return -9
    if scene.text[end - 1] in _APPOINTED:
        return (2.7 if title in naming.polite else 1.7) + following
    if tag(scene.text[end - 1]) == "v" and surname.prior < -2 and title not in _ADDRESSES:
        return 2.7 + following
    if title in naming.polite:
        return 5 if surname.prior > -2 else 5 + following
    return 2.7 if surname.prior > -1 and size > 1 else 2.7 + following


def _starts(scene: Scene, at: int, naming: Naming) -> bool:
    """Whether something begins at a place: a sentence, or what a word of address or a preposition leads to."""
    return before(scene, at, naming) > 0


def _shape(scene: Scene, at: int, start: int, end: int, surname: Surname, led: bool, naming: Naming) -> float:
    """How well a name agrees with the words that the text has been cut into."""
    text = scene.text
    word = scene.ends.get(at, start)
    torn = _torn(scene, end) + _trailing(scene, end, naming)
    if start < word < end:
        return torn - (1.5 if text[start:end] in table.load().values else 3.5)
    if torn < -1 and end not in scene.edges:
        return torn
    if word > start:
        return torn - (3.2 if end - at == 2 else 1 if led else 2.8)
    inner = scene.ends.get(start, start)
    if inner == end == start + 2:
        torn -= 0.6 if text[at] in _NEVER else 0
        return torn + ((-1.5 if surname.prior < 0 else -0.5) if tag(text[start:inner]) in "vadcprumtfi" else 0.3)
    return torn + (0.8 if end - start == 2 else 0.2)


def _torn(scene: Scene, end: int) -> float:
    """Points for a name that ends inside a word: fewer are lost where a verb of speech remains (单世|明|说)."""
    if end in scene.edges or end == len(scene.text):
        return 0
    return -0.9 if scene.text[end] in _SAYS else -2.5


def _trailing(scene: Scene, end: int, naming: Naming) -> float:
    """Points for a name whose last character more often follows a name: 刘梅|还, 张华|为."""
    text = scene.text
    alone = closed(text, end)
    if text[end - 1] in _ADVERBS:
        return -2 if alone else -4
    if text[end - 1] in _TRAILING:
        return -1 if alone else -2.3
    if text[end - 1] in naming.after:
        return -1 if alone or naming.given.get(text[end - 1], 0) > 0.7 else -2.3
    return 0


def _given(given: str, naming: Naming) -> float:
    words = table.load().values
    # 道 ends no name, but begins many: 道林, 道远.
    begun = given[0] == "道" and len(given) > 1 and given not in words
    if not _NEVER.isdisjoint(given[1:] if begun else given):
        return -4
    if given[0] in PARTIES and given in words and len(given) > 1:
        return -4
    typical = [naming.given.get(char, 0.2 if char not in words else -0.5) for char in given]
    if len(given) == 1:
        return typical[0] - (0.2 if typical[0] > 0 else 0.7)
    return sum(typical) + (0.7 if min(typical) > 0.7 else 0)


def _read(given: str, naming: Naming) -> tuple[str, ...]:
    pair = naming.readings.get(given)
    if pair:
        return pair
    return tuple(naming.readings.get(char, _naming.regular(char))[0] for char in given)


def _spaced(text: str, at: int, start: int, first: int, end: int) -> bool:
    """Whether a name is written as one: without a blank inside, or with one and pauses around it (霍 然)."""
    if first == start:
        return True
    return text[start] in BLANK and closed(text, end) and (not at or text[at - 1] in PAUSE or text[at - 1] in BLANK)


def _hanzi(text: str) -> bool:
    return all("㐀" <= char <= "鿿" for char in text)
