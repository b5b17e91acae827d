"""What heads several items: labels of columns, by the issue's habits and the paper's name, and digests, by their form."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

STORIES = (
    (
        "旧仓库里办起了木偶戏",
        "陆一舟",
        "仓库在铁路边上，空了十几年。去年秋天，三个唱木偶戏的老人租下它，自己刷墙，自己搭台，头一场来了四十个孩子。",
    ),
    ("渡船停了以后", "孟知秋", "桥通车那天，摆渡的老龙把缆绳收进屋里。他说水还是那条水，人都从天上走了，他得学着在岸上睡觉。"),
    ("菜场二楼的图书室", "", "卖豆腐的女人收摊以后上楼看书，一年看了三十一本。管理员给她留着靠窗的位子，桌上放一块抹布。"),
)


def page(labels: tuple[str, str, str], marks: tuple[str, str], paper: str) -> str:
    """Three stories under labels, set with the marks."""
    parts = [f"{paper} 2024年5月8日 星期三 第5版"]
    for name, (title, writer, text) in zip(labels, STORIES, strict=True):
        parts += [marks[0].format(name), marks[1].format(title), *([f"□{writer}"] if writer else []), text, text[::-1][1:] + "。"]
    return "\n\n".join(parts)


def recovered(text: str) -> list[Article]:
    return [article for article in recover([SourceFile("page05.md", text.encode())]).articles if article.type != "furniture"]


@pytest.mark.parametrize(
    "labels",
    [("河西手记", "城南旧事", "光阴"), ("水边", "河西·往事", "慢镜头"), ("灯下", "老手艺", "河西地理")],
)
@pytest.mark.parametrize("marks", [("# {}", "# {}"), ("**{}**", "## {}"), ("**{}**", "**{}**"), ("# **{}**", "## {}")])
def test_a_few_signs_above_a_title_are_its_label_where_the_issue_has_that_habit(
    labels: tuple[str, str, str], marks: tuple[str, str]
) -> None:
    found = recovered(page(labels, marks, "河西晚报"))
    assert [(article.kicker, article.title) for article in found] == [
        ((name,), title) for name, (title, _, _) in zip(labels, STORIES, strict=True)
    ]


ITEMS = (
    ("北门桥下月封闭检修", "北门桥6月1日起封闭检修四十天，过往车辆从环城路绕行。"),
    ("少年宫增开夜间课程", "少年宫书画班增加晚间场次，每期收学员二十名。"),
    ("三家药店可配中药", "康宁等三家药店添置煎药机，街坊凭方子即可代煎。"),
)
FORMS = {
    "title above text": "◎{0}\n{1}",
    "other ornament": "■ {0}\n{1}",
    "ornament": "●{1}",
    "topic in brackets": "【民生】{1}",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("header", ["**一线拾遗**", "# 早知道", "**快读**"])
def test_items_that_begin_alike_under_a_short_header_are_briefs(form: str, header: str) -> None:
    items = "\n\n".join(FORMS[form].format(*item) for item in ITEMS)
    head, tail = (f"# {title}\n\n□本报记者 {writer}\n\n{text}" for title, writer, text in STORIES[:2])
    found = recovered(f"{head}\n\n{header}\n\n{items}\n\n{tail}")
    assert [article.type for article in found] == ["article", "brief", "brief", "brief", "article"]
    assert {article.kicker for article in found[1:4]} == {(header.strip("*# "),)}
    assert [article.title for article in found[1:4]] == [title if "{0}" in FORMS[form] else "" for title, _ in ITEMS]


def test_items_on_one_matter_are_part_of_their_article() -> None:
    measures = "\n\n".join(
        (
            "●购买新能源汽车的市民，按车价给予三千元至五千元补贴。",
            "●家电以旧换新扩大到十二类，每件补贴不超过两千元。",
            "●餐饮企业发放满一百减三十的消费券，补贴由财政承担。",
        )
    )
    lead = "本报讯（记者 王敏）市商务局印发促进消费措施，从购车、家电、餐饮企业三方面给予市民补贴。"
    (article,) = recovered(f"# 促消费措施出台\n\n{lead}\n\n**主要措施**\n\n{measures}")
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("pointer", [">>> 03版", ">>03版", "▶▶▶03版", "03版", "详见第3版"])
def test_the_page_below_a_title_points_to_it(pointer: str) -> None:
    text = f"**樱花大道周末限行方案出炉**\n{pointer}\n\n# {STORIES[0][0]}\n\n□{STORIES[0][1]}\n\n{STORIES[0][2]}"
    found = recover([SourceFile("page01.md", text.encode())]).articles
    assert [(article.type, article.title) for article in found] == [
        ("teaser", "樱花大道周末限行方案出炉"),
        ("article", STORIES[0][0]),
    ]


@pytest.mark.parametrize("signature", ["河西供水公司 2024年5月8日", "河西县供电局\n\n2024年5月8日"])
def test_a_notice_ends_with_who_gives_it_and_when(signature: str) -> None:
    text = "因管网改造，5月9日8时至17时，新安路、望江街一带停水，请用户提前储水。"
    head = f"河西晚报 2024年5月8日 星期三 第5版\n\n# {STORIES[1][0]}\n\n□{STORIES[1][1]}\n\n{STORIES[1][2]}"
    _, *found = recovered(f"{head}\n\n# 停水预告\n\n{text}\n\n{signature}\n\n# {STORIES[0][0]}\n\n{STORIES[0][2]}")
    assert [(article.type, article.title) for article in found] == [("notice", "停水预告"), ("article", STORIES[0][0])]
    assert "2024年5月8日" in found[0].credit


def test_a_page_that_stands_alone_below_a_listed_title_points_to_it() -> None:
    parts = ("# Ferry cuts its winter runs", "## Inside", "Hardware store turns 100", "Page A3", "Marina rents climb", "Page A9")
    teasers = [article for article in recovered("\n\n".join(parts)) if article.type == "teaser"]
    assert [teaser.jump and teaser.jump.printed for teaser in teasers] == ["Page A3", "Page A9"]


@pytest.mark.parametrize("line", ["社評　老渡口不該只剩照片", "短评 老渡口不该只剩照片"])
def test_the_label_of_a_comment_on_one_line_with_its_title(line: str) -> None:
    title, writer, text = STORIES[0]
    found = recovered(f"# {title}\n\n□{writer}\n\n{text}\n\n# {line}\n\n{STORIES[1][2]}")
    assert [(article.kicker, article.title) for article in found] == [((), title), ((line[:2],), line[3:])]
