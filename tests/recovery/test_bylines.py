"""Who wrote, in the forms in which papers print it above and below a text."""

import pytest

from audio_edition.recovery.names import Signature, signature

from .test_evidence import TEXTS, read


def test_a_writer_below_an_article_whose_dateline_names_nobody_signs_it() -> None:
    section = ("#### 村民：船還是要有", TEXTS[1], "記者 陳嘉敏 李卓謙")
    [river, grain] = read(
        "# **擺渡船停航 兩岸改走新橋**", f"【本報訊】{TEXTS[3]}", *section, "# **糧站五點開門**", f"【本報訊】{TEXTS[0]}"
    )
    assert [block.type for block in river.blocks] == ["paragraph", "heading", "paragraph"]
    assert (river.bylines[0].names, grain.title) == (("陳嘉敏", "李卓謙"), "糧站五點開門")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报讯 记者 洪波\n\n", ("洪波",)),
        ("本报讯 记者洪波 通讯员江秋月报道：", ("洪波", "江秋月")),
        ("本报讯 见习记者 洪波 通讯员 江秋月\n\n", ("洪波", "江秋月")),
        ("【环球时报驻韩国特派记者 洪波】", ("洪波",)),
        ("（圖文／記者 江秋月）", ("江秋月",)),
        ("【記者江大文／臺北報導】", ("江大文",)),
        ("【記者江秋月／專訪】", ("江秋月",)),
    ],
)
def test_reporters_behind_the_word_of_a_dateline(line: str, names: tuple[str, ...]) -> None:
    [article] = read("# 粮站五点开门", f"{line}{TEXTS[0]}")
    assert [block.text for block in article.blocks] == [TEXTS[0]]
    assert tuple(name for byline in article.bylines for name in byline.names) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("□ 申屠明月", "申屠明月"),
        ("□ 山村老农", "山村老农"),
        ("河东农民报记者 谷丰", "谷丰"),
        ("本刊记者 谷丰", "谷丰"),
        ("**青石镇中心小学五(2)班 沈小舟**", "沈小舟"),
        ("（实验中学七年级 罗一一）", "罗一一"),
        ("**市一中高二（11）班 霍 然**", "霍 然"),
        ("香港測量師協會前會長 葉滿棠", "葉滿棠"),
    ],
)
def test_a_name_below_a_title_is_the_byline(line: str, name: str) -> None:
    [article] = read("# 粮站五点开门", line, TEXTS[0], TEXTS[1])
    assert [(byline.printed, byline.names) for byline in article.bylines] == [(line.strip("*"), (name,))]
    assert not article.subtitle


def test_who_answers_in_brackets_heads_nothing() -> None:
    asked = ("问:孩子咳嗽,能用止咳糖浆吗?", "答:不建议给4岁以下的孩子用,超过4周应到儿科就诊。", "(市妇幼保健院儿科主任 郝敏)")
    answers, feet = read("**健康问答**", *asked, "泡脚有讲究", "本报讯(通讯员 蒋红梅)入秋后,不少人喜欢睡前泡泡脚,水温以40℃为宜。")
    assert (answers.credit, feet.title, feet.subtitle) == (asked[-1], "泡脚有讲究", "")


@pytest.mark.parametrize("teacher", ["(指导教师:黎明芳)", "指导老师 彭丽"])
def test_who_taught_a_pupil_wrote_nothing_and_heads_nothing(teacher: str) -> None:
    grain, fan = read(
        "# 粮站五点开门",
        "**青石镇中心小学五(2)班 沈小舟**",
        TEXTS[0],
        teacher,
        "# 外婆的蒲扇",
        "**育才学校三(1)班 罗一一**",
        TEXTS[1],
    )
    assert [[name for byline in one.bylines for name in byline.names] for one in (grain, fan)] == [["沈小舟"], ["罗一一"]]
    assert (grain.credit, fan.kicker, fan.title) == (teacher, (), "外婆的蒲扇")


def test_who_writes_and_takes_pictures_below_a_text_signs_it() -> None:
    grain, _ = read(
        "**粮站五点开门**", TEXTS[0], TEXTS[1], "首席记者 尹航 文/摄", "---", "**船工扛回了橹**", TEXTS[2], "见习记者 苗青"
    )
    assert [byline.names for byline in grain.bylines] == [("尹航",)]


@pytest.mark.parametrize("who", ["(江苏 吴越)", "业主 尚女士", "市民 温和平", "读者：金德水"])
def test_who_signs_a_letter_heads_nothing(who: str) -> None:
    letter, thanks = read(
        "## 谁动了我的车位", TEXTS[0], who, "**律师答疑:** 业主对车位享有所有权,可要求侵占人停止侵害。", "## 感谢信", TEXTS[1]
    )
    assert (letter.credit, [block.type for block in letter.blocks]) == (who, ["paragraph", "paragraph"])
    assert (thanks.type, thanks.title) == ("notice", "感谢信")


def test_where_a_reader_lives_is_no_name() -> None:
    assert [byline.names for byline in read("# 粮站五点开门", TEXTS[0], "(江苏 吴越)", "# 渡口停航", TEXTS[1])[0].bylines] == [
        ("吴越",)
    ]


@pytest.mark.parametrize("name", ["竹音", "梁文道西", "霍 然"])
def test_pen_names_in_bold_where_names_are_set_so(name: str) -> None:
    first, second, third = read(
        *("# 粮站五点开门", "**本报记者 冉竹**", TEXTS[0]),
        *("**现场短评**", "# 渡口停航以后", f"**{name}**", TEXTS[1]),
        *("**诗**", "# 庙街", f"**{name}**", "占卜的老人\n把明天\n摊在一块红布上", "我付了二十元\n买走\n一个不太坏的夜晚"),
    )
    assert [article.kicker for article in (first, second, third)] == [(), ("现场短评",), ("诗",)]
    assert [[byline.printed for byline in article.bylines] for article in (second, third)] == [[name], [name]]
    assert [len(block.lines) for block in third.blocks] == [6]


def test_a_cross_head_in_bold_keeps_its_mark() -> None:
    [grain] = read("# 粮站五点开门", "本报记者 冉竹", TEXTS[0], "**新谷进仓**", TEXTS[1], "**旧秤下岗**", TEXTS[2])
    assert [block.text for block in grain.blocks if block.type == "heading"] == ["新谷进仓", "旧秤下岗"]


def test_where_a_text_comes_from_heads_nothing() -> None:
    grain, ferry = read(
        "# 粮站五点开门", f"深海晚报综合报道 {TEXTS[0]}", "据央视新闻客户端", "# 渡口停航以后", f"本报讯 {TEXTS[1]}"
    )
    assert (grain.dateline, grain.credit, ferry.kicker) == ("深海晚报综合报道", "据央视新闻客户端", ())
    assert [block.text for block in grain.blocks] == [TEXTS[0]]


def test_the_second_half_of_a_cut_bracket_names_nobody() -> None:
    assert signature("镇读者 孙长有）") is None


@pytest.mark.parametrize("name", ["李䶮", "王㛃", "刘𬱖", "何〇"])
def test_names_have_characters_of_every_plane(name: str) -> None:
    assert signature(f"本报记者 {name}") == Signature((name,), told=True, photo=False)


def test_what_points_to_another_report_is_no_dateline() -> None:
    [article] = read("# 粮站五点开门", TEXTS[0], f"【相关报道】{TEXTS[1]}")
    assert (article.dateline, [name for byline in article.bylines for name in byline.names]) == ("", [])
