"""An engine of another package may do what it likes: what comes of it is one line that names the package, or sound."""

import asyncio
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from audio_edition import engines, plugins
from audio_edition.audio import mp3
from audio_edition.cli import _app
from audio_edition.engines import _foreign
from audio_edition.engines._foreign import Foreign
from audio_edition.model.errors import ConfigError, SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Prompt
from audio_edition.synthesis import Spoken, Store, speak
from tests import editions
from tests.engines.installing import installed
from tests.engines.saying import utterance

WHOLE = """
import numpy
from msgspec import structs

from audio_edition.audio.clip import from_pcm
from audio_edition.engines import VoiceInfo
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Boundary, Capabilities, Clip, Prompt, Request


class Beep:
    name, version, capabilities = "beep", "1", Capabilities(4096)

    def voices(self):
        return (VoiceInfo("low", "zh-CN"),)

    def ready(self):
        return ""

    def request(self, utterance, bitrate, sample_rate):
        payload = utterance.spoken.spoken
        return Prompt(Request(self.name, "1", utterance.voice, payload, bitrate, sample_rate))

    async def speak(self, request):
        return self.clip(request)

    def clip(self, request, gain=0.0):
        time = numpy.arange(4800 * len(request.payload), dtype=numpy.float32) / 24000
        return from_pcm(0.1 * numpy.sin(2000 * time), 24000, (), request.bitrate, request.sample_rate, gain)

    async def aclose(self):
        pass
"""
OPENED = "\n\ndef engine():\n    return Beep()\n"
TEXT = "中国重庆。"

CANNOT_BE_LOADED = {
    "raise OSError('no\\nlibrary')": "OSError: no library",
    "import nosuch_module": "No module named 'nosuch_module'",
    "raise SystemExit(3)": "SystemExit: 3",
    "raise GeneratorExit": "GeneratorExit",
    "": "no attribute 'engine'",
    "def engine():\n    raise KeyError('key')": "KeyError: 'key'",
    "def engine(): pass": "'NoneType' object has no attribute 'version'",
    f"{WHOLE}\n    version = 1{OPENED}": "it gave int, not str",
    f"{WHOLE}\n    capabilities = None{OPENED}": "it gave NoneType, not Capabilities",
    f"{WHOLE}\n    capabilities = Capabilities('many'){OPENED}": "Expected `int`, got `str`",
    f"{WHOLE}\n    speak = None{OPENED}": r"it has no speak\(\)",
    f"{WHOLE}\n    capabilities = Capabilities(4096, level='samples'){OPENED}": r"it has no speak_louder\(\)",
}
CANNOT_SPEAK = {
    "raise ZeroDivisionError('boom')": "ZeroDivisionError: boom",
    "raise SystemExit(5)": "SystemExit: 5",
    "raise __import__('asyncio').CancelledError": "failed in speak: CancelledError$",
    "raise GeneratorExit": "failed in speak: GeneratorExit$",
    "raise type('Odd', (BaseException,), {})('base')": "failed in speak: Odd: base",
    "raise SpeechRefused('no\\nsound')": "^no sound$",
    "return None": "it gave NoneType, not Clip",
    "return b'abc'": "it gave bytes, not Clip",
    "return Clip('a?', 'b', 'c', 'd', 'e')": "audio",
    "return structs.replace(self.clip(request), audio=b'garbage' * 100)": "its audio is none: no whole MP3 frame",
    "return structs.replace(self.clip(request), audio=b'')": "its audio is none: no MP3 frame",
    "return structs.replace(self.clip(request), frames=3)": "it says 3 frames",
    "return structs.replace(self.clip(request), samples=3)": "and 3 samples",
    "return structs.replace(self.clip(request), audio=self.clip(request).audio[:-1])": "no whole MP3 frame",
    "return structs.replace(self.clip(request), audio=b'ID3' + bytes(7) + self.clip(request).audio)": "header or a tag",
    "return self.clip(structs.replace(request, bitrate=64))": "not mono of 48 kbit/s and 24000 Hz",
    "return structs.replace(self.clip(request), speech_end=10**9)": "speech does not lie within the clip",
    "return structs.replace(self.clip(request), loudness=float('nan'))": "no loudness|loudness",
    "return structs.replace(self.clip(request), boundaries=(Boundary(-5, 9, 0, 1),))": "boundaries",
    "return structs.replace(self.clip(request), boundaries=(Boundary(5, 9, 0, 99),))": "boundaries",
}
CANNOT_BE_ASKED = {
    "raise IndexError('q')": "IndexError: q",
    "raise __import__('asyncio').CancelledError": "CancelledError",
    "return None": "it gave NoneType, not Prompt",
    "return Prompt(None)": "request",
    "return Prompt(Request('beep', '1', utterance.voice, 'a', bitrate, sample_rate), ((0, 2, 0, 1),))": "spans",
    "return Prompt(Request('beep', '1', utterance.voice, '\\ud800', bitrate, sample_rate))": "surrogates",
}


