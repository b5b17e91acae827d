"""Lexicons are checked when they are read, and obeyed."""

import pytest

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import Context, lexicon, pronounce


def test_a_contradiction_names_both_lines() -> None:
    with pytest.raises(ConfigError, match=r"paper.tsv:3: `应县` contradicts line 1: ying4 xian4 there, ying1 xian4 here"):
        lexicon.parse("应县\tying4 xian4\n# 注\n应县\tying1 xian4\n".encode(), "paper.tsv")


def test_the_first_lexicon_is_the_strongest() -> None:
    strong, weak = lexicon.parse("中的\tzhong4 di4\n".encode(), "a"), lexicon.parse("中的\tzhong1 de5\n".encode(), "b")
    assert [reading.pinyin for reading in pronounce("中的", Context((strong, weak))).readings] == ["zhong4", "di4"]
