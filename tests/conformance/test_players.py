"""ffmpeg, on which most players stand, reads our files as they were meant, and has nothing to complain of."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition.publishers import _chapters, mp3
from tests.publishers import _edition

EDITION = _edition.make()


@pytest.mark.parametrize("name", ["edition.mp3", "articles/01-p1-harbour.mp3"])
def test_chapters_duration_and_tags(name: str, tmp_path: Path, tool: Callable[[str], str]) -> None:
    files = {artifact.path: artifact.content for artifact in mp3.publish(EDITION, _edition.PAPER, _edition.context())}
    path = tmp_path / "sound.mp3"
    path.write_bytes(_edition.joined(files[f"2023-11-08/{name}"]))
    options = ["-v", "warning", "-show_chapters", "-show_format", "-of", "json"]
    done = subprocess.run([tool("ffprobe"), *options, path], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    read = json.loads(done.stdout)
    whole = name == "edition.mp3"
    marks = (
        _chapters.of_edition(EDITION, _edition.PAPER) if whole else _chapters.of_track(EDITION, EDITION.tracks[1], _edition.PAPER)
    )
    shown = [
        (round(float(c["start_time"]) * 1000), round(float(c["end_time"]) * 1000), c["tags"]["title"]) for c in read["chapters"]
    ]
    assert shown == [(mark.start, mark.end, mark.title) for mark in marks]
    samples = EDITION.samples if whole else EDITION.tracks[1].samples
    assert float(read["format"]["duration"]) == pytest.approx(samples / 24000, abs=0.03)
    assert read["format"]["tags"]["genre"] == "Speech"
