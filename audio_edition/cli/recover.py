"""`audio-edition recover`: what the pages of an issue become, as a file that an editor corrects."""

from typing import Annotated

import typer


def recover(
    issue: Annotated[list[str], typer.Argument(help="Folder, files or glob of an issue.")],
    format: Annotated[
        str, typer.Option(help="`structure` writes the file that an editor corrects; `news-gold` prints one JSON object.")
    ] = "structure",
) -> None:
    """Recover the articles of an issue."""
    import msgspec

    from audio_edition.recovery import recover as recover_issue
    from audio_edition.recovery.gold import as_gold

    found = recover_issue(_read(issue))
    if format == "news-gold":
        typer.echo(msgspec.json.format(msgspec.json.encode(as_gold(found)), indent=1).decode())


def _read(paths: list[str]):
    from glob import glob
    from pathlib import Path

    from audio_edition.model.issue import SourceFile

    files = [
        path
        for name in paths
        for found in (sorted(glob(name)) or [name])
        for path in ([Path(found)] if Path(found).is_file() else sorted(Path(found).rglob("*")))
    ]
    return tuple(SourceFile(path.name, path.read_bytes()) for path in files if path.is_file())
