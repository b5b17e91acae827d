"""Every engine keeps the contract of `engines.Engine`, found by its name, in its file or by an entry point."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audio_edition import engines, plugins
from audio_edition.engines import Engine
from audio_edition.model.errors import SpeechError
from audio_edition.model.speech import Clip, Prompt
from tests.edge_service import EdgeService
from tests.engines import tiny_voice
from tests.engines.installing import installed
from tests.engines.saying import utterance
from tests.engines.servers import SpeechServer

VOICES = {
    "azure": "zh-CN-XiaoxiaoNeural",
    "edge": "zh-CN-XiaoxiaoNeural",
    "espeak": "cmn-latn-pinyin",
    "openai": "alloy",
    "sherpa": "tiny-zh",
    "thirdparty": "hum",
}
TEXT = "中国重庆，花花。"
HOSTILE = "中\x00国\x0b重\ud800庆\ufffe，<b>&amp;]]>花\U0001f600\u202e\u200b花{}\"'。"
HOSTILE_CHARACTERS = st.sampled_from("中国重庆花，。“”a1 <&{}\x00\x0b\ud800\ufeff\u200b\U0001f600")
UNSPEAKABLE = ("", "……——！", "\U0001f389\U0001f389", "\x00\x07", "\ud83d", " \u3000\n", "\ue000")

THIRD_PARTY = """
from audio_edition.engines import VoiceInfo
from audio_edition.engines._text import clean, runs
from audio_edition.audio.clip import from_pcm
from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Capabilities, Prompt, Request
import numpy


class Hum:
    name, version, capabilities = "thirdparty", "1", Capabilities(4096)

    def voices(self):
        return (VoiceInfo("hum", "zh-CN"),)

    def ready(self):
        return ""

    def request(self, utterance, bitrate, sample_rate):
        payload, places = clean(utterance.spoken.spoken)
        return Prompt(Request("thirdparty", "1", utterance.voice, payload, bitrate, sample_rate), runs(places))

    async def speak(self, request):
        if request.voice.name != "hum":
            raise SpeechRefused("only hums")
        time = numpy.arange(4800 * len(request.payload), dtype=numpy.float32) / 24000
        return from_pcm(0.2 * numpy.sin(2000 * time), 24000, (), request.bitrate, request.sample_rate)

    async def aclose(self):
        pass


def engine():
    return Hum()
"""


@pytest.fixture(params=sorted(VOICES))
def name(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    tiny_voice.make(tmp_path / "voices" / "tiny-zh")
    monkeypatch.setenv("AUDIO_EDITION_VOICES", str(tmp_path / "voices"))
    monkeypatch.setenv("AZURE_SPEECH_KEY", "key")
    return str(request.param)


@pytest.fixture(autouse=True)
def _third_party(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package, installed: its engine is found by its entry point."""
    site = tmp_path_factory.mktemp("site")
    with installed(site, "hum_engine", THIRD_PARTY, "thirdparty = hum_engine", monkeypatch):
        yield


def ask(name: str, monkeypatch: pytest.MonkeyPatch, do: Callable[[Engine], Awaitable[Clip]]) -> Clip:
    """Do something with an engine whose servers stand."""

    async def main() -> Clip:
        async with _servers(monkeypatch):
            engine = engines.load(name)
            try:
                return await do(engine)
            finally:
                await engine.aclose()
                await engine.aclose()

    return asyncio.run(main())


@contextlib.asynccontextmanager
async def _servers(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    async with EdgeService() as edge, SpeechServer() as other:
        monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", edge.url)
        monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{other.url}/v1")
        monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{other.url}/cognitiveservices/v1")
        yield


def prompt(engine: Engine, text: str, bitrate: int = 48, sample_rate: int = 24000, rate: int = 0) -> Prompt:
    return engine.request(utterance(text, engine.name, VOICES[engine.name], rate=rate), bitrate, sample_rate)


def test_every_engine_is_under_this_contract() -> None:
    assert set(plugins.names("audio_edition.engines")) == set(VOICES)


def test_it_says_what_it_is_and_whether_it_is_ready(name: str) -> None:
    engine = engines.load(name)
    assert engine.name == name
    assert engine.version
    assert engine.capabilities.max_bytes > 100
    assert engine.capabilities.at_once >= 1
    assert all(voice.name for voice in engine.voices())
    assert "\n" not in engine.ready()


def test_equal_utterances_are_equal_requests_and_prosody_is_part_of_them(name: str) -> None:
    one, other = engines.load(name), engines.load(name)
    assert prompt(one, TEXT) == prompt(other, TEXT)
    for different in (prompt(one, "中国花花。"), prompt(one, TEXT, 64), prompt(one, TEXT, 48, 44100), prompt(one, TEXT, rate=5)):
        assert different.request != prompt(one, TEXT).request


@given(text=st.text(HOSTILE_CHARACTERS, max_size=30) | st.text(max_size=30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_way_back_from_the_payload_is_ordered_and_inside_both_texts(name: str, text: str) -> None:
    made = prompt(engines.load(name), text)
    made.request.payload.encode()  # no lone surrogate is left
    place = spoken = 0
    for start, end, spoken_start, spoken_end in made.spans:
        assert place <= start < end <= len(made.request.payload)
        assert spoken <= spoken_start < spoken_end <= len(text)
        place, spoken = end, spoken_start


@pytest.mark.parametrize("text", UNSPEAKABLE)
def test_what_cannot_be_said_is_an_empty_payload(name: str, text: str) -> None:
    assert prompt(engines.load(name), text).request.payload == ""


@pytest.mark.parametrize("text", [TEXT, HOSTILE], ids=["plain", "hostile"])
def test_it_speaks_a_complete_clip(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clip = ask(name, monkeypatch, lambda engine: engine.speak(prompt(engine, text).request))
    assert len(clip.audio) == clip.frames * 144
    assert clip.samples == clip.frames * 576
    assert 0 <= clip.speech_start < clip.speech_end <= clip.samples
    assert 0.5 < clip.samples / 24000 < 20
    made = prompt(engines.load(name), text)
    place = 0
    for boundary in clip.boundaries:
        assert place <= boundary.start <= boundary.end <= clip.samples
        assert any(a < boundary.payload_end and b > boundary.payload_start for a, b, _, _ in made.spans)
        place = boundary.start
    if engines.load(name).capabilities.boundaries == "word":
        assert len(clip.boundaries) >= 3


@pytest.mark.parametrize(("bitrate", "sample_rate"), [(64, 24000), (96, 44100)])
def test_the_clip_has_the_format_of_the_edition(
    name: str, bitrate: int, sample_rate: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = ask(name, monkeypatch, lambda engine: engine.speak(prompt(engine, TEXT, bitrate, sample_rate).request))
    size = 576 if sample_rate == 24000 else 1152
    assert clip.samples == clip.frames * size
    assert len(clip.audio) == pytest.approx(clip.samples / sample_rate * bitrate * 125, abs=2)


def test_an_unknown_voice_is_an_error_of_ours(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(engine: Engine) -> Clip:
        with pytest.raises(SpeechError):
            await engine.speak(engine.request(utterance(TEXT, name, "nobody"), 48, 24000).request)
        return Clip(b"", 0, 0, 0, 0)

    ask(name, monkeypatch, refused)
