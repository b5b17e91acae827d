"""Files that commands write are whole, or as they were."""

import os
from pathlib import Path

import pytest

from audio_edition.cli import _whole
from audio_edition.model.errors import ConfigError
from tests.editions import SAMPLE, program


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    _whole.replace(tmp_path / "a.md", b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ConfigError, match=r"a\.md: cannot be written: No space left on device; it is as it was"):
        _whole.replace(tmp_path / "a.md", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.md", b"old")]


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    _whole.replace(tmp_path / "pipe", b"sound")
    assert os.read(reader, 9) == b"sound"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_a_structure_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "page01.md").write_bytes((SAMPLE / "page01.md").read_bytes())
    assert program("recover", tmp_path).returncode == 0
    before = (tmp_path / "structure.md").stat().st_ino
    assert program("recover", tmp_path).returncode == 0
    assert (tmp_path / "structure.md").stat().st_ino != before
    assert {path.name for path in tmp_path.iterdir()} == {"page01.md", "structure.md"}
