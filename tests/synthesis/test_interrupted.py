"""A build that is killed at any moment: what was spoken is kept, and the edition is the old one or the new one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audio_edition.cli import _app
from tests import editions
from tests.editions import ROOT, SAMPLE, heed_interrupts

DAY = SAMPLE.name


class Bench:
    """An edition of yesterday's text, and the one that a build without interruption makes of today's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.issue = folder / "papers" / "qinglan-daily" / DAY
        shutil.copytree(SAMPLE.parent, self.issue.parent)
        (self.issue / "page01.md").unlink()
        self.before, self.after = folder / "before", folder / "after"
        page = self.issue / "page02.md"
        today = page.read_text(encoding="utf-8")
        page.write_text(today.replace("。", "了。", 9), encoding="utf-8")
        editions.build(self.issue, self.before)
        page.write_text(today, encoding="utf-8")
        started = time.monotonic()
        editions.build(self.issue, self.after)
        self.seconds = time.monotonic() - started

    def interrupted(self, name: str, moment: float, by: signal.Signals) -> bool:
        """Kill a build at a moment (a part of the whole, 0 to 1), look at what is there, build again, and look again.

        Whether it was killed: it may have ended before.
        """
        place = self.folder / name
        shutil.copytree(self.before, place)
        old, new = tree(self.before / "output"), tree(self.after / "output")
        process = self._start(place)
        time.sleep(moment * self.seconds)  # the moment of the kill is what is tested
        process.send_signal(by)
        process.communicate(timeout=60)
        assert process.returncode in (0, -by, _app.INTERRUPTED)
        left = tree(place / "output")
        day = {path for path in old | new if f"/{DAY}/" in path}
        assert any({path: left.get(path) for path in day} == {path: whole.get(path) for path in day} for whole in (old, new))
        assert all(content in (old.get(path), new.get(path)) for path, content in left.items())
        kept = clips(place)
        editions.build(self.issue, place)
        assert tree(place / "output") == new
        assert kept.items() <= clips(place).items()
        shutil.rmtree(place)
        return process.returncode != 0

    def _start(self, place: Path) -> "subprocess.Popen[bytes]":
        options = ["--output", str(place / "output"), "--cache", str(place / "clips"), "--quiet"]
        command = [sys.executable, "-m", "audio_edition", "build", str(self.issue), *options]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, preexec_fn=heed_interrupts)


def tree(folder: Path) -> dict[str, bytes]:
    """What whoever reads the published folder sees: staging and locks aside."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {path: content for path, content in found.items() if not any(part.startswith(".") for part in path.split("/"))}


def clips(place: Path) -> dict[str, int]:
    """Each stored clip with the number of its inode: one that is spoken again has another."""
    return {path.name: path.stat().st_ino for path in (place / "clips").glob("*/*.clip")}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("interrupted"))


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT], ids=["SIGKILL", "SIGINT"])
@pytest.mark.parametrize("number", range(2))
def test_an_interrupted_build_loses_and_mixes_nothing(bench: Bench, number: int, by: signal.Signals) -> None:
    moment = random.Random(f"{number} {by}").uniform(0.1, 1.0)
    bench.interrupted(f"{number}-{by.name}", moment, by)
