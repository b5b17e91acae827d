"""Another package, installed for a while: its engine is found by its entry point."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from audio_edition import plugins


@contextmanager
def installed(site: Path, module: str, source: str, entry: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package of one module, with one entry point (`name = module`) for an engine."""
    package = module.replace("_", "-")
    (site / f"{module}.py").write_text(source)
    about = site / f"{module}-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[audio_edition.engines]\n{entry}\n")
    monkeypatch.syspath_prepend(str(site))
    _look_again()
    yield
    sys.modules.pop(module, None)
    _look_again()


def _look_again() -> None:
    """A package is installed, or gone: in a program that runs, that does not happen."""
    plugins._points.cache_clear()
    plugins._entry_points.cache_clear()
    plugins._is_extended.cache_clear()
