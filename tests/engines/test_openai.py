"""OpenAI-compatible servers: every format that they answer, every way in which they fail."""

import asyncio

import pytest

from audio_edition.engines.openai import OpenAIEngine
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Request, Voice
from tests.engines.servers import SpeechServer

TEXT = "记者从市气象局获悉。"


def speak(server: SpeechServer, monkeypatch: pytest.MonkeyPatch, voice: str = "zf_xiaoxiao", **prosody: int) -> Clip:
    async def main() -> Clip:
        async with server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1/")
            engine = OpenAIEngine()
            try:
                return await engine.speak(Request("openai", engine.version, Voice("openai", voice, **prosody), TEXT))
            finally:
                await engine.aclose()

    return asyncio.run(main())


@pytest.mark.parametrize("form", ["wav", "streamed-wav", "pcm", "mp3", "flac", "opus"])
def test_whatever_it_sends_becomes_a_clip(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    clip = speak(SpeechServer(form), monkeypatch)
    assert 1.3 < clip.samples / 24000 < 4
    assert len(clip.audio) == clip.frames * 144


def test_the_server_is_asked_as_its_documentation_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_MODEL", "kokoro")
    server = SpeechServer()
    speak(server, monkeypatch, rate=-10)
    wanted = {"model": "kokoro", "input": TEXT, "voice": "zf_xiaoxiao", "speed": 0.9, "response_format": "wav"}
    assert server.asked == [wanted]
    assert server.headers[0]["Authorization"] == "Bearer sk-x"


def test_a_server_of_ones_own_has_voices_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_VOICES", "zf_xiaoxiao, zm_yunxi")
    offered = [(info.name, info.lang) for info in OpenAIEngine().voices()]
    assert offered[:2] == [("zf_xiaoxiao", "zh-CN"), ("zm_yunxi", "zh-CN")]
    assert ("zf_xiaoxiao", "en-US") in offered


def test_volume_is_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, soft = speak(SpeechServer(), monkeypatch), speak(SpeechServer(), monkeypatch, volume=-50)
    assert plain.loudness - soft.loudness == pytest.approx(6, abs=0.3)


@pytest.mark.parametrize(
    ("fault", "error", "message"),
    [
        ("429", SpeechThrottled, "patience"),
        ("503", SpeechThrottled, "patience"),
        ("500", SpeechError, "failed \\(500\\): as you wish"),
        ("401", SpeechRefused, "check the key"),
        ("404", SpeechRefused, "404"),
        ("text", SpeechError, "model is loading"),
        ("cut", SpeechError, "connection failed"),
        ("short", SpeechError, "only a part"),
    ],
)
def test_what_fails_is_told_apart(monkeypatch: pytest.MonkeyPatch, fault: str, error: type[SpeechError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        speak(SpeechServer(faults=(fault,)), monkeypatch)
    assert type(raised.value) is error
    if isinstance(raised.value, SpeechThrottled):
        assert raised.value.retry_after == 2


def test_without_a_server_and_a_key_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUDIO_EDITION_OPENAI_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert "AUDIO_EDITION_OPENAI_URL" in OpenAIEngine().ready()
    with pytest.raises(SpeechRefused, match="not set up"):
        asyncio.run(OpenAIEngine().speak(Request("openai", "1", Voice("openai", "alloy"), TEXT)))
