"""Merges the sources into one word table: `data/words.gz`. The format is told in `pronunciation/table.py`."""

import gzip
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from audio_edition.pronunciation.table import SCALE, TAGS
from benchmarks.training import sources
from benchmarks.training.sources import Reading

_RARE = 3
"""How often a word is taken to have been counted that jieba does not know."""
_COMMON = 12
"""How often a word must have been counted that stands in no dictionary: below, its parts say the same."""
_OFFICE = 3000
"""How often an office that ends with 长 is taken to have been counted at least: jieba has 店|长乐|晓东 else."""
_SUFFIXES = "子头们么了着的过个上下里来去"


def build() -> bytes:
    """The word table."""
    counted = sources.frequencies()
    counted |= {word: (max(counted[word][0], _OFFICE), counted[word][1]) for word in sources.offices() & counted.keys()}
    chars = sources.characters()
    chars |= sources.own("characters.tsv")
    known = _known()
    words = {word for word, (count, _) in counted.items() if len(word) > 1 and count >= _COMMON} | _telling(known, counted, chars)
    words = (words - sources.own_words("vetoes.tsv")) | sources.own("words.tsv").keys() | sources.own_words("erhua.tsv")
    readings = _with_neutral_parts(_derived(words, known, counted, chars), counted)
    parts = (_serialize(words, readings, counted, chars), " ".join(sorted(_erhua())))
    return gzip.compress("\f".join(parts).encode(), 9, mtime=0)


def _erhua() -> set[str]:
    """Words whose 儿 merges into the syllable before it: ours, and those that CC-CEDICT writes with `r5`."""
    counted = {word for word, choices in sources.cedict_phrases().items() if word.endswith("儿") and choices[-1] == ("er5",)}
    return sources.own_words("erhua.tsv") | (counted - sources.own("words.tsv").keys())


def _known() -> dict[str, Reading]:
    """The readings of words that some source gives: ours, else CC-CEDICT's, else pypinyin's."""
    phrases = sources.pypinyin_phrases()
    known = dict(phrases)
    for word, choices in sources.cedict_phrases().items():
        known[word] = tuple(_choose(char, options, phrases.get(word, ())[index : index + 1])
                            for index, (char, options) in enumerate(zip(word, choices, strict=True)))  # fmt: skip
    for name in ("neutral.tsv", "words.tsv"):
        known |= sources.own(name)
    return known


def _telling(known: Mapping[str, Reading], counted: Iterable[str], chars: Mapping[str, Reading]) -> set[str]:
    """Words of the dictionaries that say more than their characters: how a polyphone is read, or that they are words."""
    return {
        word for word in known if chars.keys() >= set(word) and (word in counted or any(len(chars[char]) > 1 for char in word))
    }


def _choose(char: str, options: Reading, other: Reading) -> str:
    if other and other[0] in options:
        return other[0]
    full = [option for option in options if not option.endswith("5")]
    if full:
        return full[0]
    if char in _SUFFIXES or not other:
        return options[0]
    return other[0]


def _derived(
    words: Iterable[str], known: Mapping[str, Reading], counted: Mapping[str, tuple[int, str]], chars: Mapping[str, Reading]
) -> dict[str, Reading]:
    """The readings of all words: those of the words inside a word, where no source gives its own."""
    found = {}
    for word in words:
        reading = known.get(word) or tuple(_inside(word, known, counted, chars))
        found[word] = tuple("er2" if char == "儿" else part for char, part in zip(word, reading, strict=True))
    return found


def _with_neutral_parts(readings: Mapping[str, Reading], counted: Mapping[str, tuple[int, str]]) -> dict[str, Reading]:
    """The readings, with the neutral tone of a word kept where a longer word begins or ends with it (豆腐坊, 做生意).

    Not in idioms, which are read in full: 粗心大意.
    """
    neutral = {word: reading for word, reading in sources.own("neutral.tsv").items() if len(word) == 2 and "?" not in reading}
    ours = sources.own("words.tsv").keys() | sources.own("neutral.tsv").keys()
    found = dict(readings)
    for word, reading in readings.items():
        if len(word) > 2 and word not in ours and counted.get(word, (0, "i"))[1][0] not in "il":
            head, tail = neutral.get(word[:2]), neutral.get(word[-2:])
            if head and reading[:2] == _full(head, reading[:2]):
                found[word] = head + reading[2:]
            if tail and reading[-2:] == _full(tail, reading[-2:]):
                found[word] = found[word][:-2] + tail
    return found


