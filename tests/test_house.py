"""The house keeps its own rules, and its documents say what is so."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
import typer

from audio_edition.cli._app import app, run
from audio_edition.synthesis.speaking import MOST_AT_ONCE

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "audio_edition"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION = 30
LONGEST_MODULE = 250


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """Lines of each function without its signature: a command's options are documentation."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{module.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.body[0].lineno + 1


def name(module: Path) -> str:
    return str(module.relative_to(ROOT))


@pytest.mark.parametrize("command", typer.main.get_command(app()).commands)  # type: ignore[attr-defined]
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"audio-edition {command}" in (ROOT / "README.md").read_text("utf-8")


def test_the_readme_says_how_many_clips_are_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert f"`--jobs N` asks for N clips at once ({MOST_AT_ONCE} at most)" in (ROOT / "README.md").read_text("utf-8")
    for jobs, what in ((MOST_AT_ONCE, "nosuch"), (MOST_AT_ONCE + 1, "--jobs")):
        assert run(["build", "nosuch", "--jobs", str(jobs)]) == 2
        assert what in capsys.readouterr().err.partition("; see ")[0]


def test_the_architecture_shows_every_room() -> None:
    drawn = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [entry for entry in PACKAGE.iterdir() if not entry.name.startswith("_") and (entry.is_dir() or entry.suffix == ".py")]
    for room in rooms:
        assert f"`{room.name}{'/' if room.is_dir() else ''}`" in drawn, room.name


def test_nothing_else_lies_on_the_top_level() -> None:
    files = set(re.findall(r"^(?!\.)[^/\n]+", _tracked(), re.M))
    allowed = {"pyproject.toml", "README.md", "ARCHITECTURE.md", "LICENSE", "CHANGELOG.md"}
    assert files <= allowed | {"audio_edition", "voices", "issues", "output", "tests", "benchmarks"}


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_modules_and_functions_are_short(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    assert [(where, lines) for where, lines in functions(module) if lines > LONGEST_FUNCTION] == []


def test_the_median_function_is_small() -> None:
    assert median(lines for module in MODULES for _, lines in functions(module)) <= 8


@pytest.mark.parametrize("module", [path for path in MODULES if "cli" not in path.parts], ids=name)
def test_only_the_command_line_prints(module: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call))
    assert not [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_no_pattern_has_a_group_that_gives_nothing_back(module: Path) -> None:
    """Before Python 3.11.5 `(?:…){1,5}+` takes what it has not matched (gh-106052): a number loses the comma behind it."""
    assert re.findall(r"(?<![\\(])\)(?:[*?+]|\{\d+,?\d*\})\+.*", module.read_text("utf-8")) == []


def _tracked() -> str:
    return subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
