"""The embedded voice: espeak-ng (from the wheel espeakng-loader), fed our pinyin; no network, no system package.

Speaks in worker processes, with a fresh state of the library per request: its state is global to a process, and only the first
synthesis of a fresh one is the same on every run.
"""

import asyncio
import os
from importlib.util import find_spec
from tempfile import TemporaryDirectory

from msgspec import structs

from audio_edition.engines import VoiceInfo
from audio_edition.engines._espeak_data import data, variants
from audio_edition.engines._espeak_payload import english, mandarin
from audio_edition.engines._text import speakable
from audio_edition.engines._worker import Worker
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance

PATIENCE = 60.0
"""Seconds after which a worker that does not answer is given up; it speaks about a thousand times faster than real time."""
MOST_WORKERS = 8
"""They need some 60 MB each, and eight speak an issue of 20 minutes in half a second."""


def _cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine() -> "Espeak":
    """The engine, with its processes not yet started."""
    return Espeak()


class Espeak:
    """The embedded voice as an engine."""

    name = "espeak"
    version = "1.52.0-2"
    capabilities = Capabilities(max_bytes=6000, boundaries="word", alphabet="pinyin", at_once=min(_cores(), MOST_WORKERS))

    def __init__(self, workers: int = 0) -> None:
        self._room = asyncio.Semaphore(workers or self.capabilities.at_once)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._data: TemporaryDirectory[str] | None = None

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Mandarin and English, and the variants of each: `+m1`…`+m8`, `+f1`…`+f5` after the name."""
        return (
            VoiceInfo("cmn-latn-pinyin", "zh-CN", "male"),
            VoiceInfo("cmn-latn-pinyin+f2", "zh-CN", "female"),
            VoiceInfo("en", "en-GB", "male"),
            VoiceInfo("en+f2", "en-GB", "female"),
        )

    def has_voice(self, name: str) -> bool:
        """Whether it is one of the two, plain or in a variant."""
        base, _, variant = name.partition("+")
        known = {voice.name.partition("+")[0] for voice in self.voices()}
        return base in known and (name == base or variant in variants())

    def ready(self) -> str:
        """Empty when the wheels are installed."""
        missing = [name for name in ("espeakng_loader", "lameenc", "soundfile") if find_spec(name) is None]
        return f"install {', '.join(missing)}: pip install audio-edition" if missing else ""

    def request(self, utterance: Utterance, bitrate: int = 48, sample_rate: int = 24000) -> Prompt:
        """The pinyin of an utterance as SSML, with its way back to the spoken text."""
        foreign = utterance.lang.lower().startswith("en")
        voice = utterance.voice
        if foreign:
            voice = structs.replace(voice, name="en" + "".join(voice.name.partition("+")[1:]))
        payload = english(utterance.spoken.spoken) if foreign else mandarin(utterance)
        if not speakable(utterance.spoken.spoken):
            return Prompt(Request(self.name, self.version, voice, "", bitrate, sample_rate), (), payload.findings)
        request = Request(self.name, self.version, voice, payload.text, bitrate, sample_rate)
        return Prompt(request, payload.spans, payload.findings)

    async def speak(self, request: Request) -> Clip:
        """The clip of a request, made by the next worker that is free."""
        async with self._room:
            worker = self._idle.pop() if self._idle else await self._started()
            self._busy.add(worker)
            try:
                clip = await asyncio.wait_for(worker.ask(request), PATIENCE)
            except SpeechRefused:
                self._idle.append(worker)
                raise
            except BaseException as error:
                await worker.kill()
                if isinstance(error, (OSError, EOFError, TimeoutError)):
                    raise SpeechError(f"espeak-ng gave up on: {request.payload[:60]}") from error
                raise
            finally:
                self._busy.discard(worker)
            self._idle.append(worker)
            return clip

    async def aclose(self) -> None:
        """Stop all workers."""
        workers, self._idle = [*self._idle, *self._busy], []
        await asyncio.gather(*(worker.kill() for worker in workers))
        if self._data is not None:
            self._data.cleanup()
            self._data = None

    async def _started(self) -> Worker:
        """A new worker. Raises SpeechError when there is no room for its data, or for it."""
        try:
            if self._data is None:
                self._data = data()
            return await Worker.start("_espeak_worker", self._data.name)
        except OSError as error:
            raise SpeechError(f"espeak-ng does not start: {error}") from error
