"""Prompts are spoken once, several at once, in order; failure stops everything and loses nothing."""

import asyncio
import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Prompt, Request
from audio_edition.synthesis import Cooling, Notice, Speech, Spoken, Store, speak
from tests.synthesis.fakes import AT_ONCE, ScriptedEngine, prompts, request

TEXTS = [f"第{number}句" for number in range(12)]


def spoken(texts: list[str], engine: ScriptedEngine, store: Store, **options: object) -> list[Spoken]:
    return asyncio.run(_all(prompts(texts), engine, store, **options))


async def _all(given: list[Prompt], engine: ScriptedEngine, store: Store, **options: object) -> list[Spoken]:
    options = {"policy": AT_ONCE} | options
    stream = speak(given, {engine.name: engine}, store, **options)  # type: ignore[arg-type]
    said = [one async for one in stream if isinstance(one, Spoken)]
    assert len(asyncio.all_tasks()) == 1
    return said


def test_clips_come_in_order_and_their_audio_lies_in_the_store(tmp_path: Path) -> None:
    store = Store(tmp_path)
    said = spoken(TEXTS, ScriptedEngine(), store)
    assert [store.audio(one.key).decode() for one in said] == TEXTS
    assert [one.index for one in said] == list(range(12))
    assert all(one.clip.audio == b"" and one.clip.frames == 3 + (one.index > 9) for one in said)


def test_what_is_stored_is_not_spoken_again_unless_forced(tmp_path: Path) -> None:
    store = Store(tmp_path)
    spoken(TEXTS, ScriptedEngine(), store)
    again = ScriptedEngine()
    assert all(one.cached for one in spoken(TEXTS, again, store))
    assert again.asked == []
    assert not any(one.cached for one in spoken(TEXTS, again, store, force=True))
    assert again.asked == TEXTS


def test_a_damaged_clip_is_spoken_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    spoken(TEXTS, ScriptedEngine(), store)
    path = next(tmp_path.glob(f"*/{store.key(request(TEXTS[4]))}.clip"))
    path.write_bytes(path.read_bytes()[:-1])
    again = ScriptedEngine()
    assert [one.cached for one in spoken(TEXTS, again, store)].count(False) == 1
    assert again.asked == [TEXTS[4]]


@given(st.lists(st.sampled_from("甲乙丙丁"), max_size=12))
@settings(max_examples=30)
def test_equal_requests_are_one(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    engine = ScriptedEngine()
    said = spoken(texts, engine, Store(tmp_path_factory.mktemp("store")))
    assert sorted(engine.asked) == sorted(set(texts))
    assert [one.prompt.request.payload for one in said] == texts
    assert [one.cached for one in said] == [text in texts[:index] for index, text in enumerate(texts)]


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁"), max_size=5), max_size=5))
@settings(max_examples=30)
def test_what_is_added_in_steps_is_spoken_as_if_added_at_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[str]]
) -> None:
    engine = ScriptedEngine()

    async def main() -> list[Spoken]:
        async with Speech({engine.name: engine}, Store(tmp_path_factory.mktemp("store")), policy=AT_ONCE) as speech:
            for step in steps:
                speech.add(prompts(step))
                await asyncio.sleep(0)
            return [one async for one in speech.outcomes() if isinstance(one, Spoken)]

    texts = [text for step in steps for text in step]
    assert [one.prompt.request.payload for one in asyncio.run(main())] == texts
    assert sorted(engine.asked) == sorted(set(texts))


def test_what_is_added_is_spoken_while_more_is_added(tmp_path: Path) -> None:
    asked = asyncio.Event()
    engine = ScriptedEngine(lambda number, text: asked.set())

    async def main() -> int:
        async with Speech({engine.name: engine}, Store(tmp_path), policy=AT_ONCE) as speech:
            speech.add(prompts(TEXTS[:1]))
            await asked.wait()
            speech.add(prompts(TEXTS[1:]))
            return len([one async for one in speech.outcomes()])

    assert asyncio.run(asyncio.wait_for(main(), 10)) == len(TEXTS)


