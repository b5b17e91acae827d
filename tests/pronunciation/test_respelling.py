"""Homophones force readings only where somebody demands them, and keep every place."""

import pytest

from audio_edition.model.speech import Origin, Pronunciation, Reading
from audio_edition.pronunciation import syllable, table
from audio_edition.pronunciation._words import cut
from audio_edition.pronunciation.respelling import homophones, respell
from benchmarks.training.homophones import level_one


def _pronounced(text: str, *readings: tuple[int, str, Origin]) -> Pronunciation:
    return Pronunciation(
        text, tuple(Reading(text[at], at, pinyin, pinyin, origin) for at, pinyin, origin in readings), tuple(cut(text))
    )


def test_every_homophone_is_common_and_has_one_reading() -> None:
    for pinyin, characters in homophones().items():
        assert syllable.canonical(pinyin) == pinyin
        for char in characters:
            assert table.load().chars[char] == (pinyin,)
            assert level_one(char)


def test_a_name_is_forced() -> None:
    assert respell(_pronounced("记者解飞报道", (2, "xie4", "name"))).text == "记者谢飞报道"


def test_a_model_is_not_believed_so_much() -> None:
    assert respell(_pronounced("他解飞了", (1, "xie4", "model"))).text == "他解飞了"


def test_what_a_voice_says_anyway_stays() -> None:
    assert respell(_pronounced("重庆人", (0, "chong2", "place"), (1, "qing4", "place"))).text == "重庆人"


def test_words_that_the_voice_knows_stay() -> None:
    assert respell(_pronounced("记者解飞报道", (2, "xie4", "name")), keep=("解飞",)).text == "记者解飞报道"


def test_places_stay_what_they_were() -> None:
    respelled = respell(_pronounced("记者解飞报道", (2, "xie4", "name")))
    assert respelled.places == tuple(range(6))


def test_what_cannot_be_forced_is_said() -> None:
    respelled = respell(_pronounced("记者葛飞报道", (2, "ge3", "name")))
    assert respelled.text == "记者葛飞报道"
    assert [(finding.code, finding.where) for finding in respelled.findings] == [("P201", "[2:3]")]


@pytest.mark.parametrize("pinyin", ["shan4", "xie4", "qiu2", "ou1", "zeng1", "ren2", "zha1", "lu4", "tai2", "zhang3", "zhong4"])
def test_the_frequent_ones_can_be_forced(pinyin: str) -> None:
    assert homophones()[pinyin]
