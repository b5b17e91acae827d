"""Builds `data/homophones.tsv`: `python -m audio_edition.pronunciation._build.homophones > …/data/homophones.tsv`.

For each syllable the characters that a voice reads so and never otherwise: they have one reading in our table (Unihan's kHanyuPinlu
and kMandarin), stand in the first level of GB/T 2312-1980, and are counted often enough in jieba's dictionary (MIT); those that even
pypinyin (MIT), which lists archaic readings, gives one reading come first. No character that is a function word, a numeral, or one that
would startle somebody who sees a service's log.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

import jieba
from pypinyin.constants import PINYIN_DICT

from audio_edition.pronunciation import table

_LEAST = 500
"""Occurrences in jieba's corpus: rarer characters are misread (齁 is read kù by edge's voices), so they serve only where there is no
other of the first level."""
_MOST = 4
"""Characters kept per syllable."""
_UNFIT = frozenset("一二三四五六七八九十百千万亿零两半双不没的了着过地得和与在是有我你他她它们这那个只从把被死尸屎尿屁奸淫娼妓贼鬼杀毒癌肛肏日吗呢吧啊呀哦嘛儿子憎阉殴贱蠢妖淹涝")


def rows() -> Iterator[str]:
    """The lines of the file."""
    counts = _counts()
    found: dict[str, list[str]] = defaultdict(list)
    for char, readings in table.load().chars.items():
        if len(readings) == 1 and level_one(char) and char not in _UNFIT:
            found[readings[0]].append(char)
    for syllable in sorted(found):
        common = [char for char in found[syllable] if counts[char] >= _LEAST] or found[syllable]
        best = sorted(common, key=lambda char: ("," in PINYIN_DICT.get(ord(char), ""), -counts[char]))
        yield f"{syllable}\t{''.join(best[:_MOST])}"


def level_one(char: str) -> bool:
    """Whether a character stands in the first level of GB/T 2312: the 3755 most common ones.

    >>> level_one("善"), level_one("齁")
    (True, False)
    """
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _counts() -> Counter[str]:
    counts: Counter[str] = Counter()
    with jieba.get_dict_file() as file:
        for line in file:
            word, count, _ = line.decode("utf-8").split()
            for char in word:
                counts[char] += int(count)
    return counts


if __name__ == "__main__":
    print("# syllable\tcharacters that are read so and never otherwise, the commonest first. Made by _build/homophones.py.")
    print("\n".join(rows()))
