"""bytes → pages. One file per source; the reader that is surest of its input reads it.

A reader is a module with `score(files) -> float` (0: not mine, 1: certainly mine) and `read(files) -> Source` (see `model.page`).
Adding one is adding a file here, or an entry point in the group `audio_edition.readers`.
"""

from collections.abc import Sequence
from types import ModuleType

from audio_edition import plugins
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source

FAMILY = "audio_edition.readers"


def read(files: Sequence[SourceFile]) -> Source:
    """What the reader that is surest of the files makes of them.

    Raises IssueError, naming the file and the readers that were tried, when no reader knows them or one cannot read on.

    >>> read([SourceFile("page01.md", "# 朔州日报".encode())]).reader
    'markdown'
    """
    reader = choose(files)
    source = reader.read(files)
    if not isinstance(source, Source):
        raise IssueError(f"{files[0].name}: the reader {reader.__name__} gave no pages")
    if source.issue is None and not any(page.lines for page in source.pages):
        raise IssueError(f"{_names(files)}: nothing to read in it (read as {source.reader})")
    return source


def choose(files: Sequence[SourceFile]) -> ModuleType:
    """The reader that is surest of the files; of two that are equally sure, the first by name."""
    if not files:
        raise IssueError("no file was given")
    for file in files:
        if not file.content.strip():
            raise IssueError(f"{file.name}: the file is empty")
    scores = {module: float(module.score(files)) for module in plugins.members(FAMILY)}
    best = max(scores, key=lambda module: scores[module])
    if scores[best] <= 0:
        tried = ", ".join(module.__name__.rpartition(".")[2] for module in scores)
        raise IssueError(f"{_names(files)}: no reader knows this input; tried {tried}")
    return best


def _names(files: Sequence[SourceFile]) -> str:
    return files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"
