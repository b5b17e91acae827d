"""The program: finds its commands, runs one, and turns an error of ours into one line and exit code 2."""

import sys

import typer

from audio_edition import plugins
from audio_edition.model.errors import AudioEditionError


def app() -> typer.Typer:
    """The command line, with one command per member of the family `audio_edition.cli`."""
    program = typer.Typer(
        no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Audio editions of newspapers."
    )
    for module in plugins.members("audio_edition.cli"):
        found = getattr(module, "app", None)
        name = module.__name__.rpartition(".")[2]
        if isinstance(found, typer.Typer):
            program.add_typer(found, name=name)
        else:
            program.command(name)(getattr(module, name))
    return program


def main() -> None:
    """Entry point of `audio-edition`."""
    try:
        app()()
    except AudioEditionError as error:
        print(f"audio-edition: {error}", file=sys.stderr)
        sys.exit(2)
