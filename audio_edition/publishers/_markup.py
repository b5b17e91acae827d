"""Printed text as HTML: hostile characters left out, foreign runs marked, what is spoken timed.

Code points are counted in the text as printed; only what is written into the page is cleaned.
"""

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, ascii_uppercase, digits

from markupsafe import Markup, escape
from msgspec import Struct

from audio_edition.model.edition import Cue, Track, Word

TICK = 20
"""Milliseconds of one tick of a word's time in `data-w`."""
SHORT = 15
"""Ticks of a pause in which the word before it stays marked."""
ALPHABET = ascii_uppercase + ascii_lowercase + digits + "-_"

# Not printable, and not allowed in HTML (controls, surrogates, noncharacters) or (bidi) able to reorder its neighbours.
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_GETA = "〓"  # what printers set where a character is missing

_TIMED = re.compile(r"<span data-t=[\d.]+(?: data-w=([\w-]+))?>")
_LATIN = r"[A-Za-z\u00c0-\u024f]"
_SCRIPTS = (
    ("en", rf"{_LATIN}(?:[A-Za-z\u00c0-\u024f0-9'’.&/+ -]{{0,200}}{_LATIN})?"),
    ("zh", r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"),
    ("ja", r"[\u3041-\u309f\u30a1-\u30fa][\u3041-\u309f\u30a1-\u30fe]*"),
    ("ko", r"[\uac00-\ud7a3]+"),
    ("ru", r"[\u0400-\u04ff]+"),
    ("ar", r"[\u0620-\u06ff]+"),
    ("bo", r"[\u0f00-\u0fff]+"),
    ("mn", r"[\u1800-\u18af]+"),
    ("th", r"[\u0e01-\u0e5b]+"),
)
_FOREIGN = re.compile("|".join(f"(?P<{lang}>{pattern})" for lang, pattern in _SCRIPTS))
_WITH_HANZI = {"yue", "wuu", "cmn", "ja", "ko"}
_LATIN_FREE = {"zh", "yue", "wuu", "cmn", "ja", "ko", "ru", "ar", "bo", "mn", "th", "ug"}


def clean(text: str) -> str:
    r"""The text without what no newspaper prints: control and bidi characters, half characters.

    >>> clean("甲\x00\u202e乙\ufffd")
    '甲乙〓'
    """
    if not text.isprintable():  # which is asked sooner
        text = _UNPRINTED.sub("", text).replace("\u2028", " ").replace("\u2029", " ")
    return text.replace("\ufffd", _GETA)


def shows(text: str) -> bool:
    """Whether anything of the text can be seen.

    >>> shows("甲"), shows("\x01 \u202e")
    (True, False)
    """
    return bool(clean(text).strip())


def short(text: str, most: int = 60) -> str:
    """The cleaned text on one line, cut to at most `most` code points.

    >>> short("一座\\n老渔港", 4)
    '一座 …'
    """
    line = " ".join(clean(text[: 8 * most]).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def printed(text: str, lang: str = "zh") -> Markup:
    """Text of language `lang` as HTML, its foreign runs marked.

    >>> print(printed("乘RCEP东风 <1>"))
    乘<span lang=en>RCEP</span>东风 &lt;1&gt;
    """
    return Markup("").join(_runs(clean(text), lang.partition("-")[0].lower()))


def _runs(text: str, lang: str) -> Iterator[Markup]:
    done = 0
    for match in _FOREIGN.finditer(text):
        run = str(match.lastgroup)
        if run == lang or (run == "en" and lang not in _LATIN_FREE) or (run == "zh" and lang in _WITH_HANZI):
            continue
        yield escape(text[done : match.start()])
        yield Markup("<span lang={}>{}</span>").format(run, match[0])
        done = match.end()
    yield escape(text[done:])


class Marking(Struct, frozen=True):
    """How a track's passages are marked with the times at which they are spoken."""

    cues: dict[str, tuple[Cue, ...]]
    """By passage, ordered by place in the text."""
    offset: int
    """Samples between the start of the audio file and the track."""
    sample_rate: int
    lang: str

    def text(self, passage: str, text: str, start: int = 0, end: int | None = None) -> Markup:
        """The stretch [start, end) of a passage's text: each cue a span that says when it is spoken."""
        return Markup("").join(self._spans(passage, text, start, len(text) if end is None else end))

    def _spans(self, passage: str, text: str, done: int, end: int) -> Iterator[Markup]:
        for cue in self.cues.get(passage, ()):
            first, last = max(cue.text_start, done), min(cue.text_end, end)
            if first >= last:
                continue
            yield printed(text[done:first], self.lang)
            yield self._span(cue, text, first, last)
            done = last
        yield printed(text[done:end], self.lang)

    def _span(self, cue: Cue, text: str, first: int, last: int) -> Markup:
        words = encoded(text, first, last, cue.start, cue.words, self.sample_rate)
        return Markup("<span data-t={}{}>{}</span>").format(
            seconds(self.offset + cue.start, self.sample_rate),
            Markup(f" data-w={words}") if words else "",
            printed(text[first:last], self.lang),
        )


def hundredths(samples: int, sample_rate: int) -> int:
    """Hundredths of a second, cut: the same whether or not whole seconds have been added."""
    return samples * 100 // sample_rate


def seconds(samples: int, sample_rate: int) -> str:
    """Seconds, as short as they can be written.

    >>> seconds(24000 * 12345 + 16080, 24000), seconds(24000, 24000)
    ('12345.67', '1')
    """
    whole, rest = divmod(hundredths(samples, sample_rate), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def marking(track: Track, offset: int, sample_rate: int, lang: str) -> Marking:
    """The marking of a track that begins `offset` samples after its audio file."""
    found: dict[str, list[Cue]] = {}
    for cue in track.cues:
        found.setdefault(cue.passage, []).append(cue)
    ordered = {passage: tuple(sorted(cues, key=lambda cue: cue.text_start)) for passage, cues in found.items()}
    return Marking(ordered, offset, sample_rate, lang)


def encoded(text: str, first: int, last: int, start: int, words: Iterable[Word], sample_rate: int) -> str:
    """The words of text[first:last] as pairs of letters: how many code points, how many ticks to the pair after.

    A stretch that no word says takes no ticks, a pause no code points; a short one belongs to the word before it. Two
    letters a word keep a page of forty articles light.

    >>> encoded("你好，世界", 0, 5, 0, [Word(0, 9600, 0, 2), Word(12000, 24000, 3, 5)], 24000)
    'CZBACZ'
    """
    pairs: list[tuple[int, int]] = []
    place, tick = first, 0
    for word in words:
        a, b = max(word.text_start, place), min(word.text_end, last)
        if a >= b:
            continue
        begin, stop = (max(tick, round((at - start) * 1000 / sample_rate / TICK)) for at in (word.start, word.end))
        if pairs and begin - tick < SHORT:  # the last pair is the word before: nothing else is added last
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + begin - tick)
        else:
            pairs.append((0, begin - tick))
        pairs += [(len(clean(text[place:a])), 0), (len(clean(text[a:b])), stop - begin)]
        place, tick = b, stop
    return "".join(ALPHABET[chars] + ALPHABET[ticks] for pair in pairs if any(pair) for chars, ticks in _small(*pair))


def lifted(page: str) -> tuple[str, str]:
    """A page without its words' times, and those times: a line per timed span, in the order of the page.

    >>> lifted("<p><span data-t=0 data-w=BA>甲</span><span data-t=1>乙</span></p>")
    ('<p><span data-t=0>甲</span><span data-t=1>乙</span></p>', 'BA\\n')
    """
    words = [match[1] or "" for match in _TIMED.finditer(page)]
    return _TIMED.sub(lambda match: match[0].replace(f" data-w={match[1]}", ""), page), "\n".join(words)


def _small(chars: int, ticks: int) -> Iterator[tuple[int, int]]:
    """The pair in letters: the last of the alphabet, as ticks, says that the pair after goes on."""
    while chars > 63:
        yield 63, 0
        chars -= 63
    while ticks >= 63:
        yield chars, 63
        chars, ticks = 0, ticks - 63
    yield chars, ticks
