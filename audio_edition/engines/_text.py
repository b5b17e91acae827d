"""What of a text a voice can say, and where to cut what is too long for one request. Pure; shared by the engines."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from audio_edition.model.text import Span

Spans = tuple[tuple[int, int, int, int], ...]
"""(payload start, payload end, spoken start, spoken end), code points, ordered: see Prompt.spans."""

_SENTENCE = frozenset("。！？!?；;…\n")
_CLAUSE = frozenset("，,、：:—")
_CLOSING = frozenset("”’」』）)》〉】]\"'…。！？!?")


def speakable(text: str) -> bool:
    """Whether a voice finds anything to say: a letter, a Hanzi or a digit.

    >>> speakable("……——！"), speakable("\U0001f389"), speakable("好")
    (False, False, True)
    """
    return any(map(is_said, text))


def is_said(char: str) -> bool:
    """Whether a code point is a letter, a Hanzi or a digit, and so is heard."""
    return unicodedata.category(char)[0] in "LN"


def acceptable(char: str) -> bool:
    """Whether every service takes a code point: no control, format or private-use character, no pictograph, nothing half."""
    code = ord(char)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE01EF:
        return False  # noncharacters, variation selectors, tags
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co") and not _is_pictograph(code)


def clean(text: str, places: Iterable[int] = ()) -> tuple[str, tuple[int, ...]]:
    """A text without what no service accepts, and the place of each code point in the spoken text; empty when nothing of it
    can be said.

    Control, format and private-use characters, lone surrogates, noncharacters and pictographs go; a run of white space,
    and of what went between two words, becomes one space. `places` gives for each code point of the text the one of the
    spoken text that it stands for; its own where left out.

    >>> clean("好\\x0b的\\ud800\U0001f600。")
    ('好 的。', (0, 1, 2, 5))
    """
    kept: list[tuple[str, int]] = []
    for char, place in zip(text, tuple(places) or range(len(text)), strict=True):
        if char.isspace() or unicodedata.category(char) == "Cc":
            if kept and kept[-1][0] != " ":
                kept.append((" ", place))
        elif acceptable(char):
            kept.append((char, place))
    while kept and kept[-1][0] == " ":
        kept.pop()
    payload = "".join(char for char, _ in kept)
    if not speakable(payload):
        return "", ()
    return payload, tuple(place for _, place in kept)


def runs(places: Sequence[int]) -> Spans:
    """The way back from a payload whose code points stand for these places, as few spans as say it.

    >>> runs((0, 1, 2, 5))
    ((0, 3, 0, 3), (3, 4, 5, 6))
    """
    edges = [at for at in range(1, len(places)) if places[at] != places[at - 1] + 1]
    spans = pairwise([0, *edges, len(places)] if places else [])
    return tuple((start, end, places[start], places[end - 1] + 1) for start, end in spans)


def pieces(text: str, most: int, size: Callable[[str], int]) -> Iterator[Span]:
    """Spans that tile a text, each of at most `most` by `size` (of one code point), cut where a reader would pause.

    Sentence ends are preferred, then clause ends, then spaces, then any code point.

    >>> text = "一二。三四，五六七"
    >>> [text[start:end] for start, end in pieces(text, 5, len)]
    ['一二。', '三四，', '五六七']
    """
    start = 0
    while start < len(text):
        end, total = start, 0
        while end < len(text) and total + size(text[end]) <= most:
            total += size(text[end])
            end += 1
        end = max(end, start + 1)
        if end < len(text):
            end = _last_cut(text, start, end)
        yield start, end
        start = end


def halves(text: str) -> tuple[str, str] | None:
    """A text cut in two near its middle, at the best place there is; None when one half would say nothing.

    >>> halves("我们来了，他们走了。")
    ('我们来了，', '他们走了。')
    >>> halves("好。") is None
    True
    """
    for rank in (_is_sentence_end, _is_clause_end, _is_space, _is_any):
        cuts = [cut for cut in range(1, len(text)) if rank(text, cut) and speakable(text[:cut]) and speakable(text[cut:])]
        if cuts:
            cut = min(cuts, key=lambda cut: abs(2 * cut - len(text)))
            return text[:cut], text[cut:]
    return None


def escaped_size(char: str) -> int:
    """Bytes of a code point in UTF-8 after XML escaping."""
    return len(escape(char).encode())


def _is_pictograph(code: int) -> bool:
    return 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF or 0x2B00 <= code <= 0x2BFF or code == 0x20E3


def _last_cut(text: str, start: int, end: int) -> int:
    for rank in (_is_sentence_end, _is_clause_end, _is_space):
        for cut in range(end, start, -1):
            if rank(text, cut):
                return cut
    return end


def _is_sentence_end(text: str, cut: int) -> bool:
    """Whether a sentence ends before `cut`, its closing marks included."""
    if text[cut : cut + 1] in _CLOSING and cut < len(text):
        return False
    before = cut
    while before and text[before - 1] in _CLOSING and text[before - 1] not in _SENTENCE:
        before -= 1
    return before > 0 and text[before - 1] in _SENTENCE


def _is_clause_end(text: str, cut: int) -> bool:
    return text[cut - 1] in _CLAUSE and text[cut : cut + 1] not in _CLAUSE


def _is_space(text: str, cut: int) -> bool:
    return text[cut - 1] == " "


def _is_any(text: str, cut: int) -> bool:
    return not unicodedata.combining(text[cut])
