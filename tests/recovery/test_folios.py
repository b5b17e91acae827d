"""The number printed on a page rules over the one that its file's name gives; a jump finds its page, or its only counterpart."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TITLE = "旧仓库里办起了木偶戏"
OTHER = "渡船停了以后"
TEXT = "仓库在铁路边上，空了十几年。去年秋天，三个唱木偶戏的老人租下它，自己刷墙，自己搭台，头一场来了四十个孩子。"
MORE = "戏台的幕布是街坊凑钱买的，红得发亮。孩子们坐在小板凳上，看着看着就笑起来，老人说这比什么都值。"
LAST = "桥通车那天，摆渡的老龙把缆绳收进屋里。他说水还是那条水，人都从天上走了，他得学着在岸上睡觉。"
DAY = "2024年6月5日 星期三"


def read(*pages: tuple[str, tuple[str, ...]]) -> tuple[list[Article], set[str]]:
    issue = recover([SourceFile(name, "\n\n".join(parts).encode()) for name, parts in pages])
    return [article for article in issue.articles if article.type != "furniture"], {finding.code for finding in issue.findings}


def front(jump: str) -> tuple[str, ...]:
    return "# 河西晚报", f"{DAY} 第10283期 今日16版", f"## {TITLE}", "本报讯（记者 陆一舟）" + TEXT, jump


def inside(folio: str, resume: str) -> tuple[str, ...]:
    return folio, resume, MORE, f"## {OTHER}", "本报讯（记者 孟知秋）" + LAST


@pytest.mark.parametrize(
    ("jump", "folio", "resume", "page"),
    [
        ("(下转A3版)", f"A3 社会 河西晚报 {DAY} 责编/朱行 版式/李乐", "(上接A1版)", 3),
        ("(下转第3版)", f"第3版　要闻　河西晚报　{DAY}　责任编辑 任凭", "(上接第1版)", 3),
        ("(下转03版)", f"03版 综合 {DAY}", "(上接01版)", 3),
        ("（下转B2版）", f"{DAY} 河西晚报 B2 生活", "（上接A1版）", 2),
        ("(下转第四版)", "第4版", "(上接第一版)", 4),
    ],
)
@pytest.mark.parametrize("name", ["page02.md", "page09.md", "0002.md"])
def test_the_folio_line_rules_over_the_name_of_the_file(name: str, jump: str, folio: str, resume: str, page: int) -> None:
    articles, codes = read(("page01.md", front(jump)), (name, inside(folio, resume)))
    assert [(article.title, article.page, len(article.blocks)) for article in articles] == [(TITLE, 1, 2), (OTHER, page, 1)]
    assert articles[0].jump is None
    assert not codes & {"S201", "S202"}


def test_two_sections_that_number_alike_keep_the_numbers_of_their_files() -> None:
    pages = [
        (f"page{at:02}.md", (f"{name} 社会 河西晚报 {DAY}", f"# 题目之{name}", TEXT)) for at, name in enumerate(("A1", "B1"), 1)
    ]
    assert [article.page for article in read(*pages)[0]] == [1, 2]


@pytest.mark.parametrize(
    ("jump", "resume"), [("(下转第3版)", "(上接第1版)"), ("(下转第2版)", "(上接第7版)"), ("(下转)", "(上接第1版)")]
)
def test_the_only_continuation_joins_the_only_jump_though_a_page_is_misprinted(jump: str, resume: str) -> None:
    articles, codes = read(("page01.md", front(jump)), ("page02.md", inside("要闻", resume)))
    assert [(article.title, len(article.blocks)) for article in articles] == [(TITLE, 2), (OTHER, 1)]
    assert not codes & {"S201", "S202"}


def test_what_names_other_pages_on_both_sides_is_not_joined() -> None:
    articles, codes = read(("page01.md", front("(下转第6版)")), ("page02.md", inside("要闻", "(上接第5版)")))
    assert len(articles) == 3
    assert {"S201", "S202"} <= codes


def test_the_number_of_a_page_its_section_and_its_supplement_are_a_folio_line() -> None:
    head = ("4 副刊 芦花荡", DAY, "责任编辑:邵小川", "电话:6622117", "邮箱:luhuadang@example.com")
    articles, _ = read(("page4.md", (*head, f"# {TITLE}", "冯渊", TEXT)))
    assert [(article.title, article.page) for article in articles] == [(TITLE, 4)]


def test_a_weekly_says_its_first_and_its_last_day() -> None:
    page = f"12 数据 2026年6月8日—6月14日 河西周刊\n\n## {TITLE}\n\n本报讯（记者 陆一舟）{TEXT}"
    issue = recover([SourceFile("page12.md", page.encode())])
    assert (issue.masthead.date, [article.title for article in issue.articles if article.type != "furniture"]) == (
        "2026-06-08",
        [TITLE],
    )


def test_a_date_whose_figures_stand_apart_is_one() -> None:
    folio = "第 2 版　要 闻　河西晚报　2 0 2 4 年 4 月 2 4 日 星期五"
    issue = recover(
        [
            SourceFile(
                "page02.md",
                f"{folio}\n\n## {TITLE}\n\n{'今天上午，县里的新桥通车，两岸的居民步行过河，只要五分钟。' * 2}".encode(),
            )
        ]
    )
    assert (issue.masthead.date, [article.title for article in issue.articles if article.type != "furniture"]) == (
        "2024-04-24",
        [TITLE],
    )
