"""The templates of pages, books and feeds; everything put into them is escaped."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from audio_edition.publishers._markup import clean


def render(template: str, /, **values: object) -> str:
    """The text of a template of this package."""
    return _environment().get_template(f"{template}.j2").render(values)


def load(compiled: BytecodeCache) -> Iterator[str]:
    """Compile the templates that are not there compiled, one at each step; their names."""
    environment = _environment()
    environment.bytecode_cache = compiled
    for name in environment.list_templates(extensions=("j2",)):
        environment.get_template(name)
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
    )
    environment.filters["json"] = lambda value: msgspec.json.encode(value).decode()
    return environment


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
