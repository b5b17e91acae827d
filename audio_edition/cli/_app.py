"""The program: finds its commands, runs one, and turns whatever went wrong into one line and an exit code."""

import asyncio
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from audio_edition import __version__, plugins
from audio_edition.cli._terminal import plain
from audio_edition.model.errors import AudioEditionError

REFUSED, WRONG, INTERRUPTED = 1, 2, 130
"""Exit codes: a question answered with no; something that cannot be used; Ctrl+C (128 + SIGINT)."""


def app() -> typer.Typer:
    """The command line, with one command per member of the family `audio_edition.cli`."""
    program = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    program.callback()(_program)
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
    _spare_the_machine()
    _say_in_any_encoding()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:  # whoever read it has gone, as `head` does: nothing that Python would say at the end helps
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    gc.freeze()  # the interpreter's last search for cycles, 0.1 s after a build
    sys.exit(code)


def _spare_the_machine() -> None:
    """Processor time that helps nobody: threads that wait in vain for large matrices, searches for cycles among few objects."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, here and in the voices' processes
    gc.set_threshold(20_000, 20, 20)


def _say_in_any_encoding() -> None:
    """What a terminal or a pipe has no character for (Chinese in Latin-1, pinyin in GBK) is escaped rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. What went wrong is one line on standard error."""
    try:
        for line in plugins.unused():
            _say(line, 0)
        code = app()(arguments, prog_name="audio-edition", standalone_mode=False) or 0
    except AudioEditionError as error:
        return _say(str(error), WRONG)
    except typer.TyperException as error:
        return _say(_usage(error), WRONG) if error.format_message() else WRONG  # without a command, the help was printed
    except typer.Abort:
        return _say("nothing was done", REFUSED)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except asyncio.CancelledError:
        return _say("stopped from within, as only an engine of another package does: leave it out of the cast", WRONG)
    except BrokenPipeError:
        return REFUSED
    except OSError as error:
        return _say(f"{error.filename or 'this machine'}: {error.strerror or error}", WRONG)
    return _say("interrupted; run it again, and it goes on: what is done is kept", code) if code == INTERRUPTED else code


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"audio-edition {__version__}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Audio editions of newspapers."""


def _say(message: str, code: int) -> int:
    print(f"audio-edition: {plain(message)}", file=sys.stderr)
    return code


def _usage(error: typer.TyperException) -> str:
    """What is wrong with the arguments, and where the right ones are listed."""
    context = getattr(error, "ctx", None)
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message}; see `{context.command_path} --help`" if context else message
