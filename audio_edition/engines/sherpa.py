"""Neural voices on this computer through sherpa-onnx: VITS, Matcha and Kokoro models; extra `audio-edition[neural]`.

`audio-edition voices install NAME` fetches a voice; any other model of sherpa-onnx works from its folder below
AUDIO_EDITION_VOICES (else the user's data folder). A voice's name is its folder's, with `#7` for its speaker
7: they count from 0, and one that is not named is 0.
"""

import asyncio
import math
import os
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from audio_edition.audio.clip import from_pcm
from audio_edition.engines import VoiceInfo
from audio_edition.engines._complete import implausible
from audio_edition.engines._sherpa_lexicon import Lexicon, read
from audio_edition.engines._text import Spans, clean
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance

if TYPE_CHECKING:
    from audio_edition.engines._sherpa_model import Voice


class SherpaEngine:
    """Voices in folders."""

    name = "sherpa"
    capabilities = Capabilities(max_bytes=4096, alphabet="pinyin", at_once=1, prosody=("rate", "volume"), level="samples")

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or voices_folder()
        self._lexicons: dict[str, Lexicon] = {}
        self._loaded: dict[str, Voice] = {}
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
            return await asyncio.to_thread(self._speak, request, gain)

    async def aclose(self) -> None:
        """Let go of the models."""
        self._loaded.clear()

    def _findings(self, request: Request, spans: Spans) -> tuple[Finding, ...]:
        name = request.voice.name.partition("#")[0]
        try:
            return self._lexicon(name).findings(request.payload, spans, name)
        except SpeechRefused:  # whoever has it speak hears why
            return ()

    def _speak(self, request: Request, gain: float) -> Clip:
        import numpy as np

        name, _, speaker = request.voice.name.partition("#")
        voice = self._voice(name)
        text = voice.lexicon.text(request.payload)
        try:
            made = voice.tts.generate(text, sid=_speaker(voice, name, speaker), speed=1 + request.voice.rate / 100)
        except (RuntimeError, ValueError) as error:
            raise SpeechRefused(f"sherpa: {' '.join(str(error).split())}") from error
        samples = np.asarray(made.samples, dtype=np.float32)
        reason = implausible(text, len(samples) / made.sample_rate, request.voice.rate) if len(samples) else "no sound"
        if reason:
            raise SpeechError(f"sherpa made only a part: {reason}")
        gain += 20 * math.log10(max(0.01, 1 + request.voice.volume / 100))
        return from_pcm(samples, made.sample_rate, (), request.bitrate, request.sample_rate, gain)

    def _voice(self, name: str) -> "Voice":
        from audio_edition.engines._sherpa_model import load

        if name not in self._loaded:
            lexicon = self._lexicon(name)
            self._loaded[name] = load(self._folder / name, lexicon, os.cpu_count() or 1)
        return self._loaded[name]

    def _lexicon(self, name: str) -> Lexicon:
        if name not in self._lexicons:
            if not name or "/" in name or not (self._folder / name).is_dir():
                raise SpeechRefused(f"sherpa: no voice {name!r} is installed; `audio-edition voices install` fetches one")
            self._lexicons[name] = read(self._folder / name)
        return self._lexicons[name]


def engine() -> SherpaEngine:
    """The engine, with the user's voices."""
    return SherpaEngine()


def voices_folder() -> Path:
    """Where voices are installed: AUDIO_EDITION_VOICES, else below the user's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get("AUDIO_EDITION_VOICES")
    return Path(named) if named else user_data_path("audio-edition") / "voices"


def _speaker(voice: "Voice", name: str, written: str) -> int:
    """The number of a speaker as it is written behind the voice's name. Raises SpeechRefused when there is none such."""
    number = int(written or 0) if written.isdecimal() or not written else -1
    if not 0 <= number < voice.speakers:
        there = f"{voice.speakers} speakers, #0 to #{voice.speakers - 1}" if voice.speakers > 1 else "one speaker, #0"
        raise SpeechRefused(f"sherpa: {name} has no speaker #{written}: it has {there}")
    return number


def _lang(folder: Path) -> str:
    """The language of a voice: sherpa-onnx says it in the names of folders and lexicons."""
    return "zh-CN" if "zh" in folder.name or (folder / "lexicon-zh.txt").exists() else "en-US"


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
