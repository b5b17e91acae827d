"""Builds through the Edge service, in this process: what was planned is asked for, and what planning needed is let go."""

import asyncio
from pathlib import Path

import pytest
from msgspec import structs

from audio_edition import orders
from audio_edition.build import build
from audio_edition.engines.azure import AzureEngine
from audio_edition.engines.edge import EdgeEngine
from audio_edition.model.errors import ConfigError, IssueError
from audio_edition.model.event import Event, Planned, Published
from audio_edition.model.speech import Request
from audio_edition.orders import Order
from audio_edition.pronunciation import model, table
from tests.edge_service import EdgeService
from tests.editions import SAMPLE


@pytest.fixture
def order(tmp_path: Path) -> Order:
    cast = orders.find_cast("xiaoxiao")
    return Order((SAMPLE / "page02.md",), cast, tmp_path / "output", str(tmp_path / "clips"))


def test_no_word_is_looked_up_once_all_is_planned(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    events, _ = _build(order, monkeypatch)
    assert isinstance(events[-1], Published)
    assert table.load.cache_info().currsize == model.load.cache_info().currsize == 0


def test_just_what_was_planned_is_asked_for(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    for force, is_asked in ((False, True), (False, False), (True, True)):
        events, asked = _build(structs.replace(order, force=force), monkeypatch)
        assert bool(asked) == is_asked
        (planned,) = [event for event in events if isinstance(event, Planned)]
        assert len(asked) == planned.requests - planned.cached + planned.passages
        assert sum(map(len, asked)) == pytest.approx(planned.characters, rel=0.05)


def test_a_wrong_number_is_said_before_anything_is_spoken(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Request] = []
    monkeypatch.setattr(EdgeEngine, "speak", lambda self, request: asked.append(request))
    with pytest.raises(IssueError, match="there is no article 99"):
        _build(structs.replace(order, only=(1, 99)), monkeypatch)
    assert asked == []


def test_an_engine_that_is_not_ready_is_said_before_it_is_asked(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_SPEECH_KEY", raising=False)
    monkeypatch.setattr(AzureEngine, "speak", lambda self, request: pytest.fail("it was asked"))
    roles = {"headline": structs.replace(order.cast.roles["headline"], engine="azure", voice="zh-CN-XiaoxiaoNeural")}
    with pytest.raises(ConfigError, match="azure is not ready here"):
        _build(structs.replace(order, cast=structs.replace(order.cast, roles=order.cast.roles | roles)), monkeypatch)


def _build(order: Order, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Event], list[str]]:
    async def main() -> tuple[list[Event], list[str]]:
        async with EdgeService() as service:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", service.url)
            events = [event async for event in build(order)]
            return events, [asked.text for asked in service.asked]

    return asyncio.run(main())
