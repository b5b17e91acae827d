"""Whether what a service sent says the whole text, and which word is said when. Pure; shared by the engines."""

import unicodedata
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
"""Code points of the text that one code point of a word stands for at most, where the service has rewritten it."""


class Word(Struct, frozen=True):
    """A word that a service says it has said."""

    start: float
    end: float
    """Seconds of the audio."""
    text: str


def locate(words: Sequence[Word], text: str) -> tuple[Span | None, ...]:
    """Where each word stands in the text, in order; None for one that the service has rewritten.

    >>> locate((Word(0, 1, "甲"), Word(1, 2, "12"), Word(2, 3, "乙")), "甲十二乙")
    ((0, 1), None, (3, 4))
    """
    folded, cursor = _fold(text), 0
    places: list[Span | None] = []
    for word in words:
        wanted = _fold(word.text.strip())
        at = folded.find(wanted, cursor, cursor + len(wanted) + REACH) if wanted else -1
        places.append((at, at + len(wanted)) if at >= 0 else None)
        cursor = at + len(wanted) if at >= 0 else cursor
    return tuple(places)


def missing(text: str, words: Sequence[Word], seconds: float, rate: int = 0) -> str:
    """What speaks against audio of so many seconds being the whole text, at `rate` percent of speed more; empty: nothing.

    >>> missing("我们来了", (Word(0.1, 0.4, "我们"), Word(0.4, 0.8, "来了")), 1.2)
    ''
    >>> missing("我们来了", (Word(0.1, 0.4, "我们"),), 1.2)
    'the words reported end before “来了”'
    """
    return _cut_short(words, seconds) or implausible(text, seconds, rate) or _unsaid(text, words)


def only_unknown(text: str, words: Sequence[Word], seconds: float, rate: int = 0) -> bool:
    """Whether all that is missing is at most one character in twenty, as where the voice does not know it.

    >>> known = "记者从市气象局获悉，今天的最低气温在北京市"
    >>> only_unknown(known + "㙍", (Word(0.1, 5, known),), 5.5)
    True
    """
    if _cut_short(words, seconds) or implausible(text, seconds, rate) or not words:
        return False
    inside, tail = _gaps(text, words)
    return 20 * (inside + _said(tail)) <= len(text)


def _cut_short(words: Sequence[Word], seconds: float) -> str:
    end = max((word.end for word in words), default=0.0)
    return f"the audio ends at {seconds:.2f} s, its last word at {end:.2f} s" if seconds < end - SLACK else ""


def implausible(text: str, seconds: float, rate: int = 0) -> str:
    """What is wrong with a text taking so many seconds; empty: nothing.

    >>> implausible("我们来了", 0.1)
    '0.10 s cannot be right for 4 characters (0.28 to 8.80 s)'
    """
    hanzi = sum(1 for char in text if unicodedata.category(char) == "Lo")
    shortest = (hanzi * FASTEST_HANZI + (_said(text) - hanzi) * FASTEST_LETTER) / _pace(rate)
    if shortest <= seconds <= longest(text, rate):
        return ""
    return f"{seconds:.2f} s cannot be right for {len(text)} characters ({shortest:.2f} to {longest(text, rate):.2f} s)"


def longest(text: str, rate: int = 0) -> float:
    """Seconds that no voice exceeds for a text, at `rate` percent of speed more."""
    return (len(text) * SLOWEST + PAUSES) / _pace(rate)


def _pace(rate: int) -> float:
    return max(0.1, 1 + rate / 100)


def _unsaid(text: str, words: Sequence[Word]) -> str:
    if not words:
        return "no word was reported"
    inside, tail = _gaps(text, words)
    if tail:
        return f"the words reported end before “{tail[:20]}”"
    return f"{inside} characters of {len(text)} were not reported" if inside > max(2, INSIDE * len(text)) else ""


def _gaps(text: str, words: Sequence[Word]) -> tuple[int, str]:
    """How many characters between the words no word covers, and the text after the last, if something of it is said."""
    cursor = unsaid = rewritten = 0
    for word, place in zip(words, locate(words, text), strict=True):
        if place is None:
            rewritten += REWRITTEN * (len(word.text) + 1)
            continue
        unsaid += max(0, _said(text[cursor : place[0]]) - rewritten)
        cursor, rewritten = place[1], 0
    return unsaid, text[cursor:].strip() if _said(text[cursor:]) > rewritten else ""


def _said(text: str) -> int:
    return sum(map(is_said, text))


def _fold(text: str) -> str:
    """Case and width folded, code point by code point, so that places stay the same."""
    folded = []
    for char in text:
        plain = unicodedata.normalize("NFKC", char).casefold()
        folded.append(plain if len(plain) == 1 else char)
    return "".join(folded)
