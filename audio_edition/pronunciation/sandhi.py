"""Lexical tones → surface tones: third tones, 一 and 不."""

from collections.abc import Sequence

from audio_edition.model.text import Span

_NUMERAL = "第十百千万零〇一二三四五六七八九"


def surface(text: str, syllables: Sequence[str], words: Sequence[Span]) -> tuple[str, ...]:
    """The syllables as spoken: `syllables` has one entry per code point of `text`, empty where it is no Hanzi.

    >>> surface("你好", ("ni3", "hao3"), ((0, 2),))
    ('ni2', 'hao3')
    >>> surface("不是一个", ("bu4", "shi4", "yi1", "ge4"), ((0, 2), (2, 4)))
    ('bu2', 'shi4', 'yi2', 'ge4')
    """
    spoken = list(syllables)
    for index, char in enumerate(text[:-1]):
        following = spoken[index + 1]
        if char == "不" and following.endswith("4"):
            spoken[index] = "bu2"
        elif char == "一" and spoken[index] == "yi1" and following and (index == 0 or text[index - 1] not in _NUMERAL):
            spoken[index] = "yi2" if following.endswith("4") else "yi4"
    for start, end in words:
        for index in range(start, end - 1):
            if spoken[index].endswith("3") and spoken[index + 1].endswith("3"):
                spoken[index] = spoken[index][:-1] + "2"
    return tuple(spoken)
