"""The gate halves at a refusal, once per round, pauses, and opens again step by step."""

import asyncio
from collections.abc import Awaitable

from audio_edition.synthesis.gate import LONGEST_PAUSE, Gate


def test_refusals_of_one_round_halve_and_pause_once() -> None:
    pauses: list[float] = []

    async def main() -> Gate:
        gate = Gate(8, _recorded(pauses))
        async with gate.enter() as one, gate.enter() as two:
            await gate.throttled(one, 3.0)
            await gate.throttled(two, 3.0)
        return gate

    assert asyncio.run(main()).limit == 4
    assert pauses == [3.0]


def test_a_pause_is_told_and_cut_to_what_can_be_waited_for() -> None:
    pauses: list[float] = []
    told: list[tuple[float, float]] = []

    async def main() -> None:
        gate = Gate(8, _recorded(pauses), lambda seconds, asked: told.append((seconds, asked)))
        for asked in (3.0, 3600.0, 0.0, 99_999_999.0):
            async with gate.enter() as round:
                await gate.throttled(round, asked)

    asyncio.run(main())
    assert pauses == [3.0, LONGEST_PAUSE, 8.0, 16.0]
    assert told == [(3.0, 3.0), (LONGEST_PAUSE, 3600.0), (8.0, 0.0), (16.0, 99_999_999.0)]


def test_nobody_enters_while_it_cools() -> None:
    order: list[str] = []

    async def main() -> None:
        released = asyncio.Event()

        async def cooling(seconds: float) -> None:
            order.append("cooling")
            await released.wait()
            order.append("cooled")

        gate = Gate(2, cooling)

        async def late() -> None:
            async with gate.enter():
                order.append("entered")

        async with gate.enter() as round:
            throttled = asyncio.create_task(gate.throttled(round, 0))
            await asyncio.sleep(0)
            entering = asyncio.create_task(late())
            for _ in range(5):
                await asyncio.sleep(0)
            released.set()
            await throttled
        await entering

    asyncio.run(main())
    assert order == ["cooling", "cooled", "entered"]


def test_the_pause_doubles_while_the_service_does_not_say_how_long_and_goes_on_refusing() -> None:
    pauses: list[float] = []

    async def main() -> None:
        gate = Gate(4, _recorded(pauses))
        for _ in range(8):
            async with gate.enter() as round:
                await gate.throttled(round, 0)
        gate.succeeded()
        async with gate.enter() as round:
            await gate.throttled(round, 0)

    asyncio.run(main())
    assert pauses == [2, 4, 8, 16, 32, 64, 120, 120, 2]


def test_a_round_of_successes_makes_one_more_place_up_to_the_most() -> None:
    gate = Gate(6)
    gate.limit = 2.0
    for _ in range(3):
        gate.succeeded()
    assert 2.9 < gate.limit < 3.5
    for _ in range(100):
        gate.succeeded()
    assert gate.limit == 6


def _recorded(pauses: list[float]):  # type: ignore[no-untyped-def]
    def sleep(seconds: float) -> Awaitable[None]:
        pauses.append(seconds)
        return asyncio.sleep(0)

    return sleep
