r"""Escapes of the structure file: any text on one line, and back.

A backslash makes the sign behind it literal, but for `\n` and `\r` (line ends), `\e` (an empty text).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from audio_edition.model.issue import Note

_LITERAL = re.compile(r"[\\{}<|\]]")
_LEADING = re.compile(r"[#\->!`~*+=:\s]|\d+[.)]|[QA]\[")
_UNESCAPE = re.compile(r"\\(.)|\{", re.S)
_NAMED = {"n": "\n", "r": "\r", "e": ""}


def escape(text: str, notes: Iterable[Note] = ()) -> str:
    r"""The text on one line, its notes inline.

    >>> escape("# 一\n{二}", [Note("body-0", 2, 3, "yao")])
    '\\# {一|yao}\\n\\{二\\}'
    """
    made, at = [], 0
    for note in notes:
        made += [_plain(text[at : note.start]), "{", _plain(text[note.start : note.end]), "|", _plain(note.say), "}"]
        at = note.end
    line = "".join((*made, _plain(text[at:])))
    if not line:
        return "\\e"
    line = f"\\{line}" if _LEADING.match(line) else line
    return f"{line[:-1]}\\ " if line.endswith(" ") and not line.endswith("\\ ") else line


def _plain(text: str) -> str:
    return _LITERAL.sub(r"\\\g<0>", text).replace("\n", "\\n").replace("\r", "\\r")


def unescape(line: str, passage: str = "") -> tuple[str, tuple[Note, ...]]:
    r"""The text of a line, and the notes in it.

    >>> unescape("以{2-3|二比三}落败", "body-0")
    ('以2-3落败', (Note(passage='body-0', start=1, end=4, say='二比三'),))
    """
    made: list[str] = []
    notes: list[Note] = []
    length = 0
    for printed, say in _parts(line):
        if say is not None:
            notes.append(Note(passage, length, length + len(printed), say))
        made.append(printed)
        length += len(printed)
    return "".join(made), tuple(notes)


def _parts(line: str) -> Iterator[tuple[str, str | None]]:
    """What is printed, part by part, and how it is said where a note tells."""
    at = 0
    while found := _UNESCAPE.search(line, at):
        yield line[at : found.start()], None
        at = found.end()
        noted = None if found[1] else _note(line, at)
        if noted is None:
            yield _NAMED.get(found[1], found[1]) if found[1] else "{", None
            continue
        printed, say, at = noted
        yield printed, say
    yield line[at:], None


def _note(line: str, at: int) -> tuple[str, str, int] | None:
    """The printed text and the saying of a note whose brace stands before `at`, and where it ends."""
    found = re.compile(r"((?:[^\\{}|]|\\.){1,400})\|((?:[^\\{}|]|\\.){1,400})\}").match(line, at)
    return (unescape(found[1])[0], unescape(found[2])[0], found.end()) if found else None


def split_cells(row: str) -> Sequence[str]:
    """The escaped cells of a row `| a | b |`."""
    return [cell[1:-1] if len(cell) > 1 else "" for cell in re.findall(r"((?:[^|\\]|\\.)*)\|", row.strip()[1:], re.S)]
