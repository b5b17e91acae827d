"""A whole `audio-edition build`: cold, warm, after one changed sentence, and the memory of all its processes.

    python -m benchmarks.build [ISSUE] [--runs 5] [--long TIMES] [--cast embedded]

Prints medians of wall and CPU seconds (those of children too), what `python -c pass` takes on the same machine at the same
time, and the largest sum of the resident memory of all processes, looked at every 10 ms (what they share counts for each).
CPU seconds say more than wall time where others use the machine. `--long 20` builds an issue twenty times as long as well.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile

from msgspec import Struct

from audio_edition import files

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "issues" / "qinglan-daily" / "2023-11-08"
MARKS = "甲乙丙丁戊己庚辛壬癸"
"""Digits that tell copies of a page apart, so that each sentence of each is spoken."""
LONG = 25
"""Characters of a line that is taken to be a paragraph."""


class Measured(Struct, frozen=True):
    """One run of a command."""

    wall: float
    cpu: float
    """Seconds, children included."""
    memory: float
    """MB (10^6 bytes) of the whole tree at its largest."""
    spoken: int
    """Clips that were made."""


def measured(*command: str) -> Measured:
    """Run a command to its end. Raises CalledProcessError."""
    before, started = _cpu(), time.perf_counter()
    # Modules are kept compiled, as they are on a user's machine.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # A file, not a pipe: nobody reads while the process is watched, and a full pipe would stop it for ever.
    with TemporaryFile("w+") as output, subprocess.Popen(command, stdout=output, cwd=ROOT, env=environment) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _tree(process.pid))))
            time.sleep(0.01)
        wall = time.perf_counter() - started
        output.seek(0)
        events = [json.loads(line) for line in output if line.startswith("{")]
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(wall, _cpu() - before, peak / 1e6, sum(event.get("spoken", 0) for event in events))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def pages(issue: Path, folder: Path) -> None:
    """An issue's texts in a folder, with its settings."""
    folder.mkdir()
    for file in files.read_sources([issue]):
        (folder / file.name.replace("/", "-")).write_bytes(file.content)
    settings = files.beside(files.folder_of([issue]), "paper.toml")
    if settings:
        shutil.copy(settings, folder)


def change(folder: Path) -> None:
    """Change the last sentence of the first long paragraph."""
    for page in sorted(path for path in folder.iterdir() if path.suffix in files.TEXTS):
        lines = page.read_text("utf-8").split("\n")
        for at, line in enumerate(map(str.rstrip, lines)):
            if len(line) > LONG and line.endswith("。"):
                lines[at] = _marked(line, "了" if not line.endswith("了。") else "的")
                page.write_text("\n".join(lines), "utf-8")
                return


def lengthen(folder: Path, longer: Path, times: int) -> None:
    """So many copies of each page, each of which says something else in each sentence of a paragraph."""
    longer.mkdir()
    for page in sorted(folder.iterdir()):
        for number in range(times) if page.suffix in files.TEXTS else ():
            mark = "".join(MARKS[int(digit)] for digit in f"{number:02}")
            lines = page.read_text("utf-8").split("\n")
            text = "\n".join(line.replace("。", f"{mark}。") if len(line.strip()) > LONG else line for line in lines)
            (longer / f"{number:02}-{page.name}").write_text(text, "utf-8")


def _marked(line: str, mark: str) -> str:
    line = line.rstrip()
    return line[:-1] + mark + line[-1]


Runs = dict[str, list[Measured]]


def run(issue: Path, cast: str, found: Runs) -> None:
    """Cold, warm, changed, in folders of their own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        pages(issue, folder / "issue")
        found.setdefault("interpreter", []).append(measured(sys.executable, "-c", "pass"))
        found.setdefault("--help", []).append(measured(sys.executable, "-m", "audio_edition", "--help"))
        for kind in ("cold", "warm", "changed"):
            if kind == "changed":
                change(folder / "issue")
            found.setdefault(kind, []).append(_built(folder / "issue", folder, cast))


def _built(issue: Path, folder: Path, cast: str) -> Measured:
    places = ("--output", str(folder / "output"), "--cache", str(folder / "clips"))
    return measured(sys.executable, "-m", "audio_edition", "build", str(issue), "--cast", cast, "--jobs", "2", "--json", *places)


def long(issue: Path, cast: str, times: int) -> Measured:
    """Cold, of an issue so many times as long."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        pages(issue, folder / "issue")
        lengthen(folder / "issue", folder / "longer", times)
        return _built(folder / "longer", folder, cast)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issue", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--long", type=int, default=0, metavar="TIMES")
    parser.add_argument("--cast", default="embedded")
    options = parser.parse_args()
    found: Runs = {}
    for _ in range(options.runs):
        run(options.issue.absolute(), options.cast, found)
    print(f"medians of {options.runs} runs")
    for kind, runs in found.items():
        wall, cpu, memory, spoken = (median(getattr(one, name) for one in runs) for name in Measured.__struct_fields__)
        print(f"{kind:12}{wall:7.2f} s wall{cpu:7.2f} s CPU{memory:6.0f} MB{spoken:6.0f} clips spoken")
    if options.long:
        once, many = median(one.memory for one in found["cold"]), long(options.issue.absolute(), options.cast, options.long)
        figures = f"{many.wall:7.2f} s wall{many.cpu:7.2f} s CPU{many.memory:6.0f} MB{many.spoken:6} clips spoken"
        print(f"{options.long:2} issues   {figures}")
        print(f"{options.long:2} issues / 1 issue, memory {many.memory / once:.2f}")


if __name__ == "__main__":
    main()
