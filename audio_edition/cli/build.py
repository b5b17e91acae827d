"""`audio-edition build`: an issue goes in, a complete audio edition comes out."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from audio_edition.model.event import Event
    from audio_edition.orders import Order


def build(
    sources: Annotated[list[str], typer.Argument(metavar="ISSUE", help="A folder of one day's pages, a file, or several.")],
    output: Annotated[Path, typer.Option(help="Where editions are published.")] = Path("output"),
    cast: Annotated[str, typer.Option(help="Who reads: a name in voices/, or a TOML file.")] = "embedded",
    date: Annotated[str, typer.Option(help="YYYY-MM-DD, where the masthead does not say it, or was misread.")] = "",
    paper: Annotated[str, typer.Option(help="Name of the paper, where the masthead does not say it, or was misread.")] = "",
    engine: Annotated[str, typer.Option(help="Speak with this engine instead of the cast's.")] = "",
    only: Annotated[str, typer.Option(help="Read only these articles, 3,5: they replace the whole edition.")] = "",
    jobs: Annotated[int, typer.Option(min=0, max=16, help="Requests at once; 0: what the engine bears.")] = 0,
    cache: Annotated[str, typer.Option(help="Folder of the clip store.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Speak again what is stored.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would take, and stop.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when an editor should look at something.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One event per line, for machines.")] = False,
) -> None:
    """Make the audio edition of an issue."""
    from audio_edition.cli import _options, _progress
    from audio_edition.orders import Order, find_cast

    order = Order(
        sources=_options.paths(sources),
        cast=find_cast(cast, engine),
        output=output,
        cache=cache,
        date=_options.day(date),
        paper=paper,
        only=_numbers(only),
        jobs=jobs,
        force=force,
        plan_only=dry_run,
    )
    show = _progress.lines if as_json else _progress.nothing if quiet else _progress.bar
    findings = asyncio.run(show(_events(order)))
    if strict and findings:
        sys.exit(1)


def _events(order: "Order") -> "AsyncIterator[Event]":
    from audio_edition.build import build

    return build(order)


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(number) for number in text.split(",")) if text else ()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r}: write the numbers of articles as 3,5") from error
