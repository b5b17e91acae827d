"""`audio-edition voices` and `audio-edition cache`, as one types them."""

import json
from pathlib import Path

import pytest
import soundfile
from typer.testing import CliRunner

from audio_edition import plugins
from audio_edition.cli._app import app
from audio_edition.model.errors import AudioEditionError
from audio_edition.synthesis.store import Store
from tests.synthesis.fakes import clip, request


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
