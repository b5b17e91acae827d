"""An event loop that lets small messages gather.

A speech service sends thousands, several streams at once; to wake for each costs more than what is in it. At most 200 wakings a
second take an eighth less processor time for an issue through the Edge service, and 1 % longer (`benchmarks/edge.py`).
"""

import asyncio
import selectors
import sys
import time

GATHERING = 0.005
"""Seconds that the loop sleeps at least from one waking to the next, unless it has work in hand: what comes alone waits for
nothing."""


def gathering() -> asyncio.AbstractEventLoop:
    """Such a loop, for `asyncio.Runner(loop_factory=gathering)`; on Windows, where programs need another kind, Python's own."""
    return asyncio.new_event_loop() if sys.platform == "win32" else asyncio.SelectorEventLoop(_Gathering())


class _Gathering(selectors.DefaultSelector):
    _woken = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready, asked for no sooner than GATHERING after the last answer."""
        rest = self._woken + GATHERING - time.monotonic()
        if timeout is not None:
            rest = min(rest, timeout)
        if rest > 0:
            time.sleep(rest)
            timeout = None if timeout is None else timeout - rest
        ready = super().select(timeout)
        self._woken = time.monotonic()
        return ready
