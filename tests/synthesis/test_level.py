"""A voice is measured once, on a passage; its clips come out as loud as the edition, as far as its peaks allow."""

import asyncio
import os
import re
from pathlib import Path

import pytest
from msgspec import structs

from audio_edition import pronunciation
from audio_edition.audio.clip import from_mp3
from audio_edition.engines.edge import EdgeEngine
from audio_edition.engines.openai import OpenAIEngine
from audio_edition.model.errors import SpeechError, SpeechGivenUp, SpeechRefused
from audio_edition.model.speech import Clip, Prompt, Request, Voice
from audio_edition.synthesis import Spoken, Store, speak
from audio_edition.synthesis.level import louder, steps
from audio_edition.synthesis.passage import passage
from tests.edge_service import EdgeService, sound
from tests.engines.servers import SpeechServer
from tests.synthesis.fakes import AT_ONCE

TEXTS = ["记者从市气象局获悉，今天白天晴转多云。", "明天有小雨。", "市民出门请带好雨具，注意安全。"]

PASSAGE = passage(Voice("edge", "zh-CN-XiaoxiaoNeural"), "zh-CN")


@pytest.fixture(scope="module")
def quiet() -> Clip:
    """A clip of a voice as it comes, some 12 LU too soft."""
    return from_mp3(sound(TEXTS[0], "zh-CN"))


def test_frames_made_louder_measure_louder(quiet: Clip) -> None:
    loud = louder(quiet, 3)
    again = from_mp3(loud.audio)
    assert loud.loudness == pytest.approx(again.loudness, abs=0.15)
    assert loud.peak == pytest.approx(again.peak, abs=0.3)
    assert loud.loudness - quiet.loudness == pytest.approx(4.515, abs=0.01)
    assert (loud.frames, loud.boundaries, len(loud.audio)) == (quiet.frames, quiet.boundaries, len(quiet.audio))


def test_no_clip_is_made_louder_than_its_peak_allows(quiet: Clip) -> None:
    assert louder(quiet, 40).peak <= -1.0
    assert louder(louder(quiet, 40), 5) == louder(quiet, 40)


def test_a_voice_is_brought_to_the_editions_loudness_as_far_as_its_peaks_allow() -> None:
    plain = Clip(b"", 1, 576, 0, 576)
    for loudness, peak, expected in ((-22.0, -12.0, 4), (-22.0, -4.0, 1), (-16.2, -3.0, 0), (-12.0, -1.0, -3)):
        assert steps(structs.replace(plain, loudness=loudness, peak=peak)) == expected


def test_the_passage_is_spoken_once_and_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = EdgeService()
    first = _speak_all(service, TEXTS[:2], tmp_path, monkeypatch)
    assert sorted(asked.text for asked in service.asked) == sorted([*TEXTS[:2], PASSAGE.spoken.spoken])
    assert all(-22 < spoken.clip.loudness < -19 and spoken.clip.peak <= -1 for spoken in first)
    changed = EdgeService()
    second = _speak_all(changed, [TEXTS[0], TEXTS[2]], tmp_path, monkeypatch)
    assert [asked.text for asked in changed.asked] == [TEXTS[2]]
    assert second[0].clip == first[0].clip
    untouched = EdgeService()
    _speak_all(untouched, TEXTS[:1], tmp_path, monkeypatch)
    assert untouched.asked == []


def test_the_passage_has_the_readings_that_its_words_have() -> None:
    said, read = PASSAGE.pronunciation, pronunciation.pronounce(PASSAGE.spoken.spoken)
    assert [reading.surface for reading in said.readings] == [reading.surface for reading in read.readings]
    assert [reading.pinyin for reading in said.readings] == [reading.pinyin for reading in read.readings]
    assert said.words == read.words


def test_sound_that_is_not_encoded_yet_reaches_the_editions_loudness(tmp_path: Path) -> None:
    engine = OpenAIEngine()

    async def main() -> list[Spoken]:
        async with SpeechServer("espeak") as server:
            engine._url, engine._known = f"{server.url}/v1", True
            prompts = [Prompt(Request("openai", engine.version, Voice("openai", "alloy"), text)) for text in TEXTS]
            try:
                stream = speak(prompts, {"openai": engine}, Store(tmp_path))
                return [one async for one in stream if isinstance(one, Spoken)]
            finally:
                await engine.aclose()

    assert [spoken.clip.loudness for spoken in asyncio.run(main())] == pytest.approx([-16.5] * 3, abs=1.5)


class Monoglot(OpenAIEngine):
    """Refuses what holds Hanzi, or no Hanzi, or the passage alone, as servers with small models do."""

    error: type[SpeechError] = SpeechRefused

    def __init__(self, url: str, refused: str) -> None:
        super().__init__()
        self._url, self._known, self._refused = f"{url}/v1", True, re.compile(refused)
        self.asked: list[str] = []

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        self.asked.append(request.payload)
        if self._refused.search(request.payload):
            raise self.error("not mine")
        return await super().speak_louder(request, gain)


def _spoken_by(texts: list[str], refused: str, folder: Path, *, force: bool = False) -> tuple[list[Spoken], list[str]]:
    async def main() -> tuple[list[Spoken], list[str]]:
        async with SpeechServer("espeak") as server:
            engine = Monoglot(server.url, refused)
            prompts = [Prompt(Request("openai", engine.version, Voice("openai", "alloy"), text)) for text in texts]
            try:
                policy = structs.replace(AT_ONCE, tries=2)
                stream = speak(prompts, {"openai": engine}, Store(folder), force=force, policy=policy)
                return [one async for one in stream if isinstance(one, Spoken)], engine.asked
            finally:
                await engine.aclose()

    return asyncio.run(main())


def test_a_voice_of_several_languages_is_measured_in_that_of_the_text(tmp_path: Path) -> None:
    spoken, asked = _spoken_by(["The bridge is open.", "It rained."], "[一-鿿]", tmp_path)
    assert len(spoken) == 2
    assert len(asked) == 3


def test_a_voice_that_cannot_read_its_passage_is_measured_on_its_first_sentence(tmp_path: Path) -> None:
    spoken, _ = _spoken_by(TEXTS, PASSAGE.spoken.spoken, tmp_path)
    assert [one.clip.loudness for one in spoken] == pytest.approx([-16.5] * 3, abs=1.5)


def test_a_service_that_is_down_for_the_passage_measures_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Monoglot, "error", SpeechError)
    with pytest.raises(SpeechGivenUp, match="tried 2 times"):
        _spoken_by(TEXTS[:1], PASSAGE.spoken.spoken, tmp_path)


def test_force_speaks_the_passage_again_too(tmp_path: Path) -> None:
    _spoken_by(TEXTS[:1], "^$", tmp_path)
    assert _spoken_by(TEXTS[:1], "^$", tmp_path)[1] == []
    assert len(_spoken_by(TEXTS[:1], "^$", tmp_path, force=True)[1]) == 2


def _speak_all(service: EdgeService, texts: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Spoken]:
    async def main() -> list[Spoken]:
        async with service:
            monkeypatch.setitem(os.environ, "AUDIO_EDITION_EDGE_URL", service.url)
            voice = Voice("edge", "zh-CN-XiaoxiaoNeural")
            prompts = [Prompt(Request("edge", "1", voice, text)) for text in texts]
            stream = speak(prompts, {"edge": EdgeEngine()}, Store(folder))
            return [one async for one in stream if isinstance(one, Spoken)]

    return asyncio.run(main())
