"""An engine whose answers a test decides, and what it takes to speak to it."""

import asyncio
from collections.abc import Callable, Iterable

from audio_edition.engines import VoiceInfo
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance, Voice
from audio_edition.synthesis.patience import Policy

AT_ONCE = Policy(unheard=0.0, outage=0.0, wait_initial=0.0, wait_jitter=0.0, sleep=lambda _: asyncio.sleep(0))
"""Patience that takes no time."""


class ScriptedEngine:
    """Speaks a payload as its bytes; `answer` may raise instead, for the nth request."""

    version = "1"

    def __init__(self, answer: Callable[[int, str], None] = lambda number, text: None, name: str = "scripted") -> None:
        self.name = name
        self.capabilities = Capabilities(4096, at_once=3, network=True)
        self.asked: list[str] = []
        self.in_flight = 0
        self.most_in_flight = 0
        self._answer = answer

    def voices(self) -> tuple[VoiceInfo, ...]:
        return (VoiceInfo("a", "zh-CN"),)

    def ready(self) -> str:
        return ""

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        return Prompt(Request(self.name, self.version, utterance.voice, utterance.spoken.spoken, bitrate, sample_rate))

    async def speak(self, request: Request) -> Clip:
        number = len(self.asked)
        self.asked.append(request.payload)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            for _ in range(3):
                await asyncio.sleep(0)
            self._answer(number, request.payload)
        finally:
            self.in_flight -= 1
        return clip(request.payload)

    async def aclose(self) -> None: ...


def clip(text: str) -> Clip:
    return Clip(text.encode(), frames=len(text), samples=576 * len(text), speech_start=0, speech_end=576)


def request(text: str, engine: str = "scripted") -> Request:
    return Request(engine, "1", Voice(engine, "a"), text)


def prompts(texts: Iterable[str], engine: str = "scripted") -> list[Prompt]:
    return [Prompt(request(text, engine)) for text in texts]
