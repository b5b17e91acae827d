"""Compiled templates are kept where Python keeps its own, and nothing depends on it."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from audio_edition.publication import Compiled


@pytest.fixture
def module(tmp_path: Path) -> Path:
    (tmp_path / "module.py").touch()
    (tmp_path / "__pycache__").mkdir()
    return tmp_path / "module.py"


def rendered(module: Path, source: str = "{{ 1 + 1 }}") -> str:
    return Environment(loader=DictLoader({"page": source}), bytecode_cache=Compiled(module)).get_template("page").render()


def kept(module: Path) -> list[Path]:
    return list((module.parent / "__pycache__").iterdir())


@pytest.fixture(autouse=True)
def python_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_template_is_compiled_once(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(module) == "2"
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(module) == "2"


def test_a_changed_template_is_compiled_again(module: Path) -> None:
    assert [rendered(module), rendered(module, "{{ 1 + 2 }}")] == ["2", "3"]


def test_where_the_way_of_compiling_has_changed_it_is_compiled_again(module: Path) -> None:
    rendered(module)
    module.write_text("trim_blocks = True")
    rendered(module)
    assert len(kept(module)) == 2


@pytest.mark.parametrize("size", [0, 5, 15, 25, 40, -1])
def test_half_a_file_is_as_good_as_none(module: Path, size: int) -> None:
    rendered(module)
    (file,) = kept(module)
    file.write_bytes(file.read_bytes()[:size])
    assert rendered(module) == "2"


def test_where_python_may_not_write_nothing_is_written(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(module) == "2"
    assert not kept(module)


def test_where_nothing_can_be_written_nothing_is_kept(module: Path) -> None:
    (module.parent / "__pycache__").rmdir()
    assert rendered(module) == "2"