def _full(neutral: Reading, other: Reading) -> Reading:
    """The reading with the tone of its last syllable as the other has it."""
    return (*neutral[:-1], neutral[-1][:-1] + other[-1][-1])


def _inside(
    word: str, known: Mapping[str, Reading], counted: Mapping[str, tuple[int, str]], chars: Mapping[str, Reading]
) -> Iterator[str]:
    """Readings of a compound by its cheapest tiling with known words; `?` for a polyphone that stands alone in it."""
    best: list[tuple[float, Reading]] = [(0.0, ()), *((math.inf, ()) for _ in word)]
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            part = word[start:end]
            reading = known.get(part) if end - start > 1 else (chars[part] if len(chars[part]) == 1 else ("?",))
            if reading:
                cost = best[start][0] + cost_of(counted.get(part, (_RARE, ""))[0]) / SCALE
                best[end] = min(best[end], (cost, best[start][1] + reading))
    yield from best[-1][1]


def cost_of(count: int) -> int:
    """The cost of a word that was counted so often: scaled -log of its share of all words."""
    return round(SCALE * (math.log(60_101_967) - math.log(max(count, 1))))


def _serialize(
    words: Iterable[str], readings: Mapping[str, Reading], counted: Mapping[str, tuple[int, str]], chars: Mapping[str, Reading]
) -> str:
    single = {char: _value(*counted.get(char, (1, "x"))) for char in chars}
    many = {word: _value(*counted.get(word, (_RARE, "x"))) for word in words}
    values = single | many
    ours = {word for word, reading in sources.own("words.tsv").items() if "?" not in reading} | sources.own_words("erhua.tsv")
    for word in sorted(ours, key=len):
        values[word] = min(values[word], _whole(word, values))
    return "\f".join((_by_reading(chars), _by_cost(values), _by_length(many), "\n".join(sorted(_special(readings, chars)))))


def _value(count: int, tag: str) -> int:
    return cost_of(count) * len(TAGS) + TAGS.index(tag[0] if tag[0] in TAGS else "x")


def _whole(word: str, values: Mapping[str, int]) -> int:
    """The value of a word of ours that is a little cheaper than its parts: else a rare one of common parts is never found."""
    best = [0] + [1 << 60] * len(word)
    for start in range(len(word)):
        for end in range(start + 1, len(word) + (start > 0)):
            best[end] = min(best[end], best[start] + values.get(word[start:end], 1 << 60))
    return (best[-1] // len(TAGS) - 1) * len(TAGS) + values[word] % len(TAGS)


def _by_reading(chars: Mapping[str, Reading]) -> str:
    grouped = defaultdict(list)
    for char, readings in chars.items():
        grouped[" ".join(readings)].append(char)
    return "\n".join(f"{readings}\t{''.join(sorted(group))}" for readings, group in sorted(grouped.items()))


def _by_cost(words: Mapping[str, int]) -> str:
    grouped = defaultdict(list)
    for word, value in words.items():
        grouped[value].append(word)
    return "\n".join(f"{value}\t{' '.join(sorted(group))}" for value, group in sorted(grouped.items()))


def _by_length(words: Iterable[str]) -> str:
    lengths = defaultdict(set)
    for word in words:
        lengths[word[0]].add(len(word))
    grouped = defaultdict(list)
    for char, found in lengths.items():
        grouped[" ".join(str(length) for length in sorted(found))].append(char)
    return "\n".join(f"{found}\t{''.join(sorted(group))}" for found, group in sorted(grouped.items()))


def _special(readings: Mapping[str, Reading], chars: Mapping[str, Reading]) -> Iterator[str]:
    """Words that are not read as the first reading of each of their characters."""
    for word, reading in readings.items():
        if any(part != chars[char][0] for char, part in zip(word, reading, strict=True)):
            yield f"{word}\t{' '.join('' if part == chars[char][0] else part for char, part in zip(word, reading, strict=True))}"
