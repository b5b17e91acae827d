"""The event loop of a build: it wakes less often, and neither late nor for nothing."""

import asyncio
import socket
import sys
from collections.abc import Iterator

import pytest

from audio_edition.cli import _loop
from audio_edition.cli._loop import GATHERING, gathering

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own loop")


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(_loop, "time", clock)
    return clock


@pytest.fixture
def selector(clock: Clock) -> Iterator[_loop._Gathering]:
    """With something to be read for ever."""
    ours, theirs = socket.socketpair()
    with ours, theirs, _loop._Gathering() as selector:
        selector.register(ours, 1)
        theirs.send(b"message")
        yield selector


def test_what_comes_alone_is_had_at_once_and_what_follows_it_is_gathered(selector: _loop._Gathering, clock: Clock) -> None:
    assert selector.select(None)
    assert clock.slept == []
    clock.now += GATHERING / 5
    assert selector.select(None)
    assert clock.slept == [round(GATHERING * 4 / 5, 6)]


def test_a_loop_with_work_in_hand_does_not_sleep(selector: _loop._Gathering, clock: Clock) -> None:
    assert selector.select(None)
    assert selector.select(0)
    assert selector.select(-1)
    assert clock.slept == []


def test_a_timer_is_not_late(selector: _loop._Gathering, clock: Clock) -> None:
    assert selector.select(None)
    selector.select(GATHERING / 10)
    assert clock.slept == [round(GATHERING / 10, 6)]


def test_programs_threads_and_streams_work_as_in_any_loop() -> None:
    async def main() -> tuple[str, bytes]:
        echo = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('heard')", stdout=asyncio.subprocess.PIPE)
        return await asyncio.to_thread(str, 26), (await echo.communicate())[0].strip()

    with asyncio.Runner(loop_factory=gathering) as runner:
        assert runner.run(main()) == ("26", b"heard")
