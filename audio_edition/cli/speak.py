"""Shows how a text is read: its tokens, their semiotic classes, and the readings that lost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from audio_edition.model.text import SpokenText
    from audio_edition.normalization import Context


def speak(
    text: str = typer.Argument(..., help="A text. With --json also a file of lines, or `-` for standard input."),
    why: bool = typer.Option(False, "--why", help="Show every reading that lost, and its cost."),
    json: bool = typer.Option(False, "--json", help="Answer each line with one line of JSON."),
    lang: str = typer.Option("zh-CN", "--lang", help="Language of the text (BCP 47)."),
    section: str = typer.Option("", "--section", help="Section of the newspaper: 体育."),
    date: str = typer.Option("", "--date", help="Date of the issue, YYYY-MM-DD."),
) -> None:
    """Show how a text is read aloud: each token with its semiotic class, its cost and the runner-up."""
    from audio_edition.cli import _options
    from audio_edition.normalization import Context, normalize

    context = Context(date=_options.day(date), section=section, lang=lang)
    if json:
        _print_json(text, context)
    else:
        _print_table(normalize(text, context), why)


def _print_json(source: str, context: "Context") -> None:
    import sys

    from msgspec.json import encode

    from audio_edition.normalization import normalize

    for line in _lines(source):
        sys.stdout.buffer.write(encode(_answer(normalize(line, context))) + b"\n")
    sys.stdout.buffer.flush()


def _lines(source: str) -> Iterator[str]:
    import sys
    from pathlib import Path

    if source == "-":
        yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
    elif _is_file(source):
        with Path(source).open("rb") as file:
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in file)
    else:
        yield source


def _is_file(source: str) -> bool:
    from pathlib import Path

    try:
        return Path(source).is_file()
    except (OSError, ValueError):  # longer than a path can be, or with a null: a text
        return False


def _answer(said: "SpokenText") -> dict[str, object]:
    tokens = [
        {
            "written": said.written[token.start : token.end],
            "start": token.start,
            "end": token.end,
            "spoken": token.spoken,
            "class": token.semiotic_class,
        }
        for token in said.tokens
    ]
    return {"written": said.written, "spoken": said.spoken, "tokens": tokens}


def _print_table(said: "SpokenText", why: bool) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("written", "class", "spoken", "cost", "all that lost" if why else "runner-up")
    for token in said.tokens:
        losers = [f"{rival.spoken} ({rival.semiotic_class} {rival.cost:g})" for rival in token.alternatives]
        lost = "\n".join(losers if why else losers[:1])
        row = (said.written[token.start : token.end], token.semiotic_class, token.spoken, f"{token.cost:g}", lost)
        table.add_row(*map(escape, row))
    console = Console()
    console.print(table)
    console.print(escape(said.spoken))
    for finding in said.findings:
        console.print(f"{finding.code} {escape(finding.where)} {escape(finding.message)}")
