"""Poems on pages where nothing but their form tells them from what stands around them."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

VERSES = (
    "旧楼拆到第三层，燕子还记得窗台",
    "我们在这里领过粮票",
    "一个戴得很旧，一个用得很新",
    "钟楼敲七下，我总听成六下",
    "剩下那一下",
)
PROSE = "庙埕的榕树下，修伞的阿添伯一年只出来两个月，梅雨来他就来，台风走他就走，他不挂招牌，撑开一把破黑伞倒放在地上。"


def read(text: str) -> list[Article]:
    return list(recover([SourceFile("page01.txt", text.encode())]).articles)


@pytest.mark.parametrize("writer", ["段若水", "潮生", "作者 段若水", "段若水（离退休教师）"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_poem_ends_before_the_next_title(writer: str, between: str) -> None:
    parts = ("修伞的人", "贺蓉", PROSE, "冬至前夜", writer, *VERSES, "父亲的收音机", "凌初", PROSE)
    essay, poem, other = read(between.join(parts))
    assert (poem.title, poem.blocks[0].lines) == ("冬至前夜", VERSES)
    assert (essay.title, other.title) == ("修伞的人", "父亲的收音机")


def test_a_poem_ends_before_a_label() -> None:
    poem, notice = read("\n\n".join(("冬至前夜", "段若水", "\n".join(VERSES), "分类信息", "遗失声明", PROSE)))
    assert (poem.blocks[0].lines, notice.kicker) == (VERSES, ("分类信息",))


def test_stanzas_are_one_poem() -> None:
    (poem,) = read("\n\n".join(("**冬至前夜**", "*段若水*", "\n".join(VERSES[:3]), "\n".join(VERSES[3:]))))
    assert poem.blocks[0].lines == VERSES


def test_prose_below_a_writer_stays_prose() -> None:
    rows = [PROSE[at : at + 14] for at in range(0, len(PROSE), 14)]
    (essay,) = read("\n".join(("修伞的人", "贺蓉", *rows)))
    assert [block.type for block in essay.blocks if block.type == "verse"] == []


def test_numbered_stanzas_and_a_poem_named_by_its_form() -> None:
    stanzas = "\n".join(("一", *VERSES[:2], "二", *VERSES[2:]))
    couplets = "霜叶烧天塔影孤，\n一江寒水入平芜。\n凭栏欲问前朝事，\n老雁横空字有无。"
    first, second = read("\n\n".join(("## 冬至前夜", "段若水", stanzas, "五律·登楼望江", "贺蓉", couplets)))
    assert (first.title, len(first.blocks[0].lines)) == ("冬至前夜", 7)
    assert (second.title, second.bylines[0].names) == ("五律·登楼望江", ("贺蓉",))


def test_a_short_line_that_begins_a_stanza_is_no_name() -> None:
    stanzas = ("船走了\n缆绳还记得手的温度", "我站在石阶上\n数水里的灯")
    [poems] = read("\n\n".join(("# 冬至前夜(外一首)", "□段若水", "\n".join(VERSES), "**渡口**", *stanzas)))
    assert [block.text or block.lines for block in poems.blocks] == [VERSES, "渡口", tuple("\n".join(stanzas).split("\n"))]


def test_who_wrote_a_poem_may_be_set_in_bold() -> None:
    [poem] = read("\n\n".join(("# 冬至前夜", "**青石镇中心小学五(2)班 段若水**", "\n".join(VERSES))))
    assert (poem.bylines[0].names, [block.lines for block in poem.blocks]) == (("段若水",), [VERSES])


def test_the_name_of_a_poem_may_look_like_that_of_a_person() -> None:
    html = "<h2>诗二首</h2><p>□ 石上泉</p><p>山居<br>推门见山<br>山也在看我</p><p>夜行<br>月亮跟着我走<br>像一条听话的狗</p>"
    page = f"<html><body><article>{html}</article></body></html>"
    [poem] = recover([SourceFile("index.html", page.encode())]).articles
    assert (poem.bylines[0].names, [line for block in poem.blocks for line in block.lines]) == (
        ("石上泉",),
        ["山居", "推门见山", "山也在看我", "夜行", "月亮跟着我走", "像一条听话的狗"],
    )
