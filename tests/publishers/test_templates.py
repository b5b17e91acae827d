"""Compiled templates are kept where Python keeps its own, and nothing depends on it."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from audio_edition.publishers._templates import _Compiled


def rendered(folder: Path, source: str = "{{ 1 + 1 }}") -> str:
    return Environment(loader=DictLoader({"page": source}), bytecode_cache=_Compiled(folder)).get_template("page").render()


@pytest.fixture(autouse=True)
def python_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path) == "2"
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(tmp_path) == "2"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    assert [rendered(tmp_path), rendered(tmp_path, "{{ 1 + 2 }}")] == ["2", "3"]


@pytest.mark.parametrize("size", [0, 5, 15, 25, 40, -1])
def test_half_a_file_is_as_good_as_none(tmp_path: Path, size: int) -> None:
    rendered(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:size])
    assert rendered(tmp_path) == "2"


def test_where_python_may_not_write_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path / "nowhere") == "2"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path) == "2"
    assert not list(tmp_path.iterdir())
