"""The issue's files on disk, and the edition's: what is read before anything is decided, what is written when all is made."""

import contextlib
import filecmp
import glob
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

from audio_edition.model.errors import IssueError, PublishError
from audio_edition.model.issue import SourceFile

_PAGES = (".md", ".markdown", ".txt", ".json", ".htm", ".html", ".xhtml", ".hocr")
TEXTS = (*_PAGES, ".xml", ".rss", ".atom", ".nitf", ".alto", ".mets")
"""Endings of files that a reader may know; pictures and sound beside them are not looked at."""

Chunks = Iterable[bytes]
"""Content of a file, piece by piece, once: an edition's sound is never held in memory whole."""


def read_sources(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """The files of an issue, in natural order of their names.

    A path is a folder (all texts below it), a file, or a pattern with `*`. Raises IssueError.
    """
    found = [entry for path in paths for entry in _found(path)]
    if not found:
        raise IssueError(f"{', '.join(map(str, paths))}: no pages here (looked for {' '.join(TEXTS)})")
    return tuple(SourceFile(name, _content(path)) for name, path in found)


def folder_of(paths: Sequence[Path]) -> Path:
    """The folder in which an issue lies: where its paper.toml, or the paper's one level up, is looked for."""
    first = paths[0]
    return first if first.is_dir() else first.parent


def beside(folder: Path, name: str) -> Path | None:
    """A settings file of the issue, else of its paper (one folder up); None when there is none."""
    return next((place / name for place in (folder, folder.absolute().parent) if (place / name).is_file()), None)


def make_sure(folder: Path) -> None:
    """See that something can be published below a folder, which need not be there yet: before hours of speech, not after.

    Raises PublishError.
    """
    above = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    reason = "" if os.access(above, os.W_OK | os.X_OK) else "cannot be written to"
    reason = reason if above.is_dir() else "is no folder"
    if reason:
        raise PublishError(f"{above} {reason}; name another folder with --output")


def publish(folder: Path, files: Iterable[tuple[str, Chunks]]) -> tuple[str, ...]:
    """Write artifacts below a folder, whole or not at all; returns the paths whose bytes have changed.

    Each file is made once, and compared with the published one meanwhile; from the first byte that differs it is written to a
    staging folder beside its destination. Then each folder (an issue's) takes the place of the old one in one step, and each
    file likewise, so that whoever reads meanwhile, and whoever pulls the plug, finds the old edition or the new one.

    Raises PublishError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _only_writer(folder):
            _sweep(folder)
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
        for file in sorted((file for file in path.rglob("*") if _is_text(file, path)), key=_natural):
            yield file.relative_to(path).as_posix(), file
    elif path.exists():
        yield path.name, path
    elif glob.has_magic(str(path)):
        for match in sorted(map(Path, glob.glob(str(path), recursive=True)), key=_natural):
            yield from _expanded(match)
    else:
        raise IssueError(f"{path}: no such file or folder")


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
    staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=folder))
    try:
        made = {name: _differs(_below(folder, name), iter(chunks), _below(staging, name)) for name, chunks in files}
        changed = tuple(name for name, differs in made.items() if differs)
        if changed or _stale(folder, made):
            for name in made.keys() - set(changed):
                _link(_below(folder, name), _below(staging, name))
            _sync(_below(staging, name) for name in changed)
            for entry in sorted(staging.iterdir(), key=lambda entry: entry.is_file()):
                _take_place(entry, folder / entry.name)
        return changed
    finally:  # a full disk gets its room back at once
        _sweep(folder)


def _below(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or any(part in ("..", ".", "") or "\0" in part for part in parts):
        raise PublishError(f"{name!r}: an artifact may not leave {folder}")
    return folder.joinpath(*parts)


def _differs(published: Path, chunks: Iterator[bytes], staged: Path) -> bool:
    """Whether a file is another than the published one; if it is, it is written."""
    try:
        old = published.open("rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        _write(staged, chunks)
        return True
    with old:
        same = 0
        for chunk in chunks:
            if old.read(len(chunk)) != chunk:
                _write(staged, chain(_beginning(published, same), (chunk,), chunks))
                return True
            same += len(chunk)
        if old.read(1):
            _write(staged, _beginning(published, same))
            return True
    return False


def _beginning(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(min(size, 1 << 20)):
            yield block
            size -= len(block)


def _stale(folder: Path, names: Collection[str]) -> bool:
    """Whether the issue's folder holds a file that this edition does not make."""
    tops = {PurePosixPath(name).parts[0] for name in names if "/" in name}
    made = {_below(folder, name) for name in names}
    return any(file.is_file() and file not in made for top in tops for file in (folder / top).rglob("*"))


def _write(path: Path, chunks: Chunks) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)


def _sync(paths: Iterable[Path]) -> None:
    """Wait until the files are on the disk: all of them at the end takes a third of the time that one after the other does."""
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def _link(published: Path, path: Path) -> None:
    """A second name for a file that stays; a copy where the file system has no such names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(published, path)
    except OSError:
        _write(path, _beginning(published, published.stat().st_size))
        _sync([path])


def _take_place(new: Path, old: Path) -> None:
    if new.is_file():
        if not (old.is_file() and filecmp.cmp(new, old, shallow=False)):
            os.replace(new, old)
    elif old.exists():
        _exchange(new, old)
    else:
        os.rename(new, old)


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders in one step where the system can (Linux), else in two."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    at_cwd, exchange = -100, 2
    if hasattr(libc, "renameat2") and not libc.renameat2(at_cwd, os.fsencode(new), at_cwd, os.fsencode(old), exchange):
        return
    aside = new.with_name(new.name + ".old")
    os.rename(old, aside)
    os.rename(new, old)


@contextlib.contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    """One build at a time writes to a paper's folder; a second one waits."""
    try:
        import fcntl
    except ImportError:  # Windows: the last writer wins, each whole
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove staging folders, also of builds that were killed; what was put aside for a folder that did not come is put back."""
    for aside in folder.glob(".staging-*/*.old"):
        if not (place := folder / aside.stem).exists():
            os.rename(aside, place)
    for left in folder.glob(".staging-*"):
        shutil.rmtree(left, ignore_errors=True)
