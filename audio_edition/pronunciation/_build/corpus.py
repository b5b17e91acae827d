"""Labelled text: g2pL and CPP (both Apache-2.0) from the shared data, and our own examples."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from audio_edition.pronunciation import lattice, model, table
from audio_edition.pronunciation.syllable import canonical

_FRAGMENTARY = re.compile(r"[SZ]|.*\x02|[LRTUVW].*E")
"""Features that tell where a sentence begins or ends: an example is a stretch, not a sentence."""


class Labelled(Struct, frozen=True):
    """A text in which the reading of some characters is known."""

    text: str
    readings: tuple[tuple[int, str], ...]
    stretch: bool = False


class Instance(Struct, frozen=True):
    """One of those characters, as the model sees it."""

    char: str
    features: tuple[str, ...]
    pinyin: str
    dictionary: str
    """How the dictionary reads it; empty where that is for the model to decide."""
    source: str = ""


def marked(sentences: Path) -> Iterator[Labelled]:
    """The sentences of a `.sent` file, in which ▁X▁ marks the character, with the readings of the `.lb` file beside it."""
    with sentences.open(encoding="utf-8") as texts, sentences.with_suffix(".lb").open(encoding="utf-8") as labels:
        for text, label in zip(texts, labels, strict=True):
            yield Labelled(text.rstrip("\n").replace("▁", ""), ((text.index("▁"), canonical(label.strip())),))


def examples() -> Iterator[Labelled]:
    """Our own: character and reading, a tab, stretches in which it has that reading."""
    content = (files("audio_edition.pronunciation") / "_build" / "examples.tsv").read_text("utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            key, stretches = line.split("\t")
            char, pinyin = key.split(" ")
            for text in stretches.split(" "):
                places = tuple((at, canonical(pinyin)) for at, found in enumerate(text) if found == char)
                yield Labelled(text, places, stretch=True)


def instances(labelled: Labelled, source: str = "") -> Iterator[Instance]:
    """The characters of a text whose reading is known, as the model sees them."""
    known = table.load()
    tokens = lattice.tokenize(labelled.text, known)
    words = [labelled.text[start:end] for start, end in tokens]
    seen = model.view(labelled.text, words, known)
    for at, pinyin in labelled.readings:
        number = next(number for number, (start, end) in enumerate(tokens) if start <= at < end)
        offset = at - tokens[number][0]
        found = model.features(seen, at, number, offset)
        kept = tuple(feature for feature in found if not (labelled.stretch and _FRAGMENTARY.match(feature)))
        yield Instance(labelled.text[at], kept, pinyin, known.reading(words[number])[offset], source)
