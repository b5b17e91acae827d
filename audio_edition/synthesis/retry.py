"""One request until its clip is complete: budget of tries, backoff with jitter, and a circuit breaker for the run."""

import asyncio
import re
from collections.abc import Coroutine
from typing import Any, cast

import stamina
from msgspec import Struct
from stamina import instrumentation

from audio_edition.engines import Engine, LouderEngine
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Request
from audio_edition.synthesis.gate import Announce, Gate, Sleep

LONGEST_QUOTE = 60
"""Code points of a sentence that an error quotes."""


class Policy(Struct, frozen=True):
    """How patient a run is."""

    tries: int = 10
    """Most tries of one request, those aside at which it was told to wait."""
    waits: int = 12
    """Most times in a row that one request is told to wait."""
    failures_in_a_row: int = 24
    """Failures, of whatever requests and with no success between, after which the engine counts as down."""
    wait_initial: float = 0.5
    wait_max: float = 10.0
    wait_jitter: float = 0.5
    """Seconds before the second try, doubled up to the most; a random part of up to the jitter is added."""
    sleep: Sleep = asyncio.sleep
    """How a cool-down passes; tests let it pass at once."""


class Line:
    """An engine during one run: its gate, its breaker, its patience."""

    def __init__(self, engine: Engine, jobs: int, policy: Policy, announce: Announce) -> None:
        self.engine = engine
        self._gate = Gate(jobs, policy.sleep, announce)
        self._policy = policy
        self._failures = 0
        self._down = ""
        self._retrying = stamina.AsyncRetryingCaller(
            attempts=policy.tries,
            timeout=None,
            wait_initial=policy.wait_initial,
            wait_max=policy.wait_max,
            wait_jitter=policy.wait_jitter,
        )
        instrumentation.set_on_retry_hooks(())  # stamina would write to the log, and so to the terminal

    async def speak(self, request: Request, gain: float | None = None) -> Clip:
        """The clip of a request, tried again as long as that may help; louder by `gain` dB where the engine can do that.

        Raises SpeechRefused when it does not.
        """
        try:
            return await self._retrying(_may_help, self._once_let_in, request, gain)
        except SpeechRefused as error:
            raise SpeechRefused(f"{_sentence(request)}: {error}") from error
        except SpeechThrottled as error:
            raise SpeechRefused(f"{_sentence(request)}: {error}; told to wait {self._policy.waits} times") from error
        except SpeechError as error:
            raise SpeechRefused(f"{_sentence(request)}: {error}; tried {self._policy.tries} times") from error

    async def _once_let_in(self, request: Request, gain: float | None) -> Clip:
        for _ in range(self._policy.waits - 1):
            try:
                return await self._once(request, gain)
            except SpeechThrottled:
                continue
        return await self._once(request, gain)

    async def _once(self, request: Request, gain: float | None) -> Clip:
        async with self._gate.enter() as round:
            if self._down:
                raise SpeechRefused(self._down)
            try:
                clip = await self._asked(request, gain)
            except SpeechThrottled as error:
                await self._gate.throttled(round, error.retry_after)
                raise
            except SpeechRefused:
                raise
            except SpeechError as error:
                self._count(error)
                raise
        self._failures = 0
        self._gate.succeeded()
        return clip

    def _asked(self, request: Request, gain: float | None) -> Coroutine[Any, Any, Clip]:
        if gain is None:
            return self.engine.speak(request)
        return cast(LouderEngine, self.engine).speak_louder(request, gain)

    def _count(self, error: SpeechError) -> None:
        self._failures += 1
        if self._failures >= self._policy.failures_in_a_row and not self._down:
            self._down = f"{self.engine.name} seems to be down: {self._failures} failures in a row, the last: {error}"
        if self._down:
            raise SpeechRefused(self._down) from error


def _sentence(request: Request) -> str:
    plain = re.sub(r"<[^>]*>|{[^}]*}", "", request.payload)
    return f"“{plain[:LONGEST_QUOTE]}…”" if len(plain) > LONGEST_QUOTE else f"“{plain}”"


def _may_help(error: Exception) -> bool:
    return isinstance(error, SpeechError) and not isinstance(error, SpeechRefused | SpeechThrottled)
