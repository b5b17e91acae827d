"""Whom a notice or a letter is written to is no writer."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

STORY = ("# 粮站五点开门", "本报记者 郝秋", "入秋以来，县里的粮站每天清晨五点开门，农户把新谷一车一车送来，过磅、验水分、开票。")
SERVED = "本院受理原告张某诉你民间借贷纠纷一案，现依法向你公告送达民事判决书。自公告之日起30日内来本院领取，逾期即视为送达。"
LETTER = "我家住在城南老街，门口的路灯坏了半个月，晚上出门全靠手电，老人小孩都摔过跤，盼着有人来修一修。"


def read(*parts: str) -> list[Article]:
    found = recover([SourceFile("page02.md", "\n\n".join((*STORY, *parts)).encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize(
    "parties",
    [
        "覃大勇：",
        "李建国、王秀英：",
        "李建国（身份证号530102）、王秀英:",
        "云岭贸易有限公司、李建国：",
        "被告李建国、云岭贸易有限公司：",
    ],
)
@pytest.mark.parametrize("above", [(), ("云河县人民法院", "（2024）云0931民初1024号")])
def test_the_parties_of_a_notice_are_no_writers(parties: str, above: tuple[str, ...]) -> None:
    notice = read("# 公 告", *above, parties, SERVED, "云河县人民法院", "2024年5月8日")[1]
    assert (notice.title, notice.bylines) == ("公 告", ())
    assert [block.text for block in notice.blocks][-2:] == [parties, SERVED]


@pytest.mark.parametrize(
    "text", ["请贵公司于十日内来我局领取行政处罚决定书，逾期不领取的，依法视为送达。", "兹定于5月20日召开股东会，请准时出席。"]
)
def test_other_notices_speak_to_somebody_too(text: str) -> None:
    assert read("# 送达公告", "李建国：", text)[1].bylines == ()


def test_each_of_several_notices_is_signed_where_it_is_printed() -> None:
    second = "赵明：本院受理原告孙某与你离婚纠纷一案，现依法公告送达判决书。"
    parts = ("李建国：", SERVED, "云河县人民法院", second, "云河县人民法院", "钱大伟：", SERVED, "云河县人民法院")
    notice = read("# 法院公告", *parts)[1]
    assert [(block.type, block.text) for block in notice.blocks] == [("paragraph", part) for part in parts[:-1]]
    assert notice.credit == parts[-1]


@pytest.mark.parametrize("greeting", ["编辑同志：", "**编辑同志：**", "各位读者：", "尊敬的业主:", "亲爱的朋友们："])
def test_a_greeting_is_the_first_line_of_a_letter(greeting: str) -> None:
    letter = read("# 路灯何时再亮", greeting, LETTER)[1]
    assert (letter.title, letter.bylines) == ("路灯何时再亮", ())
    assert [block.text for block in letter.blocks] == [greeting.strip("*"), LETTER]


def test_a_greeting_begins_an_item_and_its_date_is_no_masthead() -> None:
    call = ("# 致投资者", "各位股东：", "兹定于5月20日召开临时股东会，请准时出席。", "云州实业股份有限公司董事会", "2024年5月1日")
    letter = ("# 家书", "妈妈：", "您寄来的棉鞋收到了，脚底暖和得很。", "儿子 李强")
    text = "\n".join(("# 云州晚报", "2024年5月3日 星期五", *STORY, *letter, *call))
    found = recover([SourceFile("page01.md", text.encode())]).articles
    articles = [article for article in found if article.type != "furniture"]
    assert [(article.title, article.credit) for article in articles[1:]] == [
        ("家书", "儿子 李强"),
        ("致投资者", "云州实业股份有限公司董事会 2024年5月1日"),
    ]


@pytest.mark.parametrize("byline", ["本报记者 郝立冬：", "文/郝立冬：", "郝立冬："])
def test_a_byline_may_end_in_a_colon(byline: str) -> None:
    assert [line.names for line in read("# 路灯何时再亮", byline, LETTER)[1].bylines] == [("郝立冬",)]
