"""What a cast plays beside its voices, and how loud it wants to be."""

import shutil
from pathlib import Path

import pytest
import soundfile

from audio_edition.audio import loudness, music
from audio_edition.audio.timeline import CHIME_PAUSE
from audio_edition.jingles import jingle
from audio_edition.model.errors import ConfigError
from audio_edition.settings import Cast
from audio_edition.synthesis import Store
from tests.editions import ROOT, SAMPLE, build, program

CHIME = ROOT / "voices" / "chime.flac"
CAST = 'title = "钟声"\nengine = "espeak"\nvoice = "cmn-latn-pinyin"\n'


def sound(folder: Path, name: str, more: str) -> tuple[float, float]:
    """Seconds and loudness of the shortest article, read by a cast with some keys more."""
    folder.mkdir()
    shutil.copy(CHIME, folder / "ding.flac")
    (folder / "cast.toml").write_text(CAST + more)
    paper = build(SAMPLE, folder, "--cast", str(folder / "cast.toml"), "--only", "4")
    samples, rate = soundfile.read(next(paper.glob(f"*/{name}")), dtype="float32")
    return len(samples) / rate, loudness.integrated(samples, rate)


def test_a_cast_is_heard_with_its_chime_and_at_its_loudness(tmp_path: Path) -> None:
    plain, loud = sound(tmp_path / "plain", "articles/*.mp3", "")
    chimed, soft = sound(tmp_path / "chimed", "articles/*.mp3", 'chime = "ding.flac"\nloudness = -19.0\n')
    assert chimed - plain == pytest.approx(1.8 + CHIME_PAUSE / 1000, abs=0.6)
    assert (loud, soft) == pytest.approx((-16.0, -19.0), abs=1.0)


def test_intro_and_outro_are_heard_around_the_edition(tmp_path: Path) -> None:
    plain, _ = sound(tmp_path / "plain", "edition.mp3", "")
    played, _ = sound(tmp_path / "played", "edition.mp3", 'intro = "ding.flac"\noutro = "ding.flac"\n')
    assert played - plain == pytest.approx(2 * 1.8, abs=1.2)


def test_a_sound_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, cast = Store.at(str(tmp_path)), Cast("", "espeak", "", chime=str(CHIME))
    first = jingle(cast, "chime", store)
    monkeypatch.setattr(music, "jingle", None)
    assert first == jingle(cast, "chime", store) is not None
    assert jingle(cast, "intro", store) is None


@pytest.mark.parametrize("name", ["nowhere.flac", __file__])
def test_what_is_no_sound_is_a_wrong_setting(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="chime"):
        jingle(Cast("", "espeak", "", chime=name), "chime", Store.at(str(tmp_path)))


@pytest.mark.parametrize("use", ["intro", "outro", "chime"])
def test_what_is_no_sound_is_said_before_anything_is_spoken(tmp_path: Path, use: str) -> None:
    (tmp_path / "cast.toml").write_text(CAST + f'{use} = "cast.toml"\n')
    clips = tmp_path / "clips"
    done = program("build", SAMPLE, "--output", tmp_path / "out", "--cache", clips, "--cast", tmp_path / "cast.toml")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"cast.toml: the cast's {use} is no sound" in done.stderr
    assert Store.at(str(clips)).info().clips == 0
