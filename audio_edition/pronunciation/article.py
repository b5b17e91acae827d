"""What an article as a whole tells about its names: who is named in it, and how a place is read that nothing knows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.text import Span
from audio_edition.pronunciation import names, table
from audio_edition.pronunciation._words import cut
from audio_edition.pronunciation.context import NOTHING_KNOWN, Agreed, Context
from audio_edition.pronunciation.reading import pronounce
from audio_edition.pronunciation.traditional import simplified

_KINDS = frozenset("村镇乡县区市州旗盟庄屯寨堡沟湾坪坡山河湖江岛港站路街巷桥")
"""Words that say what a place is, after its name."""
_NO_NAMES = frozenset(
    "在到从赴往至抵自经由与和及是的为向对把被让了着过里上中下内外前后这那该本全各某每一二三四五六七八九十两几第有去来"
)
_LONGEST = 3
"""Characters of the name of a place that is in no dictionary."""


def study(texts: Sequence[str], context: Context = NOTHING_KNOWN) -> Context:
    """The context that also knows the names in the texts of an article: each keeps its reading.

    >>> study(["记者解飞报道"]).names
    (('解飞', ('xie4', 'fei1')),)
    """
    plain = [simplified(text) for text in texts]
    words = [cut(text) for text in plain]
    found = dict(_persons(plain, words, context)) | dict(context.names)
    known = structs.replace(context, names=tuple(found.items()))
    return structs.replace(known, places=tuple(_places(plain, words, known)))


def _persons(texts: Sequence[str], words: Sequence[Sequence[Span]], context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The persons whom one text names beyond doubt, and those whom one seems to name and whose names stand there again."""
    for text, spans in zip(texts, words, strict=True):
        for person in names.persons(text, context, spans):
            if person.sure or _stands_again(person.name, texts):
                yield person.name, person.pinyin


def _stands_again(name: str, texts: Sequence[str]) -> bool:
    """Whether texts have a name more than once that does not end in an ordinary word: 夏玉米."""
    return (len(name) < 3 or name[1:] not in table.load().values) and sum(text.count(name) for text in texts) > 1


def _places(texts: Sequence[str], words: Sequence[Sequence[Span]], context: Context) -> Iterator[Agreed]:
    """The places that the texts would read in more than one way, as they do where it is surest."""
    for word in _repeated(texts, words):
        weights: dict[tuple[str, ...], float] = defaultdict(float)
        for text in texts:
            for pinyin, weight in _read(text, word, context) if word in text else ():
                weights[pinyin] = max(weights[pinyin], weight)
        if len(weights) > 1:
            best = max(weights, key=lambda pinyin: weights[pinyin])
            yield Agreed(word, best, weights[best] / sum(weights.values()))


def _repeated(texts: Sequence[str], words: Sequence[Sequence[Span]]) -> list[str]:
    """Names of places that stand in the texts more than once and have a character with several readings, the longest first."""
    chars = table.load().chars
    counted = Counter(name for text, spans in zip(texts, words, strict=True) for name in _unknown(text, spans))
    several = [name for name in counted if sum(text.count(name) for text in texts) > 1]
    return sorted((name for name in several if any(len(chars.get(char, ())) > 1 for char in name)), key=lambda name: -len(name))


def _unknown(text: str, words: Sequence[Span]) -> Iterator[str]:
    """What stands before a word for a kind of place, and is no word itself: 柏岭|镇."""
    alone = {start for start, end in words if end - start == 1 and text[start] not in _NO_NAMES}
    for start, end in words:
        if text[start:end] in _KINDS:
            first = start
            while first - 1 in alone and start - first < _LONGEST:
                first -= 1
            if start - first > 1:
                yield text[first:start]


def _read(text: str, word: str, context: Context) -> Iterator[tuple[tuple[str, ...], float]]:
    """How a text reads a word wherever it stands, and how sure that is."""
    said = {reading.index: reading for reading in pronounce(text, context).readings}
    for found in re.finditer(re.escape(word), text):
        readings = [said[at] for at in range(*found.span()) if at in said]
        if len(readings) == len(word):
            yield tuple(reading.pinyin for reading in readings), min(reading.confidence for reading in readings)
