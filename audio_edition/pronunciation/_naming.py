"""What a name is made of, and what stands beside one: surnames, characters of given names, titles, verbs of speech."""

from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.pronunciation import table

_TYPICAL = 0.8
_RARE = 0.3
"""Weight of characters in given.tsv that has none of its own: of one that is only there for its reading, the lesser."""
_POLITE = 2.7
"""Strength by which cues.tsv marks words of address."""


class Surname(Struct, frozen=True):
    """A surname."""

    pinyin: tuple[str, ...]
    prior: float
    """How much a name is to be believed that begins with it."""
    special: bool
    """Whether its characters have other readings."""


class Naming(Struct, frozen=True):
    """Everything the rules know about names."""

    surnames: dict[str, Surname]
    initials: frozenset[str]
    """First characters of surnames."""
    given: dict[str, float]
    """Characters that given names are made of, and how typical they are: 0 to 0.8."""
    readings: dict[str, tuple[str, ...]]
    """Of characters, and pairs of characters, that have several: how they are read in a given name."""
    open: frozenset[str]
    """Characters that one person reads so and another otherwise: given.tsv has a second reading of them."""
    before: dict[str, float]
    after: dict[str, float]
    """Words beside a name and how strongly they show that it is one: 0 to 3."""
    titles: frozenset[str]
    """Words after a surname alone: 单局长, 解老师."""
    polite: frozenset[str]
    """Those of them that are hardly said of anything but a person by name: 解老师, 区女士, 曾某."""
    sounds: dict[str, str]
    """Characters of transliterated names, and how they are read there."""
    doubtful: frozenset[str]
    """Characters for whose sake a name is worth finding."""


@lru_cache(maxsize=1)
def load() -> Naming:
    """The rules' data, read once."""
    surnames = _surnames()
    readings: dict[str, tuple[str, ...]] = {}
    given: dict[str, float] = {}
    unsettled: set[str] = set()
    for characters, pinyin, weight in ((*row, "", "")[:3] for row in _rows("given.tsv")):
        given = dict.fromkeys(characters, float(weight or (_RARE if pinyin else _TYPICAL))) | given
        readings |= {characters: tuple(pinyin.split()[: len(characters)])} if pinyin else {}
        unsettled |= {characters} if len(pinyin.split()) > len(characters) else set()
    cues = [(row[0].split(), float(row[1]), float(row[2])) for row in _rows("cues.tsv")]
    return Naming(
        surnames,
        frozenset(name[0] for name in surnames),
        given,
        readings,
        frozenset(unsettled),
        {word: before for words, before, _ in cues for word in words if before},
        {word: after for words, _, after in cues for word in words if after},
        frozenset(word for words, before, after in cues for word in words if after == _POLITE or (before > 2 and after >= 2)),
        frozenset(word for words, _, after in cues for word in words if after == _POLITE and (len(word) > 1 or word in "某氏")),
        _sounds(),
        frozenset(word[0] for word, surname in surnames.items() if surname.special)
        | {char for word in readings for char in word},
    )


def regular(text: str) -> tuple[str, ...]:
    """How characters are mostly read; empty for what is no Hanzi."""
    chars = table.load().chars
    return tuple(chars.get(char, ("",))[0] for char in text)


def _surnames() -> dict[str, Surname]:
    found: dict[str, Surname] = {}
    for names, pinyin, prior, *_ in _rows("surnames.tsv"):
        for name in [names] if pinyin.strip() else names:
            syllables = tuple(pinyin.split()) or regular(name)
            found[name] = Surname(syllables, float(prior), bool(pinyin.strip()))
    return found


def _sounds() -> dict[str, str]:
    rows = _rows("sounds.tsv")
    found = {char: regular(char)[0] for characters, *pinyin in rows if not pinyin for char in characters}
    return found | {row[0]: row[1] for row in rows if len(row) > 1}


def _rows(name: str) -> list[list[str]]:
    text = (files("audio_edition.pronunciation") / "data" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
