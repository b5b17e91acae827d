"""A whole edition of real speech, joined by bytes, before the judges: ffmpeg, ffprobe, mp3val and mutagen."""

import asyncio
import re
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import mutagen.mp3
import numpy as np
import pytest
import soundfile

from audio_edition.audio import loudness, mp3, timeline
from audio_edition.audio.loudness import Samples
from audio_edition.engines.espeak import Espeak
from audio_edition.model.edition import Chapter, Piece, Track
from audio_edition.model.passage import Passage
from audio_edition.model.script import Script
from audio_edition.model.speech import Clip, Prompt
from tests.speech import NEWS, utterance

Tool = Callable[[str], str]
FORMATS = [(48, 24000), (64, 44100)]
PAUSES = (350, 700, 0, 1600)


class Joined(NamedTuple):
    path: Path
    samples: Samples
    tracks: tuple[Track, ...]
    chapters: tuple[Chapter, ...]
    length: int
    rate: int
    bitrate: int


@pytest.fixture(scope="module", params=FORMATS, ids=lambda param: f"{param[1]} Hz")
def joined(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tool: Tool) -> Joined:
    bitrate, rate = request.param
    scripts, prompts, clips = asyncio.run(_spoken(bitrate, rate))
    keys = [sha256(clip.audio).hexdigest() for clip in clips]
    store = dict(zip(keys, (clip.audio for clip in clips), strict=True))
    rows = [slice(4 * number, 4 * number + 4) for number in range(len(scripts))]
    keyed = list(zip(keys, clips, strict=True))
    tracks = [timeline.lay(script, keyed[row], prompts[row], rate) for script, row in zip(scripts, rows, strict=True)]
    placed, chapters, pieces, length = timeline.bind(tracks, rate)
    path = tmp_path_factory.mktemp("joined") / "edition.mp3"
    path.write_bytes(_file(pieces, store, bitrate, rate))
    wave = path.with_suffix(".wav")
    subprocess.run([tool("ffmpeg"), "-v", "error", "-i", str(path), str(wave)], check=True)
    samples, _ = soundfile.read(wave, dtype="float32")
    return Joined(path, samples, placed, chapters, length, rate, bitrate)


async def _spoken(bitrate: int, rate: int) -> tuple[list[Script], list[Prompt], list[Clip]]:
    engine, scripts, prompts = Espeak(2), list[Script](), list[Prompt]()
    for number in range(3):
        said = [utterance(text, f"body-{at}", PAUSES[at]) for at, text in enumerate(NEWS[number:] + NEWS[:number])]
        prompts += [engine.request(one, bitrate, rate) for one in said]
        passages = tuple(Passage(one.passage, "body", one.spoken.written) for one in said)
        scripts.append(Script(f"a{number}", "article", "题", passages, tuple(said)))
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(engine.speak(prompt.request)) for prompt in prompts]
        return scripts, prompts, [task.result() for task in tasks]
    finally:
        await engine.aclose()


def _file(pieces: tuple[Piece, ...], store: dict[str, bytes], bitrate: int, rate: int) -> bytes:
    data = b"".join(mp3.frames(pieces, store.__getitem__, bitrate, rate))
    return mp3.info_frame(len(mp3.scan(data)), len(data), bitrate, rate) + data


def judged(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_decoded_it_is_exactly_as_long_as_its_frames(joined: Joined) -> None:
    assert len(joined.samples) == joined.length


def test_all_agree_on_its_duration_within_a_frame(joined: Joined, tool: Tool) -> None:
    said = judged(tool("ffprobe"), "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(joined.path))
    frame = mp3.samples_per_frame(joined.rate)
    assert abs(float(said) * joined.rate - joined.length) <= frame
    info = mutagen.mp3.MP3(joined.path).info
    assert info
    assert abs(info.length * joined.rate - joined.length) <= frame
    assert info.bitrate_mode == mutagen.mp3.BitrateMode.CBR
    assert round(info.bitrate / 1000) == joined.bitrate


def test_no_decoder_warns(joined: Joined, tool: Tool) -> None:
    said = judged(tool("ffmpeg"), "-hide_banner", "-nostdin", "-v", "warning", "-i", str(joined.path), "-f", "null", "-")
    assert said == ""


def test_mp3val_finds_whole_frames_only(joined: Joined, tool: Tool) -> None:
    said = judged(tool("mp3val"), str(joined.path))
    assert re.search(rf"{joined.length // mp3.samples_per_frame(joined.rate) + 1} MPEG frames .*CBR", said)
    assert [line for line in said.splitlines() if "WARNING" in line and "No supported tags" not in line] == []


def test_it_is_as_loud_as_it_should_be_and_never_too_loud(joined: Joined, tool: Tool) -> None:
    said = judged(
        tool("ffmpeg"), "-hide_banner", "-nostdin", "-i", str(joined.path), "-af", "ebur128=peak=true", "-f", "null", "-"
    )
    measured = float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])
    assert measured == pytest.approx(loudness.TARGET, abs=1.0)
    assert float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1]) <= loudness.CEILING
    assert loudness.together((track.loudness, track.samples) for track in joined.tracks) == pytest.approx(measured, abs=0.5)
    levels = [track.loudness for track in joined.tracks]
    assert max(levels) - min(levels) <= 1.0


def test_every_cue_begins_and_ends_with_its_speech(joined: Joined) -> None:
    """Each is heard within 30 ms of its start and of its end, and 30 ms into a pause nothing is."""
    near, quiet = joined.rate * 30 // 1000, 10 ** (-50 / 20)
    for track in joined.tracks:
        for cue in track.cues:
            start, end = (track.offset + time for time in (cue.start, cue.end))
            assert np.abs(joined.samples[start : start + near]).max() > quiet
            assert np.abs(joined.samples[end - near : end + near]).max() > quiet
        ends = [0, *(cue.end for cue in track.cues)]
        for end, cue in zip(ends, track.cues, strict=False):
            pause = joined.samples[track.offset + end + near : track.offset + max(0, cue.start - near)]
            assert np.abs(pause).max(initial=0) < quiet


def test_chapters_begin_on_whole_seconds_in_silence(joined: Joined) -> None:
    for chapter in joined.chapters:
        assert chapter.start % joined.rate == 0
        around = joined.samples[max(0, chapter.start - joined.rate // 50) : chapter.start + joined.rate // 50]
        assert np.abs(around).max() < 10 ** (-50 / 20)
