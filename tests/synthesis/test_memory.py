"""What planning needed is let go while the voices speak, and nothing asks for it again."""

import asyncio
from pathlib import Path

import pytest

from audio_edition import orders
from audio_edition.build import build
from audio_edition.model.event import Published
from audio_edition.pronunciation import model, table
from tests.edge_service import EdgeService
from tests.editions import SAMPLE


def test_no_word_is_looked_up_once_all_is_planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = orders.find_cast("xiaoxiao")
    order = orders.Order((SAMPLE / "page02.md",), cast, tmp_path / "output", str(tmp_path / "clips"))

    async def main() -> bool:
        async with EdgeService() as service:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", service.url)
            return any([isinstance(event, Published) async for event in build(order)])

    assert asyncio.run(main())
    assert table.load.cache_info().currsize == model.load.cache_info().currsize == 0
