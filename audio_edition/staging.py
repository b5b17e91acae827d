"""How an edition's files are made beside those that are published, and take their place in one step."""

import contextlib
import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

Chunks = Iterable[bytes]
"""Content of a file, piece by piece, once: an edition's sound is never held in memory whole."""


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
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


def sweep(folder: Path) -> None:
    """Remove staging folders, also of builds that were killed; what was put aside for a folder that did not come is put back."""
    for aside in folder.glob(".staging-*/*.old"):
        if not (place := folder / aside.stem).exists():
            os.rename(aside, place)
    for left in folder.glob(".staging-*"):
        shutil.rmtree(left, ignore_errors=True)


def differs(published: Path, chunks: Iterator[bytes], staged: Path) -> bool:
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


def link(published: Path, path: Path) -> None:
    """A second name for a file that stays; a copy where the file system has no such names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(published, path)
    except OSError:
        _write(path, _beginning(published, published.stat().st_size))
        sync([path])


def sync(paths: Iterable[Path]) -> None:
    """Wait until the files are on the disk: all of them at the end takes a third of the time that one after the other does."""
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def take_place(new: Path, old: Path) -> None:
    """Put a file or a folder where the published one is, which it replaces."""
    if new.is_file():
        if not (old.is_file() and filecmp.cmp(new, old, shallow=False)):
            os.replace(new, old)
    elif old.exists():
        _exchange(new, old)
    else:
        os.rename(new, old)


def _beginning(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(min(size, 1 << 20)):
            yield block
            size -= len(block)


def _write(path: Path, chunks: Chunks) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)


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
