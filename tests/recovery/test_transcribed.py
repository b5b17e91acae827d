"""Pages that a language model transcribed: its own words, its marks for pictures, bold over several lines."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "今年以来，学校深入推进本科教学改革，以开展课堂提质专项行动为抓手，持续改善教室条件，让学生坐得下来、听得进去。"


def read(text: str) -> list[Article]:
    issue = recover([SourceFile("page01.md", text.encode())])
    assert not [finding for finding in issue.findings if finding.severity == "error"]
    return [article for article in issue.articles if article.read != "skip"]


@pytest.mark.parametrize(
    "said",
    [
        "以下是该报纸图片的文字识别结果：",
        "好的，以下是这张报纸版面的转录内容：",
        "Here is the transcription of the newspaper page:",
        "（注：页面右下角的文字模糊，无法辨认，故未转录。）",
        "注：部分内容因扫描不清而省略。",
        "（此处文字无法辨认）",
        "如果您需要我继续识别其他版面，请告诉我。",
    ],
)
def test_what_the_model_says_is_not_read(said: str) -> None:
    article = f"# 教室换新颜\n\n本报讯（记者 王荣）{TEXT}\n\n{TEXT}"
    for page in (f"{said}\n\n{article}", f"{article}\n\n{said}"):
        (found,) = read(page)
        assert [block.text for block in found.blocks] == [TEXT, TEXT]


@pytest.mark.parametrize("left", ["扫描全能王 创建", "由 扫描全能王 扫描创建", "Scanned with CamScanner", "|", "丨 丨", "│"])
@pytest.mark.parametrize("between", ["\n\n{}\n\n# 校园开放日\n\n本报讯（记者 林一）", "\n\n{}\n\n"])
def test_what_a_scanner_leaves_on_a_page_is_not_read(left: str, between: str) -> None:
    said = read(f"# 教室换新颜\n\n本报讯（记者 王荣）{TEXT}{between.format(left)}{TEXT}")
    assert [(article.kicker, block.text) for article in said for block in article.blocks] == [((), TEXT), ((), TEXT)]


def test_who_speaks_of_a_scanner_is_read() -> None:
    assert "扫描全能王" in str(read(f"# 扫描全能王走红校园\n\n{TEXT}"))


@pytest.mark.parametrize("said", ["希望有关部门给予帮助。", "注：本表数据由统计局提供。", "以下为获奖学生名单："])
def test_what_the_paper_says_is_read(said: str) -> None:
    assert said in str(read(f"# 教室换新颜\n\n{TEXT}\n\n{said}"))


@pytest.mark.parametrize(
    "mark", ["[图片]", "【图片：几名学生蹲在坡面上记录数据】", "[Image: students on a slope]", "*[照片1：操场]*"]
)
def test_a_mark_for_a_picture_is_a_picture(mark: str) -> None:
    (found,) = read(f"# 教室换新颜\n\n本报讯（记者 王荣）{TEXT[:30]}\n\n{mark}\n\n{TEXT[30:]}")
    assert [block.text for block in found.blocks] == [TEXT]
    assert found.captions == ()


def test_bold_over_lines_is_one_title_and_emphasis_one_signature() -> None:
    first, second = read(
        f"**四年用好六千万\n一百间教室轮流换新**\n\n{TEXT}\n\n*教务处\n2023年12月13日*\n\n---\n\n【后勤之声】\n\n**把暖气\n送到每一间宿舍**\n\n{TEXT}"
    )
    assert (first.title, first.credit) == ("四年用好六千万 一百间教室轮流换新", "教务处 2023年12月13日")
    assert (second.kicker, second.title) == (("后勤之声",), "把暖气 送到每一间宿舍")


@pytest.mark.parametrize(
    "mark", ["# 第1版", "<!-- Page 1 -->", "{0}------------------------------------------------", "## 第 1 页"]
)
def test_what_the_model_says_before_the_first_page_is_no_page(mark: str) -> None:
    page = f"以下是识别结果：\n\n{mark}\n\n**青澜日报**\n\n2023年11月8日 星期三 第6127期\n\n# 教室换新颜\n\n{TEXT}"
    (found,) = read(page)
    assert (found.page, found.title) == (1, "教室换新颜")


FIELDS = ("报纸名称：梁溪晚报", "日期：2024年4月11日 星期四", "版次：A3 民生")
FORMS = {"brackets": "【{}】{}", "colons": "{}：{}", "bold": "**{}：** {}", "own line": "【{}】\n{}", "headings": "## {}：{}"}


@pytest.mark.parametrize("form", FORMS)
def test_names_of_fields_are_not_read(form: str) -> None:
    fields = (
        ("标题", "教室换新颜"),
        ("副标题", "一百间教室轮流换新"),
        ("作者", "本报记者 王荣"),
        ("正文", TEXT),
        ("引题", "把暖气送到宿舍"),
        ("标题", "今年冬天不穿棉衣睡觉"),
        ("正文", f"本报讯（记者 王荣）{TEXT}"),
        ("图片说明", "工人在检修锅炉。"),
    )
    first, second = read("\n\n".join((*FIELDS, *(FORMS[form].format(*field) for field in fields))))
    assert (first.title, first.subtitle, first.bylines[0].names) == ("教室换新颜", "一百间教室轮流换新", ("王荣",))
    assert (second.kicker, second.title, second.captions) == (("把暖气送到宿舍",), "今年冬天不穿棉衣睡觉", ("工人在检修锅炉。",))
    assert [block.text for article in (first, second) for block in article.blocks] == [TEXT, TEXT]


def test_a_word_before_a_colon_is_read_where_no_fields_are_named() -> None:
    (found,) = read(f"# 教室换新颜\n\n本报讯（记者 王荣）{TEXT}\n\n内容：桌椅、灯、黑板三样全部更换。")
    assert found.blocks[-1].text == "内容：桌椅、灯、黑板三样全部更换。"
