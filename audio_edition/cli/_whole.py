"""Files that are written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from audio_edition.model.errors import ConfigError


def replace(path: Path, content: bytes) -> None:
    """All of a file, or none of it; what is no file (`/dev/stdout`) is written to.

    Raises ConfigError.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}; it is as it was") from error


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            _allow(Path(file.name), path)
            os.replace(file.name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(file.name)
            raise


def _allow(new: Path, old: Path) -> None:
    """Temporary files are private; a new one is as readable as the one it replaces, or as any new file."""
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(old.stat().st_mode & 0o777 if old.exists() else 0o666 & ~mask)
