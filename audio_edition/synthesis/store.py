"""The clip store: what was spoken once is kept, under the hash of everything that decides how it sounds.

One file per clip: a SHA-256 of its name and the rest, the length of the head, the head (the Clip without its audio, JSON), the
audio.
A clip is written to a temporary file, synced and renamed, so that it is there whole or not at all, whatever is killed or
unplugged; it is verified when it is read (again only when its file has changed: an edition's files hold each clip several
times), and a damaged one counts as missing. Builds may share a store: they write equal content under equal names, and
pruning spares what was used within the last hour.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Clip, Request

FORMAT = b"audio-edition clip 2\n"
"""Begins every file and is part of every key: another format is another clip."""
IN_USE = 3600.0
"""Seconds within which a used clip is not pruned: a build that runs beside may need it."""
LIMIT = 4 << 30
"""Bytes that a store keeps unless told otherwise: about 180 hours of speech at 48 kbit/s."""

_DIGEST = hashlib.sha256().digest_size
_LENGTH = 4


class Info(Struct, frozen=True):
    """What a store holds."""

    folder: str
    clips: int
    bytes: int
    limit: int
    """Bytes that pruning leaves."""


class Store:
    """Clips by the hash of their request, in a folder."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit_bytes
        self._bytes: int | None = None
        self._verified: dict[str, tuple[int, ...]] = {}

    @classmethod
    def at(cls, folder: str = "", limit_bytes: int = LIMIT) -> "Store":
        """The store in a folder, or the user's own where none is named."""
        from platformdirs import user_cache_path

        return cls(Path(folder) if folder else user_cache_path("audio-edition") / "clips", limit_bytes)

    def key(self, request: Request) -> str:
        """The name of a request's clip: equal requests, equal names (64 hexadecimal digits)."""
        return hashlib.sha256(FORMAT + msgspec.json.encode(request)).hexdigest()

    def get(self, request: Request) -> Clip | None:
        """The clip of a request; None when there is none, or none that is undamaged."""
        return self.clip(self.key(request))

    def clip(self, key: str) -> Clip | None:
        """The clip of that name; None when there is none, or none that is undamaged."""
        return _clip(self._content(key))

    def audio(self, key: str) -> bytes:
        """The audio of the clip of that name.

        Raises SpeechRefused when it is no longer there: the store was cleared, or the disk damaged, during the build.
        """
        content = self._content(key)
        if not content:
            raise SpeechRefused(f"clip {key[:12]}… has vanished from {self.folder}; build again: only it will be spoken again")
        return content[_split(content) :]

    def put(self, request: Request, clip: Clip) -> str:
        """Keep a clip; its name.

        Raises SpeechRefused when it cannot be written: no space, no permission.
        """
        key = self.key(request)
        content = _pack(key, clip)
        try:
            _write(self._path(key), content)
        except OSError as error:
            raise SpeechRefused(
                f"a clip cannot be kept in {self.folder}: {self._hindrance(key, error)} name another place with --cache"
            ) from error
        self._grow(len(content))
        return key

    def info(self) -> Info:
        """How much is kept."""
        sizes = [status.st_size for _, status in self._files()]
        return Info(str(self.folder), len(sizes), sum(sizes), self.limit)

    def prune(self) -> int:
        """Remove what was not used for longest until the rest fits the limit; the number of bytes removed.

        Remnants of killed writers go too. What was used within the last hour stays, even over the limit.
        """
        self._sweep()
        files = sorted(self._files(), key=lambda file: file[1].st_mtime)
        total = sum(status.st_size for _, status in files)
        removed = 0
        for path, status in files:
            if total - removed <= self.limit or status.st_mtime > time.time() - IN_USE:
                break
            path.unlink(missing_ok=True)
            removed += status.st_size
        self._bytes = total - removed
        return removed

    def clear(self) -> int:
        """Remove every clip; the number of bytes removed."""
        removed = 0
        for path, status in list(self._files()):
            path.unlink(missing_ok=True)
            removed += status.st_size
        self._sweep()
        self._bytes = 0
        return removed

    def _content(self, key: str) -> bytes:
        """A clip's file; empty when there is none, or none that is undamaged."""
        path = self._path(key)
        try:
            if self._verified.get(key) == _mark(path):
                return path.read_bytes()
            with suppress(OSError):
                os.utime(path)
            mark = _mark(path)  # before it is read: what changes meanwhile is verified the next time
            content = path.read_bytes()
        except OSError:
            return b""
        if not _is_whole(key, content):
            return b""
        self._verified[key] = mark
        return content

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.clip"

    def _hindrance(self, key: str, error: OSError) -> str:
        """What keeps a clip from being written, and what to do about it, as a half of a sentence."""
        path = self._path(key)
        if os.path.isdir(path):  # unlike pathlib's it does not fail where nobody may look
            return f"{path} is a folder: remove it, or"
        above = next(above for above in path.parents if os.path.exists(above))
        return f"{error.strerror or error};" if above.is_dir() else f"{above} is no folder: remove it, or"

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob("??/*.clip"):
            with suppress(OSError):
                yield path, path.stat()

    def _sweep(self) -> None:
        for path in self.folder.glob("??/*.part"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - IN_USE:
                    path.unlink()

    def _grow(self, size: int) -> None:
        if self._bytes is None:
            self._bytes = self.info().bytes
        else:
            self._bytes += size
        if self._bytes > self.limit:
            self.prune()
            # What is in use may exceed the limit; looking again after every clip would be quadratic.
            self._bytes = min(self._bytes, self.limit - self.limit // 8)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem[:16], suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _pack(key: str, clip: Clip) -> bytes:
    head = msgspec.json.encode(structs.replace(clip, audio=b""))
    body = len(head).to_bytes(_LENGTH, "big") + head + clip.audio
    return FORMAT + _digest(key, body) + body


def _digest(key: str, body: bytes | memoryview) -> bytes:
    """With the name, so that a clip put under the name of another is none."""
    digest = hashlib.sha256(key.encode())
    digest.update(body)
    return digest.digest()


def _mark(path: Path) -> tuple[int, ...]:
    """Another one when a file has changed."""
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _is_whole(key: str, content: bytes) -> bool:
    start = len(FORMAT) + _DIGEST
    return content.startswith(FORMAT) and content[len(FORMAT) : start] == _digest(key, memoryview(content)[start:])


def _split(content: bytes) -> int:
    """Where the audio begins."""
    start = len(FORMAT) + _DIGEST
    return start + _LENGTH + int.from_bytes(content[start : start + _LENGTH], "big")


def _clip(content: bytes) -> Clip | None:
    if not content:
        return None
    split = _split(content)
    try:
        clip = msgspec.json.decode(memoryview(content)[len(FORMAT) + _DIGEST + _LENGTH : split], type=Clip)
    except msgspec.MsgspecError:
        return None
    return structs.replace(clip, audio=content[split:])
