"""Surface tones: third tones, 一, 不, erhua, reduplication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.pronunciation import pronounce, sandhi, syllable

CASES = [
    ("展览馆", "zhan2 lan2 guan3"),
    ("小老虎", "xiao3 lao2 hu3"),
    ("我很好", "wo2 hen2 hao3"),
    ("买好酒", "mai2 hao2 jiu3"),
    ("厂长，很好", "chang2 zhang3 hen2 hao3"),
    ("想想", "xiang2 xiang5"),
    ("姐姐", "jie3 jie5"),
    ("一个人", "yi2 ge4 ren2"),
    ("一天", "yi4 tian1"),
    ("一年", "yi4 nian2"),
    ("一把伞", "yi4 ba2 san3"),
    ("第一天", "di4 yi1 tian1"),
    ("二十一天", "er4 shi2 yi1 tian1"),
    ("一百一十一", "yi4 bai3 yi1 shi2 yi1"),
    ("一九四九年", "yi1 jiu3 si4 jiu3 nian2"),
    ("统一思想", "tong3 yi1 si1 xiang3"),
    ("星期一下午", "xing1 qi1 yi1 xia4 wu3"),
    ("一月一日", "yi1 yue4 yi1 ri4"),
    ("三分之一的人", "san1 fen1 zhi1 yi1 de5 ren2"),
    ("一心一意", "yi4 xin1 yi2 yi4"),
    ("看一看", "kan4 yi5 kan4"),
    ("不是", "bu2 shi4"),
    ("不能", "bu4 neng2"),
    ("不", "bu4"),
    ("好不好", "hao3 bu5 hao3"),
    ("不怕苦", "bu2 pa4 ku3"),
]


@pytest.mark.parametrize(("text", "surface"), CASES)
def test_tones_change_as_read(text: str, surface: str) -> None:
    assert " ".join(reading.surface for reading in pronounce(text).readings) == surface


@pytest.mark.parametrize(("text", "surface"), [
    ("花儿", ("huar1", "")), ("一会儿", ("yi2", "huir4", "")), ("有点儿", ("you2", "dianr3", "")), ("这儿", ("zher4", "")),
    ("女儿", ("nv3", "er2")), ("儿童", ("er2", "tong2")), ("婴儿", ("ying1", "er2")), ("耍孩儿", ("shua3", "hai2", "er2")),
])  # fmt: skip
def test_erhua_merges_a_suffix_and_no_child(text: str, surface: tuple[str, ...]) -> None:
    readings = pronounce(text).readings
    assert tuple(reading.surface for reading in readings) == surface
    assert [reading.pinyin for reading in readings if reading.char == "儿"] == ["er2"]


@given(st.lists(st.sampled_from(["ni3", "hao3", "yi1", "bu4", "de5", "xing2", ""]), max_size=9))
def test_only_tones_change(syllables: list[str]) -> None:
    text = "".join("不" if part == "bu4" else "一" if part == "yi1" else "好" if part else "，" for part in syllables)
    spoken = sandhi.surface(text, syllables, [[(0, len(text))]])
    assert [part[:-1] for part in spoken] == [part[:-1] for part in syllables]
    assert all(syllable.canonical(part) for part in spoken if part)


def test_lexical_tones_stay_lexical() -> None:
    assert [reading.pinyin for reading in pronounce("不是一个好展览馆").readings][:4] == ["bu4", "shi4", "yi1", "ge4"]
