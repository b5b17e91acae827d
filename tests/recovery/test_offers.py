"""Advertisements that nothing calls so are told from news, notices and services."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

TEXT = "今年以来，市金融办深入贯彻落实省、市决策部署，以开展首贷户拓展专项行动为抓手，持续强化金融要素服务保障能力。"
BEFORE = f"# 金融活水润万家\n\n本报讯（记者 王荣）{TEXT}\n\n"
BEHIND = f"\n\n# 新馆下月开放\n\n本报讯（记者 李明）{TEXT}"


def between(item: str) -> list[tuple[str, str]]:
    """Type and advice of what stands between two articles."""
    articles = recover([SourceFile("page01.md", f"{BEFORE}{item}{BEHIND}".encode())]).articles
    assert (articles[0].title, articles[-1].title) == ("金融活水润万家", "新馆下月开放")
    assert "1234567" not in str(articles[0].blocks + articles[-1].blocks) or not articles[1:-1]
    return [(article.type, article.read) for article in articles[1:-1]]


@pytest.mark.parametrize(
    "item",
    [
        "金秋家装节 全场五折起\n\n满5000减800 进店有礼\n\n地址：江城路88号 电话：0555-1234567",
        "## 东方家具\n\n真皮沙发3980元起 全场满5000送茶几\n\n地址：高翔路99号 热线：0577-1234567",
        "### 老中医专治腰腿疼\n\n三帖见效 咨询电话：400-800-1122（本广告有效期至4月1日）",
        "**云上天境 盛大开盘**\n\n首付8万起 湖景现房 即买即住\n\n品鉴热线：8888 6666\n\n开发商：滨湖置业有限公司",
        "**老花眼 看不清？**\n\n叶黄素护眼贴 买三送二\n\n厂家直销 货到付款\n\n订购热线 400-800-8820",
        "## Autumn sale at Miller's\n\nUp to 40% off all sofas\n\nCall now 555-0134",
    ],
)
def test_an_offer_is_not_read(item: str) -> None:
    assert between(item) == [("ad", "skip")]


@pytest.mark.parametrize(
    ("item", "type"),
    [
        ("## 招聘启事\n\n滨湖酒店诚聘服务员5名，月薪4000元起\n\n电话：0555-1234567", "notice"),
        ("## 温馨提示\n\n停水期间请市民提前蓄水\n\n咨询电话：0555-1234567", "box"),
        (f"## 首付比例下调\n\n本报讯（记者 赵海）{TEXT}咨询电话：0555-1234567。", "article"),
    ],
)
def test_what_serves_the_reader_is_read(item: str, type: str) -> None:
    assert [found for found, read in between(item) if read != "skip"] == [type]
