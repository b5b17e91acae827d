"""Labels of columns in brackets, and what never becomes an article."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

PAGE = """# 涟阳日报

2026年11月26日 星期四 第02版

# 老街修缮完工迎客

本报记者 刘岩

历时八个月的老街修缮工程全面完工。家住老街的居民高岩说，路面平了，灯也亮了。

{label}

# 市图书馆周末延时

市图书馆自本周起每周六开放到二十二点。

# 城南公交改道

因道路施工，三路公交自明日起改走建设路。
"""


@pytest.mark.parametrize("label", ["【简 讯】", "【简讯】", "【 短 讯 】"])
def test_a_label_in_brackets_is_that_of_what_follows(label: str) -> None:
    issue = recover([SourceFile("p.md", PAGE.format(label=label).encode())])
    heard = [article for article in issue.articles if article.type != "furniture"]
    assert [(article.type, article.title) for article in heard] == [
        ("article", "老街修缮完工迎客"),
        ("brief", "市图书馆周末延时"),
        ("brief", "城南公交改道"),
    ]
    assert heard[0].dateline == ""


@pytest.mark.parametrize("label", ["【涟 阳 讯】", "本报讯（记者 盛 夏）", "□ 闻 涟"])
def test_nothing_without_title_and_text_is_an_article(label: str) -> None:
    issue = recover([SourceFile("p.md", PAGE.format(label=label).encode())])
    assert all(article.title or article.blocks for article in issue.articles if article.type != "furniture")
