"""Briefs without titles are heard as one item, under the label that they share."""

import pytest

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Block, Byline, Issue, Note, SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.bundles import bundle

ITEMS = ("县图书馆11月1日起实行冬季作息时间。", "石门至干沟段10月25日8时起封闭施工。", "全县中小学“一元早餐”惠及2.3万名学生。")
TITLES = ("图书馆换作息", "县道封闭施工", "早餐一元钱")


def briefs(*items: Article) -> Issue:
    return bundle(Issue(articles=(Article("f", "furniture", read="skip"), *items, Article("z", title="谷仓落成"))))


def brief(id: str, text: str, **more: object) -> Article:
    return Article(id, "brief", kicker=("简明新闻",), blocks=(Block(text=text),), **more)  # type: ignore[arg-type]


def test_briefs_without_titles_are_one_item() -> None:
    text = "\n\n".join(("# 简明新闻", *(f"▲{item}" for item in ITEMS), "# 粮站五点开门", "本报讯（记者 郝秋）" + ITEMS[0]))
    first, *rest = [one for one in bundle(recover([SourceFile("a.md", text.encode())])).articles if one.type != "furniture"]
    assert (first.type, first.kicker, first.title) == ("brief", (), "简明新闻")
    assert [block.text for block in first.blocks] == list(ITEMS)
    assert [article.title for article in rest] == ["粮站五点开门"]


@pytest.mark.parametrize("titles", [TITLES, ("", TITLES[1], "")])
def test_briefs_with_titles_stay_items(titles: tuple[str, ...]) -> None:
    items = [brief(f"b{at}", text, title=title) for at, (text, title) in enumerate(zip(ITEMS, titles, strict=True))]
    assert briefs(*items).articles[1:-1] == tuple(items)


def test_briefs_under_two_labels_are_two_items() -> None:
    other = Article("c", "brief", kicker=("乡镇短波",), blocks=(Block(text=ITEMS[2]),))
    titles = [article.title for article in briefs(brief("a", ITEMS[0]), brief("b", ITEMS[1]), other).articles]
    assert titles == ["", "简明新闻", "乡镇短波", "谷仓落成"]


def test_who_wrote_a_brief_stays_with_it() -> None:
    signed = brief("a", ITEMS[0], credit="（秦朗）", bylines=(Byline("（秦朗）", ("秦朗",)),))
    dated = brief("b", ITEMS[1], dateline="本报讯（记者 任柏）", bylines=(Byline("记者 任柏", ("任柏",)),))
    bundled = briefs(signed, dated).articles[1]
    assert [block.text for block in bundled.blocks] == [ITEMS[0], "（秦朗）", "本报讯（记者 任柏）", ITEMS[1]]


def test_notes_and_findings_point_into_the_bundle() -> None:
    items = (brief("a", ITEMS[0], credit="（秦朗）"), brief("b", ITEMS[1], notes=(Note("body-0", 4, 6, "gan1 gou1"),)))
    found = bundle(Issue(articles=items, findings=(Finding("S501", "", "b/body-0[7:9]"), Finding("S110", "", "a.md:3"))))
    assert [note.passage for note in found.articles[0].notes] == ["body-2"]
    assert [finding.where for finding in found.findings] == ["a/body-2[7:9]", "a.md:3"]
    assert bundle(found) == found
