"""What transcripts, subtitles and books show of a track: its cues in ms, with text that every format can carry."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from audio_edition.model.edition import Cue, Edition, Track
from audio_edition.model.issue import Article
from audio_edition.publishers._markup import clean, short
from audio_edition.publishers._phrases import phrases
from audio_edition.publishers._text import columns_of
from audio_edition.utterances import announcements, speakers

LONGEST_NAME = 40
"""Code points of a speaker's name that are shown."""
COLUMNS = 60
"""Most columns of a line, two for a wide character (Podcasting 2.0 advises 65)."""

_AFTER = "，。、；：！？”’）》」』】…,.;:!?)"
"""A line is best broken after one of these."""


class Word(Struct, frozen=True):
    """When the words from `at` on are spoken: ms, and code points of the line's text."""

    start: int
    at: int


class Line(Struct, frozen=True):
    """A cue as shown: ms, text on one line."""

    start: int
    end: int
    text: str
    speaker: str
    """By name where one is printed, else by role."""
    passage: str
    words: tuple[Word, ...] = ()


def of_track(track: Track, rate: int, lang: str, offset: int = 0) -> Iterator[Line]:
    """The lines of a track in an edition of that language; `offset` samples lie before it."""
    lines = (_line(cue, speaker(cue, track.article, lang), rate, offset) for cue in track.cues)
    return (line for line in lines if line.text and line.end > line.start)


def of_edition(edition: Edition) -> Iterator[Line]:
    """The lines of the whole edition."""
    return (line for track in edition.tracks for line in of_track(track, edition.sample_rate, edition.lang, track.offset))


def speaker(cue: Cue, article: Article | None, lang: str) -> str:
    """Who speaks, on one line: by name in an interview that prints one, else by role."""
    name = speakers.name(cue.passage, cue.role, article, announcements.phrases(lang)) if article else ""
    return short(name, LONGEST_NAME) or phrases(lang).roles[cue.role]


@lru_cache(maxsize=4096)  # two transcripts of the edition and two of the article break the same lines
def wrap(text: str, columns: int = COLUMNS) -> tuple[int, ...]:
    """Where to break a text into lines of at most so many columns: code points at which a new line begins.

    >>> text = "市统计局昨日发布数据，前三季度全市实现地区生产总值1286.45亿元。"
    >>> wrap(text, 30)
    (11, 25)
    >>> wrap("The river could crest at 21.3 feet.", 29), wrap("The river could crest at 21. Now.", 29)
    ((25,), (29,))
    """
    reach = list(accumulate((columns_of(char) for char in text), initial=0))
    breaks: list[int] = []
    start = 0
    while reach[-1] - reach[start] > columns:
        full = bisect_right(reach, reach[start] + columns) - 1
        start = _break(text, start, max(full, start + 1))
        breaks.append(start)
    return tuple(breaks)


def _line(cue: Cue, speaker: str, rate: int, offset: int) -> Line:
    text, places = _flat(cue.text)
    start, end = _ms(cue.start + offset, rate), _ms(cue.end + offset, rate)
    words = tuple(_words(cue, places, start, end, rate, offset))
    return Line(start, end, text, speaker, cue.passage, words)


def _flat(text: str) -> tuple[str, Sequence[int]]:
    """The text on one clean line, and for each code point of the original its place in it."""
    if text.isprintable() and clean(text) == " ".join(text.split()) == text:
        return text, range(len(text))
    flat: list[str] = []
    places: list[int] = []
    for char in text:
        places.append(len(flat))
        char = clean(char)
        if char.isspace():
            char = " " if flat and flat[-1] != " " else ""
        flat.extend(char)
    shown = "".join(flat).rstrip()
    return shown, [min(place, len(shown)) for place in places]


def _words(cue: Cue, places: Sequence[int], start: int, end: int, rate: int, offset: int) -> Iterator[Word]:
    last, last_at = start, 0
    for word in cue.words:
        begin = _ms(word.start + offset, rate)
        index = word.text_start - cue.text_start
        at = places[index] if 0 < index < len(places) else 0
        if last < begin < end and last_at < at:
            yield Word(begin, at)
            last, last_at = begin, at


def _break(text: str, start: int, full: int) -> int:
    """The best place for the next line to begin in the later half: after a mark, at a space, beside a number or a Latin word."""
    later = range(full, (start + full) // 2, -1)
    marks = (at for at in later if _ends_clause(text, at))
    spaces = (at for at in later if text[at - 1] == " ")
    apart = (at for at in later if not (_is_inner(text[at - 1]) and _is_inner(text[at])))
    return next(marks, next(spaces, next(apart, full)))


def _is_inner(char: str) -> bool:
    """Whether a character may stand within a number or a Latin word."""
    return char.isascii() and (char.isalnum() or char in ".,:%'-/$")


def _ends_clause(text: str, at: int) -> bool:
    """Whether a mark, and the space behind it, end before a code point; one of several marks, or of a number, ends nothing."""
    mark = at - 2 if text[at - 1] == " " else at - 1
    if mark == at - 1 and text[mark].isascii() and text[at : at + 1].isalnum():
        return False
    return text[mark] in _AFTER and text[at : at + 1] not in (*_AFTER, " ")


def _ms(samples: int, rate: int) -> int:
    return samples * 1000 // rate
