"""What espeak-ng is fed for an utterance: SSML of pinyin, marks and, in its English voice, what is not Chinese.

Facts measured on espeak-ng 1.52: ASCII marks between Hanzi make no pause, full-width ones do; a clause of more than 150
syllables, or a word of more than 30, loses its end without a word; a syllable that it does not know is read as English.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from audio_edition.engines._text import acceptable, speakable
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Utterance

BREATH = 100
"""Syllables after which a clause without a mark gets one."""
LONGEST = 24
"""Most syllables, and most Latin letters, that are joined as one word."""

_COMMA, _ENUMERATION = "，", '<break time="90ms"/>'
_MARKS = {
    **dict.fromkeys("。．.｡", "。"),
    **dict.fromkeys("，,（）()—–…⋯/|~～〜\t", _COMMA),
    **dict.fromkeys("、", _ENUMERATION),
    **dict.fromkeys("；;", "；"),
    **dict.fromkeys("：:", "："),
    **dict.fromkeys("？?", "？"),
    **dict.fromkeys("！!", "！"),
    **dict.fromkeys("“”‘’「」『』《》〈〉【】〔〕[]\"'·・　 \n\r\u200b\ufeff", ""),
}
_DIGITS = dict(zip("0123456789", ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"], strict=True))
_RESPELT = {
    "jiong": "jong",
    "qiong": "qong",
    "xiong": "xong",
    "m": "mu",
    "n": "en",
    "hm": "hen",
    "hng": "heng",
    "ê": "ei",
    "wong": "weng",
}
"""Syllables that espeak-ng would read as English, as ones that sound the same or nearest."""
_SYMBOLS = frozenset("&%‰+=<>×÷±@#$€£¥©™°§")
"""Signs that the English voice has a word for."""
_PINYIN = re.compile(r"[a-zvê]+[1-5]")
_HANZI = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Part(NamedTuple):
    """A stretch of the payload; only `text` says something of the spoken text."""

    text: str
    start: int
    end: int
    """Half-open, code points of the spoken text."""
    before: str = ""
    after: str = ""


class Payload(NamedTuple):
    """SSML, its way back to the spoken text, and what could not be said."""

    text: str
    spans: tuple[tuple[int, int, int, int], ...]
    findings: tuple[Finding, ...] = ()


def mandarin(utterance: Utterance) -> Payload:
    """The payload of an utterance in Mandarin."""
    where = f"{utterance.article}/{utterance.passage}[{utterance.start}:{utterance.end}]"
    parts = list(_breathing(_parts(utterance)))
    unknown = [part for part in parts if not part.text]
    findings = (Finding("V110", f"{_of(utterance, part)} has no reading, and is not spoken", where) for part in unknown)
    return _joined([part for part in parts if part.text], tuple(findings))


def english(text: str) -> Payload:
    """The payload of a text in English."""
    return _joined(list(_words(text, 0)), ())


def _of(utterance: Utterance, part: Part) -> str:
    return utterance.pronunciation.text[part.start : part.end]


def _joined(parts: list[Part], findings: tuple[Finding, ...]) -> Payload:
    text, spans = "", []
    for part in parts:
        text += part.before
        spans.append((len(text), len(text) + len(part.text), part.start, part.end))
        text += part.text + part.after
    return Payload(text.rstrip(), tuple(spans), findings)


def _breathing(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts, with a comma where a clause grows too long."""
    syllables = 0
    for part in parts:
        spoken = part.end - part.start
        if syllables + spoken > BREATH:
            part, syllables = part._replace(before=_COMMA + part.before), 0
        syllables = 0 if part.text in _MARKS.values() else syllables + spoken
        yield part


def _parts(utterance: Utterance) -> Iterator[Part]:
    text = utterance.pronunciation.text
    readings = {reading.index: reading.surface for reading in utterance.pronunciation.readings}
    ends = {at: end for start, end in utterance.pronunciation.words for at in range(start, end)}
    at = 0
    while at < len(text):
        if at in readings:
            end = _word_end(at, min(ends.get(at, at + 1), at + LONGEST), readings)
            yield Part("".join(_syllable(readings[index]) for index in range(at, end)), at, end, after=" ")
        elif text[at] in _MARKS:
            end = at + 1
            if _MARKS[text[at]]:
                yield Part(_MARKS[text[at]], at, end)
        elif text[at] in _DIGITS:
            end = at + 1
            yield Part(_DIGITS[text[at]], at, end, after=" ")
        elif _HANZI.match(text[at]):
            end = at + 1
            yield Part("", at, end)
        else:
            end = _foreign_end(at, text, readings)
            yield from _in_english(list(_words(text[at:end], at)))
        at = end


def _word_end(start: int, end: int, readings: dict[int, str]) -> int:
    """The end of a word, not before syllables that have merged into its last one."""
    at = start + 1
    while at in readings and (at < end or not readings[at]):
        at += 1
    return at


def _foreign_end(start: int, text: str, readings: dict[int, str]) -> int:
    at = start
    while at < len(text) and at not in readings and not _HANZI.match(text[at]) and text[at] not in _DIGITS:
        if text[at] in _MARKS and text[at] not in " .-'&·":
            break
        at += 1
    return at


def _in_english(words: list[Part]) -> Iterator[Part]:
    for number, word in enumerate(words):
        before = '<voice name="en">' if number == 0 else ""
        after = "</voice> " if number == len(words) - 1 else " "
        yield word._replace(before=before, after=after)


def _words(text: str, offset: int) -> Iterator[Part]:
    for match in re.finditer(rf"\S{{1,{LONGEST}}}", text):
        said = "".join(filter(acceptable, match[0]))
        if speakable(said) or not _SYMBOLS.isdisjoint(said):
            yield Part(escape(_spelt(said), quote=False), offset + match.start(), offset + match.end(), after=" ")


def _spelt(word: str) -> str:
    """Short words in capitals are spelt, as Chinese readers do.

    >>> _spelt("WHO"), _spelt("APEC"), _spelt("Who")
    ('W H O', 'APEC', 'Who')
    """
    return " ".join(word) if re.fullmatch(r"[A-Z]{2,3}", word) else word


def _syllable(surface: str) -> str:
    """A syllable as espeak-ng wants it; nothing for what is no pinyin.

    >>> _syllable("huar1"), _syllable("xiong2"), _syllable("er2"), _syllable("")
    ('hua1er5', 'xong2', 'er2', '')
    """
    if not _PINYIN.fullmatch(surface):
        return ""
    base, tone = surface[:-1], surface[-1]
    if base.endswith("r") and base != "er":
        return f"{_RESPELT.get(base[:-1], base[:-1])}{tone}er5"
    return _RESPELT.get(base, base) + tone
