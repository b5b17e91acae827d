"""Neural voices on this computer through sherpa-onnx: VITS, Matcha and Kokoro models; extra `audio-edition[neural]`.

They are spoken in a process of their own: the library prints what it likes, and ends the process of a voice that it cannot read.
`audio-edition voices install NAME` fetches a voice; any other model of sherpa-onnx works from its folder below
AUDIO_EDITION_VOICES (else the user's data folder). A voice's name is its folder's, with `#7` for its speaker
7: they count from 0, and one that is not named is 0.
"""

import asyncio
import os
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from audio_edition.engines import VoiceInfo
from audio_edition.engines._sherpa_lexicon import AGAIN, Lexicon, installed, is_chinese
from audio_edition.engines._text import Spans, clean
from audio_edition.engines._worker import Worker
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance

PATIENCE = 600.0
"""Seconds after which it is given up: on a slow computer a model is loaded in a minute, and a sentence takes another."""


class SherpaEngine:
    """Voices in folders."""

    name = "sherpa"
    capabilities = Capabilities(max_bytes=4096, alphabet="pinyin", at_once=1, prosody=("rate", "volume"), level="samples")

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or voices_folder()
        self._lexicons: dict[str, Lexicon] = {}
        self._worker: Worker | None = None
        self._turn = asyncio.Lock()
        self.version = f"1 {_installed()}"

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Those that are installed."""
        found = sorted(path.parent for path in self._folder.glob("*/tokens.txt"))
        return tuple(VoiceInfo(folder.name, _lang(folder)) for folder in found)

    def has_voice(self, name: str) -> bool:
        """Whether the voice is installed; how many speakers it has, its model says."""
        folder, mark, speaker = name.partition("#")
        return any(folder == voice.name for voice in self.voices()) and (not mark or speaker.isdecimal())

    def ready(self) -> str:
        """Empty when sherpa-onnx and a voice are installed."""
        if not _installed():
            return "pip install 'audio-edition[neural]'"
        return "" if self.voices() else "audio-edition voices install kokoro (or melo)"

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """Characters, each Hanzi with its pinyin after sandhi in braces: `重{chong2}庆{qing4}`; empty braces: merged.

        With a finding for what the voice, if it is installed, cannot say.
        """
        kept = [at for at, char in enumerate(utterance.spoken.spoken) if char not in "{}"]
        text, places = clean("".join(utterance.spoken.spoken[at] for at in kept), kept)
        if not text:
            return Prompt(Request(self.name, self.version, utterance.voice, "", bitrate, sample_rate))
        readings = {reading.index: reading.surface for reading in utterance.pronunciation.readings}
        payload, spans = _marked(text, places, readings)
        request = Request(self.name, self.version, utterance.voice, payload, bitrate, sample_rate)
        return Prompt(request, spans, self._findings(request, spans))

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request. Raises SpeechError, SpeechRefused."""
        return await self.speak_louder(request, 0.0)

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        """The complete clip of a request, louder by `gain` dB. Raises SpeechError, SpeechRefused."""
        if not _installed():
            raise SpeechRefused(f"sherpa is not set up: {self.ready()}")
        async with self._turn:
            try:
                self._worker = self._worker or await Worker.start("_sherpa_worker", str(self._folder))
                return await asyncio.wait_for(self._worker.ask(request, gain), PATIENCE)
            except SpeechError:
                raise
            except BaseException as error:
                said = self._worker.last_words() if self._worker else ""
                await self.aclose()
                if isinstance(error, (OSError, EOFError, TimeoutError)):
                    raise SpeechRefused(_ended(request, said or str(error))) from error
                raise

    async def aclose(self) -> None:
        """End the process that has the models."""
        worker, self._worker = self._worker, None
        if worker is not None:
            await worker.kill()

    def _findings(self, request: Request, spans: Spans) -> tuple[Finding, ...]:
        name = request.voice.name.partition("#")[0]
        try:
            return self._lexicon(name).findings(request.payload, spans, name)
        except SpeechRefused:  # whoever has it speak hears why
            return ()

    def _lexicon(self, name: str) -> Lexicon:
        if name not in self._lexicons:
            self._lexicons[name] = installed(self._folder, name)
        return self._lexicons[name]


def engine() -> SherpaEngine:
    """The engine, with the user's voices."""
    return SherpaEngine()


def voices_folder() -> Path:
    """Where voices are installed: AUDIO_EDITION_VOICES, else below the user's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get("AUDIO_EDITION_VOICES")
    return Path(named) if named else user_data_path("audio-edition") / "voices"


def _ended(request: Request, said: str) -> str:
    """What is told where its process ended over a request, having said that: a library that does so does it again."""
    return f"sherpa-onnx gave up on the voice {request.voice.name}: {said or 'it does not say why'}; {AGAIN}"


def _lang(folder: Path) -> str:
    """The language of a voice: sherpa-onnx says it in the names of folders and lexicons, and these hold it."""
    named = "zh" in folder.name or (folder / "lexicon-zh.txt").exists()
    return "zh-CN" if named or is_chinese(folder) else "en-US"


def _marked(text: str, places: Sequence[int], readings: dict[int, str]) -> tuple[str, Spans]:
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    length = 0
    for char, place in zip(text, places, strict=True):
        written = f"{char}{{{_syllable(readings[place])}}}" if place in readings else char
        spans.append((length, length + len(written), place, place + 1))
        parts.append(written)
        length += len(written)
    return "".join(parts), tuple(spans)


def _syllable(surface: str) -> str:
    """A syllable as lexicons know it: they have none with a final r (huar1), the 儿 itself aside."""
    base, tone = surface[:-1], surface[-1:]
    return base.removesuffix("r") + tone if base.endswith("r") and base != "er" else surface


def _installed() -> str:
    try:
        return version("sherpa-onnx")
    except PackageNotFoundError:
        return ""
