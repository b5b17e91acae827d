"""What newsrooms, sites and mail add to copy is not read; what a newspaper prints is."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "本报讯（记者 何佳）昨天早上六点，停了半年的渡口重新开航，首班船上坐着七十二位乘客。"
OTHER = "本报讯（记者 唐果）老街社区食堂本周一开张，六十岁以上的老人凭证打八折，午饭十元管饱。"


def of(*lines: str) -> list[Article]:
    found = recover([SourceFile("copy.txt", "\n\n".join(lines).encode())])
    return [article for article in found.articles if article.type != "furniture"]


@pytest.mark.parametrize(
    "slug",
    [
        "稿件编号：20250811-09　　栏目：综合",
        "【稿号】：20250811-09",
        "▲原标题：百舸争流渡口上",
        "栏目：要闻 版次：02 字数：860",
    ],
)
def test_fields_of_a_newsroom_s_system_are_not_read(slug: str) -> None:
    first, second = of("渡口昨天早上重新开航", TEXT, slug, "老街的社区食堂开张", OTHER)
    assert (first.title, second.title) == ("渡口昨天早上重新开航", "老街的社区食堂开张")
    assert [len(article.blocks) for article in (first, second)] == [1, 1]


def test_the_head_of_a_message_is_not_read() -> None:
    head = "发件人：何佳 <hejia@example.com>\n收件人：要闻编辑部\n主题：渡口昨天早上重新开航\n发送时间：2025年8月11日 21:40"
    [article] = of(head, "渡口昨天早上重新开航", TEXT)
    assert (article.title, len(article.blocks)) == ("渡口昨天早上重新开航", 1)


def test_the_slug_and_the_end_of_an_agency_s_copy_are_not_read() -> None:
    text = (
        "DULUTH, Minn. (AP) — A ferry that had been out of service for six months resumed its runs across the harbor on Monday."
    )
    [article] = of(
        "BC-US--Harbor Ferry, 1st Ld-Writethru, 320", "Eds: Updates with quotes.", "Harbor ferry runs again", text, "-30-"
    )
    assert (article.title, len(article.blocks)) == ("Harbor ferry runs again", 1)


def test_a_field_of_a_notice_is_read() -> None:
    found = of("食堂招聘启事", "社区食堂招聘厨师两名，要求如下。", "部门：后厨", "待遇：面议")
    assert "后厨" in repr(found)
