"""The templates of books and feeds; everything put into them is escaped."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from audio_edition.publishers._markup import clean


def render(name: str, **values: object) -> str:
    """The text of a template of this package."""
    return _environment().get_template(f"{name}.j2").render(values)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("audio_edition.publishers"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
