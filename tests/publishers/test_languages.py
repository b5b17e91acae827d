"""What an edition says of its own is in the words of its readers' country."""

import msgspec
import pytest

from audio_edition.publishers._labels import labels
from audio_edition.publishers._phrases import phrases
from audio_edition.utterances import announcements

MAINLAND_OR_HONG_KONG = ("人工智能", "報道", "網絡", "軟件", "信息", "視頻", "播客", "保存", "宋體")


def words(lang: str) -> str:
    return msgspec.json.encode((labels(lang), phrases(lang), announcements.phrases(lang))).decode()


@pytest.mark.parametrize("lang", ["zh-TW", "zh-Hant-TW"])
def test_taiwan_reads_the_words_of_taiwan(lang: str) -> None:
    said = words(lang)
    assert not [word for word in MAINLAND_OR_HONG_KONG if word in said]
    assert all(word in said for word in ("人工智慧", "報導", "網路", "軟體"))


@pytest.mark.parametrize("lang", ["zh-HK", "zh-MO", "zh-Hant", "yue"])
def test_hong_kong_keeps_its_own(lang: str) -> None:
    said = words(lang)
    assert all(word in said for word in ("人工智能", "報道", "網絡", "軟件"))
    assert "人工智慧" not in said


@pytest.mark.parametrize("lang", ["zh", "zh-CN", "zh-SG", "zh-Hans-HK"])
def test_simplified_papers_are_spoken_of_in_simplified_characters(lang: str) -> None:
    assert "目录" in words(lang)
    assert "目錄" not in words(lang)
