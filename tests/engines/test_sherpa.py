"""Neural voices, with a tiny model of random weights: it loads, it yields samples, and our pinyin is obeyed."""

import asyncio
from pathlib import Path

import numpy as np
import pytest

from audio_edition.engines._sherpa_model import OWN_LEXICON, load
from audio_edition.engines.sherpa import SherpaEngine
from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Clip, Request, Voice
from tests.engines import tiny_voice
from tests.engines.saying import utterance


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed voices, with one in it."""
    place = tmp_path_factory.mktemp("voices")
    tiny_voice.make(place / "tiny-zh")
    return place


def samples(folder: Path, payload: str) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    voice = load(folder / "tiny-zh", 1)
    return np.asarray(voice.tts.generate(voice.text(payload), sid=0, speed=1.0).samples, dtype=np.float32)


def test_a_reading_is_obeyed_and_not_chosen_by_the_voice(folder: Path) -> None:
    assert np.array_equal(samples(folder, "重{chong2}庆{qing4}"), samples(folder, "崇庆"))
    assert not np.array_equal(samples(folder, "重{chong2}庆{qing4}"), samples(folder, "重{zhong4}庆{qing4}"))
    assert np.array_equal(samples(folder, "重{zhong4}"), samples(folder, "众"))


def test_the_voices_own_words_do_not_override_a_reading(folder: Path) -> None:
    load(folder / "tiny-zh", 1)
    written = (folder / "tiny-zh" / OWN_LEXICON).read_text(encoding="utf-8")
    assert "重庆" not in written
    assert "news" in written


def test_an_utterance_is_sent_with_its_pinyin() -> None:
    made = SherpaEngine(Path("nowhere")).request(utterance("重庆{a}GDP。", "sherpa", "tiny-zh"), 48, 24000)
    assert made.request.payload == "重{chong2}庆{qing4}aGDP。"
    said = [(made.request.payload[a:b], c, d) for a, b, c, d in made.spans]
    assert said[:3] == [("重{chong2}", 0, 1), ("庆{qing4}", 1, 2), ("a", 3, 4)]


def test_it_speaks(folder: Path) -> None:
    async def main() -> Clip:
        engine = SherpaEngine(folder)
        assert [voice.name for voice in engine.voices()] == ["tiny-zh"]
        clip = await engine.speak(Request("sherpa", "1", Voice("sherpa", "tiny-zh#0"), "中{zhong1}国{guo2}，花{hua1}。"))
        await engine.aclose()
        return clip

    assert 1.2 < asyncio.run(main()).samples / 24000 < 3


@pytest.mark.parametrize("name", ["missing", "", "../tiny-zh"])
def test_a_voice_that_is_not_installed_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(SpeechRefused, match="installed"):
        asyncio.run(SherpaEngine(folder).speak(Request("sherpa", "1", Voice("sherpa", name), "中{zhong1}")))


def test_without_a_voice_it_says_how_to_get_one(tmp_path: Path) -> None:
    assert "voices install" in SherpaEngine(tmp_path).ready()
