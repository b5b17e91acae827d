"""One request until its clip is complete: budget of tries, backoff with jitter, and a circuit breaker for the run."""

import re
from collections.abc import Callable, Coroutine
from typing import Any, cast

import stamina
from stamina import instrumentation

from audio_edition.engines import Engine, LouderEngine
from audio_edition.model.errors import SpeechError, SpeechGivenUp, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Request
from audio_edition.synthesis.gate import Gate
from audio_edition.synthesis.notices import Cooling, Failing, Notice
from audio_edition.synthesis.patience import Budget, Health, Policy, Waits

LONGEST_QUOTE = 60
"""Code points of a sentence that an error quotes."""


class Line:
    """An engine during one run: its gate, its breaker, its patience."""

    def __init__(self, engine: Engine, jobs: int, policy: Policy, tell: Callable[[Notice], None]) -> None:
        self.engine = engine
        self._gate = Gate(jobs, policy.sleep, lambda seconds, asked: tell(Cooling(engine.name, seconds, asked)))
        self._health = Health(policy)
        self._tell = tell
        self._down = ""
        self._retrying = stamina.AsyncRetryingCaller(
            attempts=None,  # the budget knows
            timeout=None,
            wait_initial=policy.wait_initial,
            wait_max=policy.wait_max,
            wait_jitter=policy.wait_jitter,
        )
        instrumentation.set_on_retry_hooks(())  # stamina would write to the log, and so to the terminal

    async def speak(self, request: Request, gain: float | None = None) -> Clip:
        """The clip of a request, tried again as long as that may help; louder by `gain` dB where the engine can do that.

        Raises SpeechGivenUp when it does not, SpeechRefused when it would not.
        """
        budget = Budget(self._health)
        try:
            return await self._retrying(budget.may_help, self._once_let_in, request, gain)
        except SpeechGivenUp:
            raise
        except SpeechRefused as error:
            raise SpeechRefused(f"{sentence(request)}: {error}") from error
        except SpeechError as error:
            raise SpeechGivenUp(f"{sentence(request)}: {error}; tried {budget.tries} times") from error

    async def _once_let_in(self, request: Request, gain: float | None) -> Clip:
        waits = Waits(self._health)
        while True:
            async with self._gate.enter() as round:
                try:
                    return await self._once(request, gain)
                except SpeechThrottled as error:
                    if not waits.may_help():
                        if waits.all_wait:  # and need not wait as long, each for itself
                            self._down = f"{self.engine.name} lets nobody in: {error}"
                        raise SpeechGivenUp(f"{sentence(request)}: {error}; told to wait {waits.told} times") from error
                    await self._gate.throttled(round, error.retry_after)

    async def _once(self, request: Request, gain: float | None) -> Clip:
        if self._down:
            raise SpeechRefused(self._down)
        try:
            clip = await self._asked(request, gain)
        except (SpeechThrottled, SpeechRefused):
            raise
        except SpeechError as error:
            self._count(error)
            raise
        self._health.succeeded()
        self._gate.succeeded()
        return clip

    def _asked(self, request: Request, gain: float | None) -> Coroutine[Any, Any, Clip]:
        if gain is None:
            return self.engine.speak(request)
        return cast(LouderEngine, self.engine).speak_louder(request, gain)

    def _count(self, error: SpeechError) -> None:
        self._health.failed()
        if self._health.is_news():
            self._tell(Failing(self.engine.name, str(error)))
        if self._health.down and not self._down:
            # It may be down, or answer and send no sound that is whole: the last failure says which.
            self._down = f"{self.engine.name} gives no whole sound: {self._health.failures} failures in a row, the last: {error}"
        if self._down:
            raise SpeechRefused(self._down) from error


def sentence(request: Request) -> str:
    """What a request says, as an error quotes it."""
    plain = re.sub(r"<[^>]*>|{[^}]*}", "", request.payload)
    return f"“{plain[:LONGEST_QUOTE]}…”" if len(plain) > LONGEST_QUOTE else f"“{plain}”"
