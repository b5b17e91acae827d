"""Building editions in tests, through the program's own command line."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec

from audio_edition.publishers._manifest import Manifest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "issues" / "qinglan-daily" / "2023-11-08"


def heed_interrupts() -> None:
    """In a new process: whatever ran the tests in the background, and made them deaf to Ctrl+C, the program is not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def program(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `audio-edition` as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "audio_edition", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | environment,
        timeout=120,
        check=False,
    )


def build(issue: Path, folder: Path, *options: str) -> Path:
    """Build an issue into folder/output with the clips in folder/clips; the folder of the paper."""
    done = program("build", issue, "--output", folder / "output", "--cache", folder / "clips", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    (paper,) = (folder / "output").iterdir()
    return paper


def manifest(paper: Path) -> Manifest:
    """The manifest of the only issue in a paper's folder."""
    (path,) = paper.glob("*/edition.json")
    return msgspec.json.decode(path.read_bytes(), type=Manifest)


def events(issue: Path, folder: Path, *options: str) -> list[dict[str, object]]:
    """What a build tells, as a machine reads it."""
    done = program("build", issue, "--output", folder / "output", "--cache", folder / "clips", "--json", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return [msgspec.json.decode(line) for line in done.stdout.splitlines()]
