"""Blocks of the structure file: a chunk of rows between empty rows → a block, and the notes in it."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.issue import Block, BlockType, Note
from audio_edition.readers._escapes import split_cells, unescape

_WHO = re.compile(r"(?P<kind>[QA])\[(?P<who>(?:[^\]\\]|\\.)*)\] (?P<text>.*)", re.S)


def read_block(chunk: Sequence[str], passage: str) -> tuple[Block, tuple[Note, ...]]:
    """The block that a chunk holds; `passage` is its id."""
    first = chunk[0]
    if first.startswith("```"):
        rows = chunk[1:-1] if len(chunk) > 1 and chunk[-1].startswith("```") else chunk[1:]
        return _of_lines("verse", rows, passage)
    if all(row.startswith("- ") for row in chunk):
        return _of_lines("list", [row[2:] for row in chunk], passage)
    if all(row.startswith("|") for row in chunk):
        return _table(chunk, passage)
    turn = _WHO.fullmatch("\\n".join(chunk))
    if turn:
        text, notes = unescape(turn["text"], passage)
        return Block("question" if turn["kind"] == "Q" else "answer", text=text, who=unescape(turn["who"])[0]), notes
    marks: dict[str, BlockType] = {"## ": "heading", "> ": "note"}
    mark = next((mark for mark in marks if first.startswith(mark)), "")
    text, notes = unescape("".join(row.removeprefix(mark) for row in chunk), passage)
    return Block(marks[mark] if mark else "paragraph", text=text), notes


def _of_lines(type: BlockType, rows: Sequence[str], passage: str) -> tuple[Block, tuple[Note, ...]]:
    read = [unescape(row, f"{passage}-{index}") for index, row in enumerate(rows)]
    return Block(type, lines=tuple(text for text, _ in read)), tuple(note for _, notes in read for note in notes)


def _table(chunk: Sequence[str], passage: str) -> tuple[Block, tuple[Note, ...]]:
    """The cells of a table; a rule under the headings is left out. Notes count in the row's text, its cells joined by tabs."""
    rows: list[tuple[str, ...]] = []
    notes: list[Note] = []
    for number, row in enumerate(chunk):
        if number == 1 and re.fullmatch(r"\|(?:---\|)+", row.strip()):
            continue
        cells, at = [], 0
        for cell in split_cells(row):
            text, found = unescape(cell, f"{passage}-{len(rows)}")
            notes += [structs.replace(note, start=note.start + at, end=note.end + at) for note in found]
            cells.append(text)
            at += len(text) + 1
        rows.append(tuple(cells))
    return Block("table", rows=tuple(rows)), tuple(notes)
