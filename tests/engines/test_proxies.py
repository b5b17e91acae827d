"""A proxy of the environment that is no address is named, whoever would have asked through it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition import engines
from audio_edition.engines import _voice_download
from audio_edition.engines._voice_offers import OFFERS
from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Request, Voice

KINDS = ("http", "https", "ws", "wss", "all", "no")


@pytest.fixture(autouse=True)
def _no_proxy_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in KINDS:
        for case in (str.lower, str.upper):
            monkeypatch.delenv(case(f"{kind}_proxy"), raising=False)
    monkeypatch.setenv("AZURE_SPEECH_KEY", "key")
    monkeypatch.setenv("AZURE_SPEECH_REGION", "eastasia")
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", "https://speech.example/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "key")


def speaking(name: str, voice: str) -> Callable[[Path], None]:
    async def speak() -> None:
        engine = engines.load(name)
        try:
            await engine.speak(Request(name, engine.version, Voice(name, voice), "你好"))
        finally:
            await engine.aclose()

    return lambda _: asyncio.run(speak())


def downloading(folder: Path) -> None:
    asyncio.run(_voice_download.install(OFFERS[0], "https://voices.example", folder, lambda _: None, 0.0))


ASKING = {
    "edge": speaking("edge", "zh-CN-XiaoxiaoNeural"),
    "azure": speaking("azure", "zh-CN-XiaoxiaoNeural"),
    "openai": speaking("openai", "alloy"),
    "download": downloading,
}


@pytest.mark.parametrize("variable", ["http_proxy", "HTTPS_PROXY"])
@pytest.mark.parametrize("who", ASKING)
def test_it_is_refused_with_its_variable(who: str, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "http://me:secret@[::1")
    with pytest.raises(SpeechRefused, match=rf"{variable}=http://…@\[::1 is no") as error:
        ASKING[who](tmp_path)
    assert "write http://HOST:PORT" in str(error.value)
    assert "\n" not in str(error.value)


def test_so_it_is_where_the_service_runs_on_this_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", "ws://127.0.0.1:9/edge/v1")
    monkeypatch.setenv("http_proxy", "http://[::1")
    with pytest.raises(SpeechRefused, match=r"http_proxy=http://\[::1 is no address"):
        ASKING["edge"](tmp_path)
