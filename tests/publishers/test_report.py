"""The reading report: what was read how, and what was not."""

import msgspec
import pytest
from msgspec.structs import replace

from audio_edition.model.edition import Edition
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Jump
from audio_edition.publishers._reading_report import Report, report
from tests.publishers._edition import ARTICLES, make
from tests.publishers._pages import pages, parsed, with_readings


@pytest.fixture(scope="module")
def edition() -> Edition:
    made = with_readings(make((replace(ARTICLES[0], jump=Jump(2, "(下转第二版)")), *ARTICLES[1:])))
    ad = Article("p2-ad", type="ad", page=2, title="海鲜大促", read="skip")
    finding = Finding("S104", "article continues on a page that is not in this issue", "page01.md:31", suggestion="add page 2")
    return replace(made, issue=replace(made.issue, articles=(*made.issue.articles, ad)), findings=(finding, finding))


def test_says_what_was_expanded_doubted_and_skipped(edition: Edition) -> None:
    found = report(edition)
    assert [(one.printed, one.spoken) for one in found.expansions] == [("45", "四十五")]
    assert found.expansions[0].where == "p1-harbour/body-2[20:22]"
    assert {(one.char, one.pinyin) for one in found.doubts} == {("行", "xing2")}
    assert [(one.printed, one.why) for one in found.skipped] == [("海鲜大促", "ad"), ("(下转第二版)", "jump")]
    assert [one.code for one in found.findings] == ["S104"]


def test_printed_text_without_a_cue_is_skipped(edition: Edition) -> None:
    track = edition.tracks[1]
    silent = replace(track, cues=tuple(cue for cue in track.cues if cue.passage != "credit"))
    found = report(replace(edition, tracks=(edition.tracks[0], silent, *edition.tracks[2:])))
    assert ("罗一鸣 摄", "not spoken") in [(one.printed, one.why) for one in found.skipped]


def test_page_and_json_say_the_same(edition: Edition) -> None:
    made = pages(edition)
    data = msgspec.json.decode(made["2023-11-08/report.json"], type=Report)
    assert data == report(edition)
    text = parsed(made["2023-11-08/report.html"]).text_content()
    for piece in ("四十五", "xíng", "海鲜大促", "广告", "转版说明", "article continues on a page", "add page 2"):
        assert piece in text


@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW", "en"])
def test_every_column_has_its_heading(edition: Edition, lang: str) -> None:
    page = parsed(pages(replace(edition, lang=lang))["2023-11-08/report.html"])
    for table in page.xpath("//table"):
        assert {len(row) for row in table.xpath(".//tr")} == {len(table.xpath("./thead/tr/th"))}