def test_no_more_are_in_flight_than_the_engine_can_bear_and_never_more_than_sixteen(tmp_path: Path) -> None:
    for jobs, most in ((0, 3), (2, 2), (99, 16)):
        engine = ScriptedEngine()
        spoken([f"{jobs}-{number}" for number in range(40)], engine, Store(tmp_path), jobs=jobs)
        assert engine.most_in_flight == most


def test_the_first_failure_is_raised_at_once_leaves_no_task_and_keeps_what_is_finished(tmp_path: Path) -> None:
    def third_fails(number: int, text: str) -> None:
        if text == TEXTS[5]:
            raise SpeechRefused("no")

    engine, store = ScriptedEngine(third_fails), Store(tmp_path)
    with pytest.raises(SpeechRefused, match=f"“{TEXTS[5]}”: no"):
        spoken(TEXTS, engine, store)
    assert len(engine.asked) <= 8
    assert all(store.get(request(text)) for text in TEXTS[:5])


def test_closing_the_iterator_leaves_no_task(tmp_path: Path) -> None:
    async def main() -> None:
        stream = speak(prompts(TEXTS), {"scripted": ScriptedEngine()}, Store(tmp_path), policy=AT_ONCE)
        await anext(stream)
        await stream.aclose()
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())


def test_what_may_help_is_tried_again_within_the_budget(tmp_path: Path) -> None:
    def twice(number: int, text: str) -> None:
        if number < 2:
            raise SpeechError("a part")

    engine = ScriptedEngine(twice)
    assert len(spoken(TEXTS[:1], engine, Store(tmp_path))) == 1
    assert len(engine.asked) == 3


def test_what_does_not_help_names_the_sentence_and_the_tries(tmp_path: Path) -> None:
    def always(number: int, text: str) -> None:
        raise SpeechError("a part")

    engine = ScriptedEngine(always)
    with pytest.raises(SpeechRefused, match=r"“第0句”: a part; tried 5 times"):
        spoken(TEXTS[:1], engine, Store(tmp_path))
    assert len(engine.asked) == 5


def test_an_engine_that_only_fails_counts_as_down_before_every_budget_is_spent(tmp_path: Path) -> None:
    def always(number: int, text: str) -> None:
        raise SpeechError("nobody there")

    engine = ScriptedEngine(always)
    with pytest.raises(SpeechRefused, match="scripted gives no whole sound: 24 failures in a row, the last: nobody there"):
        spoken([str(number) for number in range(40)], engine, Store(tmp_path), jobs=16)
    assert len(engine.asked) < 48


def test_being_told_to_wait_is_not_a_failure(tmp_path: Path) -> None:
    def often(number: int, text: str) -> None:
        if number % 3:
            raise SpeechThrottled("later", 7.0)

    assert len(spoken(TEXTS, ScriptedEngine(often), Store(tmp_path))) == 12


def test_a_pause_is_told_when_it_begins(tmp_path: Path) -> None:
    async def main() -> list[Spoken | Notice]:
        def first(number: int, text: str) -> None:
            if number == 0:
                raise SpeechThrottled("later", 7.0)

        cooled = asyncio.Event()
        policy = structs.replace(AT_ONCE, sleep=lambda _: cooled.wait())
        told = []
        async for one in speak(prompts(TEXTS[:1]), {"scripted": ScriptedEngine(first)}, Store(tmp_path), policy=policy):
            told.append(one)
            cooled.set()
        return told

    pause, said = asyncio.run(main())
    assert pause == Cooling("scripted", 7.0, asked=7.0)
    assert isinstance(said, Spoken)


def test_nothing_unspeakable_is_sent(tmp_path: Path) -> None:
    engine = ScriptedEngine()
    said = spoken(["甲", "", "乙"], engine, Store(tmp_path))
    assert engine.asked == ["甲", "乙"]
    assert (said[1].key, said[1].clip.frames) == ("", 0)


def test_a_fallback_speaks_what_the_engine_refuses_and_says_so(tmp_path: Path) -> None:
    def refuses(number: int, text: str) -> None:
        if text == TEXTS[2]:
            raise SpeechRefused("no sound")

    engines = {"scripted": ScriptedEngine(refuses), "other": ScriptedEngine(name="other")}

    async def main() -> list[Spoken]:
        other = prompts(TEXTS, "other")
        stream = speak(prompts(TEXTS), engines, Store(tmp_path), instead=other, policy=AT_ONCE)
        return [one async for one in stream if isinstance(one, Spoken)]

    said = asyncio.run(main())
    assert [one.prompt.request.engine for one in said].count("other") == 1
    assert said[2].findings[0].code == "V101"
    assert "other (a) speaks here: scripted could not: “第2句”: no sound" in said[2].findings[0].message


