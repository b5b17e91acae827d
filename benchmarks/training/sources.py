"""What the word table is made of: jieba (MIT), pypinyin and pypinyin-dict (MIT), CC-CEDICT (CC BY-SA 4.0), and our own files."""

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files

import jieba
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin_dict.phrase_pinyin_data import cc_cedict
from pypinyin_dict.pinyin_data import khanyupinlu, kmandarin_8105

from audio_edition.pronunciation.syllable import canonical

Reading = tuple[str, ...]
HANZI = re.compile(r"[㐀-䶿一-鿿〇]+")
_LEXICAL = {"一": ("yi1",), "不": ("bu4",)}


def frequencies() -> dict[str, tuple[int, str]]:
    """Words with how often they were counted and their part of speech: jieba's dictionary."""
    with jieba.get_dict_file() as file:
        rows = (line.decode("utf-8").split() for line in file)
        return {word: (int(count), tag) for word, count, tag in rows if HANZI.fullmatch(word)}


def pypinyin_phrases() -> dict[str, Reading]:
    """pypinyin's phrases, with lexical tones of 一 and 不."""
    choices = _lexical(PHRASES_DICT)
    return {word: tuple(syllables[0] for syllables in reading) for word, reading in choices.items()}


def cedict_phrases() -> dict[str, tuple[Reading, ...]]:
    """CC-CEDICT's words: for each character the syllables that it may have."""
    return _lexical(cc_cedict.phrases_dict)


def characters() -> dict[str, Reading]:
    """The readings of each character, the commonest first: Unihan's kHanyuPinlu, kMandarin, then pypinyin's."""
    found = {chr(code): _valid(readings.split(",")[:1]) for code, readings in PINYIN_DICT.items()}
    for code, reading in kmandarin_8105.pinyin_dict.items():
        counted = khanyupinlu.pinyin_dict.get(code, "")
        full = tuple(syllable for syllable in _valid(counted.split(",")) if not syllable.endswith("5"))
        found[chr(code)] = tuple(dict.fromkeys(full + _valid(reading.split(","))))
    return {char: readings for char, readings in found.items() if readings} | _LEXICAL


def own(name: str) -> dict[str, Reading]:
    """One of our own files of `data/`: a word and its pinyin per line; `?` where the model has to decide."""
    text = (files("audio_edition.pronunciation") / "data" / name).read_text("utf-8")
    rows = (line.split("\t")[:2] for line in text.splitlines() if line and not line.startswith("#"))
    return {word: tuple("?" if part == "?" else canonical(part) for part in pinyin.split()) for word, pinyin in rows}


def own_words(name: str) -> set[str]:
    """One of our own lists of words in `data/`: one per line."""
    text = (files("audio_edition.pronunciation") / "data" / name).read_text("utf-8")
    return {line for line in text.splitlines() if line and not line.startswith("#")}


def offices() -> set[str]:
    """The words beside names that end with 长."""
    text = (files("audio_edition.pronunciation") / "data" / "cues.tsv").read_text("utf-8")
    rows = (line.split("\t")[0].split() for line in text.splitlines() if not line.startswith("#"))
    return {word for words in rows for word in words if word.endswith("长")}


def _lexical(phrases: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, tuple[Reading, ...]]:
    found = {
        word: tuple(_LEXICAL.get(char) or _valid(marks) for char, marks in zip(word, reading, strict=False))
        for word, reading in phrases.items()
        if HANZI.fullmatch(word) and len(list(reading)) == len(word) > 1
    }
    return {word: reading for word, reading in found.items() if all(reading)}


def _valid(syllables: Iterable[str]) -> Reading:
    found = []
    for mark in syllables:
        try:
            found.append(canonical(mark))
        except ValueError:
            continue
    return tuple(found)
