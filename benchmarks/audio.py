"""Sound close to the machine's limit: the embedded voice against its floor (espeak-ng, then one LAME pass, nothing else).

    python -m benchmarks.audio [ISSUE] [--runs 5] [--long]

Prints medians and, of figures of the same run, ratios. CPU seconds say more than wall time where others use the machine.
`--long` speaks the issue twenty times over, to see that memory stays.
"""

import argparse
import asyncio
import ctypes
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import espeakng_loader
import lameenc
from msgspec import structs

from audio_edition import orders
from audio_edition.audio import mp3, timeline
from audio_edition.engines import _espeak_data, _espeak_worker
from audio_edition.engines.espeak import Espeak
from audio_edition.model.script import Script
from audio_edition.model.speech import Clip, Prompt
from audio_edition.synthesis import Store, speak
from audio_edition.utterances import utter

SAMPLE = Path(__file__).parents[1] / "issues" / "qinglan-daily" / "2023-11-08"
Timed = tuple[float, float]
"""Wall and CPU seconds, of this process and its children."""


def prompts_of(issue: Path) -> tuple[tuple[Script, ...], list[Prompt]]:
    work = orders.prepare(orders.Order((issue,), orders.find_cast("embedded")))
    scripts = tuple(utter(work.issue, work.reading))
    engine = Espeak()
    prompts = [engine.request(said) for script in scripts for said in script.utterances]
    return scripts, prompts


def floor(prompts: Sequence[Prompt]) -> tuple[Timed, Timed, float]:
    """espeak-ng alone, LAME alone, and seconds of speech."""
    pcm = bytearray()

    def collect(sound: "ctypes._Pointer[ctypes.c_short]", count: int, _: object) -> int:
        if sound and count > 0:
            pcm.extend(ctypes.string_at(sound, 2 * count))
        return 0

    with _espeak_data.data() as folder:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        callback = _espeak_worker._Callback(collect)
        _espeak_worker._set_up(library, prompts[0].request.voice, folder, callback)
        spoken = timed(lambda: _say(library, prompts))
        library.espeak_Terminate()
    encoded = timed(lambda: _encode(bytes(pcm)))
    return spoken, encoded, len(pcm) / 2 / _espeak_worker.RATE


def _say(library: ctypes.CDLL, prompts: Sequence[Prompt]) -> None:
    for prompt in prompts:
        text = prompt.request.payload.encode() + b"\0"
        library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 1, 0, 0x11, None, None)
    library.espeak_Synchronize()


def _encode(pcm: bytes) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(48)
    encoder.set_in_sample_rate(_espeak_worker.RATE)
    encoder.set_out_sample_rate(24000)
    encoder.set_channels(1)
    encoder.set_quality(7)
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def timed(work: Callable[[], object]) -> Timed:
    wall, cpu = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - wall, _cpu() - cpu


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


async def ours(prompts: Sequence[Prompt], workers: int) -> tuple[Timed, list[Clip]]:
    """All prompts, spoken, encoded, levelled and measured."""
    engine = Espeak(workers)
    await asyncio.gather(*(engine.speak(prompt.request) for prompt in prompts[:workers]))
    processes = [worker._process.pid for worker in engine._idle]
    before, wall = sum(map(_cpu_of, processes)) + _cpu(), time.perf_counter()
    clips = await asyncio.gather(*(engine.speak(prompt.request) for prompt in prompts))
    took = time.perf_counter() - wall, sum(map(_cpu_of, processes)) + _cpu() - before
    await engine.aclose()
    return took, clips


async def memory(prompts: Sequence[Prompt], workers: int, issues: int) -> float:
    """Peak memory of the whole tree, in MiB, for so many issues of other pace each, spoken into a store."""
    engine, store = Espeak(workers), TemporaryDirectory()
    varied = [_at_pace(prompt, number) for number in range(issues) for prompt in prompts]
    with store as folder:
        async for _ in speak(varied, {engine.name: engine}, Store.at(folder), jobs=workers):
            pass
    peak = sum(_peak_of(str(worker._process.pid)) for worker in engine._idle) + _peak_of("self")
    await engine.aclose()
    return peak / 1024


def _at_pace(prompt: Prompt, rate: int) -> Prompt:
    voice = structs.replace(prompt.request.voice, rate=rate)
    return structs.replace(prompt, request=structs.replace(prompt.request, voice=voice))


def _cpu_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _peak_of(process: str) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def joined(scripts: Sequence[Script], prompts: Sequence[Prompt], clips: Sequence[Clip]) -> int:
    """Lay, bind and join; returns the bytes of the edition."""
    rows = iter(zip(clips, prompts, strict=True))
    store: dict[str, bytes] = {}
    tracks = []
    for script in scripts:
        row = [next(rows) for _ in script.utterances]
        keys = [f"{len(store) + number}" for number in range(len(row))]
        store |= {key: clip.audio for key, (clip, _) in zip(keys, row, strict=True)}
        keyed = [(key, clip) for key, (clip, _) in zip(keys, row, strict=True)]
        tracks.append(timeline.lay(script, keyed, [prompt for _, prompt in row]))
    _, _, pieces, _ = timeline.bind(tracks)
    return sum(map(len, mp3.frames(pieces, store.__getitem__)))


Run = dict[str, Timed]


def run(scripts: Sequence[Script], prompts: Sequence[Prompt]) -> tuple[Run, dict[str, float]]:
    """One run: times, and what is no time."""
    spoken, encoded, seconds = floor(prompts)
    one, clips = asyncio.run(ours(prompts, 1))
    two, _ = asyncio.run(ours(prompts, 2))
    join = timed(lambda: joined(scripts, prompts, clips))
    times = {"espeak-ng alone": spoken, "one LAME pass": encoded, "one worker": one, "two workers": two, "lay, bind, join": join}
    bare = [speech + coding for speech, coding in zip(spoken, encoded, strict=True)]
    return times, {
        "seconds of speech": seconds,
        "one worker / floor, wall": one[0] / bare[0],
        "one worker / floor, CPU": one[1] / bare[1],
        "one worker / two workers, wall": one[0] / two[0],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("issue", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    scripts, prompts = prompts_of(options.issue)
    # First of all, because a process remembers the most that it ever held.
    plans = [(1, 1), (2, 1)] + [(2, 20)] * options.long
    peaks = {
        f"peak memory, {workers} workers, {issues} issues": asyncio.run(memory(prompts, workers, issues))
        for workers, issues in plans
    }
    runs = [run(scripts, prompts) for _ in range(options.runs)]
    print(f"{len(prompts)} utterances; medians of {options.runs} runs")
    for name in runs[0][0]:
        wall, cpu = (median(times[name][number] for times, _ in runs) for number in (0, 1))
        print(f"{name:40}{wall:8.2f} s{cpu:8.2f} CPU s")
    for name in runs[0][1]:
        print(f"{name:40}{median(figures[name] for _, figures in runs):8.2f}")
    for name, peak in peaks.items():
        print(f"{name:40}{peak:8.0f} MiB")


if __name__ == "__main__":
    main()
