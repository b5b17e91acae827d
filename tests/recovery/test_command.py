"""`recover` on the command line: one JSON object and nothing else, a file for the editor, a report."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audio_edition.cli._app import app
from audio_edition.model.errors import IssueError

from .conftest import CASES, SAMPLE

RUN = CliRunner()


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "issue")
    return tmp_path / "issue"


def test_news_gold_is_one_object_and_nothing_else() -> None:
    found = RUN.invoke(app(), ["recover", str(CASES / "mineru"), "--format", "news-gold"])
    assert found.exit_code == 0
    assert json.loads(found.stdout)["schema"] == "news-gold/1"


def test_the_structure_file_is_written_and_then_preferred(issue: Path) -> None:
    assert RUN.invoke(app(), ["recover", str(issue)]).exit_code == 0
    written = issue / "structure.md"
    written.write_text(written.read_text("utf-8").replace("# 一座老渔港的新活法", "# 一座老渔港的新生"), "utf-8")
    found = json.loads(RUN.invoke(app(), ["recover", str(issue), "--format", "json"]).stdout)
    assert "一座老渔港的新生" in [article.get("title") for article in found["articles"]]


def test_an_editors_corrections_are_not_overwritten(issue: Path) -> None:
    RUN.invoke(app(), ["recover", str(issue)])
    written = issue / "structure.md"
    before = written.read_bytes()
    assert RUN.invoke(app(), ["recover", str(issue)]).exit_code == 0
    written.write_bytes(before.replace("新活法".encode(), "新生".encode()))
    refused = RUN.invoke(app(), ["recover", str(issue)])
    assert isinstance(refused.exception, IssueError)
    assert RUN.invoke(app(), ["recover", str(issue), "--force"]).exit_code == 0
    assert written.read_bytes() == before


def test_the_report_shows_what_lines_became() -> None:
    shown = RUN.invoke(app(), ["recover", str(CASES / "front-page"), "--report"], env={"COLUMNS": "200"}).stdout
    assert "page 4" in shown
    assert "folio line" in shown
