"""Builds `data/homophones.tsv`: `python -m benchmarks.training.homophones > …/data/homophones.tsv`.

For each syllable the characters that a voice reads so and never otherwise: they have one reading in our table (Unihan's
kHanyuPinlu and kMandarin), stand in the first level of GB/T 2312-1980, and are counted often enough in jieba's dictionary (MIT).
Those that even pypinyin (MIT), which lists archaic readings, gives one reading come first, and of those the ones that names are
made of, for most of what is forced is a name. No function word, no numeral, no character that would startle somebody who sees a
service's log. To be built again when the table is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pypinyin.constants import PINYIN_DICT

from audio_edition.pronunciation import _naming, table

_LEAST = 500
"""Occurrences in jieba's corpus: rarer characters are misread (齁 is read kù by edge's voices), so they serve only where there is
no other of the first level."""
_MOST = 4
"""Characters kept per syllable."""
_TYPICAL = 0.8
_UNFIT = frozenset(
    "一二三四五六七八九十百千万亿零两半双不没的了着过地得和与在是有我你他她它们这那个只从把被未日吗呢吧啊呀哦嘛儿子"
    "死尸屎尿屁奸淫娼妓贼鬼杀毒癌肛肏憎阉殴贱蠢妖淹涝械剩"
)


def rows() -> Iterator[str]:
    """The lines of the file."""
    counts, given = _counts(), _naming.load().given
    found: dict[str, list[str]] = defaultdict(list)
    for char, readings in table.load().chars.items():
        if len(readings) == 1 and level_one(char) and char not in _UNFIT:
            found[readings[0]].append(char)
    for syllable in sorted(found):
        common = [char for char in found[syllable] if counts[char] >= _LEAST] or found[syllable]
        ranks = {char: ("," in PINYIN_DICT.get(ord(char), ""), given.get(char, 0) < _TYPICAL, -counts[char]) for char in common}
        yield f"{syllable}\t{''.join(sorted(common, key=ranks.__getitem__)[:_MOST])}"


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
    import jieba  # of the extra `training`

    with jieba.get_dict_file() as file:
        for line in file:
            word, count, _ = line.decode("utf-8").split()
            for char in word:
                counts[char] += int(count)
    return counts


if __name__ == "__main__":
    print("# syllable\tcharacters that are read so and never otherwise, the commonest first. Made by training/homophones.py.")
    print("\n".join(rows()))
