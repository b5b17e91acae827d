"""Finds the members of a family: the files of a folder, and the entry points of other packages.

A family is a package (readers, normalization.classes, engines, publishers, cli). A member is a module of it whose name
does not begin with an underscore. A third-party package adds one through an entry point in the group named like the
family; on equal names it wins. Members are imported when asked for, not when found.
"""

from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import ModuleType


def names(family: str) -> tuple[str, ...]:
    """Names of a family's members, in alphabetical order.

    >>> "errors" in names("audio_edition.model")
    True
    """
    return tuple(sorted(set(_own(family)) | {point.name for point in entry_points(group=family)}))


def member(family: str, name: str) -> ModuleType:
    """The module of a member.

    Raises LookupError when there is none of that name.
    """
    for point in entry_points(group=family):
        if point.name == name:
            module = point.load()
            assert isinstance(module, ModuleType)
            return module
    if name not in _own(family):
        raise LookupError(f"no {family.rpartition('.')[2]} is named {name!r}; there are {', '.join(names(family))}")
    return import_module(f"{family}.{name}")


def members(family: str) -> tuple[ModuleType, ...]:
    """All modules of a family, in alphabetical order of their names."""
    return tuple(member(family, name) for name in names(family))


def _own(family: str) -> list[str]:
    path = import_module(family).__path__
    return [module.name for module in iter_modules(path) if not module.name.startswith("_")]
