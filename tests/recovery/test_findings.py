"""Every finding of readers and recovery has a case."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.structure import structure_file

TEXT = "今年以来，市金融办深入贯彻落实省、市决策部署，以开展首贷户拓展专项行动为抓手，持续强化金融要素服务保障能力。"
WOVEN = [
    "记者昨日从市交通局获悉，环城路改造工",
    "市图书馆新馆将于下月一日正式对外开",
    "程已经全部完工，比原计划提前了二十",
    "放，新馆藏书达到一百二十万册，设有阅",
    "天。改造后的环城路双向六车道，设计时",
    "览座位三千个。馆长介绍说，新馆还专门",
    "速六十公里，沿线新增了公交站台十二",
    "为儿童设立了绘本区，为老年人准备了大",
    "个。市民王先生说，以前上下班高峰期堵",
    "字本图书。读者凭身份证就可以办理借阅",
]


def codes(text: str, **more: str) -> dict[str, str]:
    files = [
        SourceFile("page01.md", text.encode()),
        *(SourceFile(name.replace("_", "."), content.encode()) for name, content in more.items()),
    ]
    return {finding.code: finding.suggestion for finding in recover(files).findings}


@pytest.mark.parametrize(
    ("printed", "code", "suggestion"),
    [
        ("每车油钱省下12O元，一天能多跑一趟。", "S501", "120"),
        ("文明的春风拂拂每一个角落，硕果不断。", "S502", ""),
        ("家住东兴街的居民说，如今东新街变了样。", "S504", "东兴街"),
        ("会议研究了工作方案工作方案等三项议题。", "S503", "工作方案"),
        ("全县的各项各业都取得了可喜的成\ufffd，令人振奋。", "S507", ""),
    ],
)
def test_misprints_are_suspected(printed: str, code: str, suggestion: str) -> None:
    assert codes(f"# 标题在此\n\n本报讯（记者 王荣）{printed}{TEXT}").get(code) == suggestion


def test_a_page_without_misprints_has_no_finding() -> None:
    said = "市市场监管局和朔城区区委纷纷表示，看看天天向上的孩子们，一个项目一个项目地抓，一步一步一步地走。"
    assert codes(f"# 标题在此\n\n本报讯（记者 王荣）{said}{TEXT}") == {}


def test_a_date_and_its_weekday_must_agree() -> None:
    assert codes(f"# 青澜日报\n\n2023年11月8日 星期五 第6127期\n\n# 标题在此\n\n{TEXT}")["S506"] == "星期三"


def test_a_jump_without_a_continuation_is_reported() -> None:
    assert "S201" in codes(f"# 标题在此\n\n{TEXT}(下转第三版)")
    assert "S202" in codes(f"# 标题在此\n\n(上接第三版)\n\n{TEXT}")


def test_woven_columns_are_left_out_and_reported() -> None:
    issue = recover([SourceFile("page01.md", "\n".join(["# 标题在此", "", TEXT, "", *WOVEN]).encode())])
    assert "S601" in {finding.code for finding in issue.findings}
    read = str([article.blocks for article in issue.articles if article.read != "skip"])
    assert "程已经全部完工" not in read


def test_doubtful_outlines_are_reported() -> None:
    found = codes(
        f"# 甲标题写在这里\n\n{TEXT}\n\n# 乙标题写在那里\n\n市图书馆新馆下月开放，藏书达到一百二十万册，设有阅览座位三千个。"
    )
    assert found.keys() & {"S110", "S111"} or len(found) == 0


def test_corrections_outlive_a_change_of_the_pages() -> None:
    pages = [SourceFile("page01.md", f"# 标题在此\n\n{TEXT}".encode())]
    written = SourceFile("structure.md", structure_file(recover(pages), pages).replace("标题在此".encode(), "新题在此".encode()))
    same = recover([*pages, written])
    assert [article.title for article in same.articles] == ["新题在此"]
    assert [finding.code for finding in same.findings] == ["S300"]
    changed = recover([SourceFile("page01.md", b"# \xe5\xa5\xbd"), written])
    assert [finding.code for finding in changed.findings] == ["S301"]


@pytest.mark.parametrize("day", ["2023年2月30日 星期四", "二〇二三年四月三十一日", "2023-02-29", "Thursday, February 30, 2023"])
def test_a_day_that_there_is_not_is_told_and_another_stands_in(day: str) -> None:
    page = SourceFile("page01.md", f"# 青澜日报\n\n{day} 第6127期\n\n# 标题在此\n\n{TEXT}".encode())
    for date in ("", "2023-03-02"):
        issue = recover([page], date=date)
        assert issue.masthead.date == date
        assert "S505" in {finding.code for finding in issue.findings}


def test_files_that_are_left_out_are_named() -> None:
    assert "R102" in codes(f"# 标题在此\n\n{TEXT}", notes_json='{"a": 1}')
    assert "R103" in codes(f"# 标题在此\n\n{TEXT}", page02_md=" ")
