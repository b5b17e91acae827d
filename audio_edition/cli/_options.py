"""Options that several commands have, and what may stand in them."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import typer


def day(text: str) -> str:
    """A day as YYYY-MM-DD, or nothing.

    Raises typer.BadParameter.
    """
    from datetime import date

    from audio_edition.model.dates import is_day

    with suppress(ValueError):
        if not text or is_day(day := date.fromisoformat(text).isoformat()):
            return day if text else ""
    raise typer.BadParameter(f"{text!r} is not a day: write YYYY-MM-DD")


def paths(names: Sequence[str]) -> tuple[Path, ...]:
    """The paths of those names. An empty one is no path, though pathlib takes it for all that lies in the working folder.

    Raises typer.BadParameter.
    """
    if "" in names:
        raise typer.BadParameter("a name is empty, as of a variable that is not set: name a folder or a file")
    return tuple(map(Path, names))
