"""Finds the members of a family: the files of a folder, and the entry points of other packages.

A family is a package (readers, normalization.classes, engines, publishers, cli). A member is a module of it whose name
does not begin with an underscore. A third-party package adds one through an entry point in the group named like the
family, but for a name that is taken: ours stays ours. Members are imported when asked for, not when found.
"""

import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

from audio_edition.model.errors import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def names(family: str) -> tuple[str, ...]:
    """Names of a family's members, in alphabetical order.

    >>> "errors" in names("audio_edition.model")
    True
    """
    return tuple(sorted({*_own(family), *_points(family)}))


def member(family: str, name: str) -> ModuleType:
    """The module of a member.

    Raises LookupError when there is none of that name, ConfigError when another package's cannot be used.
    """
    point = _points(family).get(name)
    if point is not None:
        return _opened(point)
    if name not in _own(family):
        raise LookupError(
            f"no {family.rpartition('.')[2].removesuffix('s')} is named {name!r}; there are {', '.join(names(family))}"
        )
    return import_module(f"{family}.{name}")


def members(family: str) -> tuple[ModuleType, ...]:
    """All modules of a family, in alphabetical order of their names."""
    return tuple(member(family, name) for name in names(family))


def package(family: str, name: str) -> str:
    """Name and version of the package whose entry point a member is; empty for a member of our own.

    >>> package("audio_edition.engines", "espeak")
    ''
    """
    point = _points(family).get(name)
    return _package(point) if point is not None else ""


def unused() -> tuple[str, ...]:
    """What packages name as a member that has the name of another one, which stays: a line for each."""
    return tuple(
        f"the entry point {point.name} in {family} (package {_package(point)}) is not used: "
        f"there is another {point.name}; uninstall that package, or ask its authors for another name"
        for family in _extended()
        for point in _entry_points(family)
        if _points(family).get(point.name) is not point
    )


def _opened(point: "EntryPoint") -> ModuleType:
    """The module of an entry point: whatever happens while it is imported is not ours. Raises ConfigError."""
    where = f"the entry point {point.name} in {point.group} (package {_package(point)})"
    try:
        module = point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise ConfigError(f"{where} cannot be loaded: {reason}; update that package or uninstall it") from error
    if not isinstance(module, ModuleType):
        raise ConfigError(f"{where} names {point.value}, which is no module; update that package or uninstall it")
    return module


def _package(point: "EntryPoint") -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


@cache
def _own(family: str) -> tuple[str, ...]:
    path = import_module(family).__path__
    return tuple(module.name for module in iter_modules(path) if not module.name.startswith("_"))


@cache
def _points(family: str) -> "dict[str, EntryPoint]":
    """Those that are members, by name: of equal names that of the first package in alphabetical order."""
    points = sorted(_entry_points(family), key=_package, reverse=True)
    return {point.name: point for point in points if point.name not in _own(family)} if points else {}


@cache
def _entry_points(family: str) -> "tuple[EntryPoint, ...]":
    if not _is_extended():
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=family))


def _extended() -> Iterator[str]:
    """The families to which any installed package adds."""
    if _is_extended():
        from importlib.metadata import entry_points

        yield from (group for group in sorted(entry_points().groups) if group.startswith("audio_edition.") and find_spec(group))


@cache
def _is_extended() -> bool:
    """Whether any installed package names one of our families; importlib.metadata costs 30 ms, this 2 ms."""
    files = (file for folder in sys.path for file in Path(folder).glob("*-info/entry_points.txt"))
    return any(b"[audio_edition." in file.read_bytes() for file in files)