@pytest.fixture
def source(request: pytest.FixtureRequest) -> str:
    return str(getattr(request, "param", WHOLE + OPENED))


@pytest.fixture(autouse=True)
def _package(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with installed(tmp_path, "beep_engine", source, "beep = beep_engine", monkeypatch):
        yield


def broken(method: str, body: str) -> str:
    """The source of an engine one of whose methods does this."""
    return f"{WHOLE}\n    {method}:\n        {body}{OPENED}"


def each(method: str, bodies: Mapping[str, object]) -> pytest.MarkDecorator:
    cases = [pytest.param(broken(method, body), said, id=body) for body, said in bodies.items()]
    return pytest.mark.parametrize(("source", "said"), cases, indirect=["source"])


def clip(gain: float | None = None) -> Clip:
    engine = engines.load("beep")
    assert isinstance(engine, Foreign)
    request = engine.request(utterance(TEXT, "beep", "low"), 48, 24000).request
    return asyncio.run(engine.speak(request) if gain is None else engine.speak_louder(request, gain))


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What `voices` says of it; all others are listed too."""
    assert _app.run(["voices", *options]) == 0
    out = capsys.readouterr().out
    assert "espeak" in out
    return next(line for line in out.splitlines() if "beep" in line)


@pytest.mark.parametrize(
    ("source", "said"), [pytest.param(*case, id=case[1]) for case in CANNOT_BE_LOADED.items()], indirect=["source"]
)
def test_one_that_cannot_be_loaded_is_one_line_and_listed_as_not_ready(
    source: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ConfigError, match=said) as error:
        engines.load("beep")
    assert "beep-engine 1" in str(error.value)
    assert "\n" not in str(error.value)
    assert str(error.value) in listed(capsys)
    assert '"ready":false' in listed(capsys, "--json")


@each("async def speak(self, request)", CANNOT_SPEAK)
def test_what_goes_wrong_while_it_speaks_is_refused_in_one_line(source: str, said: str) -> None:
    with pytest.raises(SpeechRefused, match=said) as error:
        clip()
    assert "\n" not in str(error.value)


@each("def request(self, utterance, bitrate, sample_rate)", CANNOT_BE_ASKED)
def test_what_goes_wrong_while_it_is_asked_is_one_line(source: str, said: str) -> None:
    with pytest.raises(ConfigError, match=rf"the engine beep \(package beep-engine 1\) failed in request: .*{said}"):
        clip()


@each("def voices(self)", {"raise KeyError('v')": "KeyError", "return None": "not tuple", "return ('a', 'b')": "got `str`"})
def test_one_without_a_list_of_voices_hides_no_other(
    source: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert said in listed(capsys)
    assert _app.run(["voices", "try", "cmn-latn-pinyin", "好", "--output", str(tmp_path / "a.mp3")]) == 0


@each(
    "def ready(self)",
    {
        "raise ValueError('r\\nr')": "ValueError: r r",
        "raise GeneratorExit": "GeneratorExit",
        "return None": "NoneType",
        "return 'plug it\\nin'": "plug it in",
    },
)
def test_one_that_cannot_say_whether_it_is_ready_is_not(source: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in engines.load("beep").ready()
    assert said in listed(capsys)


@each("async def speak(self, request)", {"raise ConnectionResetError('gone')": "", "raise SpeechError('busy')": ""})
def test_a_broken_connection_may_be_tried_again(source: str, said: str) -> None:
    with pytest.raises(SpeechError) as error:
        clip()
    assert type(error.value) is SpeechError


@each("async def speak(self, request)", {"raise SpeechThrottled('slowly', 7.0)": ""})
def test_one_that_asks_for_patience_gets_it(source: str, said: str) -> None:
    with pytest.raises(SpeechThrottled) as error:
        clip()
    assert error.value.retry_after == 7.0


@each(
    "async def aclose(self)",
    {"raise OSError('stuck')": "", "raise GeneratorExit": "", "await __import__('asyncio').Event().wait()": ""},
)
def test_one_that_does_not_close_has_spoken_all_the_same(source: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_foreign, "CLOSING", 0.01)
    asyncio.run(engines.load("beep").aclose())


@each("async def speak(self, request)", {"await __import__('asyncio').Event().wait()": ""})
def test_one_that_is_stopped_stops(source: str, said: str) -> None:
    async def main() -> None:
        engine = engines.load("beep")
        speaking = asyncio.ensure_future(engine.speak(engine.request(utterance(TEXT, "beep", "low"), 48, 24000).request))
        await asyncio.sleep(0)
        speaking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await speaking
        assert speaking.cancelled()

    asyncio.run(main())


@each("async def speak(self, request)", {"await __import__('asyncio').Event().wait()": "no answer in 0.01 s"})
def test_one_that_never_answers_is_refused(source: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_foreign, "LONGEST", 0.01)
    with pytest.raises(SpeechRefused, match=said):
        clip()


ENDS = {
    "raise __import__('asyncio').CancelledError": (2, "the engine beep (package beep-engine 1) failed in speak: CancelledError"),
    "__import__('asyncio').current_task().cancel(); await __import__('asyncio').sleep(0)": (2, "beep was stopped from within"),
    "asyncio = __import__('asyncio'); [task.cancel() for task in asyncio.all_tasks()]; await asyncio.sleep(0)": (
        2,
        "stopped from within",
    ),
    "raise SystemExit(3)": (2, "the engine beep (package beep-engine 1) failed in speak: SystemExit: 3"),
    "raise KeyboardInterrupt": (130, "interrupted; run it again"),
}


@pytest.mark.parametrize(
    ("source", "code", "said"),
    [pytest.param(broken("async def speak(self, request)", body), *end, id=body) for body, end in ENDS.items()],
    indirect=["source"],
)
def test_whatever_it_raises_a_build_ends_with_one_line(source: str, code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "beep.toml").write_text('title = "x"\nengine = "beep"\nvoice = "low"\n')
    places = ("--cast", tmp_path / "beep.toml", "--output", tmp_path / "output", "--cache", tmp_path / "clips")
    path = f"{tmp_path}{os.pathsep}{editions.ROOT}"
    done = editions.program("build", editions.SAMPLE / "page02.md", "--quiet", *places, PYTHONPATH=path)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1), done.stderr
    assert said in done.stderr


@each("async def speak(self, request)", {"raise ZeroDivisionError('boom')": ""})
def test_the_fallback_speaks_for_one_that_fails(source: str, said: str, tmp_path: Path) -> None:
    async def main() -> list[Spoken]:
        both = {name: engines.load(name) for name in ("beep", "espeak")}
        ours = both["beep"].request(utterance(TEXT, "beep", "low"), 48, 24000)
        try:
            stream = speak([ours], both, Store.at(str(tmp_path / "clips")), instead=[instead(both["espeak"])])
            return [spoken async for spoken in stream if isinstance(spoken, Spoken)]
        finally:
            await both["espeak"].aclose()

    def instead(engine: engines.Engine) -> Prompt:
        return engine.request(utterance(TEXT, "espeak", "cmn-latn-pinyin"), 48, 24000)

    (spoken,) = asyncio.run(main())
    assert [finding.code for finding in spoken.findings] == ["V101"]


@pytest.mark.parametrize("source", [f"{WHOLE}\n    name = 'another'{OPENED}"], indirect=True)
def test_it_is_known_by_the_name_of_its_entry_point(source: str) -> None:
    engine = engines.load("beep")
    assert engine.name == "beep"
    assert engine.request(utterance(TEXT, "beep", "low"), 48, 24000).request.engine == "beep"


LOUDER = f"""{WHOLE}
    capabilities = Capabilities(4096, level='samples')

    async def speak_louder(self, request, gain):
        return self.clip(request, gain)
{OPENED}"""


@pytest.mark.parametrize("source", [LOUDER], indirect=True)
def test_one_that_speaks_louder_does(source: str) -> None:
    assert np.isclose(clip(6.0).loudness - clip(0.0).loudness, 6.0, atol=0.5)
    assert mp3.count(clip(6.0).audio) == clip(6.0).frames


PARTING = {
    "return tuple(structs.replace(request, payload=part) for part in ('中国', '重庆。'))": ["中国", "重庆。"],
    "return None": None,
}


@each("def parts(self, request)", PARTING)
def test_one_that_can_speak_in_parts_may(source: str, said: list[str] | None) -> None:
    engine = engines.load("beep")
    assert isinstance(engine, engines.PartingEngine)
    parts = engine.parts(engine.request(utterance(TEXT, "beep", "low"), 48, 24000).request)
    assert (parts and [part.payload for part in parts]) == said


def test_one_that_cannot_speak_in_parts_need_not() -> None:
    engine = engines.load("beep")
    assert isinstance(engine, engines.PartingEngine)
    assert engine.parts(engine.request(utterance(TEXT, "beep", "low"), 48, 24000).request) is None


@pytest.mark.parametrize("source", [f"{WHOLE}{OPENED}"], indirect=True)
def test_what_it_says_is_not_changed(source: str) -> None:
    engine = engines.load("beep")
    assert engine.voices() == (engines.VoiceInfo("low", "zh-CN"),)
    assert engine.ready() == ""
    assert plugins.package("audio_edition.engines", "beep") == "beep-engine 1"
    assert clip().frames > 30


def test_an_entry_point_that_names_no_module_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    entry = "other = other_engine:engine"
    with (
        installed(tmp_path / "other", "other_engine", WHOLE + OPENED, entry, monkeypatch),
        pytest.raises(ConfigError, match=r"names other_engine:engine, which is no module; update that package"),
    ):
        engines.load("other")
