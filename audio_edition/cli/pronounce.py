"""`audio-edition pronounce`: how each character is read, and why."""

from typing import Annotated

import typer


def pronounce(
    text: Annotated[str, typer.Argument(help="Text to pronounce; with --json a file, `-` for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Answer each line of a file with one line of JSON.")] = False,
) -> None:
    """Show how each character is read: pinyin, surface, origin, confidence, alternatives."""
    from audio_edition.pronunciation import pronounce as read

    for reading in read(text).readings:
        print(reading.char, reading.pinyin, reading.surface, reading.origin, f"{reading.confidence:.2f}")
