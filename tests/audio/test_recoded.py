"""Opus and M4B: the same sound, its chapters, readable by ffmpeg, the same on every run."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audio_edition.audio import clip, loudness, mp3, recoded
from audio_edition.model.edition import Chapter
from audio_edition.model.errors import PublishError
from tests.audio.conftest import Voice

Tool = Callable[[str], str]
CHAPTERS = (Chapter(0, 48000, "甲"), Chapter(48000, 200000, "乙"))


@pytest.fixture(scope="module")
def pieces(voice: Voice) -> list[bytes]:
    spoken = clip.from_pcm(voice(2.0, level=0.3), 24000).audio
    return [mp3.silence(2), spoken, spoken, mp3.silence(40), spoken, mp3.silence(3), spoken, mp3.silence(40)]


@pytest.fixture(scope="module")
def frames(pieces: list[bytes]) -> bytes:
    return b"".join(pieces)


def test_decoding_from_pause_to_pause_changes_nothing(pieces: list[bytes], frames: bytes) -> None:
    blocks = list(recoded._blocks(pieces, 48, 24000))
    assert len(blocks) == 2
    assert np.allclose(np.concatenate(blocks), clip.decoded(frames, 48, 24000), atol=1e-6)


def probed(tool: Tool, path: Path) -> dict[str, list[dict[str, object]]]:
    command = [tool("ffprobe"), "-v", "warning", "-show_chapters", "-show_streams", "-show_format", "-of", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def heard(tool: Tool, path: Path, frames: bytes) -> float:
    """Correlation of what is heard with the MP3, sample by sample: 1.0 where nothing has moved."""
    wave = path.with_suffix(".wav")
    subprocess.run([tool("ffmpeg"), "-v", "error", "-y", "-i", str(path), "-ar", "24000", str(wave)], check=True)
    samples, _ = soundfile.read(wave, dtype="float32")
    original = clip.decoded(frames, 48, 24000)
    assert len(samples) == pytest.approx(len(original), abs=2400)
    length = min(len(samples), len(original))
    assert loudness.true_peak(samples) <= loudness.CEILING
    return float(np.corrcoef(samples[:length], original[:length])[0, 1])


def test_opus_sounds_the_same_at_the_same_times(tool: Tool, tmp_path: Path, pieces: list[bytes], frames: bytes) -> None:
    path = tmp_path / "edition.opus"
    path.write_bytes(recoded.opus(pieces, CHAPTERS, {"TITLE": "题"}))
    assert heard(tool, path, frames) > 0.9
    said = probed(tool, path)
    assert [(float(str(one["start_time"])), one["tags"]) for one in said["chapters"]] == [
        (0.0, {"title": "甲"}),
        (2.0, {"title": "乙"}),
    ]
    assert said["streams"][0]["tags"]["TITLE"] == "题"  # type: ignore[index]
    assert path.read_bytes() == recoded.opus(pieces, CHAPTERS, {"TITLE": "题"})


def test_an_m4b_sounds_the_same_at_the_same_times(tool: Tool, tmp_path: Path, pieces: list[bytes], frames: bytes) -> None:
    pytest.importorskip("av")
    path = tmp_path / "edition.m4b"
    cover = b"\x89PNG\r\n\x1a\n" + bytes(60)
    path.write_bytes(recoded.m4b(pieces, CHAPTERS, {"title": "题", "AIGC": "{}"}, cover))
    assert heard(tool, path, frames) > 0.9
    content = path.read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"chpl") < content.index(b"mdat")
    assert content == recoded.m4b(pieces, CHAPTERS, {"title": "题", "AIGC": "{}"}, cover)
    command = [tool("ffprobe"), "-v", "quiet", "-show_chapters", "-show_format", "-of", "json", str(path)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert [one["tags"]["title"] for one in said["chapters"]] == ["甲", "乙"]
    assert (said["format"]["tags"]["title"], said["format"]["tags"]["AIGC"]) == ("题", "{}")


def test_without_the_encoder_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, frames: bytes) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    with pytest.raises(PublishError, match="pip install"):
        recoded.m4b([frames], CHAPTERS, {})
    with pytest.raises(PublishError, match="pip install"):
        recoded.check(("m4b",), 24000)


def test_opus_knows_no_compact_disc(frames: bytes) -> None:
    with pytest.raises(PublishError, match="44100"):
        recoded.opus([frames], CHAPTERS, {}, 64, 44100)
