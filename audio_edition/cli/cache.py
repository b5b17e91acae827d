"""`audio-edition cache`: what was spoken once and is kept."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from audio_edition.synthesis.store import Store

app = typer.Typer(no_args_is_help=True, help="Look into the store of spoken clips, or make room.")

Folder = Annotated[str, typer.Option("--cache", help="Folder of the clip store; the user's when left out.")]


@app.command()
def info(cache: Folder = "", as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False) -> None:
    """Say where the clips lie and how much room they take."""
    import msgspec

    found = _store(cache).info()
    if as_json:
        typer.echo(msgspec.json.encode(found))
    else:
        typer.echo(f"{found.folder}: {found.clips} clips, {_size(found.bytes)} of at most {_size(found.limit)}")


@app.command()
def prune(
    cache: Folder = "",
    megabytes: Annotated[int, typer.Option("--to", min=0, help="Leave at most so many MB; the store's own limit when 0.")] = 0,
) -> None:
    """Remove the clips that were not used for longest; those of the last hour stay."""
    store = _store(cache, megabytes * 1_000_000)
    typer.echo(f"{_size(store.prune())} removed")


@app.command()
def clear(cache: Folder = "", yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Remove every clip: the next edition is spoken from scratch."""
    store = _store(cache)
    held = store.info()
    if held.clips and not yes:
        typer.confirm(f"Remove {held.clips} clips ({_size(held.bytes)}) from {held.folder}?", abort=True)
    typer.echo(f"{_size(store.clear())} removed")


def _store(cache: str, limit: int = 0) -> "Store":
    from pathlib import Path

    from audio_edition.model.errors import ConfigError
    from audio_edition.synthesis.store import LIMIT, Store

    if cache and not Path(cache).is_dir():
        raise ConfigError(f"{cache}: no such folder; leave --cache out for the user's own store")
    return Store.at(cache, limit or LIMIT)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
