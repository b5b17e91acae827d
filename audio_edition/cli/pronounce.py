"""`audio-edition pronounce`: how each character is read, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audio_edition.model.speech import Pronunciation, Reading
    from audio_edition.pronunciation import Context

_LINE_ENDS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"), (b"\xc2\x85", b"\\u0085"))
"""Characters that some programs take for the end of a line, and how JSON may write them."""


def pronounce(
    text: Annotated[str, typer.Argument(help="Text to pronounce; with --json a file, `-` for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer each line of a file with one line of JSON.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a piece of a page: the text with its pinyin as ruby.")] = False,
    lexicon: Annotated[list[Path] | None, typer.Option(help="Obey this lexicon (TSV or PLS); the first is strongest.")] = None,
) -> None:
    """Show how each character is read: pinyin, surface, origin, confidence, alternatives."""
    known = _context(lexicon or [])
    if as_json:
        _answer(text, known)
    elif as_html:
        typer.echo(_ruby(_read(text, known)))
    else:
        _show(_read(text, known))


def _context(paths: "Sequence[Path]") -> "Context":
    from audio_edition.pronunciation import Context

    if not paths:
        return Context()
    from audio_edition.cli import _lexicons

    return Context(tuple(_lexicons.read(path) for path in paths))


def _read(text: str, known: "Context") -> "Pronunciation":
    from audio_edition.pronunciation import pronounce as read
    from audio_edition.pronunciation import study

    several_sentences = "。" in text[:-1]
    return read(text, study([text], known) if several_sentences else known)


def _answer(name: str, known: "Context") -> None:
    """Line by line: whoever writes to our standard input gets each answer before the next question."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    output = typer.get_binary_stream("stdout")
    for line in _lines(name):
        rows = [_row(reading) for reading in _read(line, known).readings]
        answer = encode({"text": line, "readings": rows})
        for separator, escaped in _LINE_ENDS:
            answer = answer.replace(separator, escaped)
        output.write(answer + b"\n")
        output.flush()


def _row(reading: "Reading") -> dict[str, str | int | float]:
    return {
        "char": reading.char,
        "index": reading.index,
        "pinyin": reading.pinyin,
        "surface": reading.surface,
        "origin": reading.origin,
        "confidence": round(reading.confidence, 3),
    }


def _lines(name: str) -> "Iterator[str]":
    from audio_edition.model.errors import IssueError

    try:
        with _opened(name) as file:
            for number, line in enumerate(file, 1):
                yield line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").rstrip(b"\r\n").decode("utf-8")
    except OSError as error:
        raise IssueError(f"{name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise IssueError(f"{name}:{number}: not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _opened(name: str) -> BinaryIO:
    return typer.get_binary_stream("stdin") if name == "-" else open(name, "rb")


def _show(said: "Pronunciation") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("", "character", "pinyin", "surface", "origin", "confidence", "alternatives", box=None, header_style="bold")
    for reading in said.readings:
        confidence = f"{reading.confidence:.2f}"
        others = " ".join(reading.alternatives)
        table.add_row(str(reading.index), reading.char, reading.pinyin, reading.surface, reading.origin, confidence, others)
    Console().print(table)


def _ruby(said: "Pronunciation") -> str:
    """The text, every Hanzi with its pinyin over it; hover shows where a reading comes from."""
    from html import escape

    from audio_edition.pronunciation import syllable

    readings = {reading.index: reading for reading in said.readings}
    parts = []
    for index, char in enumerate(said.text):
        reading = readings.get(index)
        if reading:
            title = escape(f"{reading.origin} {reading.confidence:.2f}")
            pinyin = escape(syllable.marked(reading.pinyin))
            parts.append(f'<ruby title="{title}">{escape(char)}<rp>(</rp><rt>{pinyin}</rt><rp>)</rp></ruby>')
        elif char.isprintable():
            parts.append(escape(char))
    return f'<p lang="zh-CN">{"".join(parts)}</p>'
