"""An outage of a minute is survived where the engine has answered before; nothing is waited for without end."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from audio_edition.engines.edge import EdgeEngine
from audio_edition.model.errors import SpeechError, SpeechGivenUp, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Prompt, Request, Voice
from audio_edition.synthesis import Failing, Notice, Spoken, Store, speak
from audio_edition.synthesis.patience import Budget, Health, Policy
from tests.edge_service import EdgeService, Faults
from tests.synthesis.fakes import AT_ONCE, ScriptedEngine, prompts

TEXTS = [f"第{number}句" for number in range(40)]


class Hours:
    """A clock that each request moves on by so many seconds; `fails` tells of a time and a text whether nobody answers."""

    def __init__(self, step: float, fails: Callable[[float, str], bool]) -> None:
        self.now = 0.0
        self._step = step
        self._fails = fails

    def __call__(self, number: int, text: str) -> None:
        self.now += self._step
        if self._fails(self.now, text):
            raise SpeechError("nobody there")


def spoken(hours: Hours, folder: Path, texts: list[str] = TEXTS, jobs: int = 0) -> ScriptedEngine:
    """The engine, which has spoken all texts while hours passed."""
    engine = ScriptedEngine(hours)
    usual = Policy()
    policy = structs.replace(AT_ONCE, unheard=usual.unheard, outage=usual.outage, clock=lambda: hours.now)

    async def main() -> int:
        stream = speak(prompts(texts), {"scripted": engine}, Store(folder), jobs=jobs, policy=policy)
        return len([one async for one in stream if isinstance(one, Spoken)])

    assert asyncio.run(main()) == len(texts)
    return engine


@pytest.mark.parametrize("jobs", [1, 6, 16])
def test_an_outage_of_a_minute_costs_nothing_but_a_minute(tmp_path: Path, jobs: int) -> None:
    hours = Hours(0.5, lambda now, _: 5 < now <= 65)
    engine = spoken(hours, tmp_path, jobs=jobs)
    assert len(engine.asked) == len(TEXTS) + 120


def test_who_waits_hears_once_of_each_outage_that_lasts(tmp_path: Path) -> None:
    hours = Hours(1, lambda now, _: 5 < now <= 45 or 50 < now <= 55 or 60 < now <= 90)
    policy = structs.replace(AT_ONCE, untold=Policy().untold, outage=Policy().outage, clock=lambda: hours.now)

    async def main() -> list[Spoken | Notice]:
        return [one async for one in speak(prompts(TEXTS), {"scripted": ScriptedEngine(hours)}, Store(tmp_path), policy=policy)]

    told = [one for one in asyncio.run(main()) if not isinstance(one, Spoken)]
    assert told == [Failing("scripted", "nobody there")] * 2


def test_the_last_request_survives_it_alone(tmp_path: Path) -> None:
    engine = spoken(Hours(4, lambda now, _: 4 < now <= 64), tmp_path, TEXTS[:2], jobs=1)
    assert len(engine.asked) == 2 + 15


def test_a_second_outage_is_survived_like_the_first(tmp_path: Path) -> None:
    spoken(Hours(0.5, lambda now, _: 5 < now <= 65 or 70 < now <= 130), tmp_path)


def test_an_outage_without_end_has_one(tmp_path: Path) -> None:
    hours = Hours(0.5, lambda now, _: now > 5)
    with pytest.raises(SpeechRefused, match=r"scripted gives no whole sound: \d+ failures in a row, the last: nobody there"):
        spoken(hours, tmp_path)
    assert Policy().outage <= hours.now - 5 < Policy().outage + 5


def test_a_service_that_answers_with_parts_alone_is_not_called_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["今天上午重庆下雨，市民出行请带伞。", "明天晴，气温回升，适宜户外活动。"]
    policy = structs.replace(AT_ONCE, failures_in_a_row=4)

    async def main() -> None:
        async with EdgeService(Faults({"early-end": 1.0})) as service:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", service.url)
            requests = [Prompt(Request("edge", "1", Voice("edge", "zh-CN-XiaoxiaoNeural"), text)) for text in texts]
            async for _ in speak(requests, {"edge": EdgeEngine()}, Store(tmp_path), policy=policy):
                pass

    said = r"edge gives no whole sound: \d+ failures in a row, the last: the service sent only a part"
    with pytest.raises(SpeechRefused, match=said) as error:
        asyncio.run(main())
    assert "down" not in str(error.value)


def test_where_nobody_ever_answered_it_is_said_soon(tmp_path: Path) -> None:
    hours = Hours(0.2, lambda now, _: True)
    with pytest.raises(SpeechRefused, match="scripted gives no whole sound"):
        spoken(hours, tmp_path)
    assert Policy().unheard <= hours.now < 10


def test_a_service_that_is_still_starting_is_waited_for(tmp_path: Path) -> None:
    spoken(Hours(0.2, lambda now, _: now < 6), tmp_path, jobs=16)


def test_one_request_alone_hears_within_ten_seconds_that_there_is_no_network() -> None:
    policy = Policy()
    waits = [policy.wait_initial * 2**number for number in range(policy.tries_at_first - 1)]
    assert policy.unheard <= sum(waits)
    assert sum(waits) + policy.wait_jitter * len(waits) <= 10


@pytest.mark.parametrize("answered", [0, 1])
def test_a_service_that_only_ever_asks_for_patience_is_left_after_minutes(tmp_path: Path, answered: int) -> None:
    pauses: list[float] = []

    async def passed(seconds: float) -> None:
        pauses.append(seconds)

    def refuse(number: int, text: str) -> None:
        if number >= answered:
            raise SpeechThrottled("busy")

    async def main() -> None:
        policy = structs.replace(AT_ONCE, sleep=passed)
        async for _ in speak(prompts(TEXTS), {"scripted": ScriptedEngine(refuse)}, Store(tmp_path), jobs=1, policy=policy):
            pass

    waits = (Policy().waits_at_first, Policy().waits)[answered]
    with pytest.raises(SpeechGivenUp, match=f"busy; told to wait {waits} times"):
        asyncio.run(main())
    assert sum(pauses) == (126, 726)[answered]


def test_an_outage_in_which_short_waits_are_asked_for_is_survived_like_any(tmp_path: Path) -> None:
    hours = Hours(0.1, lambda now, _: False)

    async def passed(seconds: float) -> None:
        hours.now += seconds

    def refuse(number: int, text: str) -> None:
        hours(number, text)
        if 3 < hours.now <= 63:
            raise SpeechThrottled("busy", 1.0)

    async def main() -> int:
        policy = structs.replace(AT_ONCE, sleep=passed, outage=Policy().outage, clock=lambda: hours.now)
        stream = speak(prompts(TEXTS), {"scripted": ScriptedEngine(refuse)}, Store(tmp_path), jobs=1, policy=policy)
        return len([one async for one in stream if isinstance(one, Spoken)])

    assert asyncio.run(main()) == len(TEXTS)


def test_one_request_waits_for_all_where_another_engine_may_speak(tmp_path: Path) -> None:
    pauses: list[float] = []

    async def passed(seconds: float) -> None:
        pauses.append(seconds)

    def refuse(number: int, text: str) -> None:
        raise SpeechThrottled("busy")

    async def main() -> list[Spoken]:
        engines = {"scripted": ScriptedEngine(refuse), "other": ScriptedEngine(name="other")}
        policy = structs.replace(AT_ONCE, sleep=passed)
        stream = speak(prompts(TEXTS), engines, Store(tmp_path), instead=prompts(TEXTS, "other"), policy=policy)
        return [one async for one in stream if isinstance(one, Spoken)]

    said = asyncio.run(main())
    assert {one.prompt.request.engine for one in said} == {"other"}
    assert all("busy" in one.findings[0].message for one in said)
    assert sum(pauses) < 400


def test_a_text_that_fails_while_others_do_not_is_no_outage() -> None:
    health = Health(structs.replace(Policy(), clock=lambda: 0.0))
    budget = Budget(health)
    again = True
    while again:
        health.succeeded()
        health.failed()
        again = budget.may_help(SpeechError("a part"))
    assert budget.tries == Policy().tries


def test_a_last_text_that_fails_is_given_up_when_an_outage_would_have_passed(tmp_path: Path) -> None:
    hours = Hours(6, lambda _, text: text == TEXTS[1])
    with pytest.raises(SpeechRefused, match=f"“{TEXTS[1]}”: nobody there; tried 16 times"):
        spoken(hours, tmp_path, TEXTS[:2], jobs=1)
