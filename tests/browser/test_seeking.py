"""Seeking in a real browser: what is heard after a jump to a chapter is what stands there, within 50 ms."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from playwright.sync_api import Browser

RATE = 24000
LISTEN = """async ([url, times]) => {
    const context = new AudioContext({sampleRate: 24000});
    await context.resume();
    const heard = [];
    for (const time of times) {
        const audio = new Audio(url), samples = [];
        await new Promise(done => audio.addEventListener("loadedmetadata", done, {once: true}));
        const source = context.createMediaElementSource(audio), tap = context.createScriptProcessor(4096, 1, 1);
        audio.currentTime = time;
        await new Promise(done => audio.addEventListener("seeked", done, {once: true}));
        tap.onaudioprocess = event => samples.push(...event.inputBuffer.getChannelData(0));
        source.connect(tap);
        tap.connect(context.destination);
        await audio.play();
        await new Promise(done => {
            const look = () => (samples.filter(sample => sample).length > 24000 ? done() : setTimeout(look, 50));
            look();
        });
        audio.pause();
        source.disconnect();
        tap.disconnect();
        heard.push([audio.duration, samples]);
    }
    return heard;
}"""
"""What the browser plays from each time on, until a second of sound has been heard: the file's duration, samples."""


def test_a_jump_to_a_chapter_lands_where_it_begins(
    browser: Browser, built: str, sample: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    issue = next(sample.glob("*/edition.mp3")).parent
    subprocess.run([tool("ffmpeg"), "-v", "error", "-i", str(issue / "edition.mp3"), str(tmp_path / "edition.wav")], check=True)
    edition, _ = soundfile.read(tmp_path / "edition.wav", dtype="float32")
    starts = [chapter["startTime"] for chapter in json.loads((issue / "chapters.json").read_text())["chapters"]][:4]
    page = browser.new_page()
    page.goto(f"{built}{issue.name}/chapters.json")
    page.mouse.click(5, 5)
    for start, (duration, samples) in zip(
        starts, page.evaluate(LISTEN, [f"{built}{issue.name}/edition.mp3", starts]), strict=True
    ):
        assert round(duration * RATE) == len(edition)
        heard = np.asarray(samples, dtype=np.float32)
        heard = heard[np.flatnonzero(np.abs(heard) > 1e-4)[0] :][:RATE]
        sounding = start + np.flatnonzero(np.abs(edition[int(start * RATE) :]) > 1e-4)[0] / RATE
        assert abs(_place(heard, edition, start) - sounding) < 0.05
    page.close()


def _place(heard: np.ndarray, edition: np.ndarray, near: float) -> float:
    """Where in the edition, in seconds, the sound stands that was heard, looked for around a time."""
    first = max(0, int((near - 1) * RATE))
    around, size = edition[first : first + 5 * RATE], 1 << 18
    match = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(heard, size)), size)[: len(around)]
    return (first + int(match.argmax())) / RATE
