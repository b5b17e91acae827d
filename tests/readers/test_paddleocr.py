"""PaddleOCR's lists of blocks: what each label says, whatever document the list stands in."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.readers._grids import grids
from audio_edition.recovery import recover
from tests.growth import growth

TEXT = (
    "第一根桩打了九天，打到二十六米打不动了，底下是一层铁板砂。"
    "总工程师在船上蹲了一夜，第二天改用水冲，冲一米打一米，到底打了下去。"
)
OTHER = (
    "马家集赶了三百多年。从下个月起，改成逢三逢六逢九，一个月多出三个集。改日子，是卖菜的人提的：镇东头建起了冷库，菜可以存三天。"
)


def block(label: str, content: str, box: tuple[int, int, int, int] | None = None) -> dict[str, Any]:
    return {"block_label": label, "block_content": content, "block_bbox": list(box) if box else None}


def read(*documents: Any, name: str = "page05_{}_res.json") -> list[Article]:
    issue = recover([SourceFile(name.format(at), json.dumps(document).encode()) for at, document in enumerate(documents)])
    assert not [finding for finding in issue.findings if finding.severity in ("error", "warning")]
    return [article for article in issue.articles if article.type != "furniture"]


PAGE = [
    block("header", "2025年3月27日 星期四 责编 苏木 版式 关河"),
    block("number", "05"),
    block("doc_title", "新的桩"),
    block("paragraph_title", "——跨海大桥工地见闻"),
    block("text", "本报记者 桑榆"),
    block("text", TEXT[:30], (0, 100, 400, 300)),
    block("image", "", (500, 100, 900, 400)),
    block("figure_title", "桩手们在岸上歇气。", (500, 402, 900, 420)),
    block("text", TEXT[30:], (500, 430, 900, 600)),
    block("doc_title", "改了日子的集"),
    block("text", OTHER),
    block("table_title", "三月赶集日"),
    block("table", "<table><tr><td>日子</td><td>集</td></tr><tr><td>初三</td><td>马家集</td></tr></table>"),
    block("footer", "新闻热线：022-66660000"),
]


@pytest.mark.parametrize(
    "document",
    [
        lambda blocks: {"input_path": "5.jpg", "page_index": None, "parsing_res_list": blocks},
        lambda blocks: {"res": {"parsing_res_list": blocks}},
        lambda blocks: {"errorCode": 0, "result": {"layoutParsingResults": [{"prunedResult": {"parsing_res_list": blocks}}]}},
    ],
)
def test_the_blocks_of_a_page_become_articles(document: Callable[[Any], Any]) -> None:
    piles, market = read(document(PAGE))
    assert (piles.title, piles.subtitle, piles.captions) == ("新的桩", "跨海大桥工地见闻", ("桩手们在岸上歇气。",))
    assert [block.text for block in piles.blocks] == [TEXT]
    assert (market.title, market.page) == ("改了日子的集", 5)
    assert [block.text or block.rows for block in market.blocks] == [
        OTHER,
        "三月赶集日",
        (("日子", "集"), ("初三", "马家集")),
    ]


def test_each_list_is_a_page() -> None:
    pages = [[block("doc_title", title), block("text", text)] for title, text in (("新的桩", TEXT), ("改日子", OTHER))]
    found = read({"layoutParsingResults": [{"prunedResult": {"parsing_res_list": page}} for page in pages]}, name="a{}.json")
    assert [(article.title, article.page) for article in found] == [("新的桩", 1), ("改日子", 2)]


def test_short_cells_below_each_other_are_a_table() -> None:
    rows = ("品种", "本周价", "上周价", "涨跌"), ("大白菜", "1.20", "1.30", "-7.7%"), ("鸡蛋", "4.60", "4.60", "持平")
    texts = "本报讯（记者 何佳）节前菜价稳中有降，大白菜", "每斤比上周便宜一角，鸡蛋价格没有变化。"
    found = [(text, (0, 30 * at, 440, 30 * at + 20)) for at, text in enumerate(texts)]
    for y, row in enumerate(rows):
        found += [(cell, (110 * x, 90 + 30 * y, 110 * x + 20 * len(cell), 110 + 30 * y)) for x, cell in enumerate(row)]
    found.append(("市商务局说，冻猪肉已储备一千二百吨。", (40, 200, 400, 220)))
    page = {"rec_texts": [text for text, _ in found], "rec_scores": [1.0] * len(found), "rec_boxes": [box for _, box in found]}
    [article] = recover([SourceFile("page02_res.json", json.dumps(page).encode())]).articles
    assert [block.type for block in article.blocks] == ["paragraph", "table", "paragraph"]
    assert article.blocks[1].rows == rows


def test_cells_take_even_time() -> None:
    def page(count: int) -> list[tuple[str, tuple[float, float, float, float]]]:
        places = ((20.0 * (at % 12), 30.0 * (at // 12)) for at in range(count))
        return [("1", (left, top, left + 10, top + 20)) for left, top in places]

    assert growth(lambda count: grids(page(count)), 4000) < 8
