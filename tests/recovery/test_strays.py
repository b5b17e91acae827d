"""A column that a parser lists behind another article is read where its own goes on, and only where all speaks for it."""

import json

import pytest

from audio_edition.model.issue import Issue, SourceFile
from audio_edition.recovery import recover

BROKEN = "渡口的船清晨六点开航，票价不变，过河的人比去年多了一倍，船工又添了两名，还备了灯笼、"
WHOLE = "渡口的船清晨六点开航，票价不变，过河的人比去年多了一倍，船工又添了两名。"
REST = "蓑衣和四十件救生衣。"
OTHER = ("本报讯（记者 白楠）菜场二楼的图书室昨天办了借书证，首日发出九十张。", "管理员给卖豆腐的女人留着靠窗的位子。")


def read(first: str, left: int, top: int) -> Issue:
    """The first article in the first column; another in the third; what is listed behind it at a place."""
    blocks = [
        ("title", "渡口的船六点开航", (0, 40, 300, 90)),
        ("text", first, (0, 100, 300, 400)),
        ("title", "图书室办了借书证", (640, 40, 940, 90)),
        ("text", OTHER[0], (640, 100, 940, 300)),
        ("text", OTHER[1], (640, 310, 940, 500)),
        ("text", REST, (left, top, left + 300, top + 100)),
    ]
    made = [{"category": kind, "text": text, "bbox": box} for kind, text, box in blocks]
    return recover([SourceFile("page03.json", json.dumps(made).encode())])


def whose(issue: Issue) -> str:
    return next(article.title for article in issue.articles for block in article.blocks if REST in block.text)


def test_a_column_goes_on_with_the_article_that_breaks_off() -> None:
    issue = read(BROKEN, 320, 100)
    assert whose(issue) == "渡口的船六点开航"
    assert issue.articles[0].blocks[0].text == BROKEN + REST
    assert "S602" in {finding.code for finding in issue.findings}


@pytest.mark.parametrize(("first", "left", "top"), [(WHOLE, 320, 100), (BROKEN, 640, 510)])
def test_what_stands_below_its_article_or_behind_a_whole_one_stays(first: str, left: int, top: int) -> None:
    assert whose(read(first, left, top)) == "图书室办了借书证"
