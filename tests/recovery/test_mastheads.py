"""Mastheads of papers in Traditional characters: dates in Hanzi, lunar dates, folios, who publishes the paper, its price."""

import pytest

from audio_edition.model.issue import Issue, SourceFile
from audio_edition.recovery import recover

STORIES = (
    "渡輪停航三小時　四千人滯留\n碼頭今晨恢復開航　船公司致歉",
    "【本報訊】渡輪公司昨日表示，纜繩纏住螺旋槳，兩班船延誤，乘客在碼頭等候，傍晚六時完成檢修，受影響乘客可憑票退款。",
    "舊街市月底拆卸　檔主陸續遷出",
    "【本報訊】經營六十年的舊街市月底拆卸，三十二個檔位的檔主陸續遷往新址，街坊前來合照留念，盼望新街市保留老字號。",
)
DAY = "二〇二四年十一月廿七日 星期三"


def read(*head: str) -> Issue:
    text = "\n".join(head) + "\n\n" + "\n\n".join(STORIES)
    return recover([SourceFile("a01.txt", text.encode())])


@pytest.mark.parametrize(
    "head",
    [
        (f"{DAY} 甲辰年十月廿七日 A1 要聞",),
        (f"{DAY}　農曆甲辰年十月廿七　今日出紙六大張　每份港幣十元",),
        (f"{DAY}　歲次甲辰", "督印人：雲嶺時報有限公司　零售每份港幣10元"),
        (f"{DAY}　A1　要聞", "督印人：陳大文　總編輯：李小明　社址：北角英皇道499號　電話：2563 1111　售價HK$10"),
        ("中華民國一一三年十一月廿七日　星期三", "發行人／林大有　社長／王小明　零售每份新台幣15元"),
        ("一一三年十一月廿七日　星期三", "社址：台北市忠孝路四段100號　電話：(02)2771-1234　第8765號"),
        ("113年11月27日（星期三）",),
        (DAY, "本報地址：台北市忠孝路四段100號"),
        ("二○二四年十一月廿七日（三）　A1　頭條", "督印：東方報業有限公司　售價港幣拾圓"),
        ("民國一百一十三年十一月二十七日", "發行人 林大有　社長 王小明", "定價：NT$15"),
        ("2024年11月27日 星期三", "出版：雲嶺時報有限公司　承印：雲嶺印務　每份$10"),
    ],
)
@pytest.mark.parametrize("latin", [(), ("Yunling Times",), ("Yunling Shibao",)])
def test_what_a_traditional_masthead_says_is_no_headline(head: tuple[str, ...], latin: tuple[str, ...]) -> None:
    issue = read("雲嶺時報", *latin, *head)
    articles = [article for article in issue.articles if article.type != "furniture"]
    assert (issue.masthead.title, issue.masthead.date) == ("雲嶺時報", "2024-11-27")
    assert [(article.kicker, article.title, article.subtitle) for article in articles] == [
        ((), "渡輪停航三小時　四千人滯留", "碼頭今晨恢復開航　船公司致歉"),
        ((), "舊街市月底拆卸　檔主陸續遷出", ""),
    ]


def test_the_latin_name_of_a_paper_needs_nothing_below_it() -> None:
    assert read("雲嶺時報", "Yunling Times").masthead.title_latin == "Yunling Times"


