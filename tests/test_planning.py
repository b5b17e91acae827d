"""What is planned: what a cast asks of a voice that its engine cannot do is told, once."""

import asyncio
from pathlib import Path

import pytest

from audio_edition.build import build
from audio_edition.model.event import Found
from audio_edition.orders import Order
from audio_edition.settings import Cast, RoleVoice
from tests.editions import SAMPLE
from tests.engines.servers import SpeechServer


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ({}, []),
        ({"headline": RoleVoice(rate=-5, volume=10)}, []),
        ({"headline": RoleVoice(pitch=8), "subtitle": RoleVoice(pitch=5, rate=5)}, ["openai cannot change the pitch"]),
    ],
)
def test_a_prosody_that_an_engine_cannot_do_is_told_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, roles: dict[str, RoleVoice], told: list[str]
) -> None:
    cast = Cast(title="x", engine="openai", voice="alloy", roles=roles)  # type: ignore[arg-type]

    async def main() -> list[str]:
        async with SpeechServer() as server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1")
            order = Order((SAMPLE / "page02.md",), cast, tmp_path / "output", str(tmp_path / "clips"), only=(1,))
            findings = [event.finding async for event in build(order) if isinstance(event, Found)]
        return [finding.message for finding in findings if finding.code == "V103"]

    found = asyncio.run(main())
    assert [message.partition(" of a voice")[0] for message in found] == told
    assert all("headline" in message for message in found)
