"""A page whose blocks are listed from top to bottom, across its columns, is read down its columns."""

import json
import random

import pytest

from audio_edition.model.issue import Issue, SourceFile
from audio_edition.recovery import recover

TITLE = ("title", "渡口重新开放 首日接待千人", 0, 60)
COLUMNS = (
    ("本报讯（记者 林晓禾）5月19日上午，城西渡口重新开放。", "渡口停航两年，码头和渡船都已换新。", "首日过河的市民超过一千人。"),
    ("市民王先生说，过河不必再绕路。", "他每天上班因此能省半个小时。", "渡口负责人说，每天开行四十班。"),
    ("票价仍是两元，老人和学生免费。", "早班六时开船，末班晚上十时。", "节假日还将增开夜间的班次。"),
)
TEXTS = [
    ("text", text, column, 200 + 100 * row + 10 * column) for column, rows in enumerate(COLUMNS) for row, text in enumerate(rows)
]
READ = [text for rows in COLUMNS for text in rows]


def read(blocks: list[tuple[str, str, int, int]]) -> Issue:
    made = [
        {"category": kind, "text": text, "bbox": [320 * column, top, 320 * column + (940 if kind == "title" else 300), top + 80]}
        for kind, text, column, top in blocks
    ]
    return recover([SourceFile("page03.json", json.dumps(made).encode())])


def body(issue: Issue) -> str:
    return "".join(block.text for article in issue.articles for block in article.blocks)


def test_a_page_listed_row_by_row_is_read_column_by_column() -> None:
    issue = read([TITLE, *sorted(TEXTS, key=lambda block: block[3])])
    assert body(issue) == "".join(READ).removeprefix("本报讯（记者 林晓禾）")
    assert [finding.code for finding in issue.findings if finding.code == "S602"] == ["S602"]


@pytest.mark.parametrize("listed", [TEXTS, TEXTS[6:] + TEXTS[3:6] + TEXTS[:3], TEXTS[:4] + TEXTS[5:6] + TEXTS[4:5] + TEXTS[6:]])
def test_columns_in_whatever_order_stay_as_they_are_listed(listed: list[tuple[str, str, int, int]]) -> None:
    issue = read([TITLE, *listed])
    assert not [finding for finding in issue.findings if finding.code == "S602"]


def placed(kind: str, text: str, left: int, top: int, wide: int = 280, high: int = 80) -> dict[str, object]:
    return {"category": kind, "text": text, "bbox": [left, top, left + wide, top + high]}


LONG = "昨天上午九时，渡口重新开放，首日接待市民一千多人，管理方说明天起加开夜班。"
GRIDS = {
    "briefs": [
        part
        for at in range(12)
        for part in (
            placed("Section-header", f"渡口简讯之{at}", 300 * (at % 3), 300 * (at // 3), high=30),
            placed("Text", LONG, 300 * (at % 3), 300 * (at // 3) + 40, high=200),
        )
    ],
    "pictures": [placed("Text", f"图{at}：市民在渡口乘凉。", 300 * (at % 3), 300 * (at // 3), high=30) for at in range(9)],
    "questions": [
        part
        for at in range(6)
        for part in (placed("Text", "问：渡口何时开？", 0, 100 * at, 200), placed("Text", f"答：{LONG}", 220, 100 * at, 600))
    ],
    "cells": [placed("Text", f"{at}号渡船", 300 * (at % 3), 30 * (at // 3), 200, 20) for at in range(24)],
    "articles": [
        part
        for at in range(8)
        for part in (
            placed("Title", f"第{at}渡口重新开放", 460 * (at % 2), 400 * (at // 2) + 30 * (at % 2), 430, 40),
            placed("Text", LONG * 3, 460 * (at % 2), 400 * (at // 2) + 50 + 30 * (at % 2), 430, 300),
        )
    ],
}


@pytest.mark.parametrize("grid", GRIDS)
def test_what_stands_in_rows_is_read_in_rows(grid: str) -> None:
    issue = recover([SourceFile("page03.json", json.dumps(GRIDS[grid]).encode())])
    assert not [finding for finding in issue.findings if finding.code == "S602"]


def test_printed_lines_that_are_level_across_columns_are_no_grid() -> None:
    rows = [placed("Text", LONG[:20], 300 * (at % 3), 30 * (at // 3), 280, 22) for at in range(30)]
    issue = recover([SourceFile("page03.json", json.dumps(rows).encode())])
    assert [finding.code for finding in issue.findings if finding.code == "S602"] == ["S602"]


def test_no_text_is_lost_in_any_order() -> None:
    for seed in range(20):
        blocks = [TITLE, *TEXTS]
        random.Random(seed).shuffle(blocks)
        issue = read(blocks)
        said = json.dumps(
            [[article.title, article.dateline, *(block.text for block in article.blocks)] for article in issue.articles]
        )
        kept = json.loads(said)
        whole = "".join(text for article in kept for text in article)
        assert sum(text[-12:] in whole for text in READ) + sum(f.code.startswith("S4") for f in issue.findings) >= len(READ), seed


def test_the_page_that_stands_below_a_title_is_where_it_points() -> None:
    issue = read([TITLE, *TEXTS, ("title", "三江平原：湿地归来", 2, 600), ("text", "5版", 2, 685)])
    assert [(article.title, article.jump and article.jump.page) for article in issue.articles if article.type == "teaser"] == [
        ("三江平原：湿地归来", 5)
    ]
