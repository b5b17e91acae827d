"""Through the Edge service: how much longer, and with how much work, than a bare client that streams the same requests.

    python benchmarks/edge.py [ISSUE] [--rounds 5] [--first-byte 0.3] [--speed 98] [--times 1]

The service is `tests/edge_service.py` in a process of its own, its sounds made beforehand. Printed: medians of the rounds
for the bare client (edge-tts alone, its answers thrown away), for speaking (this project's engine, store and levels), and
for the whole `audio-edition build`; seconds of wall and of CPU, and peak memory. `--times N` takes an issue N times as long.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import edge_tts
from msgspec import structs

from audio_edition import engines, orders
from audio_edition.engines import _edge_wire
from audio_edition.model.speech import Prompt
from audio_edition.synthesis import Spoken, Store, speak
from audio_edition.utterances import utter
from benchmarks.build import lengthen, pages

ROOT = Path(__file__).parents[1]
PARTS = ("bare", "speak", "build")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issue", type=Path, nargs="?", default=ROOT / "issues" / "qinglan-daily" / "2023-11-08")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--first-byte", type=float, default=0.3)
    parser.add_argument("--speed", type=float, default=98)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--part", choices=PARTS, help="Measure this once, in this process; used by the program itself.")
    options = parser.parse_args()
    if options.part:
        print(json.dumps(_measured(options.part, options.issue, options.times)))
        return
    with tempfile.TemporaryDirectory() as sounds:
        with _service("--sounds", sounds) as url:
            _run("build", options, url)  # the service makes its sounds
        pace = ("--first-byte", str(options.first_byte), "--speed", str(options.speed))
        with _service("--sounds", sounds, *pace) as url:
            rounds = [{part: _run(part, options, url) for part in PARTS} for _ in range(options.rounds)]
    _report(rounds)


def _report(rounds: list[dict[str, dict[str, float]]]) -> None:
    median = {part: {key: statistics.median(one[part][key] for one in rounds) for key in rounds[0][part]} for part in PARTS}
    for part in PARTS:
        found = median[part]
        ratio = statistics.median(one[part]["wall"] / one["bare"]["wall"] for one in rounds)
        times = f"{found['wall']:6.2f} s wall  {found['cpu']:5.2f} s CPU  {found['memory']:5.0f} MB"
        print(f"{part:6} {times}  {ratio:.2f} × bare   ({found['requests']:.0f} requests, {found['seconds']:.0f} s of sound)")


def _run(part: str, options: argparse.Namespace, url: str) -> dict[str, float]:
    command = [sys.executable, __file__, str(options.issue), "--part", part, "--times", str(options.times)]
    environment = os.environ | {"AUDIO_EDITION_EDGE_URL": url, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are kept compiled, as they are on a user's machine
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def _service(*options: str) -> Iterator[str]:
    command = [sys.executable, str(ROOT / "tests" / "edge_service.py"), *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip().partition("=")[2]
    finally:
        server.terminate()
        server.wait()


def _measured(part: str, issue: Path, times: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        if part == "build":
            return _build(_longer(issue, times, Path(folder)), Path(folder))
        prompts = _prompts(issue, times)
        wall, cpu = time.perf_counter(), time.process_time()
        seconds = asyncio.run(_bare(prompts) if part == "bare" else _speak(prompts, Path(folder)))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        return {"wall": wall, "cpu": cpu, "memory": memory, "requests": len(prompts), "seconds": seconds}


def _longer(issue: Path, times: int, folder: Path) -> Path:
    if times == 1:
        return issue
    pages(issue, folder / "issue")
    lengthen(folder / "issue", folder / "longer", times)
    return folder / "longer"


def _build(issue: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "audio_edition", "build", str(issue), "--cast", "xiaoxiao", "--json"]
    command += ["--output", str(folder / "output"), "--cache", str(folder / "clips")]
    wall = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - wall
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = [event for event in map(json.loads, done.stdout.splitlines()) if event.get("type") == "said"]
    return {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss / 1000,
        "requests": len(said),
        "seconds": 0,
    }


def _prompts(issue: Path, times: int) -> list[Prompt]:
    order = orders.Order(sources=(issue,), cast=orders.find_cast("xiaoxiao"), output=Path())
    work = orders.prepare(order)
    engine = engines.load("edge")
    said = [engine.request(utterance, 48, 24000) for script in utter(work.issue, work.reading) for utterance in script.utterances]
    unique = [prompt for prompt in {prompt.request: prompt for prompt in said}.values() if prompt.request.payload]
    again = [(prompt, prompt.request, number) for number in range(times) for prompt in unique]
    return [
        structs.replace(prompt, request=structs.replace(request, version=f"{request.version}.{number}"))
        for prompt, request, number in again
    ]


async def _bare(prompts: list[Prompt]) -> float:
    """Stream every request with edge-tts, six at once, and forget it; the seconds of sound."""
    _edge_wire._edge.WSS_URL = _edge_wire._url()
    waiting = iter(prompts)
    received = 0

    async def work() -> None:
        nonlocal received
        for prompt in waiting:
            talk = edge_tts.Communicate(prompt.request.payload, prompt.request.voice.name, boundary="WordBoundary")
            async for message in talk.stream():
                if message["type"] == "audio":
                    received += len(message["data"])

    await asyncio.gather(*(work() for _ in range(6)))
    return received / 6000


async def _speak(prompts: list[Prompt], folder: Path) -> float:
    engine = engines.load("edge")
    stream = speak(prompts, {"edge": engine}, Store(folder))
    return sum([spoken.clip.samples / 24000 async for spoken in stream if isinstance(spoken, Spoken)])


if __name__ == "__main__":
    main()
