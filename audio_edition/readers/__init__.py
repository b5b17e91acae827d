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
    strange = tuple(
        Finding("R102", "no reader knows this file; left out", file.name, "note") for file in files if file not in known
    )
    return structs.replace(source, findings=source.findings + strange)


def choose(files: Sequence[SourceFile]) -> tuple[ModuleType, Sequence[SourceFile]]:
    """The reader that is surest of the files, and the files that it reads; of two equally sure ones, the first by name.

    Where no reader knows all of them, those that none would know alone (a colleague's notes in JSON) are left out.
    """
    if not files:
        raise IssueError("no file was given")
    for file in files:
        if not file.content.strip():
            raise IssueError(f"{file.name}: the file is empty")
    readers = plugins.members(FAMILY)
    for known in (files, [file for file in files if any(reader.score([file]) > 0 for reader in readers)]):
        scores = {reader: float(reader.score(known)) if known else 0.0 for reader in readers}
        best = max(scores, key=lambda reader: scores[reader])
        if scores[best] > 0:
            return best, known
    tried = ", ".join(reader.__name__.rpartition(".")[2] for reader in readers)
    raise IssueError(f"{_names(files)}: no reader knows this input; tried {tried}")


def _names(files: Sequence[SourceFile]) -> str:
    return files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"
