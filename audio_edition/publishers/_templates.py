"""The templates of pages, books and feeds; everything put into them is escaped.

Compiled, they are kept beside Python's compiled modules: to compile them takes an eighth of a build that speaks nothing.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from pickle import UnpicklingError
from zlib import crc32

import msgspec
from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from audio_edition.publishers._markup import clean


def render(template: str, /, **values: object) -> str:
    """The text of a template of this package."""
    return _environment().get_template(f"{template}.j2").render(values)


def load() -> Iterator[str]:
    """Compile the templates, one at each step; their names."""
    for name in _environment().list_templates(extensions=("j2",)):
        _environment().get_template(name)
        yield name


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("audio_edition.publishers"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(Path(__file__).parent / "__pycache__"),
    )
    environment.filters["json"] = lambda value: msgspec.json.encode(value).decode()
    return environment


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _Compiled(FileSystemBytecodeCache):
    """What may be written where Python writes; of another Python, or made with other options than those above, it is another."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"%s-{crc32(Path(__file__).read_bytes()):08x}.{sys.implementation.cache_tag}.j2c")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError, ValueError):  # half a file, or nothing that can be read
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
