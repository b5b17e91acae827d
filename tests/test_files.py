"""Issues are read in natural order; editions are written whole or not at all, and never outside their folder."""

import ctypes
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio_edition import files, staging
from audio_edition.model.errors import IssueError, PublishError


def content(*chunks: bytes) -> staging.Chunks:
    return chunks


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def publish(folder: Path, **texts: bytes) -> tuple[str, ...]:
    return files.publish(folder, [(name.replace("__", "/"), content(text)) for name, text in texts.items()])


def test_pages_come_in_natural_order(tmp_path: Path) -> None:
    for name in ("page10.md", "page2.md", "photo.jpg", ".hidden.md"):
        (tmp_path / name).write_bytes(name.encode())
    assert [file.name for file in files.read_sources([tmp_path])] == ["page2.md", "page10.md"]


def test_a_pattern_is_expanded(tmp_path: Path) -> None:
    for name in ("a1.md", "a2.md", "b.md"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.name for file in files.read_sources([tmp_path / "a*.md"])] == ["a1.md", "a2.md"]


@pytest.mark.parametrize("output", ["issue/output", "issue"])
def test_editions_inside_an_issue_are_not_read_with_it(tmp_path: Path, output: str) -> None:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "page1.md").write_bytes(b"x")
    made = b'{"program": "audio-edition 0.1.0"}'
    publish(tmp_path / output / "paper", **{"feed.xml": b"f", "2022-07-26__edition.json": made, "2022-07-26__a__a.html": b"a"})
    assert [file.name for file in files.read_sources([tmp_path / "issue"])] == ["page1.md"]


def test_a_newsroom_s_own_edition_json_is_a_page(tmp_path: Path) -> None:
    publish(tmp_path, **{"2022-07-26__edition.json": b'{"title": "x"}', "2022-07-26__a.json": b"[]"})
    assert len(files.read_sources([tmp_path])) == 2


@pytest.mark.parametrize(
    ("names", "days"),
    [
        (("paper/2022-07-26/a.md", "paper/2022-07-27/a.md"), 2),
        (("paper/2022-07-26/1/a.md", "paper/2022-07-26/2/a.md"), 1),
        (("2022-07-26/a.md", "2022-07-26/2022-07-25/a.md"), 1),
        (("paper/a.md",), 0),
    ],
)
def test_a_paper_s_folder_holds_several_days(tmp_path: Path, names: tuple[str, ...], days: int) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert len(files.days([tmp_path / names[0].partition("/")[0]])) == days
    assert len(files.days([tmp_path / "*"])) == len({*files.days([tmp_path / name for name in names])})


@pytest.mark.parametrize("name", ["missing", "missing*"])
def test_what_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(IssueError, match="missing"):
        files.read_sources([tmp_path / name])


def test_settings_are_found_beside_the_issue_and_one_level_up(tmp_path: Path) -> None:
    issue = tmp_path / "paper" / "2022-07-26"
    issue.mkdir(parents=True)
    (issue.parent / "paper.toml").write_bytes(b"")
    assert files.beside(issue, "paper.toml") == issue.parent / "paper.toml"
    assert files.beside(issue, "say-as.tsv") is None


def test_an_edition_is_published_and_an_equal_one_changes_nothing(tmp_path: Path) -> None:
    assert set(publish(tmp_path, feed=b"f", day__a=b"1", day__sub__b=b"2")) == {"feed", "day/a", "day/sub/b"}
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert publish(tmp_path, feed=b"f", day__a=b"1", day__sub__b=b"2") == ()
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_a_new_edition_replaces_the_old_one_and_spares_other_days(tmp_path: Path) -> None:
    publish(tmp_path, feed=b"f", old__a=b"0")
    publish(tmp_path, feed=b"f", day__a=b"1", day__gone=b"2")
    assert publish(tmp_path, feed=b"g", day__a=b"1") == ("feed",)
    assert tree(tmp_path) == {"feed": b"g", "day/a": b"1", "old/a": b"0"}


@pytest.mark.parametrize("later", [(b"ab", b"cd"), (b"ab",), (b"ab", b"X", b"cd"), (b"X", b"bcdef"), (b"abcdef", b"g"), ()])
def test_what_has_changed_is_written_from_there_on(tmp_path: Path, later: tuple[bytes, ...]) -> None:
    publish(tmp_path, day__a=b"abcdef", day__b=b"1")
    assert files.publish(tmp_path, [("day/a", later), ("day/b", content(b"1"))]) == ("day/a",)
    assert tree(tmp_path) == {"day/a": b"".join(later), "day/b": b"1"}


