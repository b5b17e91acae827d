"""Where more on the matter of an article stands: no jump, and no text of the article."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TITLE = "旧仓库里办起了木偶戏"
TEXT = "仓库在铁路边上，空了十几年。去年秋天，三个唱木偶戏的老人租下它，自己刷墙，自己搭台，头一场来了四十个孩子。"
OTHER = "桥通车那天，摆渡的老龙把缆绳收进屋里。他说水还是那条水，人都从天上走了，他得学着在岸上睡觉。"
ENGLISH = "The bridge over the Wend will close for nine weeks from Monday while its deck is replaced, the county council said."


def read(*parts: str) -> list[Article]:
    found = recover([SourceFile("page01.md", "\n\n".join(parts).encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "（相關新聞見A3）",
        "（相关报道见3版）",
        "（相关报道详见第3、4版）",
        "(相关图文报道请见今日第三版)",
        "（更多圖片見A3版）",
        "（另見A3「生活」）",
        "（相关评论刊A2版）",
        "（相关报道转第3版）",
        "【相关新闻见A3《木偶戏的老人》】",
    ],
)
@pytest.mark.parametrize("apart", ["", "\n\n"])
@pytest.mark.parametrize("dateline", ["本报讯（记者 陆一舟）", ""])
def test_a_reference_below_a_finished_article_is_no_jump(line: str, apart: str, dateline: str) -> None:
    first, second = read(f"# {TITLE}", f"{dateline}{TEXT}{apart}{line}", "# 渡船停了以后", OTHER)
    assert (first.type, first.jump, [block.text for block in first.blocks]) == ("article", None, [TEXT])
    assert second.title == "渡船停了以后"


@pytest.mark.parametrize(
    "line",
    [
        "See related story, Page A3",
        "(See Editorial, Page A8)",
        "More photos on Page B2",
        "Related stories, A3 and A4",
        "(Related story on A3.)",
    ],
)
def test_an_english_reference_is_no_jump(line: str) -> None:
    articles = read(
        "# Bridge to close", "By Ann Poole", ENGLISH, line, "# Swans moved", "By Tom Bell", ENGLISH[::-1].capitalize() + "."
    )
    assert [(article.title, article.jump, len(article.blocks)) for article in articles] == [
        ("Bridge to close", None, 1),
        ("Swans moved", None, 1),
    ]


def test_a_pointer_below_a_title_is_a_teaser_still() -> None:
    teaser, _ = read(f"# {TITLE}", "（相关报道见A3版）", "# 渡船停了以后", "本报讯（记者 孟知秋）" + OTHER)
    assert (teaser.type, teaser.jump and teaser.jump.page) == ("teaser", 3)


@pytest.mark.parametrize("line", ["（下转第3版）", "（全文转第3版）"])
def test_a_jump_is_one_still(line: str) -> None:
    (article,) = read(f"# {TITLE}", f"本报讯（记者 陆一舟）{TEXT}{line}")
    assert article.jump
    assert article.jump.page == 3


def test_a_page_below_a_title_in_a_list_of_contents_is_its_pointer() -> None:
    news = "# 渡口开航", "渡口昨天早上开航，首班船坐了七十二人。"
    page = "\n\n".join((*news, "# 今日导读", "## 车位只售不租合理吗", "3版", "粮仓变成文创园 >>>5版"))
    found = [one for one in recover([SourceFile("page01.md", page.encode())]).articles if one.type == "teaser"]
    assert [(one.title, one.jump.page if one.jump else 0) for one in found] == [("车位只售不租合理吗", 3), ("粮仓变成文创园", 5)]
