"""Builds an issue through an Edge service that fails: under each fault alone, and under all of them, at a rate.

    python benchmarks/faults.py [ISSUE] [--rate 0.2] [--seed 0] [--fault NAME …]

Each edition must equal, byte for byte, the one of a service without faults, or the build must end with an exit code other
than 0 and one line that says what is missing; never a short file called done.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.edge_service import FAULTS, HARMLESS
from tests.synthesis.test_interrupted import tree

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issue", type=Path, nargs="?", default=ROOT / "issues" / "qinglan-daily" / "2023-11-08")
    parser.add_argument("--rate", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fault", action="append", default=[], choices=[*FAULTS, *HARMLESS, "mixed"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "sounds").mkdir()
        code, flawless, seconds, said = _built(options, "none", place)
        print(f"{'none':14} exit {code}  {len(flawless)} files  {seconds:5.1f} s  {said}", flush=True)
        for fault in options.fault or [*FAULTS, *HARMLESS, "mixed"]:
            code, found, seconds, said = _built(options, fault, place)
            verdict = "identical" if found == flawless else "DIFFERENT" if code == 0 else "nothing published"
            print(f"{fault:14} exit {code}  {verdict}  {seconds:5.1f} s  {said}", flush=True)


def _built(options: argparse.Namespace, fault: str, place: Path) -> tuple[int, dict[str, bytes], float, str]:
    home = place / fault
    with _service(options, fault, place / "sounds") as url:
        command = [sys.executable, "-m", "audio_edition", "build", str(options.issue), "--cast", "xiaoxiao", "--quiet"]
        command += ["--output", str(home / "output"), "--cache", str(home / "clips")]
        environment = os.environ | {"AUDIO_EDITION_EDGE_URL": url, "AUDIO_EDITION_EDGE_PATIENCE": "3", "PYTHONPATH": str(ROOT)}
        started = time.monotonic()
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
    return done.returncode, tree(home / "output"), time.monotonic() - started, done.stderr.strip()[-300:]


@contextmanager
def _service(options: argparse.Namespace, fault: str, sounds: Path) -> Iterator[str]:
    rates = {name: options.rate / len(FAULTS) for name in FAULTS} if fault == "mixed" else {fault: options.rate}
    asked = [f"--fault={name}={rate}" for name, rate in rates.items() if name != "none"]
    command = [sys.executable, str(ROOT / "tests" / "edge_service.py"), "--sounds", str(sounds), "--seed", str(options.seed)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([*command, *asked], stdout=subprocess.PIPE, text=True, env=environment)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip().partition("=")[2]
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
