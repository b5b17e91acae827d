"""What counts as read although it is skipped; what is said of a text that is not read, or twice."""

import pytest
from msgspec.structs import replace

from audio_edition.model.issue import Article, Block
from audio_edition.publishers._proof import findings, proof
from tests.publishers import _edition

BODY = Block(text="截至十六日，全省春耕备耕进度过七成。记者从农业农村厅获悉，农机已下摆。")


@pytest.mark.parametrize(
    ("line", "leaks"),
    [("全省春耕备耕进度过七成", False), ("春耕备耕进度过七成", False), ("记者从农业农村厅获悉", True)],
)
def test_the_headline_that_a_continuation_repeats_is_no_leak(line: str, leaks: bool) -> None:
    story = Article("p01-a", title="全省春耕备耕进度过七成 早稻育秧过半", blocks=(BODY,))
    furniture = Article("p02-furniture", "furniture", 2, blocks=(Block("list", lines=(line,)),), read="skip")
    edition = _edition.make((story,))
    whole = replace(edition, issue=replace(edition.issue, articles=(story, furniture)))
    assert proof(whole).forbidden == ((line,) if leaks else ())


@pytest.mark.parametrize(("times", "code", "said"), [(0, "E101", "not read"), (2, "E102", "read twice")])
def test_an_editor_learns_where_and_which_text(times: int, code: str, said: str) -> None:
    edition = _edition.make((Article("p01-a", title="全省春耕备耕过七成", blocks=(BODY,)),))
    track = next(track for track in edition.tracks if track.kind == "article")
    title = [cue for cue in track.cues if cue.passage == "title"]
    others = [cue for cue in track.cues if cue.passage != "title"]
    (finding,) = findings(replace(edition, tracks=(replace(track, cues=(*title * times, *others)),)))
    assert (finding.code, finding.where) == (code, "p01-a/title")
    assert finding.message == f"{said}, 9 of 9 characters: 全省春耕备耕过七成"


def test_a_row_of_signs_that_nobody_could_read_aloud_is_not_missed() -> None:
    edition = _edition.make((Article("p01-a", title="★★★", blocks=(BODY, Block(text="＊＊＊"), Block(text="①"))),))
    track = next(track for track in edition.tracks if track.kind == "article")
    cues = tuple(cue for cue in track.cues if cue.passage == "body-0")
    silent = replace(edition, tracks=(replace(track, cues=cues),))
    assert [finding.where for finding in findings(silent)] == ["p01-a/body-2"]
    assert proof(replace(silent, tracks=(replace(track, cues=cues, passages=track.passages[:3]),))).holds
