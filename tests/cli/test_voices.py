"""`audio-edition voices` and `audio-edition cache`, as one types them."""

import asyncio
import json
from pathlib import Path

import pytest
import soundfile
from typer.testing import CliRunner

from audio_edition import plugins
from audio_edition.cli._app import app
from audio_edition.model.errors import AudioEditionError
from audio_edition.synthesis.store import Store
from tests.edge_service import EdgeService
from tests.engines.installing import installed
from tests.engines.servers import SpeechServer
from tests.synthesis.fakes import clip, request

CLOUD = """
from audio_edition.engines import VoiceInfo
from audio_edition.model.speech import Capabilities


class Cloud:
    name, version, capabilities = "cloud", "1", Capabilities(4096)
    request = speak = aclose = print

    def voices(self):
        return (VoiceInfo("diva", "zh-CN"),)

    def ready(self):
        return "pay"


def engine():
    return Cloud()
"""


def run(*arguments: str, stdin: str = "") -> str:
    result = CliRunner().invoke(app(), arguments, input=stdin)
    if result.exception and isinstance(result.exception, AudioEditionError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_voices_are_listed_with_what_each_engine_can_do() -> None:
    listed = run("voices")
    for name in plugins.names("audio_edition.engines"):
        assert f"\n{name}  " in f"\n{listed}"
    assert "zh-CN-XiaoxiaoNeural" in listed
    assert "edge  ready  (on the network, times of words, readings by homophones, 6 at once)" in listed
    assert "readings by homophones, no pitch, 4 at once)" in listed


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("AZURE_SPEECH_KEY", raising=False)
    monkeypatch.setenv("AUDIO_EDITION_VOICES", str(tmp_path))
    listed = run("voices")
    assert "azure  needs: set AZURE_SPEECH_KEY" in listed
    assert "sherpa  needs: audio-edition voices install" in listed


def test_machines_get_lines() -> None:
    found = [json.loads(line) for line in run("voices", "--json").splitlines()]
    assert [one["engine"] for one in found] == list(plugins.names("audio_edition.engines"))
    assert all(one["capabilities"]["max_bytes"] for one in found)


@pytest.mark.parametrize("name", ["embedded", "cmn-latn-pinyin", "espeak:cmn-latn-pinyin+f2"])
def test_a_voice_is_tried(name: str, tmp_path: Path) -> None:
    said = run("voices", "try", name, "重庆下雨了。", "--output", str(tmp_path / "voice.mp3"))
    assert "espeak:cmn-latn-pinyin" in said
    assert 0.5 < soundfile.info(tmp_path / "voice.mp3").duration < 4


def test_a_voice_that_there_is_not_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioEditionError, match="no voice and no cast is named 'caruso'"):
        run("voices", "try", "caruso", "好", "--output", str(tmp_path / "voice.mp3"))
    with pytest.raises(AudioEditionError, match="nothing to say"):
        run("voices", "try", "embedded", "……", "--output", str(tmp_path / "voice.mp3"))


@pytest.mark.parametrize("rate", ["9999", "-91"])
def test_a_pace_that_no_cast_may_have_is_refused(rate: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app(), ["voices", "try", "embedded", "好", "--rate", rate, "--output", str(tmp_path / "v.mp3")])
    assert result.exit_code == 2
    assert "--rate" in result.output
    assert not (tmp_path / "v.mp3").exists()


def test_the_pace_is_the_casts_where_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "slow.toml").write_text('title = "慢"\nengine = "espeak"\nvoice = "cmn-latn-pinyin"\nrate = -50\n', "utf-8")
    slow, plain = (
        run("voices", "try", str(tmp_path / "slow.toml"), "重庆下雨了。", "--output", str(tmp_path / "v.mp3"), *more)
        for more in ((), ("--rate", "0"))
    )
    assert _seconds(slow) > 1.3 * _seconds(plain)


def test_a_long_text_is_tried_in_as_many_requests_as_an_edition_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "".join(f"第{number}天重庆下雨，" for number in range(300))

    async def tried() -> list[str]:
        async with SpeechServer() as server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1")
            said = ("voices", "try", "openai:alloy", long, "--output", str(tmp_path / "v.mp3"))
            await asyncio.to_thread(run, *said)
            return [asked["input"] for asked in server.asked]

    asked = asyncio.run(tried())
    assert sum(map(len, asked)) >= 2400
    assert max(len(text.encode()) for text in asked) <= 4096


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("espeak:nobody", "`voice`: espeak has no voice 'nobody'"),
        ("azure:zh-CN-XiaoxiaoNeural", "the engine azure is not ready here: set AZURE_SPEECH_KEY"),
    ],
)
def test_who_cannot_speak_here_is_not_tried(name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_SPEECH_KEY", raising=False)
    with pytest.raises(AudioEditionError, match=said):
        run("voices", "try", name, "好")


def test_of_several_engines_that_have_a_voice_one_that_is_ready_speaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("AZURE_SPEECH_KEY", raising=False)

    async def tried() -> str:
        async with EdgeService() as edge:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", edge.url)
            said = ("voices", "try", "zh-CN-XiaoxiaoNeural", "你好。", "--output", str(tmp_path / "v.mp3"))
            return await asyncio.to_thread(run, *said)

    assert "edge:zh-CN-XiaoxiaoNeural" in asyncio.run(tried())


def test_where_no_engine_that_has_a_voice_is_ready_each_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with installed(tmp_path, "cloud_engine", CLOUD, "cloud = cloud_engine\nrain = cloud_engine", monkeypatch):
        said = "no engine that has the voice diva is ready here: cloud needs: pay; rain needs: pay"
        with pytest.raises(AudioEditionError, match=said):
            run("voices", "try", "diva", "好")


def test_what_is_wrong_in_a_cast_that_is_tried_is_said(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('title = ""\nengine = "espeak"\nvoice = "en"\nrate = 900\n')
    with pytest.raises(AudioEditionError, match=r"mine\.toml:4: `rate`"):
        run("voices", "try", str(tmp_path / "mine.toml"), "好")


def test_installing_says_the_size_first_and_asks() -> None:
    result = CliRunner().invoke(app(), ["voices", "install", "melo"], input="n\n")
    assert "167 MB, MIT" in result.output
    assert result.exit_code == 1
    with pytest.raises(AudioEditionError, match=r"no voice is named 'caruso'; there are kokoro, melo"):
        run("voices", "install", "caruso")
    listed = run("voices", "install")
    assert "kokoro: 103 speakers" in listed


def test_the_cache_is_shown_pruned_and_cleared(tmp_path: Path) -> None:
    Store(tmp_path).put(request("甲"), clip("甲" * 1000))
    place = ("--cache", str(tmp_path))
    assert json.loads(run("cache", "info", "--json", *place))["clips"] == 1
    assert "1 clips" in run("cache", "info", *place)
    assert "0.0 MB removed" in run("cache", "prune", "--to", "1", *place)
    assert CliRunner().invoke(app(), ["cache", "clear", *place], input="n\n").exit_code == 1
    run("cache", "clear", "--yes", *place)
    assert json.loads(run("cache", "info", "--json", *place))["clips"] == 0


def _seconds(said: str) -> float:
    return float(said.rpartition(": ")[2].split()[0])
