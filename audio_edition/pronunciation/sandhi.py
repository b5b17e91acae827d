"""Lexical tones → surface: erhua, third tones, 一 and 不, reduplication. Pure: what the words are is told by the caller.

Rules after Duanmu, The Phonology of Standard Chinese (2007), ch. 11 (third tones are cyclic: inside words, then across their
edges), and 现代汉语词典 for 一, 不 and 儿.
"""

from collections.abc import Container, Iterable, Sequence

from audio_edition.model.text import Span

_DIGITS = frozenset("〇零一二三四五六七八九")
_BEFORE_DIGIT = _DIGITS | frozenset("十百千万亿第点之")
"""After these 一 is a digit or an ordinal, and keeps its tone."""
_ORDINAL = frozenset(("一月", "一号", "一楼", "一班", "一版", "一审", "一期", "一模", "一级", "一类", "一甲", "一等", "一季", "一年级",
                      "一是", "一一", "一中", "一队", "一哥"))  # fmt: skip
"""Words in which 一 is first, not one."""
_LONGEST_ORDINAL = 3
_TIGHT_THIRD = frozenset("想走讲写等找洗跑摆比选考缓养喊扫捡抖躲赶管数采打点引请算")
"""Verbs of the third tone that are doubled with a neutral tone (想想): the first still changes. Nouns (姐姐) do not."""


def surface(
    text: str, syllables: Sequence[str], cycles: Sequence[Iterable[Span]], erhua: Container[str] = frozenset()
) -> tuple[str, ...]:
    """The syllables as spoken: `syllables` has one entry per code point of `text`, empty where it is no Hanzi.

    `cycles` are words, the innermost parts first; `erhua` holds words whose 儿 merges into the syllable before it: the merged
    syllable is spelt `huar1`, and 儿 is left empty.

    >>> surface("你好", ("ni3", "hao3"), [[(0, 2)]])
    ('ni2', 'hao3')
    >>> surface("不是一个", ("bu4", "shi4", "yi1", "ge4"), [[(0, 2), (2, 4)]])
    ('bu2', 'shi4', 'yi2', 'ge4')
    >>> surface("小老虎", ("xiao3", "lao3", "hu3"), [[(1, 3)], [(0, 3)]])
    ('xiao3', 'lao2', 'hu3')
    >>> surface("花儿", ("hua1", "er2"), [[(0, 2)]], {"花儿"})
    ('huar1', '')
    """
    spoken = list(syllables)
    words = list(cycles[-1]) if cycles else []
    if "儿" in text:
        _merge(text, spoken, words, erhua)
    for cycle in cycles:
        for start, end in cycle:
            if end - start > 1:
                _raise_thirds(text, spoken, start, end)
    _raise_thirds(text, spoken, 0, len(spoken))
    if "一" in text or "不" in text:
        ends = {end - 1 for start, end in words if end - start > 1}
        for at, char in enumerate(text):
            if char == "不" and spoken[at] == "bu4":
                spoken[at] = _bu(text, spoken, at)
            elif char == "一" and spoken[at] == "yi1":
                spoken[at] = _yi(text, spoken, at, at in ends)
    return tuple(spoken)


def _merge(text: str, spoken: list[str], words: Iterable[Span], erhua: Container[str]) -> None:
    for start, end in words:
        if end - start > 1 and text[end - 1] == "儿" and text[start:end] in erhua and spoken[end - 2]:
            before = spoken[end - 2]
            spoken[end - 2], spoken[end - 1] = f"{before[:-1]}r{before[-1]}", ""


def _raise_thirds(text: str, spoken: list[str], start: int, end: int) -> None:
    """A third tone before a third tone becomes a second: `spoken[start:end]`, from left to right."""
    for at in range(start, end - 1):
        if spoken[at][-1:] == "3":
            after = _after(text, spoken, at)
            if (after[-1:] == "3" and at + 1 < end) or _doubled(text, at, after):
                spoken[at] = spoken[at][:-1] + "2"


def _doubled(text: str, at: int, after: str) -> bool:
    return after[-1:] == "5" and text[at] == text[at + 1] and text[at] in _TIGHT_THIRD


def _after(text: str, spoken: Sequence[str], at: int) -> str:
    """The syllable that follows at once; empty where a mark or the end does."""
    if at + 1 < len(spoken) and not spoken[at + 1] and text[at + 1] == "儿":
        at += 1
    return spoken[at + 1] if at + 1 < len(spoken) else ""


def _bu(text: str, spoken: Sequence[str], at: int) -> str:
    after = _after(text, spoken, at)
    if 0 < at < len(text) - 1 and text[at - 1] == text[at + 1]:
        return "bu5"
    return "bu2" if after[-1:] == "4" else "bu4"


def _yi(text: str, spoken: Sequence[str], at: int, ends_word: bool) -> str:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    tone = _after(text, spoken, at)[-1:]
    if not tone or ends_word or (before in _BEFORE_DIGIT and before) or after in _DIGITS or _is_ordinal(text, at):
        return "yi1"
    if before and before == after:
        return "yi5"
    return "yi2" if tone in "45" else "yi4"


def _is_ordinal(text: str, at: int) -> bool:
    if text[at - 1 : at] == "月" and text[at + 1 : at + 2] in ("日", "号"):
        return True
    return any(text[at : at + length] in _ORDINAL for length in range(2, _LONGEST_ORDINAL + 1)) and text[at : at + 2] != "一日"
