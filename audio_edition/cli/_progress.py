"""How a build is shown: a bar for people, lines for machines, nothing. Each returns the number of findings."""

from collections.abc import AsyncIterator

import msgspec
import typer

from audio_edition.model.event import Event, Found


async def bar(events: AsyncIterator[Event]) -> int:
    """A progress bar, then what was made and what an editor should look at."""
    from audio_edition.cli import _bar

    return await _bar.bar(events)


async def lines(events: AsyncIterator[Event]) -> int:
    """One JSON object per event and line, on standard output; in UTF-8 whatever the locale says."""
    findings = 0
    async for event in events:
        typer.echo(msgspec.json.encode(event))
        findings += isinstance(event, Found)
    return findings


async def nothing(events: AsyncIterator[Event]) -> int:
    """Nothing at all."""
    return len([event async for event in events if isinstance(event, Found)])
