"""Whether what a service sent says the whole text, and which word is said when. Pure; shared by the engines."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from audio_edition.engines._text import is_said
from audio_edition.model.text import Span

SLACK = 0.2
"""Seconds by which the audio may end before the last word does: services round."""
FASTEST_HANZI = 0.07
FASTEST_LETTER = 0.02
"""Seconds: no voice says a Hanzi (a letter) faster at its own pace; broadcasters take about 0.2 s for a Hanzi."""
SLOWEST = 1.2
PAUSES = 4.0
"""Seconds per code point, and for silence around it, that no voice exceeds."""
INSIDE = 0.1
"""Part of the text that may lack a time in the middle of others, as a character that the service does not know."""
REACH = 80
"""Code points ahead in which a word is looked for: one that the service invented must not run away with the cursor."""
REWRITTEN = 4
"""Code points of the text that one code point of a word stands for at most, where the service has rewritten a number: 十二 as 12.
Of letters each stands for one."""
GUESSED = 2 / 3
"""Part of the text at most that words of other letters may stand for: about a third of them have another form."""


class Word(Struct, frozen=True):
    """A word that a service says it has said."""

    start: float
    end: float
    """Seconds of the audio."""
    text: str


def locate(words: Sequence[Word], text: str) -> tuple[Span | None, ...]:
    """Where each word stands in the text, in order, without the marks around it; None for one that the service has rewritten.

    >>> locate((Word(0, 1, "甲，"), Word(1, 2, "12"), Word(2, 3, "乙")), "甲十二乙")
    ((0, 1), None, (3, 4))
    """
    folded, cursor = _fold(text), 0
    places: list[Span | None] = []
    for word in words:
        wanted = _fold(_bare(word.text))
        at = folded.find(wanted, cursor, cursor + len(wanted) + REACH) if wanted else -1
        places.append((at, at + len(wanted)) if at >= 0 else None)
        cursor = at + len(wanted) if at >= 0 else cursor
    return tuple(places)


def in_order(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """Words as they follow each other in the text: as they came, or by their times where messages overtook each other.

    One that is announced twice counts once: the second would be looked for where the text has it again. Of words that have no
    times at all nothing tells two announcements from two words.

    >>> [word.text for word in in_order((Word(1, 2, "乙"), Word(0, 1, "甲"), Word(0, 1, "甲")), "甲乙")]
    ['甲', '乙']
    """
    came = tuple(dict.fromkeys(words) if any(word.end for word in words) else words)
    timed = tuple(sorted(came, key=lambda word: word.start))
    return came if came == timed else max(came, timed, key=lambda order: sum(map(bool, locate(order, text))))


def missing(text: str, words: Sequence[Word], seconds: float, rate: int = 0) -> str:
    """What speaks against audio of so many seconds being the whole text, at `rate` percent of speed more; empty: nothing.

    >>> missing("我们来了", (Word(0.1, 0.4, "我们"), Word(0.4, 0.8, "来了")), 1.2)
    ''
    >>> missing("我们来了", (Word(0.1, 0.4, "我们"),), 1.2)
    'the words reported end before “来了”'
    """
    return _cut_short(words, seconds) or implausible(text, seconds, rate) or _unsaid(text, words)


def unreported(text: str, words: Sequence[Word]) -> int:
    """How many characters of a text no word stands for, of which `missing` lets a few pass.

    >>> unreported("我们昨天都来了", (Word(0.1, 0.4, "我们"), Word(0.4, 0.8, "来了")))
    3
    """
    return sum(gap.unsaid for gap in _gaps(text, words))


def only_unknown(text: str, words: Sequence[Word], seconds: float, rate: int = 0) -> bool:
    """Whether all that is missing is at most one character in twenty, as where the voice does not know it.

    At the end it must be a rare one: a common one that lacks there was lost with the end of the sound.

    >>> known = "记者从市气象局获悉，今天的最低气温在北京市"
    >>> [only_unknown(known + last, (Word(0.1, 5, known),), 5.5) for last in "㙍区"]
    [True, False]
    """
    if _cut_short(words, seconds) or implausible(text, seconds, rate) or not words:
        return False
    gaps = _gaps(text, words)
    if gaps[-1].unsaid > sum(map(_is_rare, gaps[-1].text)):
        return False
    return 20 * sum(gap.unsaid + gap.guessed + gap.foreign for gap in gaps) <= len(text)


def _cut_short(words: Sequence[Word], seconds: float) -> str:
    end = max((word.end for word in words), default=0.0)
    return f"the audio ends at {seconds:.2f} s, its last word at {end:.2f} s" if seconds < end - SLACK else ""


def implausible(text: str, seconds: float, rate: int = 0) -> str:
    """What is wrong with a text taking so many seconds; empty: nothing.

    >>> implausible("我们来了", 0.1)
    '0.10 s cannot be right for 4 characters (0.28 to 8.80 s)'
    """
    least, most = shortest(text, rate), longest(text, rate)
    if least <= seconds <= most:
        return ""
    return f"{seconds:.2f} s cannot be right for {len(text)} characters ({least:.2f} to {most:.2f} s)"


def shortest(text: str, rate: int = 0) -> float:
    """Seconds that a text takes at least, at `rate` percent of speed more: services follow it as far as they can.

    >>> round(shortest("我们来了"), 2)
    0.28
    """
    hanzi = sum(map(_is_hanzi, text))
    return (hanzi * FASTEST_HANZI + (_said(text) - hanzi) * FASTEST_LETTER) / max(1.0, _pace(rate))


def longest(text: str, rate: int = 0) -> float:
    """Seconds that no voice exceeds for a text, at `rate` percent of speed more."""
    return (len(text) * SLOWEST + PAUSES) / min(1.0, _pace(rate))


def _pace(rate: int) -> float:
    return max(0.1, 1 + rate / 100)


class _Gap(Struct, frozen=True):
    """A part of the text in which no word was found, and the words reported there that were not found."""

    text: str
    strangers: str
    foreign: int = 0
    """How many characters of these the text has nowhere, and nothing in this part that they could stand for."""

    @property
    def unsaid(self) -> int:
        """How many characters no word can stand for."""
        numbers = sum(REWRITTEN * (len(word) + 1) for word in self.strangers.split() if not _is_plain(word))
        return max(0, _said(self.text) - self._letters - numbers)

    @property
    def guessed(self) -> int:
        """How many characters words of letters must stand for that do not have them: of 气象 one, where 氣象 is reported."""
        shared = Counter(filter(_is_hanzi, self.text)) & Counter(filter(_is_hanzi, self.strangers))
        return max(0, min(_said(self.text), self._letters) - shared.total())

    @property
    def _letters(self) -> int:
        return sum(_said(word) for word in self.strangers.split() if _is_plain(word))


def _unsaid(text: str, words: Sequence[Word]) -> str:
    if not words:
        return "no word was reported"
    gaps = _gaps(text, words)
    if gaps[-1].unsaid:
        return f"the words reported end before “{gaps[-1].text.strip()[:20]}”"
    few = max(2, INSIDE * len(text))
    unsaid, guessed = sum(gap.unsaid for gap in gaps), sum(gap.guessed for gap in gaps)
    foreign = sum(gap.foreign for gap in gaps)
    if foreign > few:
        return f"{foreign} characters were reported that the text does not have"
    if guessed > GUESSED * _said(text):
        return f"{guessed} characters of {len(text)} were reported as others"
    return f"{unsaid} characters of {len(text)} were not reported" if unsaid > few else ""


def _gaps(text: str, words: Sequence[Word]) -> tuple[_Gap, ...]:
    """What stands before, between and after the words that are found in the text: one more than there are of these."""
    gaps: list[_Gap] = []
    cursor, strangers, known = 0, "", frozenset(_fold(text))
    for word, place in zip(words, locate(words, text), strict=True):
        if place is None:
            strangers += word.text + " "
            continue
        gaps.append(_gap(text[cursor : place[0]], strangers, known))
        cursor, strangers = place[1], ""
    return (*gaps, _gap(text[cursor:], strangers, known))


def _gap(text: str, strangers: str, known: frozenset[str]) -> _Gap:
    if not strangers:
        return _Gap(text, "")
    foreign = sum(_said(word) for word in strangers.split() if _is_plain(word) and not known.intersection(_fold(word)))
    return _Gap(text, strangers, max(0, foreign - _said(text)))


def _is_rare(char: str) -> bool:
    """Whether it stands in neither of the old character sets, so that a voice need not know it."""
    return is_said(char) and not (_is_in(char, "gb2312") or _is_in(char, "big5"))


def _is_in(char: str, charset: str) -> bool:
    try:
        return bool(char.encode(charset))
    except UnicodeEncodeError:
        return False


def _is_plain(word: str) -> bool:
    return all(char.isalpha() or not is_said(char) for char in word)


def _is_hanzi(char: str) -> bool:
    return unicodedata.category(char) == "Lo"


def _said(text: str) -> int:
    return sum(map(is_said, text))


def _bare(word: str) -> str:
    """What is heard of a word: some services report the marks beside it, not all of them the text's."""
    heard = [place for place, char in enumerate(word) if is_said(char)]
    return word[heard[0] : heard[-1] + 1] if heard else word.strip()


def _fold(text: str) -> str:
    """Case and width folded, code point by code point, so that places stay the same."""
    folded = []
    for char in text:
        plain = char if "\u4e00" <= char <= "\u9fff" else unicodedata.normalize("NFKC", char).casefold()
        folded.append(plain if len(plain) == 1 else char)
    return "".join(folded)
