"""The edition as Opus and as M4B: made when asked for, and then whole."""

from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from audio_edition.publishers import m4b, opus
from tests.publishers import _edition


def test_nobody_gets_what_nobody_asked_for() -> None:
    edition = _edition.make()
    for publisher in (m4b, opus):
        assert list(publisher.publish(edition, _edition.PAPER, _edition.context())) == []


def test_opus_holds_the_issue_and_its_chapters() -> None:
    edition = _edition.make(_edition.ARTICLES[:1])
    (artifact,) = opus.publish(edition, replace(_edition.PAPER, formats=("opus",)), _edition.context())
    assert artifact.path == f"{edition.date}/edition.opus"
    assert isinstance(artifact.content, bytes)
    read: Any = OggOpus(BytesIO(artifact.content))
    assert read.info.length == pytest.approx(edition.samples / edition.sample_rate, abs=0.1)
    assert read["CHAPTER000NAME"] == [edition.chapters[0].title]
    assert "AIGC" in read


def test_an_m4b_holds_the_issue_its_chapters_and_its_cover() -> None:
    pytest.importorskip("av")
    edition = _edition.make(_edition.ARTICLES[:1])
    (artifact,) = m4b.publish(edition, replace(_edition.PAPER, formats=("m4b",)), _edition.context())
    assert artifact.path == f"{edition.date}/edition.m4b"
    assert isinstance(artifact.content, bytes)
    read: Any = MP4(BytesIO(artifact.content))
    assert read.info.length == pytest.approx(edition.samples / edition.sample_rate, abs=0.1)
    assert [chapter.title for chapter in read.chapters] == [chapter.title for chapter in edition.chapters]
    assert read["covr"]
    assert read["----:com.apple.iTunes:AIGC"]
