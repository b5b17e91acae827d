"""What the site of a digital newspaper says of itself is not read; a title that speaks of scanning a code is."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "渡口的船清晨六点开航，票价不变，雨天停航，过河的人比去年多了一倍，船工又添了两名，还备了四十件救生衣。"
OTHER = "菜场二楼的图书室办了借书证，卖豆腐的女人收摊以后上楼看书，一年看了三十一本，管理员给她留着靠窗的位子。"


def read(page: str) -> list[Article]:
    return [article for article in recover([SourceFile("page.md", page.encode())]).articles if article.read != "skip"]


@pytest.mark.parametrize(
    "line",
    [
        "上一版3 4下一版",
        "3上一篇 下一篇4",
        "放大+ 缩小- 默认o",
        "2021年10月15日 放大+ 缩小- 默认o",
        "河西晚报多媒体数字报刊平台",
        "版权声明：本报所刊作品未经许可不得转载",
        "版权声明：河西日报社版权所有，未经书面授权禁止复制或建立镜像。",
        "网站简介 | 版权声明 | 联系我们",
        "苏ICP备09065342号-1",
        "广告热线：6613888",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_what_a_site_says_of_itself_is_not_read(line: str, place: str) -> None:
    articles = ["渡口的船六点开航", "记者 白楠", TEXT, "图书室办了借书证", OTHER]
    page = "\n".join([line, *articles] if place == "above" else [*articles, line])
    assert [(article.kicker, article.title, len(article.blocks)) for article in read(page)] == [
        ((), "渡口的船六点开航", 1),
        ((), "图书室办了借书证", 1),
    ]


@pytest.mark.parametrize("title", ["“扫码点餐”退潮，纸质菜单回来了", "“扫一扫”扫掉了人情味"])
@pytest.mark.parametrize("mark", ["{}", "**{}**", "## {}"])
def test_a_title_that_speaks_of_scanning_is_read(title: str, mark: str) -> None:
    page = "\n\n".join([mark.format("渡口的船六点开航"), TEXT, mark.format(title), OTHER])
    assert title in str(read(page))


def test_an_address_within_a_paragraph_is_no_caption() -> None:
    page = "\n\n".join(
        ["## 渡口的船六点开航", TEXT[:30], "广告热线：6613888", TEXT[30:], "## 图书室办了借书证", f"本报讯（记者 白楠）{OTHER}"]
    )
    assert [block.text for block in read(page)[0].blocks] == [TEXT]
