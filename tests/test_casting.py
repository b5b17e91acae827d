"""What a cast asks for and cannot have here is said when an edition is planned, with file, line and key."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec import structs

from audio_edition import engines, planning
from audio_edition.build import build
from audio_edition.casting import check
from audio_edition.model.errors import ConfigError
from audio_edition.model.event import Event, Planned
from audio_edition.model.speech import Clip, Voice
from audio_edition.orders import Order, cast_file, find_cast, prepare
from audio_edition.settings import Cast
from audio_edition.synthesis import Store
from audio_edition.toml import Source
from tests.editions import SAMPLE, program
from tests.engines import tiny_voice
from tests.speech import utterance
from tests.synthesis.fakes import ScriptedEngine

ESPEAK = 'title = "x"\nengine = "espeak"\nvoice = "cmn-latn-pinyin"\n'
EDGE = 'title = "x"\nengine = "edge"\nvoice = "zh-CN-XiaoxiaoNeural"\n'


@pytest.fixture(autouse=True)
def _nothing_is_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AZURE_SPEECH_KEY", "AUDIO_EDITION_OPENAI_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AUDIO_EDITION_VOICES", str(tmp_path / "voices"))


def wrong(tmp_path: Path, text: str) -> str:
    """What is said of a cast, without the folder; empty when nothing is wrong with it."""
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    try:
        find_cast(str(tmp_path / "mine.toml"))
    except ConfigError as error:
        return str(error).removeprefix(f"{tmp_path}/")
    return ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ESPEAK.replace("espeak", "gramo"), "mine.toml:2: `engine`: no engine is named 'gramo'; there are azure, edge, espeak"),
        (ESPEAK + 'fallback = "gramo"', "mine.toml:4: `fallback`: no engine is named 'gramo'; there are"),
        (ESPEAK + '[roles.body]\nengine = "gramo"', "mine.toml:5: `roles.body.engine`: no engine is named 'gramo'; there are"),
        (ESPEAK + 'language = "yue"\nfallback = "espeak"', "mine.toml:5: `fallback`: the engine espeak has no voice for yue"),
        (
            ESPEAK + 'language = "xx-YY"',
            "mine.toml:4: `language`: xx-YY is not read here; write one of zh, yue, cmn, en, as in zh-CN",
        ),
        (ESPEAK + 'language = "ZH-cn"\nfallback = "espeak"', ""),
        (
            ESPEAK + 'fallback = "sherpa"',
            "mine.toml:4: `fallback`: the engine sherpa is not ready here: audio-edition voices install",
        ),
        (ESPEAK.replace("cmn", "cnm"), "mine.toml:3: `voice`: espeak has no voice 'cnm-latn-pinyin'; near it: cmn-latn-pinyin"),
        (ESPEAK + '[roles.body]\nvoice = "en+f99"', "mine.toml:5: `roles.body.voice`: espeak has no voice 'en+f99'; near it: en"),
        (EDGE + '[roles.body]\nvoice = "nobody"', "mine.toml:5: `roles.body.voice`: edge has no voice 'nobody'; `audio-edition"),
        (
            EDGE + '[roles.body]\nengine = "espeak"',
            "mine.toml:5: `roles.body.engine`: espeak has no voice 'zh-CN-Xiaoxiao",
        ),
        (ESPEAK + 'intro = "no.wav"', "mine.toml:4: `intro`: there is no sound file"),
        (ESPEAK + 'outro = "."', "mine.toml:4: `outro`: there is no sound file"),
        (ESPEAK + 'chime = ""', ""),
        (ESPEAK + '[roles.body]\nvoice = "en+f4"', ""),
    ],
)
def test_what_cannot_be_had_is_said_with_file_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    found = wrong(tmp_path, text)
    assert found.startswith(said)
    assert bool(found) == bool(said)
    assert "\n" not in found


def test_a_dry_run_says_it(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(EDGE.replace("Xiaoxiao", "Xiaoxaio"))
    done = program("build", SAMPLE, "--dry-run", "--cast", tmp_path / "mine.toml")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "mine.toml:3: `voice`: edge has no voice 'zh-CN-XiaoxaioNeural'; near it: zh-CN-XiaoxiaoNeural" in done.stderr


@pytest.mark.parametrize("name", ["zh-CN-YunxlNeural", "zh-cn-XiaoxiaoNeural", "zn-CN-XiaoxiaoNeural", "en-US-GyNeural", "Yunxi"])
def test_a_misspelt_voice_of_the_service_is_refused(name: str) -> None:
    assert not engines.has_voice(engines.load("edge"), name)


@pytest.mark.parametrize(
    "name", ["zh-CN-YunxiaNeural", "en-US-AnaNeural", "en-US-AvaNeural", "de-DE-KatjaNeural", "zh-CN-XiaochenNeural"]
)
def test_a_voice_of_the_service_that_is_not_listed_is_allowed(name: str) -> None:
    assert engines.has_voice(engines.load("edge"), name)


def test_servers_may_have_any_voice_and_so_may_an_engine_that_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", "http://127.0.0.1:9/v1")
    check(Cast("", "openai", "my-own-voice"), Source("mine.toml"))
    assert engines.has_voice(ScriptedEngine(), "whoever")


def test_an_installed_voice_has_speakers(tmp_path: Path) -> None:
    tiny_voice.make(tmp_path / "voices" / "tiny-zh")
    assert wrong(tmp_path, ESPEAK.replace("espeak", "sherpa").replace("cmn-latn-pinyin", "tiny-zh#1")) == ""
    said = "mine.toml:3: `voice`: sherpa has no voice 'tiny-hz'; near it: tiny-zh"
    assert wrong(tmp_path, ESPEAK.replace("espeak", "sherpa").replace("cmn-latn-pinyin", "tiny-hz")) == said


@pytest.mark.parametrize("name", ["embedded", "xiaoxiao", "newsroom", "cantonese", "english"])
def test_the_casts_that_ship_can_speak(name: str) -> None:
    assert cast_file(name) is not None
    assert find_cast(name).title


def test_another_engine_reads_with_its_own_voice() -> None:
    assert find_cast("xiaoxiao", "espeak").voice == "cmn-latn-pinyin"


@pytest.mark.parametrize("asked", ['engine = "azure"', 'engine = "espeak"\nfallback = "azure"'])
def test_an_engine_that_is_not_ready_is_told_before_anyone_speaks(tmp_path: Path, asked: str) -> None:
    (tmp_path / "mine.toml").write_text(f'title = "x"\n{asked}\nvoice = "cmn-latn-pinyin"\n')
    places = ("--cast", tmp_path / "mine.toml", "--cache", tmp_path / "clips")
    done = program("build", SAMPLE / "page02.md", "--dry-run", *places)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the engine azure is not ready here: set AZURE_SPEECH_KEY" in done.stderr


def test_what_is_stored_needs_no_engine_that_is_ready(tmp_path: Path) -> None:
    cast = find_cast("xiaoxiao", "azure")
    order = Order((SAMPLE / "page02.md",), cast, tmp_path / "output", str(tmp_path / "clips"), plan_only=True)
    store = Store.at(order.cache)
    for part in planning.parts(prepare(order), order, planning.Voices(cast)):
        for prompt in part.prompts:
            store.put(prompt.request, Clip(b"", 1, 576, 0, 576))
    planned = asyncio.run(_last(build(order)))
    assert isinstance(planned, Planned)
    assert planned.characters == 0


async def _last(events: AsyncIterator[Event]) -> Event:
    return [event async for event in events][-1]


def test_who_speaks_instead_keeps_pace_pitch_and_volume() -> None:
    said = structs.replace(utterance(), voice=Voice("edge", "zh-CN-XiaoxiaoNeural", -5, 3, 10))
    instead = planning.Voices(Cast("", "edge", "zh-CN-XiaoxiaoNeural", fallback="espeak")).instead(said)
    assert instead is not None
    assert instead.request.voice == Voice("espeak", "cmn-latn-pinyin", -5, 3, 10)
