"""Persons' names, and how they are read: 记者解飞, 单增德说, 万俟卨.

What makes a name is added up: how rarely its surname is an ordinary character, whether its given name is made of characters that
given names are made of, the words that the text has been cut into, and what stands before and after. The figures are points; they
were set by hand and measured on sentences of g2pL and CPP (Apache-2.0). What names are made of stands in `data/`: surnames.tsv,
given.tsv, cues.tsv, sounds.tsv (transliterated names), persons.tsv (whom everybody knows).
"""

from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from audio_edition.model.text import Span
from audio_edition.pronunciation import _naming, gazetteer, lexicon, table
from audio_edition.pronunciation._beside import Scene
from audio_edition.pronunciation._naming import Naming
from audio_edition.pronunciation._weighing import ENOUGH, KIN, PARTIES, Candidate, best
from audio_edition.pronunciation.found import Found

if TYPE_CHECKING:
    from audio_edition.pronunciation.context import Context

_SURE = 99.0
"""Points of a name that needs no weighing."""
_DOTTED = 5.0
"""Points of a transliterated name with a dot."""
_BEYOND_DOUBT = ENOUGH + 0.7
OPEN = 0.7
"""How often the reading is right of a character that one person reads so and another otherwise: two of three, and a guess."""
_LISTING = frozenset("、 　和")
_REACH = 24
"""Code points that a transliterated name has at most on a side of its dot."""


def find(text: str, context: "Context", words: Sequence[Span]) -> Iterator[Found]:
    """The names in a text that everybody knows, or that hold a character with several readings; in order, disjoint.

    `words` are the words of the text. Lexicon entries of scope `name` have their way: of whole names, and of surnames.

    >>> from audio_edition.pronunciation.context import NOTHING_KNOWN
    >>> [name.pinyin for name in find("记者解飞报道", NOTHING_KNOWN, ((0, 2), (2, 3), (3, 4), (4, 6)))]
    [('xie4', 'fei1')]
    """
    naming = _naming.load()
    for name in _all(text, context, words, naming):
        if name.points >= _SURE or not naming.doubtful.isdisjoint(text[name.start : name.end]):
            confidence = min(0.98, 0.86 + 0.03 * (name.points - ENOUGH))
            yield Found(name.start, name.end, name.pinyin, confidence, tuple(_open(text, name, naming)))


class Person(Struct, frozen=True):
    """A person whom a text names."""

    name: str
    pinyin: tuple[str, ...]
    sure: bool
    """Whether the text names the person beyond doubt."""


def persons(text: str, context: "Context", words: Sequence[Span]) -> Iterator[Person]:
    """The persons whom a text names; of one introduced by surname (单姓男子) what reports go on to say: 单男, 单嫌."""
    for name in _all(text, context, words, _naming.load()):
        if name.given:
            yield Person(text[name.start : name.end], name.pinyin, name.points >= _BEYOND_DOUBT)
        elif "姓" in (text[name.start - 1 : name.start], text[name.end : name.end + 1]):
            yield from (
                Person(text[name.start : name.end] + party, name.pinyin + _naming.regular(party), True) for party in PARTIES + KIN
            )


def _open(text: str, name: Candidate, naming: Naming) -> Iterator[int]:
    """The characters of a given name that are read in more than one way, where neither fame, an editor nor their pair decides.

    And 都 before a given name that is also a word: 负责人都兴旺说.
    """
    if text[name.start] == "都" and text[name.start + 1 : name.end] in table.load().values:
        yield name.start
    if name.points < _SURE and "·" not in text[name.start : name.end] and text[name.end - 2 : name.end] not in naming.readings:
        yield from (at for at in range(name.start + 1, name.end) if text[at] in naming.open)


def _all(text: str, context: "Context", words: Sequence[Span], naming: Naming) -> Iterator[Candidate]:
    told = lexicon.index(context.lexicons, ("name",))
    found = [*_told(text, told, words), *_famous(text, words), *_foreign(text, naming), *_native(text, context, words, naming)]
    end = 0
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            end = name.end
            yield _obeying(name, text, told)


def _told(text: str, told: lexicon.Index, words: Sequence[Span]) -> Iterator[Candidate]:
    """Whole names that an editor's lexicon reads."""
    for at in range(len(text)) if told.entries else ():
        entry = told.longest(text, at)
        if entry and len(entry.word) > 1 and not any(gazetteer.crossed(at, at + len(entry.word), words)):
            yield Candidate(at, at + len(entry.word), entry.pinyin, _SURE)


def _obeying(name: Candidate, text: str, told: lexicon.Index) -> Candidate:
    """A name whose surname is read as an editor's lexicon says, where that does not read the whole name."""
    surname = told.entries.get(text[name.start])
    if surname is None or text[name.start : name.end] in told.entries:
        return name
    return structs.replace(name, pinyin=surname.pinyin + name.pinyin[1:])


def _famous(text: str, words: Sequence[Span]) -> Iterator[Candidate]:
    for at, known in gazetteer.candidates(text, gazetteer.load("persons.tsv")):
        end = at + len(known.word)
        if not any(gazetteer.crossed(at, end, words)):
            yield Candidate(at, end, known.pinyin, _SURE)


def _native(text: str, context: "Context", words: Sequence[Span], naming: Naming) -> Iterator[Candidate]:
    scene = Scene(text, dict(words), {edge for word in words for edge in word}, dict(context.names))
    for at in [at for at, char in enumerate(text) if char in naming.initials]:
        if at in scene.edges and at >= scene.last and _worth(text, at, naming):
            name = best(scene, at, naming)
            if name:
                scene.last = name.end
                yield name


def _worth(text: str, at: int, naming: Naming) -> bool:
    """Whether a name here can matter: for its own reading, or because it stands in a list."""
    return not naming.doubtful.isdisjoint(text[at : at + 4]) or not _LISTING.isdisjoint(text[at + 2 : at + 5])


def _foreign(text: str, naming: Naming) -> Iterator[Candidate]:
    """Names with dots: 阿卜杜拉·买买提, 查尔斯·达尔文."""
    sounds = naming.sounds
    end = 0
    for dot in [at for at, char in enumerate(text) if char == "·"]:
        if dot >= end:
            start = _run(text, dot, -1, sounds)
            end = _run(text, dot, 1, sounds)
            if dot - start > 1 and end - dot > 2:
                yield Candidate(start, end, tuple(sounds.get(char, "") for char in text[start:end]), _DOTTED)


def _run(text: str, dot: int, step: int, sounds: Container[str]) -> int:
    """How far a transliterated name reaches from a dot, to the left (-1) or to the right (1)."""
    at = dot + step
    while 0 <= at < len(text) and (text[at] in sounds or text[at] == "·") and abs(at - dot) < _REACH:
        at += step
    return at + 1 if step < 0 else at