def test_a_failure_while_writing_leaves_the_old_edition(tmp_path: Path) -> None:
    publish(tmp_path, day__a=b"1")

    def failing() -> Iterator[bytes]:
        yield b"22"
        raise OSError(28, "No space left on device", "day/b")

    with pytest.raises(PublishError, match="No space left"):
        files.publish(tmp_path, [("day/a", content(b"9")), ("day/b", failing())])
    assert tree(tmp_path)["day/a"] == b"1"
    publish(tmp_path, day__a=b"3")
    assert tree(tmp_path) == {"day/a": b"3"}


@pytest.mark.parametrize("name", ["../x", "/etc/x", "day/../../x", "", ".", "day/\0"])
def test_no_artifact_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError, match="may not leave"):
        files.publish(tmp_path / "paper", [(name, content(b"x"))])
    assert not (tmp_path / "x").exists()


def test_an_unwritable_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PublishError, match="untouched"):
        publish(tmp_path / "file" / "paper", day__a=b"1")
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.parametrize(("place", "says"), [("file/output", "is no folder"), ("closed/output/paper", "cannot be written to")])
def test_where_nothing_can_be_published_is_told_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, says: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "closed")  # the tests may run as root
    with pytest.raises(PublishError, match=f"/{place.split('/')[0]} {says}; name another folder with --output"):
        files.make_sure(tmp_path / place, "2022-07-26")
    files.make_sure(tmp_path / "new" / "paper", "2022-07-26")
    assert sorted(os.listdir(tmp_path)) == ["closed", "file"]


def test_a_folder_that_cannot_be_is_told_beforehand(tmp_path: Path) -> None:
    place = tmp_path / ("a" * 300) / "paper"
    with pytest.raises(PublishError, match=rf"^{re.escape(str(place))}: File name too long; name another folder with --output$"):
        files.make_sure(place, "2022-07-26")


def test_what_is_no_edition_is_not_replaced(tmp_path: Path) -> None:
    day = tmp_path / "2022-07-26"
    day.mkdir()
    (day / ".DS_Store").write_bytes(b"")
    files.make_sure(tmp_path, day.name)
    (day / "page01.md").write_bytes(b"")
    with pytest.raises(
        PublishError, match=r"2022-07-26 is no edition, and one would replace it; name another folder with --output"
    ):
        files.make_sure(tmp_path, day.name)
    (day / "edition.json").write_bytes(b'{"program": "audio-edition 0.1.0"}')
    files.make_sure(tmp_path, day.name)
    (tmp_path / "2022-07-27").write_bytes(b"")
    with pytest.raises(PublishError, match="2022-07-27 is no edition"):
        files.make_sure(tmp_path, "2022-07-27")


def test_a_page_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("page1.md", "page2.md"):
        (tmp_path / name).write_bytes(b"x")
    named = [tmp_path / "page2.md", tmp_path, tmp_path / "*.md"]
    assert [file.name for file in files.read_sources(named)] == ["page2.md", "page1.md"]


def test_where_folders_cannot_be_swapped_the_old_edition_outlives_whatever_stops_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    publish(tmp_path, day__a=b"1")
    rename, to = os.rename, []

    def stopped_at_the_second(old: Path, new: Path) -> None:
        to.append(new)
        if len(to) == 2:
            raise KeyboardInterrupt
        rename(old, new)

    monkeypatch.setattr(os, "rename", stopped_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, day__a=b"2")
    assert tree(tmp_path) == {"day/a": b"1"}
    monkeypatch.setattr(os, "rename", rename)
    assert publish(tmp_path, day__a=b"2") == ("day/a",)
    assert tree(tmp_path) == {"day/a": b"2"}


def test_what_a_killed_build_had_put_aside_is_put_back_by_the_next_one(tmp_path: Path) -> None:
    publish(tmp_path, monday__a=b"1", tuesday__a=b"1")
    (tmp_path / ".staging-x").mkdir()
    (tmp_path / "monday").rename(tmp_path / ".staging-x" / "monday.old")
    publish(tmp_path, tuesday__a=b"2")
    assert tree(tmp_path) == {"monday/a": b"1", "tuesday/a": b"2"}
