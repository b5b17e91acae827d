"""How long an engine's failures are borne: those of one request, and those of all of them."""

import asyncio
import time
from collections.abc import Callable

from msgspec import Struct

from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.synthesis.gate import Sleep


class Policy(Struct, frozen=True):
    """How patient a run is."""

    tries: int = 10
    """Most tries of one request, those aside at which it was told to wait, and those of an outage."""
    tries_at_first: int = 5
    """The same as long as the engine has answered nothing in this run: 8 to 10 s with the waits below."""
    waits: int = 12
    waits_at_first: int = 7
    """Most times in a row that one request is told to wait; the same as long as the engine has answered nothing in this run: 2
    minutes where it does not say for how long, in which a server loads its model."""
    failures_in_a_row: int = 24
    """Failures, of whatever requests and with no success between, after which the engine counts as down if they have lasted."""
    unheard: float = 7.0
    outage: float = 90.0
    """Seconds that failures without a success between may go on: of an engine that has answered nothing in this run, where
    somebody waits to hear that there is no network; and of one that has, whose Wi-Fi reconnects or whose service restarts. That
    takes up to a minute, and the next tries may come the longest wait later, and be silent for long."""
    untold: float = 10.0
    """Seconds that failures go on before somebody is told."""
    wait_initial: float = 0.5
    wait_max: float = 10.0
    wait_jitter: float = 0.5
    """Seconds before the second try, doubled up to the most; a random part of up to the jitter is added."""
    sleep: Sleep = asyncio.sleep
    """How a cool-down passes; tests let it pass at once."""
    clock: Callable[[], float] = time.monotonic
    """Seconds from any moment on."""


class Health:
    """Whether an engine answers: its successes in this run, and its failures since the last one."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.successes = 0
        self.failures = 0
        self._since = 0.0
        self._told = False

    def succeeded(self) -> None:
        """A request came through."""
        self.successes += 1
        self.failures = 0
        self._told = False

    def failed(self) -> None:
        """A request did not."""
        if not self.failures:
            self._since = self.policy.clock()
        self.failures += 1

    def is_news(self) -> bool:
        """Whether somebody should hear of the failures who has not: true once until the next success."""
        told, self._told = self._told, self._told or self._lasts(self.policy.untold)
        return self._told and not told

    @property
    def lasting(self) -> bool:
        """Whether it has failed for longer than an outage takes."""
        return self._lasts(self.policy.outage if self.successes else self.policy.unheard)

    @property
    def down(self) -> bool:
        """Whether nobody need ask it any more."""
        return self.lasting and self.failures >= self.policy.failures_in_a_row

    def _lasts(self, seconds: float) -> bool:
        return self.failures > 0 and self.policy.clock() - self._since >= seconds


class Waits:
    """How often one request was told to wait in a row. It is borne for as long as any outage, however short the waits are."""

    def __init__(self, health: Health) -> None:
        self.told = 0
        self._health = health
        self._successes = health.successes
        self._since = health.policy.clock()

    @property
    def all_wait(self) -> bool:
        """Whether no other request was answered meanwhile."""
        return self._health.successes == self._successes

    def may_help(self) -> bool:
        """Whether to wait, which is counted, and ask again."""
        self.told += 1
        policy, heard = self._health.policy, self._health.successes > 0
        most, outage = (policy.waits, policy.outage) if heard else (policy.waits_at_first, policy.unheard)
        return self.told < most or policy.clock() - self._since < outage


class Budget:
    """The tries of one request. One counts against it where the engine has answered another since the one before.

    Without such answers it may be an outage that all share: then there are tries until that has lasted too long.
    """

    def __init__(self, health: Health) -> None:
        self.tries = 0
        self._health = health
        self._counted = 0
        self._successes = -1

    def may_help(self, error: Exception) -> bool:
        """Whether to try again after this failure, which is counted."""
        if not isinstance(error, SpeechError) or isinstance(error, SpeechRefused | SpeechThrottled):
            return False
        self.tries += 1
        self._counted += self._health.successes != self._successes
        self._successes = self._health.successes
        policy = self._health.policy
        most = policy.tries if self._successes else min(policy.tries, policy.tries_at_first)
        return self._counted < most and not (self.tries >= most and self._health.lasting)
