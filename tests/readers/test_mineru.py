"""MinerU's lists of blocks: what the parser set apart still says of which paper, page and article it is."""

import json
from typing import Any

import pytest

from audio_edition.model.issue import Article, Issue, SourceFile
from audio_edition.recovery import recover

TEXT = (
    "第一根桩打了九天，打到二十六米打不动了，底下是一层铁板砂。"
    "总工程师在船上蹲了一夜，第二天改用水冲，冲一米打一米，到底打了下去。"
)
OTHER = (
    "马家集赶了三百多年。从下个月起，改成逢三逢六逢九，一个月多出三个集。改日子，是卖菜的人提的：镇东头建起了冷库，菜可以存三天。"
)


def text(said: str, box: tuple[int, int, int, int] | None = None, **fields: Any) -> dict[str, Any]:
    return {"type": "text", "text": said, **({"bbox": list(box)} if box else {}), **fields}


def read(*pages: list[dict[str, Any]], name: str = "港城日报_20250327_content_list.json") -> tuple[Issue, list[Article]]:
    blocks = [{**block, "page_idx": index} for index, page in enumerate(pages) for block in page]
    issue = recover([SourceFile(name, json.dumps(blocks).encode())])
    assert not [finding for finding in issue.findings if finding.severity in ("error", "warning")]
    return issue, [article for article in issue.articles if article.type != "furniture"]


MASTHEAD = [text("港城日报", text_level=1), text("2025年3月27日 星期四")]


@pytest.mark.parametrize("kind", ["discarded", "header", "footer", "aside_text"])
def test_the_masthead_may_be_set_apart(kind: str) -> None:
    fields = text("国内统一连续出版物号：CN85-0006 第14216期 今日八版", type=kind)
    issue, _ = read([*MASTHEAD, text("新的桩", text_level=1), text(TEXT), fields])
    assert (issue.masthead.number, issue.masthead.pages, issue.masthead.cn) == ("14216", 8, "CN85-0006")


@pytest.mark.parametrize("folio", [text("第5版", type="page_number"), text("5 要闻", type="discarded")])
def test_the_page_is_the_one_that_is_printed(folio: dict[str, Any]) -> None:
    _, articles = read([*MASTHEAD, text("新的桩", text_level=1), text(TEXT)], [text("旧的桩", text_level=1), text(TEXT), folio])
    assert [(article.title, article.page) for article in articles] == [("新的桩", 1), ("旧的桩", 5)]


def test_the_date_may_stand_in_a_folio_line_that_is_set_apart() -> None:
    issue, _ = read([text("2025年3月27日 星期四", type="header"), text("新的桩", text_level=1), text(TEXT)])
    assert (issue.masthead.date, issue.masthead.weekday) == ("2025-03-27", "星期四")


def test_jump_lines_that_are_set_apart_go_where_they_stand() -> None:
    first = [
        *MASTHEAD,
        text("新的桩", (0, 100, 400, 150), text_level=1),
        text(TEXT[:-9], (0, 160, 400, 400)),
        text("马家集镇改了赶集的日子", (500, 100, 900, 150), text_level=1),
        text(OTHER, (500, 160, 900, 400)),
        text("（下转第二版）", (300, 402, 400, 420), type="discarded"),
    ]
    second = [
        text("市图书馆延长开放时间", (500, 100, 900, 150), text_level=1),
        text("本报讯 记者获悉，市图书馆五月起每晚开到九点。", (500, 160, 900, 400)),
        text("新的桩", (0, 100, 400, 150), text_level=1),
        text(TEXT[-9:], (0, 180, 400, 400)),
        text("（上接第一版）", (0, 155, 100, 170), type="discarded"),
    ]
    _, articles = read(first, second)
    assert [(article.title, [block.text for block in article.blocks]) for article in articles] == [
        ("新的桩", [TEXT]),
        ("马家集镇改了赶集的日子", [OTHER]),
        ("市图书馆延长开放时间", ["记者获悉，市图书馆五月起每晚开到九点。"]),
    ]


@pytest.mark.parametrize(
    "caption", ["新的桩打进河滩里 镇里供图", "桩手们在岸上歇气看水 桑榆 摄", "游客走过修好的长桥 本报记者 桑榆 摄"]
)
def test_what_a_picture_shows_is_read_though_the_photographer_stands_behind_it(caption: str) -> None:
    picture = {"type": "image", "image_caption": [caption]}
    _, [article] = read([*MASTHEAD, text("新的桩", text_level=1), text(TEXT[:30]), picture, text(TEXT[30:])])
    assert (article.captions, article.credit) == ((caption,), "")


@pytest.mark.parametrize("credit", ["警方供图", "桑榆 摄", "新华社记者 桑榆 魏冬 摄", "图/视觉中国供图"])
def test_who_took_a_picture_is_not_what_it_shows(credit: str) -> None:
    picture = {"type": "image", "image_caption": ["桩前。", credit]}
    _, [article] = read([*MASTHEAD, text("新的桩", text_level=1), text(TEXT[:30]), picture, text(TEXT[30:])])
    assert (article.captions, article.credit) == (("桩前。",), credit)


@pytest.mark.parametrize("name", ["img", "image"])
def test_who_took_a_picture_may_stand_in_its_footnote(name: str) -> None:
    picture = {"type": "image", f"{name}_caption": ["桩前。"], f"{name}_footnote": ["本报记者 桑榆 摄"]}
    _, [article] = read([*MASTHEAD, text("新的桩", text_level=1), text(TEXT[:30]), picture, text(TEXT[30:])])
    assert (article.captions, article.credit, article.bylines) == (("桩前。",), "本报记者 桑榆 摄", ())
    assert [block.text for block in article.blocks] == [TEXT]
