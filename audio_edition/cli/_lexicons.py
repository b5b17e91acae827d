"""Lexicon files: read as what their ending says they are, written whole or not at all."""

from pathlib import Path

from audio_edition.cli import _whole
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
    _whole.replace(path, pls.serialize(known) if path.suffix.lower() in _PLS else lexicon.serialize(known))
