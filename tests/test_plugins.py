"""Families are found by scanning their folders, and in other packages by their entry points."""

from pathlib import Path

import pytest

from audio_edition import engines, plugins
from audio_edition.cli import _app
from audio_edition.engines.edge import EdgeEngine
from tests.engines.installing import installed

FAMILY = "audio_edition.engines"
MUTE = """
from audio_edition.model.speech import Capabilities


class Mute:
    name, version, capabilities = "mute", "1", Capabilities(4096)
    voices = request = speak = aclose = tuple

    def ready(self):
        return "never"


def engine():
    return Mute()
"""


def test_an_unknown_member_is_named_with_its_siblings() -> None:
    with pytest.raises(LookupError, match="no model is named 'nope'; there are columns, dates, edition"):
        plugins.member("audio_edition.model", "nope")


def test_families_are_packages() -> None:
    assert all(
        plugins.names(f"audio_edition.{family}")
        for family in ("cli", "engines", "normalization.classes", "publishers", "readers")
    )
    assert plugins.unused() == ()


def test_ours_is_not_replaced_by_another_packages_of_its_name_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with installed(tmp_path, "mute_engine", MUTE, "edge = mute_engine", monkeypatch):
        assert isinstance(engines.load("edge"), EdgeEngine)
        assert plugins.package(FAMILY, "edge") == ""
        assert _app.run(["voices"]) == 0
    printed = capsys.readouterr()
    assert "edge  ready" in printed.out
    assert printed.err == (
        "audio-edition: the entry point edge in audio_edition.engines (package mute-engine 1) is not used: "
        "there is another edge; uninstall that package, or ask its authors for another name\n"
    )


def test_of_two_packages_that_take_one_name_the_first_by_name_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b_engine", "a_engine"):
        (tmp_path / name).mkdir()
    with (
        installed(tmp_path / "a_engine", "a_engine", MUTE, "mute = a_engine", monkeypatch),
        installed(tmp_path / "b_engine", "b_engine", MUTE, "mute = b_engine", monkeypatch),
    ):
        assert plugins.package(FAMILY, "mute") == "a-engine 1"
        assert [line.partition(" is not used")[0] for line in plugins.unused()] == [
            "the entry point mute in audio_edition.engines (package b-engine 1)"
        ]
