"""What can only be an advertisement is none of the news, though no label says so."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

NEWS = "# 夜市摊主联名要求公开测算\n\n十七位摊主联名要求公开测算依据，管理公司答复，下周二召开协商会，结果贴在夜市入口。\n\n"
SELLS = "二十万元起存，额度有限，先到先得。详询各网点或致电0999-95500。投资有风险，选择须谨慎。"
SERVES = "图书馆周末起延长开放到晚上九点，自习室限时预约，咨询电话0999-6123388，周一闭馆。"


@pytest.mark.parametrize(("text", "sells"), [(SELLS, True), (SERVES, False)])
def test_a_text_that_sells_is_an_advertisement(text: str, sells: bool) -> None:
    page = (
        f"{NEWS}春芽大额存单\n\n{text}\n\n# 环湖路夜间封闭施工\n\n本报讯 环湖路下周起夜间封闭施工，为期一个月，公交改道行驶。\n"
    )
    articles = recover([SourceFile("page1.md", page.encode())]).articles
    assert [article.title for article in articles if article.type == "ad"] == ["春芽大额存单"] * sells
    assert all(text not in block.text for article in articles if article.type != "ad" for block in article.blocks) == sells


@pytest.mark.parametrize(
    "line", ["廣告　全家洗衣 5折起 0800-123-456", "广告：鸿运家电城 全场五折起", "【广告】海景现房 恭迎品鉴"]
)
def test_an_advertisement_on_one_line_with_its_label_signs_no_article(line: str) -> None:
    story = "# 渡轮停航三小时", "本报讯（记者 李岩）5月5日，纜繩纏住螺旋槳，两班船延误，乘客在码头等候，傍晚六时完成检修。"
    issue = recover([SourceFile("page01.md", "\n\n".join(("# 青岭日报", *story, line)).encode())])
    articles = [article for article in issue.articles if article.type != "furniture"]
    assert [(article.type, article.read, article.credit) for article in articles] == [("article", "full", ""), ("ad", "skip", "")]


def test_a_headline_on_advertising_is_no_advertisement() -> None:
    story = (
        "广告 何时不再满天飞",
        "本报讯（记者 李岩）5月5日，记者从市城管局了解到，今年以来全市清理违规张贴三万余处，市民纷纷点赞。",
    )
    issue = recover([SourceFile("page01.md", "\n\n".join(("# 青岭日报", *story)).encode())])
    assert [article.title for article in issue.articles if article.type != "furniture"] == [story[0]]


@pytest.mark.parametrize("desk", ["江州晚报分类广告 刊登热线：2020333", "九江晚郵 分類小廣告 熱線 2388 0000"])
def test_under_the_desk_that_takes_them_lines_with_a_number_to_call_are_advertisements(desk: str) -> None:
    offers = "旺铺转让 英雄中路临街，接手可营业，电话13900000000", "【搬屋】誠信搬運 廿四小時 免費估價 6000 0000"
    found = recover([SourceFile("page1.md", "\n\n".join((NEWS, desk, *offers)).encode())]).articles
    assert [block.text for article in found if article.type == "ad" for block in article.blocks] == list(offers)
    assert [article.title for article in found if article.type == "article"] == ["夜市摊主联名要求公开测算"]


def test_a_notice_under_such_a_desk_is_read() -> None:
    text = "\n\n".join((NEWS, "江州晚报 声明、公告刊登热线：2020333", "遗失声明", "何佳遗失残疾人证，声明作废。"))
    found = recover([SourceFile("page1.md", text.encode())]).articles
    assert [article.title for article in found if article.type == "notice"] == ["遗失声明"]
