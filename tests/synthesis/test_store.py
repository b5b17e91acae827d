"""A clip is there whole or not at all; what is damaged is missing; what is old goes first."""

import asyncio
import contextlib
import multiprocessing
import os
import random
import re
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model.errors import SpeechRefused
from audio_edition.model.speech import Boundary, Clip, Request, Voice
from audio_edition.synthesis.store import Store
from tests.synthesis.fakes import clip, request

FULL = Clip(bytes(range(256)), 3, 1728, 5, 1700, (Boundary(5, 9, 0, 2),), loudness=-16.25, peak=-1.5)


def test_a_clip_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = store.put(request("甲"), FULL)
    assert store.get(request("甲")) == FULL
    assert store.audio(key) == FULL.audio
    assert store.get(request("乙")) is None


@given(st.sampled_from(["engine", "version", "voice", "payload", "bitrate", "sample_rate"]))
def test_everything_that_decides_the_sound_decides_the_key(field: str) -> None:
    plain = Request("edge", "1", Voice("edge", "a"), "甲")
    other = {"engine": "x", "version": "2", "voice": Voice("edge", "a", rate=1), "payload": "乙", "bitrate": 64, "sample_rate": 1}
    store = Store(Path("nowhere"))
    changed = Request(**({name: getattr(plain, name) for name in plain.__struct_fields__} | {field: other[field]}))
    assert store.key(plain) != store.key(changed)


def test_every_damage_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = store.put(request("甲"), FULL)
    path = next(tmp_path.glob("*/*.clip"))
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert store.get(request("甲")) is None
        path.write_bytes(whole[:place])
        assert store.get(request("甲")) is None
    with pytest.raises(SpeechRefused, match="build again"):
        store.audio(key)


def test_damage_to_a_clip_that_was_read_before_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = store.put(request("甲"), FULL)
    assert store.audio(key) == store.audio(key) == FULL.audio
    path = next(tmp_path.glob("*/*.clip"))
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    os.utime(path, (1, 1))  # at another time, however coarse the file system's clock
    with pytest.raises(SpeechRefused, match="build again"):
        store.audio(key)
    assert store.get(request("甲")) is None


def test_what_stands_in_the_way_of_a_clip_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path / "clips")
    path = store._path(store.key(request("甲")))
    remedy = "remove it, or name another place with --cache"
    path.mkdir(parents=True)
    with pytest.raises(SpeechRefused, match=re.escape(f"{path} is a folder: {remedy}")):
        store.put(request("甲"), FULL)
    path.rmdir()
    path.parent.rmdir()
    path.parent.touch()
    with pytest.raises(SpeechRefused, match=re.escape(f"{path.parent} is no folder: {remedy}")):
        store.put(request("甲"), FULL)


def test_a_clip_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one, other = (store._path(store.put(request(text), FULL)) for text in "甲乙")
    other.write_bytes(one.read_bytes())
    assert store.get(request("甲")) == FULL
    assert store.get(request("乙")) is None


def test_the_clips_used_last_stay(tmp_path: Path) -> None:
    store = Store(tmp_path, limit_bytes=2500)
    for number in range(10):
        store.put(request(str(number)), Clip(bytes(800), 1, 576, 0, 576))
        path = tmp_path / store.key(request(str(number)))[:2] / f"{store.key(request(str(number)))}.clip"
        os.utime(path, (number, number))
    assert store.info().clips < 10  # to put one makes room for it
    store.prune()
    kept = [number for number in range(10) if store.get(request(str(number)))]
    assert kept == [8, 9]
    assert store.info().bytes <= 2500


def test_what_was_used_within_the_hour_is_not_pruned(tmp_path: Path) -> None:
    store = Store(tmp_path, limit_bytes=1)
    store.put(request("甲"), FULL)
    assert store.prune() == 0
    assert store.get(request("甲"))


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(request("甲"), FULL)
    assert store.clear() > 256
    assert store.info().clips == 0


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SpeechRefused, match="cannot be kept"):
        Store(tmp_path / "file" / "store").put(request("甲"), FULL)


def test_a_store_in_a_folder_that_cannot_be_says_so(tmp_path: Path) -> None:
    with pytest.raises(SpeechRefused, match=r"cannot be kept in .*: File name too long; name another place with --cache$"):
        Store(tmp_path / ("a" * 300)).put(request("甲"), FULL)


def test_remnants_of_killed_writers_are_swept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(request("甲"), FULL)
    folder = next(tmp_path.iterdir())
    (folder / "old.part").write_bytes(b"half")
    (folder / "new.part").write_bytes(b"half")
    os.utime(folder / "old.part", (0, 0))
    store.prune()
    assert [path.name for path in folder.glob("*.part")] == ["new.part"]


def test_writers_killed_at_random_moments_leave_whole_clips_only(tmp_path: Path) -> None:
    """Two processes write the same clips; both are killed; whatever can be read is right, and a last writer finishes."""
    drawn = random.Random(6)
    context = multiprocessing.get_context("spawn")
    for round in range(3):
        folder = tmp_path / str(round)
        writers = [context.Process(target=_write_clips, args=(folder, seed)) for seed in range(2)]
        for writer in writers:
            writer.start()
        _await_first_clip(folder)
        time.sleep(drawn.random() / 50)  # the moment of the kill is what the test varies
        for writer in writers:
            assert writer.pid is not None
            with contextlib.suppress(ProcessLookupError):
                os.kill(writer.pid, signal.SIGKILL)
            writer.join()
        read = [Store(folder).get(request(str(number))) for number in range(200)]
        assert all(found is None or found == _big(number) for number, found in enumerate(read))
        assert any(read)
        _write_clips(folder, 9)
        assert all(Store(folder).get(request(str(number))) == _big(number) for number in range(200))


def test_concurrent_writers_in_one_process_do_not_disturb_each_other(tmp_path: Path) -> None:
    async def main() -> None:
        stores = [Store(tmp_path, limit_bytes=20_000) for _ in range(4)]
        writes = [asyncio.to_thread(store.put, request(str(n % 7)), clip(str(n % 7))) for n, store in enumerate(stores * 20)]
        await asyncio.gather(*writes)

    asyncio.run(main())
    assert all(Store(tmp_path).get(request(str(number))) == clip(str(number)) for number in range(7))


def _big(number: int) -> Clip:
    return Clip(random.Random(number).randbytes(20_000), number, number, 0, number)


def _write_clips(folder: Path, seed: int) -> None:
    numbers = list(range(200))
    random.Random(seed).shuffle(numbers)
    store = Store(folder)
    for number in numbers:
        store.put(request(str(number)), _big(number))


def _await_first_clip(folder: Path) -> None:
    deadline = time.monotonic() + 30
    while not any(folder.glob("*/*.clip")) and time.monotonic() < deadline:
        time.sleep(0.005)
