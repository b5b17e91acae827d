"""Lexicon files: read as what their ending says they are, written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import lexicon, pls
from audio_edition.pronunciation.lexicon import Lexicon

_PLS = (".pls", ".xml")


def read(path: Path) -> Lexicon:
    """A lexicon: PLS where the name ends with .pls or .xml, else TSV.

    Raises ConfigError.
    """
    parse = pls.parse if path.suffix.lower() in _PLS else lexicon.parse
    return parse(content(path), str(path))


def content(path: Path) -> bytes:
    """The bytes of a lexicon.

    Raises ConfigError.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def write(path: Path, known: Lexicon) -> None:
    """Write a lexicon, in the form that its name asks for; what stood there before stays until all is written.

    Raises ConfigError.
    """
    replace(path, pls.serialize(known) if path.suffix.lower() in _PLS else lexicon.serialize(known))


def replace(path: Path, content: bytes) -> None:
    """All of a file, or none of it.

    Raises ConfigError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _allow(Path(file.name), path)
        os.replace(file.name, path)
    except OSError as error:
        with suppress(NameError, OSError):
            os.unlink(file.name)
        raise ConfigError(f"{path}: cannot be written: {error.strerror}; it is as it was") from error


def _allow(new: Path, old: Path) -> None:
    """Temporary files are private; a lexicon is as readable as the one it replaces, or as any new file."""
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(old.stat().st_mode & 0o777 if old.exists() else 0o666 & ~mask)
