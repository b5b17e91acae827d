"""Which strings are words, for recovery: `audio_edition/recovery/phrases.gz`. The format is told in `recovery/phrases.py`."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

_WORDS = Path(__file__).parents[2] / "audio_edition" / "pronunciation" / "data" / "words.gz"
_WORD = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")


def build() -> bytes:
    """The phrases of pypinyin, and the words of two to four Hanzi of the word table."""
    words = sorted({*phrases_dict, *_WORD.findall(gzip.decompress(_WORDS.read_bytes()).decode())})
    return gzip.compress("\n".join(_lines(words)).encode(), 9, mtime=0)


def _lines(words: list[str]) -> Iterator[str]:
    yield "".join(sorted({found[1] for word in words for found in re.finditer(r"([\u4e00-\u9fff])\1", word)}))
    yield " ".join(_alike())
    yield from _traditional()
    for length in range(2, max(map(len, words)) + 1):
        yield "".join(word for word in words if len(word) == length)


def _traditional() -> tuple[str, str]:
    """Traditional Hanzi that simplified text does not have, and their simplified forms."""
    rows = [row.split("\t") for row in (_WORDS.parent / "traditional.tsv").read_text("utf-8").splitlines()]
    pairs = [(char, row[0]) for row in rows if row[2] == "sure" for char in row[1] if max(char, row[0]) < "\U00010000"]
    return "".join(char for char, _ in pairs), "".join(simple for _, simple in pairs)


def _alike() -> list[str]:
    groups: dict[str, str] = defaultdict(str)
    for sign in map(chr, range(0x4E00, 0xA000)):
        groups[lazy_pinyin(sign)[0].removesuffix("g")] += sign
    return sorted(group for group in groups.values() if len(group) > 1)