def test_where_a_fallback_speaks_an_equal_prompt_has_its_own_way_back(tmp_path: Path) -> None:
    def refuses(number: int, text: str) -> None:
        raise SpeechRefused("no sound")

    engines = {"scripted": ScriptedEngine(refuses), "other": ScriptedEngine(name="other")}
    planned = [structs.replace(prompt, spans=((0, 1, at, at + 1),)) for at, prompt in enumerate(prompts(["甲", "甲"]))]
    other = [structs.replace(prompt, spans=((0, 1, at, at + 1),)) for at, prompt in enumerate(prompts(["甲", "甲"], "other"))]

    async def main() -> list[Spoken]:
        stream = speak(planned, engines, Store(tmp_path), instead=other, policy=AT_ONCE)
        return [one async for one in stream if isinstance(one, Spoken)]

    assert [one.prompt for one in asyncio.run(main())] == other


def test_an_engine_that_is_down_is_not_asked_again_where_another_may_speak(tmp_path: Path) -> None:
    def dead(number: int, text: str) -> None:
        raise SpeechError("nobody there")

    texts = [str(number) for number in range(60)]
    engines = {"scripted": ScriptedEngine(dead), "other": ScriptedEngine(name="other")}

    async def main() -> list[Spoken]:
        other = prompts(texts, "other")
        stream = speak(prompts(texts), engines, Store(tmp_path), instead=other, policy=AT_ONCE)
        return [one async for one in stream if isinstance(one, Spoken)]

    assert all(one.prompt.request.engine == "other" and one.findings for one in asyncio.run(main()))
    assert len(engines["scripted"].asked) <= 30


def test_a_mistake_in_an_engine_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    def mistaken(number: int, text: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        spoken(TEXTS, ScriptedEngine(mistaken), Store(tmp_path))


class _Odd(BaseException):
    """Nobody's."""


def _stops_itself(number: int, text: str) -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()


def _raises(error: type[BaseException]) -> Callable[[int, str], None]:
    def answer(number: int, text: str) -> None:
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_raises(_Odd), _Odd),
        (_raises(GeneratorExit), GeneratorExit),
        (_raises(asyncio.CancelledError), SpeechRefused),
        (_stops_itself, SpeechRefused),
    ],
    ids=["odd", "generator exit", "cancelled", "stops itself"],
)
def test_whatever_a_worker_dies_of_nobody_waits_for_it(
    tmp_path: Path, answer: Callable[[int, str], None], said: type[BaseException]
) -> None:
    async def main() -> None:
        async with asyncio.timeout(10):
            await _all(prompts(TEXTS), ScriptedEngine(answer), Store(tmp_path))

    with pytest.raises(said):
        asyncio.run(main())


class _Full(Store):
    """Has no room; says so of the second clip only when the run is being stopped, because of the first."""

    stopping = threading.Event()

    def put(self, request: Request, clip: Clip) -> str:
        if request.payload == TEXTS[1]:
            assert self.stopping.wait(10)
        return super().put(request, clip)


def test_what_cannot_be_kept_is_said_once_also_of_clips_whose_worker_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "full").touch()
    untold: list[dict[str, Any]] = []

    class Slow(ScriptedEngine):
        async def speak(self, request: Request) -> Clip:
            if request.payload == TEXTS[2]:
                try:
                    await asyncio.Event().wait()
                finally:
                    _Full.stopping.set()
                    keeping = [task for task in asyncio.all_tasks() if getattr(task.get_coro(), "__name__", "") == "to_thread"]
                    await asyncio.wait(keeping)
            return await super().speak(request)

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: untold.append(context))
        with pytest.raises(SpeechRefused, match="full"):
            await _all(prompts(TEXTS[:3]), Slow(), _Full(tmp_path / "full"))
        gc.collect()

    asyncio.run(main())
    assert untold == []
