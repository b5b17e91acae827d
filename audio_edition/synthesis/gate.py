"""How many requests may be in flight: additive increase, multiplicative decrease, and a pause when the service asks for one.

The rule is that of TCP's congestion avoidance (Chiu and Jain 1989; RFC 5681): halve once per round in which the service
said that it is too much, add one after a whole round without.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

Sleep = Callable[[float], Awaitable[object]]
Announce = Callable[[float, float], None]
"""Is told of a pause when it begins: its seconds, and those that the service asked for (0: it did not say how many)."""

FIRST_COOLING = 2.0
LONGEST_COOLING = 120.0
"""Seconds of pause when the service does not say how long: doubled while it goes on refusing."""
LONGEST_PAUSE = 600.0
"""Seconds after which it is asked again, however long it asked for."""
CREDIBLE = 86_400.0
"""Seconds that a service may ask for. More is a mistake of its clock, or of what stands before it, and tells nothing."""


class Gate:
    """Lets at most `limit` requests through at once, and none while it cools."""

    def __init__(self, most: int, sleep: Sleep = asyncio.sleep, announce: Announce = lambda seconds, asked: None) -> None:
        self.most = most
        self.limit = float(most)
        self.in_flight = 0
        self._sleep = sleep
        self._announce = announce
        self._round = 0
        self._cooling = False
        self._next_cooling = FIRST_COOLING
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def enter(self) -> AsyncIterator[int]:
        """Wait for a place and hold it; gives the number of the round, for `throttled`."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._cooling and self.in_flight < int(self.limit))
            self.in_flight += 1
        try:
            yield self._round
        finally:
            self.in_flight -= 1
            await self._tell()

    def succeeded(self) -> None:
        """A request came through: a whole round of them makes one more place."""
        self.limit = min(float(self.most), self.limit + 1 / self.limit)
        self._next_cooling = FIRST_COOLING

    async def throttled(self, round: int, retry_after: float) -> None:
        """The service asked for patience, for `retry_after` seconds (0: it did not say): halve the places and pause.

        Requests of one round are refused together; they halve, and pause, once.
        """
        if round != self._round:
            return
        self._round += 1
        self.limit = max(1.0, self.limit / 2)
        asked = retry_after if retry_after <= CREDIBLE else 0.0
        pause = min(LONGEST_PAUSE, asked or self._next_cooling)
        self._next_cooling = min(LONGEST_COOLING, self._next_cooling * 2)
        self._cooling = True
        self._announce(pause, retry_after)
        try:
            await self._sleep(pause)
        finally:
            self._cooling = False
            await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
