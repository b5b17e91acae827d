"""Neural voices, with a tiny model of random weights: it loads, it yields samples, and our pinyin is obeyed."""

import asyncio
from pathlib import Path

import numpy as np
import pytest

from audio_edition.engines._sherpa_lexicon import read
from audio_edition.engines._sherpa_model import OWN_LEXICON, Voice, load
from audio_edition.engines.sherpa import SherpaEngine
from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Clip, Request
from audio_edition.model.speech import Voice as Named
from tests.engines import tiny_voice
from tests.engines.saying import utterance


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed voices, with one in it."""
    place = tmp_path_factory.mktemp("voices")
    tiny_voice.make(place / "tiny-zh")
    return place


def speak(engine: SherpaEngine, request: Request) -> Clip:
    async def main() -> Clip:
        try:
            return await engine.speak(request)
        finally:
            await engine.aclose()

    return asyncio.run(main())


def loaded(folder: Path) -> Voice:
    return load(folder / "tiny-zh", read(folder / "tiny-zh"), 1)


def samples(folder: Path, payload: str) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    voice = loaded(folder)
    return np.asarray(voice.tts.generate(voice.lexicon.text(payload), sid=0, speed=1.0).samples, dtype=np.float32)


def test_a_reading_is_obeyed_and_not_chosen_by_the_voice(folder: Path) -> None:
    assert np.array_equal(samples(folder, "重{chong2}庆{qing4}"), samples(folder, "崇庆"))
    assert not np.array_equal(samples(folder, "重{chong2}庆{qing4}"), samples(folder, "重{zhong4}庆{qing4}"))
    assert np.array_equal(samples(folder, "重{zhong4}"), samples(folder, "众"))


def test_the_voices_own_words_do_not_override_a_reading(folder: Path) -> None:
    loaded(folder)
    written = (folder / "tiny-zh" / OWN_LEXICON).read_text(encoding="utf-8")
    assert "重庆" not in written
    assert "news" in written


def test_an_utterance_is_sent_with_its_pinyin() -> None:
    made = SherpaEngine(Path("nowhere")).request(utterance("重庆{a}GDP。", "sherpa", "tiny-zh"), 48, 24000)
    assert made.request.payload == "重{chong2}庆{qing4}aGDP。"
    said = [(made.request.payload[a:b], c, d) for a, b, c, d in made.spans]
    assert said[:3] == [("重{chong2}", 0, 1), ("庆{qing4}", 1, 2), ("a", 3, 4)]


def test_it_speaks(folder: Path) -> None:
    engine = SherpaEngine(folder)
    assert [voice.name for voice in engine.voices()] == ["tiny-zh"]
    clip = speak(engine, Request("sherpa", "1", Named("sherpa", "tiny-zh#0"), "中{zhong1}国{guo2}，花{hua1}。"))
    assert 1.2 < clip.samples / 24000 < 3


@pytest.mark.parametrize("name", ["missing", "", "../tiny-zh"])
def test_a_voice_that_is_not_installed_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(SpeechRefused, match="installed"):
        speak(SherpaEngine(folder), Request("sherpa", "1", Named("sherpa", name), "中{zhong1}"))


def test_without_a_voice_it_says_how_to_get_one(tmp_path: Path) -> None:
    assert "voices install" in SherpaEngine(tmp_path).ready()


def spoken(folder: Path, name: str = "tiny-zh", payload: str = "中{zhong1}国{guo2}") -> Clip:
    return speak(SherpaEngine(folder), Request("sherpa", "1", Named("sherpa", name), payload))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tiny-zh#55", "no speaker #55: it has one speaker, #0"),
        ("tiny-zh#-1", "no speaker #-1"),
        ("tiny-zh#one", "no speaker #one"),
        ("choir-zh#7", "no speaker #7: it has 7 speakers, #0 to #6"),
    ],
)
def test_a_speaker_that_there_is_not_is_refused(tmp_path: Path, name: str, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    tiny_voice.make(tmp_path / "tiny-zh")
    tiny_voice.make(tmp_path / "choir-zh", speakers=7)
    with pytest.raises(SpeechRefused, match=said):
        spoken(tmp_path, name)
    assert "sid" not in capfd.readouterr().err


def test_speakers_count_from_0(tmp_path: Path) -> None:
    tiny_voice.make(tmp_path / "choir-zh", speakers=7)
    first, second, last = (spoken(tmp_path, f"choir-zh{number}").audio for number in ("", "#0", "#6"))
    assert first == second != last


def test_what_the_lexicon_lacks_is_found(tmp_path: Path) -> None:
    tiny_voice.make(tmp_path / "tiny-zh")
    made = SherpaEngine(tmp_path).request(utterance("重庆，甲中山山。", "sherpa", "tiny-zh"), 48, 24000)
    assert [(finding.code, finding.where) for finding in made.findings] == [("V110", "[3:4]"), ("V110", "[5:6]")]
    assert "甲 (jia3) is not in the lexicon of tiny-zh, and is not spoken" in made.findings[0].message
    assert SherpaEngine(tmp_path).request(utterance("重庆", "sherpa", "tiny-zh"), 48, 24000).findings == ()


def test_a_word_of_letters_that_the_voice_cannot_look_up_is_found(tmp_path: Path) -> None:
    folder = tiny_voice.make(tmp_path / "tiny-zh")
    said = utterance("重庆News，council和GDP、council。", "sherpa", "tiny-zh")
    found = SherpaEngine(tmp_path).request(said, 48, 24000).findings
    assert [finding.message.partition(" is ")[0] for finding in found if finding.code == "V110"] == ["和 (he2)", "council", "GDP"]
    with (folder / "lexicon.txt").open("a", encoding="utf-8") as lexicon:
        lexicon.write("g j i4\nd d i4\np p i4\n和 h e2\n")
    found = SherpaEngine(tmp_path).request(said, 48, 24000).findings
    assert [finding.where for finding in found] == ["[7:14]"]
    (folder / "espeak-ng-data").mkdir()
    assert SherpaEngine(tmp_path).request(said, 48, 24000).findings == ()


def test_a_chinese_voice_is_known_by_its_lexicon(tmp_path: Path) -> None:
    tiny_voice.make(tmp_path / "anna")
    tiny_voice.make(tmp_path / "bert")
    (tmp_path / "bert" / "lexicon.txt").write_text("news n iu3 s i4\n")
    assert {voice.name: voice.lang for voice in SherpaEngine(tmp_path).voices()} == {"anna": "zh-CN", "bert": "en-US"}


def test_a_cast_is_told_that_it_cannot_change_the_pitch(folder: Path) -> None:
    assert "pitch" not in SherpaEngine(folder).capabilities.prosody
    request = Request("sherpa", "1", Named("sherpa", "tiny-zh", pitch=50), "中{zhong1}国{guo2}")
    assert speak(SherpaEngine(folder), request).audio == spoken(folder).audio


DAMAGE = {
    "model.onnx": (b"", b"garbage" * 100, None),
    "lexicon.txt": (b"", "中 zh ong1\n".encode("gb18030")),
    "tokens.txt": (b"", b"\xff\xfe", None),
    OWN_LEXICON: (b"\xff\xfe",),
}


@pytest.mark.parametrize(("file", "content"), [(file, content) for file, contents in DAMAGE.items() for content in contents])
def test_a_damaged_voice_is_one_line_that_names_the_file(tmp_path: Path, file: str, content: bytes | None) -> None:
    folder = tiny_voice.make(tmp_path / "tiny-zh")
    whole = (folder / "model.onnx").read_bytes()
    (folder / file).write_bytes(whole[: len(whole) // 2] if content is None else content)
    if file == OWN_LEXICON:  # it is ours: it is written anew
        assert spoken(tmp_path).frames
        return
    assert SherpaEngine(tmp_path).request(utterance("重庆", "sherpa", "tiny-zh"), 48, 24000).findings == ()
    with pytest.raises(SpeechRefused, match=f"{file}.*fetches it again") as error:
        spoken(tmp_path)
    assert "\n" not in str(error.value)


def test_a_voice_over_which_the_library_ends_its_process_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without its lexicon sherpa-onnx calls exit(); other files make it crash."""
    (tiny_voice.make(tmp_path / "tiny-zh") / "lexicon.txt").unlink()
    with pytest.raises(SpeechRefused, match=r"sherpa-onnx gave up on the voice tiny-zh: .*; .*fetches it again"):
        spoken(tmp_path)
    assert capfd.readouterr().err == ""


def test_what_the_library_prints_is_not_on_the_terminal(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert spoken(folder, payload="中{zhong1}国{guo2} council").frames
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("file", ["model.onnx", "tokens.txt"])
def test_a_voice_without_one_of_its_files_is_one_line(tmp_path: Path, file: str) -> None:
    folder = tiny_voice.make(tmp_path / "tiny-zh")
    (folder / file).unlink()
    with pytest.raises(SpeechRefused, match=r"no voice of sherpa-onnx is here .*fetches it again"):
        spoken(tmp_path)
