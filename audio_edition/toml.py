"""A TOML file as a type; what is wrong in it is named by file, line and key."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from audio_edition.model.errors import ConfigError

Type = TypeVar("Type", bound=Struct)


class Source(Struct, frozen=True):
    """A file that was read, to name places in it."""

    name: str
    text: str = ""

    def at(self, *keys: str) -> str:
        """File, line (where the key is there) and key.

        >>> Source("a.toml", "[roles.body]\\nrate = 1").at("roles", "body", "rate")
        'a.toml:2: `roles.body.rate`'
        """
        return f"{self.name}{self.line(*keys)}: `{_dotted(keys)}`"

    def line(self, *keys: str) -> str:
        """`:12` of the line on which a key is set, in whatever way TOML has for it; empty where it is not."""
        lines = self.text.replace("\r\n", "\n").split("\n")
        numbers = (number for number, line in enumerate(lines, 1) if keys[-1] in line and _is_set(keys, lines, number))
        return next((f":{number}" for number in numbers), "")


def parse(content: bytes, type: type[Type], name: str, forms: Mapping[str, str]) -> Type:
    """What a file says, as a type; `name` is the file's, `forms` tells how a key looks whose type is a pattern.

    Raises ConfigError, naming file, line and key.
    """
    try:
        source = Source(name, content.decode("utf-8-sig"))
        document = tomllib.loads(source.text)
        return msgspec.convert(document, type)
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise ConfigError(_explain(str(error), document, type, source, forms)) from error


def _explain(message: str, document: dict[str, Any], type: type[Struct], source: Source, forms: Mapping[str, str]) -> str:
    """An error of msgspec (`… - at `$.roles[...].rate``) with the place in the file."""
    what, _, where = message.rpartition(" - at ") if " - at " in message else (message, "", "")
    keys = _keys(where, document, type)
    missing = re.search(r"missing required field `(.+)`", what)
    if missing:
        return f"{source.name}: the key `{_dotted((*keys, missing[1]))}` is missing"
    unknown = re.search(r"unknown field `(.+)`", what, re.DOTALL)
    if unknown:
        keys = (*keys, unknown[1])
    if unknown or where.startswith("`key`"):
        return f"{source.name}{source.line(*keys)}: unknown key `{_dotted(keys)}`; the keys are documented in the README"
    if not keys:
        return f"{source.name}: {message}"
    if "regex" in what and keys[-1] in forms:
        return f"{source.at(*keys)} is not in its form, as in `{forms[keys[-1]]}`"
    choices = tuple(_choices(_hint(type, keys))) if "enum" in what else ()
    rest = f"there are {', '.join(map(str, choices))}" if choices else "the keys are documented in the README"
    return f"{source.at(*keys)}: {what}; {rest}"


def _hint(type: Any, keys: Sequence[str]) -> Any:
    return get_type_hints(type).get(keys[0]) if len(keys) == 1 else None


def _choices(hint: Any) -> Iterator[object]:
    """The values of which a key's type takes one, or several."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        yield from (choice for part in get_args(hint) for choice in _choices(part))


def _keys(where: str, document: Mapping[str, Any], type: type[Struct]) -> tuple[str, ...]:
    """The keys that lead to an error; msgspec does not say which entry of a table it found wrong."""
    first, *rest = re.findall(r"\w+|\[\.\.\.\]", where.partition("$")[2]) or [""]
    if not first:
        return ()
    if "[...]" not in rest and not where.startswith("`key`"):
        return (first, *(key for key in rest if not key.isdigit()))
    entry = _wrong_entry(document[first], get_type_hints(type)[first])
    return (first, entry, *(key for key in rest if key != "[...]"))


def _wrong_entry(table: Mapping[str, Any], type: Any) -> str:
    for key, value in table.items():
        try:
            msgspec.convert({key: value}, type)
        except msgspec.ValidationError:
            return key
    return ""


def _is_set(keys: Sequence[str], lines: Sequence[str], number: int) -> bool:
    """Whether a file sets a key up to a line, or in the value that goes on from there."""
    for end in range(number, len(lines) + 1):
        with suppress(tomllib.TOMLDecodeError):
            return _holds(tomllib.loads("\n".join(lines[:end]) + "\n"), keys)
    return False


def _holds(document: Any, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(document, dict) or key not in document:
            return False
        document = document[key]
    return True


def _dotted(keys: Sequence[str]) -> str:
    return ".".join(key if re.fullmatch(r"[\w-]+", key) else repr(key) for key in keys)
