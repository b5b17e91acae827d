"""bytes → pages. One file per source; the reader that is surest of its input reads it.

A reader is a module with `score(files) -> float` (0: not mine, 1: certainly mine) and `read(files) -> Source` (see `model.page`).
Adding one is adding a file here, or an entry point in the group `audio_edition.readers`.
"""

from collections.abc import Sequence
from types import ModuleType

from msgspec import structs

from audio_edition import plugins
from audio_edition.model.errors import IssueError
from audio_edition.model.finding import Finding
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers import _fault, structure

FAMILY = "audio_edition.readers"


def read(files: Sequence[SourceFile]) -> Source:
    """What the reader that is surest of the files makes of them.

    Raises IssueError, naming the file and the readers that were tried, when no reader knows them or one cannot read on.

    >>> read([SourceFile("page01.md", "# 朔州日报".encode())]).reader
    'markdown'
    """
    reader, known = choose(files)
    source = reader.read(known)
    if not isinstance(source, Source):
        raise IssueError(f"{known[0].name}: the reader {reader.__name__} gave no pages")
    if source.issue is None and not any(page.lines for page in source.pages):
        raise IssueError(f"{_names(known)}: nothing to read in it (read as {source.reader})")
    return structs.replace(
        source, findings=(*source.findings, *(_left_out(file, source.reader) for file in files if file not in known))
    )


def _left_out(file: SourceFile, reader: str) -> Finding:
    if not file.content.strip():
        return Finding("R103", "the file is empty", file.name)
    broken = _fault.fault(file)
    if broken:
        return Finding("R102", f"left out: {broken}", file.name)
    return Finding("R102", f"left out: the issue was read as {reader}, which this file is not", file.name, "note")


def choose(files: Sequence[SourceFile]) -> tuple[ModuleType, Sequence[SourceFile]]:
    """The reader that is surest of the files, and the files that it reads; of two equally sure ones, the first by name.

    Where no reader knows all of them, the one that is surest of those it knows alone reads those (a parser's list of blocks
    rather than the Markdown beside it, pages rather than a colleague's notes in JSON). Raises IssueError.
    """
    if not files:
        raise IssueError("no file was given")
    written = [file for file in files if file.content.strip()]
    if not written:
        raise IssueError(f"{_names(files)}: the file is empty")
    for file in written:
        structure.check_head(file)
    readers = plugins.members(FAMILY)
    scores = [(float(reader.score(written)), reader, written) for reader in readers]
    if max(score for score, _, _ in scores) <= 0:
        alone = [(reader, [file for file in written if reader.score([file]) > 0]) for reader in readers]
        scores = [(float(reader.score(known)), reader, known) for reader, known in alone if known]
    if not scores or max(score for score, _, _ in scores) <= 0:
        raise IssueError(_unknown(files, readers))
    _, reader, known = max(scores, key=lambda scored: scored[0])
    return reader, known


def _unknown(files: Sequence[SourceFile], readers: Sequence[ModuleType]) -> str:
    for file in files:
        broken = _fault.fault(file)
        if broken:
            return f"{file.name}: {broken}"
    tried = ", ".join(reader.__name__.rpartition(".")[2] for reader in readers)
    return f"{_names(files)}: no reader knows this input; tried {tried}"


def _names(files: Sequence[SourceFile]) -> str:
    return files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"