@pytest.mark.parametrize("comment", ["社評　渡輪停航之後", "短評"])
def test_a_title_in_two_clauses_below_a_comment_is_no_cross_head(comment: str) -> None:
    opinion = (comment, "渡輪一再停航，不能每次都以一句「機件老化」了事，乘客需要的是準時開航，監管部門也不能只罰款。")
    story = (
        "埠際賽　客隊加時奪冠",
        "本地划艇隊昨日在運河決賽以半個艇身取勝，隊長說全隊每天清晨練習，獎金將捐給學校，明年再赴外埠參賽。",
    )
    text = "\n\n".join((*STORIES, *opinion, *story))
    articles = recover([SourceFile("a02.txt", text.encode())]).articles
    assert articles[-1].title == story[0]
    assert not any(block.type == "heading" for article in articles for block in article.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Established 1887 · Vol. 138, No. 20 · Friday, May 16, 2025 · £1.60",
        "Founded 1901 | Vol. 12 No. 4 | Friday, 16 May 2025 | Price 80p",
    ],
)
def test_what_an_english_masthead_says_is_no_kicker(line: str) -> None:
    story = (
        "# Council Backs Plan to Reopen Station",
        "By Eleanor Cholm",
        "Councillors voted on Tuesday to reopen the town's station.",
    )
    imprint = "Published by Marsh Herald Ltd., 12 High Street, Marsh DT6 0XX. Editor: Ruth Cockburn. ISSN 0000-0019"
    issue = recover([SourceFile("issue.md", "\n\n".join(("THE MARSH HERALD", line, *story, imprint)).encode())])
    (article,) = (article for article in issue.articles if article.type != "furniture")
    assert (article.kicker, [block.text for block in article.blocks]) == ((), [story[2]])
    assert (issue.masthead.date, issue.masthead.number) == ("2025-05-16", "20" if "No. 20" in line else "4")


@pytest.mark.parametrize(
    "head",
    [("雲嶺時報　YUNLING TIMES",), ("Yunling Times 雲嶺時報",), ("YUNLING TIMES", "雲嶺時報"), ("雲　嶺　時　報 Yunling Times",)],
)
@pytest.mark.parametrize("day", ["中華民國113年11月27日　星期三　第2416號　今日發行3大張　零售每份15元", DAY])
def test_the_name_of_a_paper_in_two_scripts_is_no_kicker(head: tuple[str, ...], day: str) -> None:
    issue = read(*head, day)
    assert (issue.masthead.title, issue.masthead.title_latin.title()) == ("雲嶺時報", "Yunling Times")
    first = next(article for article in issue.articles if article.type != "furniture")
    assert (first.kicker, first.title) == ((), "渡輪停航三小時　四千人滯留")


def test_the_name_of_a_paper_is_kept_as_printed_where_only_folio_lines_say_it() -> None:
    folio = "A3　生活　島嶼日報　中華民國113年11月27日　星期三"
    issue = recover([SourceFile("A3.txt", "\n\n".join((folio, *STORIES)).encode())])
    assert issue.masthead.title == "島嶼日報"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("2024年5月6日　星期一　第01版", ""),
        ("2024年5月6日　星期一　第1 版　第2416期", "2416"),
        ("2024年5月6日　星期一　第 12 页　总第8,305期", "8305"),
    ],
)
def test_the_number_of_a_page_is_none_of_the_issue(line: str, number: str) -> None:
    story = ("# 县城供水管网改造提速", "本报讯（记者 李岩）5月5日，记者从县住建局获悉，县城供水管网改造工程已完成六成。")
    issue = recover([SourceFile("page01.md", "\n\n".join(("# 青岭日报", line, *story)).encode())])
    assert (issue.masthead.date, issue.masthead.number) == ("2024-05-06", number)


def test_the_word_before_a_date_is_no_paper() -> None:
    issue = recover([SourceFile("b07.txt", ("日期：2023年7月28日\n\n" + "\n\n".join(STORIES)).encode())])
    assert issue.masthead.title == ""


def test_whose_organ_a_paper_is_is_no_name_of_it() -> None:
    head = "中共渭河市委机关报\n\n# 渭河日报\n\n2025年6月19日 星期四 第15230期\n\n"
    issue = recover([SourceFile("page01.md", (head + "\n\n".join(STORIES)).encode())])
    assert (issue.masthead.title, issue.masthead.number) == ("渭河日报", "15230")
    assert all("渭河日报" not in article.kicker for article in issue.articles)
