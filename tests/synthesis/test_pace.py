"""An answer that ends early, and ends as it should, is asked for again; a voice's own way is not."""

import asyncio
from pathlib import Path

import pytest

from audio_edition.audio import mp3
from audio_edition.engines._sound import INSISTED
from audio_edition.engines.openai import OpenAIEngine
from audio_edition.model.errors import SpeechGivenUp
from audio_edition.model.speech import Prompt, Request, Voice
from audio_edition.synthesis import Spoken, Store, speak
from tests.engines.servers import SpeechServer

LONG = "记者从市气象局获悉，今天白天晴转多云，傍晚前后有雷阵雨。"
TEXTS = (
    *(LONG, "诗歌", "招租。", "古月", "未完待续", "我母亲不识字", "甲、乙、丙、丁、戊、己、庚、辛。"),
    *("《岁月》、《山河》、《人间》", "挂牌时间为二零二三年五月四日九时至五月十五日十六时。", "一一一一一一一一一一。"),
    *("联系电话零三一一，八七六五四三二一。", "GDP增长百分之五点二。", "WHO与UNESCO在Geneva发布AI报告。", "OpenAI。", "A"),
    *("The council met.", "Strengths.", "I do. I do not. Go on.", "NATO, the EU and the IMF."),
    "Through thoughts thoroughly thought, rough coughs ought to be ploughed.",
)


def spoken(server: SpeechServer, texts: tuple[str, ...], folder: Path, **prosody: int) -> list[Spoken]:
    async def main() -> list[Spoken]:
        async with server:
            engine = OpenAIEngine()
            engine._url, engine._known = f"{server.url}/v1", True
            voice = Voice("openai", "alloy", **prosody)
            prompts = [Prompt(Request("openai", "1", voice, text)) for text in texts]
            try:
                stream = speak(prompts, {"openai": engine}, Store(folder), jobs=1)
                return [one async for one in stream if isinstance(one, Spoken)]
            finally:
                await engine.aclose()

    return asyncio.run(main())


def asked(server: SpeechServer) -> list[str]:
    """What it was asked for, the passages aside."""
    return [request["input"] for request in server.asked if request["input"] in TEXTS]


@pytest.mark.parametrize("form", ["espeak", "wav"])
def test_what_a_voice_says_at_its_pace_is_asked_for_once(tmp_path: Path, form: str) -> None:
    server = SpeechServer(form)
    said = spoken(server, TEXTS, tmp_path)
    assert sorted(asked(server)) == sorted(TEXTS)
    assert [one.findings for one in said] == [()] * len(TEXTS)


@pytest.mark.parametrize("part", [0.3, 0.4, 0.5, 0.75, 0.8, 0.85])
def test_a_part_that_ends_as_it_should_is_asked_for_again(tmp_path: Path, part: float) -> None:
    server = SpeechServer("espeak", faults=("", f"part {part}"))
    (said,) = spoken(server, (LONG,), tmp_path / "cut")
    (whole,) = spoken(SpeechServer("espeak"), (LONG,), tmp_path / "whole")
    assert (said.clip, said.findings) == (whole.clip, ())
    assert asked(server) == [LONG] * 2


@pytest.mark.parametrize("times", [2, 5])
def test_a_voice_that_goes_on_with_what_nobody_wrote_is_asked_again(tmp_path: Path, times: int) -> None:
    server = SpeechServer("espeak", faults=("", f"times {times}"))
    (said,) = spoken(server, (LONG,), tmp_path / "again")
    (once,) = spoken(SpeechServer("espeak"), (LONG,), tmp_path / "once")
    assert (said.clip, said.findings) == (once.clip, ())
    assert asked(server) == [LONG] * 2


def test_a_voice_that_says_all_things_twice_is_kept_and_an_editor_is_told(tmp_path: Path) -> None:
    (said,) = spoken(SpeechServer("espeak", faults=("", *["times 2"] * 40)), (LONG,), tmp_path)
    assert [finding.code for finding in said.findings] == ["V104"]
    assert "openai (alloy) may have sent more than the text: it takes" in said.findings[0].message


def test_a_model_whose_answers_all_end_in_a_sound_is_soon_believed(tmp_path: Path) -> None:
    server = SpeechServer("espeak", faults=("part 0.93",) * 80)
    assert [one.findings for one in spoken(server, TEXTS, tmp_path)] == [()] * len(TEXTS)
    assert len(server.asked) == len(TEXTS) + 2 + INSISTED


def test_what_comes_again_as_short_is_kept_and_an_editor_is_told_also_later(tmp_path: Path) -> None:
    server = SpeechServer("espeak", faults=("", *["part 0.4", "part 0.41", "part 0.4"] * 40))
    (said,) = spoken(server, (LONG,), tmp_path)
    assert asked(server) == [LONG] * (3 + INSISTED)
    assert len(server.asked) < 40
    assert [finding.code for finding in said.findings] == ["V104"]
    assert "openai (alloy) may have sent only a part: it takes" in said.findings[0].message
    later = SpeechServer("espeak")
    assert spoken(later, (LONG,), tmp_path)[0].findings == said.findings
    assert later.asked == []


def test_what_is_cut_each_time_is_said_in_parts(tmp_path: Path) -> None:
    server = SpeechServer("espeak", most=80)
    text = LONG.rstrip("。") + "，" + "一百零一" * 20 + "，" + LONG
    (said,) = spoken(server, (text,), tmp_path / "cut")
    (whole,) = spoken(SpeechServer("espeak"), (text,), tmp_path / "whole")
    assert said.findings == ()
    assert said.clip.samples == pytest.approx(whole.clip.samples, rel=0.1)
    assert said.clip.loudness == pytest.approx(whole.clip.loudness, abs=0.5)
    audio = Store(tmp_path / "cut").audio(said.key)
    assert mp3.count(audio) == said.clip.frames


def test_parts_of_ever_other_lengths_are_given_up(tmp_path: Path) -> None:
    server = SpeechServer("espeak", faults=("", *(f"part {part / 100}" for part in (30, 34, 40, 46, 54) * 3)))
    with pytest.raises(SpeechGivenUp, match=f"“{LONG}”: openai sent only a part: it takes .* tried 10 times"):
        spoken(server, (LONG,), tmp_path)


def test_a_service_that_cannot_speak_slower_is_believed(tmp_path: Path) -> None:
    server = SpeechServer("espeak")
    assert spoken(server, TEXTS, tmp_path, rate=-40)[0].findings == ()
    assert sorted(asked(server)) == sorted(TEXTS)
