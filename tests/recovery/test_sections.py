"""What stands around an article says what it is: sections, signatures below, lines alone among marked cross-heads."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

ONE = "逢三逢八，马家集赶了三百多年。从下个月起，改成逢三逢六逢九，一个月多出三个集，菜农不用再等五天。"
TWO = "第一根桩打了九天，打到二十六米打不动了，底下是一层铁板砂。第二天改用水冲，冲一米打一米，到底打了下去。"
THREE = "连日降雪，市区多家药店的防滑鞋套断了货。记者昨天走访了十一家药店，只在北门的一家买到了最后两双。"
FOUR = "她说别人的字是站着的，我的字是往前走的。信由父亲念给她听，父亲念得快，念完就去喂牛，她还坐在那里。"


def read(text: str) -> list[Article]:
    issue = recover([SourceFile("page02.md", text.encode())])
    assert not [finding for finding in issue.findings if finding.severity == "error"]
    return [article for article in issue.articles if article.type != "furniture"]


def test_rules_part_the_sections_of_a_page() -> None:
    first = f"**马家集镇：赶集的日子改了**\n\n本报讯（记者 王荣）{ONE}"
    second = f"**青石镇：港口打下新的桩**\n\n本报讯（记者 李芳）{TWO}"
    column = f"**乡镇头条**\n\n{first}\n\n{second}"
    found = read(f"**鞋套断货**\n\n鹿鸣\n\n{THREE}\n\n---\n\n{column}\n\n---\n\n**母亲的信**\n\n叶知秋\n\n{FOUR}\n\n---")
    assert [article.kicker for article in found] == [(), ("乡镇头条",), ("乡镇头条",), ()]


def test_a_label_heads_the_lower_titles_under_it() -> None:
    column = f"# 灯下书话\n\n## 他把河写了三遍\n\n陶然亭\n\n{ONE}\n\n## 旧书摊上的眉批\n\n{TWO}\n\n（杜陵布衣）"
    found = read(f"{column}\n\n# 江边\n\n王荣\n\n{THREE}")
    assert [(article.kicker, article.title, article.bylines[0].names) for article in found] == [
        (("灯下书话",), "他把河写了三遍", ("陶然亭",)),
        (("灯下书话",), "旧书摊上的眉批", ("杜陵布衣",)),
        ((), "江边", ("王荣",)),
    ]


@pytest.mark.parametrize("number", ["（一）", "（上）", "（未完）"])
def test_what_numbers_a_part_is_no_pen_name(number: str) -> None:
    assert not any(article.bylines for article in read(f"# 江边\n\n{ONE}\n\n{number}\n\n{TWO}"))


@pytest.mark.parametrize("label", ["# 柳堤散记", "**柳堤散记**", "柳堤散记"])
def test_a_column_may_be_named_behind_the_title(label: str) -> None:
    (article,) = read(f"# 凡是要等的东西都在后院慢慢地长\n\n{label}\n\n本报记者 王荣\n\n{ONE}\n\n{TWO}")
    assert (article.title, article.kicker, article.subtitle) == ("凡是要等的东西都在后院慢慢地长", ("柳堤散记",), "")


def test_a_short_question_among_marked_titles_is_text() -> None:
    article, _ = read(f"## 江边\n\n王荣\n\n{ONE}\n\n等什么呢？\n\n{TWO}\n\n## 后院的井水\n\n李芳\n\n{THREE}")
    assert [block.type for block in article.blocks] == ["paragraph"] * 3


def test_a_song_has_lines_of_several_clauses() -> None:
    first = "野草无名自在青,窑门半塌不曾扃。  \n当年十里红如昼,此际三更黑有星。"
    second = "砖未冷,火犹醒,夜深谁在数残瓶?  \n老翁指点向孙子:碗底刻着爷爷名。"
    (article,) = read(f"# 过废窑\n\n祁连雪\n\n{first}\n\n{second}")
    assert [(block.type, len(block.lines)) for block in article.blocks] == [("verse", 4)]


def test_notes_behind_a_text_are_its_last_part() -> None:
    (article,) = read(f"# 我家的井为什么不能自己打\n\n{ONE}\n\n**记者手记**\n\n{TWO}")
    assert [(block.type, block.text) for block in article.blocks][1:] == [("heading", "记者手记"), ("paragraph", TWO)]


def test_a_jump_line_may_stand_behind_the_title() -> None:
    pages = {
        "page01.md": f"# 把锹插进土里 把渠修到地头\n\n{ONE[:30]}（下转第二版）",
        "page02.md": f"**把渠修到地头**（上接第一版）\n\n{ONE[30:]}\n\n# 后院的井水\n\n{TWO}",
    }
    found = recover([SourceFile(name, text.encode()) for name, text in pages.items()]).articles
    assert [[block.text for block in article.blocks] for article in found if article.title] == [[ONE], [TWO]]


def test_a_caption_that_a_language_model_copies_names_its_photographer() -> None:
    (article,) = read(f"# 江边\n\n{ONE[:30]}\n\n【图片：渠底的人。本报记者 陶然 摄】\n\n{ONE[30:]}")
    assert ([block.text for block in article.blocks], article.captions) == ([ONE], ("渠底的人。本报记者 陶然 摄",))


@pytest.mark.parametrize("lead", ["马家集讯（通讯员 芮小丫）", "本报讯（记者 芮小丫）"])
def test_datelines_of_places(lead: str) -> None:
    (article,) = read(f"# 江边\n\n{lead}{ONE}")
    assert (article.dateline, article.bylines[0].names, article.blocks[0].text) == (lead, ("芮小丫",), ONE)
