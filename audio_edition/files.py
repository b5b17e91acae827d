"""The issue's files on disk, and the edition's: what is read before anything is decided, what is written when all is made."""

import glob
import os
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from audio_edition import staging
from audio_edition.model.dates import is_day
from audio_edition.model.errors import ConfigError, IssueError, PublishError
from audio_edition.model.issue import SourceFile
from audio_edition.staging import Chunks
from audio_edition.toml import Source

_PAGES = (".md", ".markdown", ".txt", ".json", ".htm", ".html", ".xhtml", ".hocr")
TEXTS = (*_PAGES, ".xml", ".rss", ".atom", ".nitf", ".alto", ".mets")
"""Endings of files that a reader may know; pictures and sound beside them are not looked at."""


def read_sources(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """The files of an issue, in natural order of their names; one that several paths name, once.

    A path is a folder (all texts below it), a file, or a pattern with `*`. Raises IssueError.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for name, file in (entry for path in paths for entry in _found(path)):
        found.setdefault(file.resolve(), (name, file))
    if not found:
        raise IssueError(f"{', '.join(map(str, paths))}: no pages here (looked for {' '.join(TEXTS)})")
    return tuple(SourceFile(name, _content(path)) for name, path in found.values())


def folder_of(paths: Sequence[Path]) -> Path:
    """The folder in which an issue lies: where its paper.toml, or the paper's one level up, is looked for."""
    first = paths[0]
    return first if first.is_dir() else first.parent


def beside(folder: Path, name: str) -> Path | None:
    """A settings file of the issue, else of its paper (one folder up); None when there is none."""
    return next((place / name for place in (folder, folder.absolute().parent) if (place / name).is_file()), None)


def named(folder: Path, name: str, key: str) -> Path:
    """A file beside paper.toml that a key of it names. Raises ConfigError, naming file, line and key, when it is not there."""
    found, settings = beside(folder, name), beside(folder, "paper.toml")
    if found is None:
        source = Source(str(settings), settings.read_text("utf-8-sig") if settings else "")
        raise ConfigError(f"{source.at(key)}: {name} is not beside it")
    return found


def days(paths: Sequence[Path]) -> tuple[str, ...]:
    """The days by which the folders of an issue's files are named: more than one where several issues were taken for one.

    Raises IssueError.
    """
    named = (day_of(folder_of([path])) or _nearest_day(file) for path in paths for _, file in _found(path))
    return tuple(sorted({day for day in named if day}))


def day_of(folder: Path) -> str:
    """The date (YYYY-MM-DD) that a folder is named by; empty for another name."""
    try:
        day = date.fromisoformat(folder.absolute().name).isoformat()
    except ValueError:
        return ""
    return day if is_day(day) else ""


def make_sure(folder: Path, day: str) -> None:
    """See that a day's edition can be published below a folder, which need not be there yet: before hours of speech, not after.

    Raises PublishError: also where something that is no edition (the issue itself, say) lies in its place, and would be lost.
    """
    try:
        hindrance = _hindrance(folder, day)
    except OSError as error:  # a closed folder on the way to it, a name longer than names can be
        hindrance = f"{error.filename}: {error.strerror}"
    if hindrance:
        raise PublishError(f"{hindrance}; name another folder with --output")


def publish(folder: Path, files: Iterable[tuple[str, Chunks]]) -> tuple[str, ...]:
    """Write artifacts below a folder, whole or not at all; returns the paths whose bytes have changed.

    Each file is made once, and compared with the published one meanwhile; from the first byte that differs it is written to a
    staging folder beside its destination. Then each folder (an issue's) takes the place of the old one in one step, and each
    file likewise, so that whoever reads meanwhile, and whoever pulls the plug, finds the old edition or the new one.

    Raises PublishError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with staging.only_writer(folder):
            staging.sweep(folder)
            return _published(folder, files)
    except OSError as error:
        raise PublishError(f"{error.filename or folder}: {error.strerror or error}; the edition before is untouched") from error


def _found(path: Path) -> list[tuple[str, Path]]:
    try:
        return list(_expanded(path))
    except (OSError, ValueError) as error:  # a name longer than names can be, a loop of links, a NUL
        shown = f"{path!s:.60}"
        raise IssueError(f"{shown}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _expanded(path: Path) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        published = _published_below(path)
        texts = (file for file in path.rglob("*") if _is_text(file, path) and published.isdisjoint(file.parents))
        for file in sorted(texts, key=_natural):
            yield file.relative_to(path).as_posix(), file
    elif path.exists():
        yield path.name, path
    elif glob.has_magic(str(path)):
        for match in sorted(map(Path, glob.glob(str(path), recursive=True)), key=_natural):
            yield from _expanded(match)
    else:
        raise IssueError(f"{path}: no such file or folder")


def _published_below(folder: Path) -> set[Path]:
    """Folders of editions, and of papers that have editions, which an output folder inside of an issue's would add to it."""
    editions = {manifest.parent for manifest in folder.rglob("????-??-??/edition.json") if _is_edition(manifest.parent)}
    return editions | {edition.parent for edition in editions} - {folder}


def _is_edition(folder: Path) -> bool:
    """Whether an edition of this program lies in a folder: its manifest says so."""
    try:
        return msgspec.json.decode((folder / "edition.json").read_bytes(), type=_Made).program.startswith("audio-edition")
    except (OSError, msgspec.MsgspecError):
        return False


def _hindrance(folder: Path, day: str) -> str:
    """What keeps a day's edition from being published below a folder; empty: nothing."""
    above = next(place for place in (folder, *folder.absolute().parents) if _is_there(place))
    if not above.is_dir():
        return f"{above} is no folder"
    if not os.access(above, os.W_OK | os.X_OK):
        return f"{above} cannot be written to"
    place = folder / day
    lost = _is_there(place) and not _is_edition(place) and _holds_something(place)
    return f"{place} is no edition, and one would replace it" if lost else ""


def _is_there(place: Path) -> bool:
    """Raises OSError where that cannot be known."""
    try:
        place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _holds_something(place: Path) -> bool:
    return not place.is_dir() or any(not name.startswith(".") for name in os.listdir(place))


class _Made(Struct, frozen=True):
    """Of a manifest, only what made it."""

    program: str


def _nearest_day(file: Path) -> str:
    return next((day for day in map(day_of, file.absolute().parents) if day), "")


def _is_text(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return not hidden and file.suffix.lower() in TEXTS and file.is_file()


def _natural(path: Path) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which page 2 comes before page 10."""
    text, key, digits = path.as_posix(), [], ""
    for char in text + "\0":
        if char.isdecimal():
            digits += char
            continue
        if digits:
            key.append((0, int(digits), digits))
            digits = ""
        key.append((1, 0, char))
    return tuple(key)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise IssueError(f"{path}: cannot be read: {error.strerror}") from error


def _published(folder: Path, files: Iterable[tuple[str, Chunks]]) -> tuple[str, ...]:
    staged = Path(tempfile.mkdtemp(prefix=".staging-", dir=folder))
    try:
        made = {name: staging.differs(_below(folder, name), iter(chunks), _below(staged, name)) for name, chunks in files}
        changed = tuple(name for name, differs in made.items() if differs)
        if changed or _stale(folder, made):
            for name in made.keys() - set(changed):
                staging.link(_below(folder, name), _below(staged, name))
            staging.sync(_below(staged, name) for name in changed)
            for entry in sorted(staged.iterdir(), key=lambda entry: entry.is_file()):
                staging.take_place(entry, folder / entry.name)
        return changed
    finally:  # a full disk gets its room back at once
        staging.sweep(folder)


def _below(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or any(part in ("..", ".", "") or "\0" in part for part in parts):
        raise PublishError(f"{name!r}: an artifact may not leave {folder}")
    return folder.joinpath(*parts)


def _stale(folder: Path, names: Collection[str]) -> bool:
    """Whether the issue's folder holds a file that this edition does not make."""
    tops = {PurePosixPath(name).parts[0] for name in names if "/" in name}
    made = {_below(folder, name) for name in names}
    return any(file.is_file() and file not in made for top in tops for file in (folder / top).rglob("*"))
