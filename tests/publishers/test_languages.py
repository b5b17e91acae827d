"""What an edition says of its own is in the words of its readers' country."""

import re

import msgspec
import pytest

from audio_edition.model.issue import Masthead
from audio_edition.publishers._labels import day, labels
from audio_edition.publishers._phrases import phrases, written_date
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


@pytest.mark.parametrize(
    ("lang", "date"),
    [
        *((lang, "8 November 2023") for lang in ("en", "en-GB", "en-AU")),
        *((lang, "November 8, 2023") for lang in ("en-US", "en-us", "en-Latn-US")),
    ],
)
def test_an_english_date_is_its_country_s_in_print_and_in_speech(lang: str, date: str) -> None:
    said = announcements.opening(Masthead(title="The Lark", date="2023-11-08"), announcements.phrases(lang))
    assert said == f"The Lark, Wednesday, {date}."
    assert day("2023-11-08", labels(lang)) == f"Wednesday, {date}"
    assert written_date(phrases(lang), "2023-11-08") == date


@pytest.mark.parametrize(("lang", "own", "other"), [("en-GB", "programme", "program "), ("en-US", "program ", "programme")])
def test_english_words_are_spelt_as_in_their_country(lang: str, own: str, other: str) -> None:
    assert own in words(lang)
    assert other not in words(lang)
    assert ("Colours" in words(lang)) == (lang == "en-GB")


@pytest.mark.parametrize("lang", ["en", "en-US", "fr"])
def test_what_english_pages_and_files_say_is_english(lang: str) -> None:
    said = msgspec.json.encode((labels(lang), phrases(lang), announcements.phrases("en"))).decode()
    assert not re.findall("[\u3400-\u9fff]+", said)
