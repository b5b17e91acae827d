"""Faults that document parsers leave on the pages of dailies, each in its smallest form."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "渡口的船清晨六点开航，票价不变，雨天停航，过河的人比去年多了一倍，船工又添了两名，还备了四十件救生衣。"
OTHER = "菜场二楼的图书室办了借书证，卖豆腐的女人收摊以后上楼看书，一年看了三十一本，管理员给她留着靠窗的位子。"
THIRD = "旧仓库里办起了木偶戏，三个老人自己刷墙，自己搭台，头一场来了四十个孩子，第二场连站的地方也没有。"


FIRST, LAST = ("## 渡口的船六点开航", f"本报讯（记者 白楠）{TEXT}"), ("## 图书室办了借书证", f"本报讯（记者 龙小满）{OTHER}")


def read(*rows: str) -> list[Article]:
    page = "\n\n".join(rows)
    return [article for article in recover([SourceFile("page05.md", page.encode())]).articles if article.read != "skip"]


def texts(article: Article) -> list[str]:
    return [line for block in article.blocks for line in ([block.text] if block.text else [*block.lines])]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("## 县医院送医下乡1月28日，县医院组织内科等12名专家到朱官寨镇义诊，送药到户。", "县医院送医下乡", "1月28日，"),
        ("## 旧仓库里木偶戏开演近日，记者在旧仓库看到，天没黑就有三十多个孩子在等，", "旧仓库里木偶戏开演", "近日，"),
        ("图书室办了借书证本报讯（记者 白楠）菜场二楼的图书室昨起发放借书证，首日发出九十张。", "图书室办了借书证", "菜场二楼"),
    ],
)
def test_a_title_on_one_line_with_its_text_is_cut_off(line: str, title: str, text: str) -> None:
    found = read(*FIRST, line, OTHER)[-1]
    assert found.title == title
    assert texts(found)[0].startswith(text)


@pytest.mark.parametrize(
    "title", ["自2024年1月1日起，城区三条路段夜间限行，晚高峰分流", "渡口的船六点开航，票价不变，雨天停航，过河的人比去年多一倍"]
)
def test_a_title_that_says_when_is_whole(title: str) -> None:
    assert read(f"## {title}", TEXT, "## 图书室办了借书证", OTHER)[0].title == title


@pytest.mark.parametrize(
    "names",
    [
        ("丁志刚 王 芳（女） 叶建国 朱海霞（女）", "汤晓东 孙立军 李 岩 沈海明", "张雪梅（女） 陈国栋"),
        ("城关区：张玉梅 冯建设 白小雪", "临泉县：刘贵生 侯桂花 齐国栋", "柳园县：贺小玲"),
        ("丁志刚、王芳、叶建国、朱海霞、汤晓东、孙立军、李岩",),
    ],
)
def test_a_roll_of_names_is_neither_subtitle_nor_byline(names: tuple[str, ...]) -> None:
    found = read(*FIRST, "## 优秀船工名单", *names, *LAST)[1]
    assert (found.title, found.subtitle, found.bylines) == ("优秀船工名单", "", ())
    assert texts(found) == list(names)


def test_who_presided_is_the_whole_subtitle() -> None:
    header = (
        "李国强在市委农村工作会议上强调",
        "锚定建设农业强市目标",
        "全力抓好以粮食安全为重心的农业生产",
        "马文渊主持 丁学勤讲话",
    )
    [found] = read(*header, TEXT)
    assert found.kicker == (header[0],)
    assert found.title == f"{header[1]} {header[2]}"
    assert found.subtitle == header[3]


def test_a_note_above_a_title_begins_its_article() -> None:
    note = "读者来信刊发以后，有关部门迅速回应，现将答复摘登如下，敬请关注。"
    found = read("## 渡口的船六点开航", TEXT, "市民 董先生", f"编者按：{note}", "## 图书室办了借书证", OTHER)
    assert [(article.title, len(article.blocks)) for article in found] == [("渡口的船六点开航", 1), ("图书室办了借书证", 2)]


def test_a_dateline_in_bold_keeps_its_reporter() -> None:
    [found, _] = read("# 渡口开航", f"**新华社联合国6月29日电** （记者王建刚）{TEXT}", "# 图书室办了借书证", OTHER)
    assert found.dateline == "新华社联合国6月29日电 （记者王建刚）"
    assert texts(found) == [TEXT]


@pytest.mark.parametrize(("before", "dateline"), [("本报临河讯", "本报临河讯"), ("本报记者 沈佳", "本报记者 沈佳")])
def test_a_dateline_without_a_space(before: str, dateline: str) -> None:
    [found, _] = read("# 渡口开航", f"{before}“六点开航，票价不变。”船工说。", "# 图书室办了借书证", OTHER)
    assert found.dateline == dateline


def test_an_agency_behind_a_text_signs_it() -> None:
    [found, other] = read("# 渡口开航", TEXT, "据新华社电", "# 图书室办了借书证", OTHER)
    assert (found.credit, found.dateline, other.title) == ("据新华社电", "", "图书室办了借书证")


def test_courts_sign_each_their_notice() -> None:
    court, numbers = "临海市人民法院", ("（2023）浙1082民初3391号", "（2023）浙1082执1207号")
    found = read("## 法院公告", TEXT, court, numbers[0], OTHER, court, numbers[1], THIRD, court)
    assert [texts(article) for article in found] == [[TEXT], [numbers[0], OTHER], [numbers[1], THIRD]]
    assert {article.credit for article in found} == {court}


def test_who_mourns_signs() -> None:
    [found, other] = read("## 沉痛悼念孙桂芝老师", TEXT, "学生代表 王立新 孟庆华等 敬挽", "## 图书室办了借书证", OTHER)
    assert (found.credit, other.kicker) == ("学生代表 王立新 孟庆华等 敬挽", ())


def test_a_text_goes_on_behind_an_offer() -> None:
    offer = ("## 友阿家电惠", "空调直降800元 以旧换新最高补贴500元 活动时间：8月24日—26日")
    found = read("# 渡口的船六点开航", "本报记者 白楠", TEXT, *offer, OTHER)
    assert [texts(article) for article in found] == [[TEXT, OTHER]]


def test_sections_of_what_goes_on_without_its_title_are_its_own() -> None:
    page = ("上接06版", TEXT, "## 谁来守住老渡口", THIRD, "## 尾声", THIRD[::-1][1:] + "。", "# 图书室办了借书证", OTHER)
    assert [article.title for article in read(*page)] == ["", "图书室办了借书证"]


@pytest.mark.parametrize(
    "rows",
    [
        ("时间：22:00—次日6:00", "范围：观音桥步行街、建新北路", "咨询：966886"),
        ("1.项目编号：NJZB-2022-117", "2.预算金额：286万元/年", "3.投标人资格：具有独立法人资格"),
    ],
)
def test_entries_of_a_notice_stay_apart_and_in_order(rows: tuple[str, ...]) -> None:
    found = read(*FIRST, "## 今日停水", *rows, *LAST)[1]
    assert texts(found) == list(rows)


def test_what_is_said_of_a_table_stands_below_it() -> None:
    table = "<table><tr><td>品种</td><td>价格</td></tr><tr><td>黄瓜</td><td>2.8</td></tr></table>"
    found = read(
        "## 菜价播报", table, "单位：元/公斤 数据来源：红星大市场", "## 招聘", "渡口招船工两名，待遇面议。电话：13X-7312-8899"
    )
    assert [article.kicker for article in found] == [(), ()]


def test_answers_to_choose_from_are_no_cross_head() -> None:
    [found, _] = read("## 每日一练", "1.方程有两个相等的实数根，则m的值为（ ）", "A.2 B.4 C.-4 D.8", "## 图书室办了借书证", OTHER)
    assert "heading" not in {block.type for block in found.blocks}


def test_an_answer_of_two_paragraphs_is_one_speakers() -> None:
    turns = (
        "**记者：** 苦吗？",
        "**卢晓静：** 刚开始练蹲功，一蹲就是两个小时。",
        "评委以为我是送水的。（笑）",
        "**记者：** 后来呢？",
        "**卢晓静：** 后来就好了。",
    )
    [found, _] = read("# 焊花里绽放的青春", TEXT, *turns, "# 图书室办了借书证", OTHER)
    assert [block.type for block in found.blocks[1:]] == ["question", "answer", "answer", "question", "answer"]


def test_a_campaign_is_no_title() -> None:
    rows = (
        "迎接二十大 建功新时代",
        "老厂区变身“网红”文创园",
        "本报记者 祝捷",
        TEXT,
        "图书室办了借书证",
        f"本报讯（记者 白楠）{OTHER}",
    )
    found = read(*rows)[0]
    assert (found.kicker, found.title) == ((rows[0],), rows[1])


@pytest.mark.parametrize("names", ["才让 多杰", "昂欠 卓玛措"])
def test_names_without_surnames_below_a_title(names: str) -> None:
    found = read("## 在高质量发展中展现新作为", names, TEXT, "（作者单位：省委党校）", *LAST)[0]
    assert [byline.names for byline in found.bylines] == [tuple(names.split())]


def test_a_marked_word_behind_a_sign_is_a_cross_head() -> None:
    found = read(
        "# 升班马主场爆冷", TEXT, "## ■数据", OTHER, "## ■声音", THIRD, "# 图书室办了借书证", "本报讯（记者 白楠）" + OTHER
    )[0]
    assert [block.text for block in found.blocks if block.type == "heading"] == ["■数据", "■声音"]


def test_a_table_that_was_read_as_text_has_its_head() -> None:
    rows = ("指数 收盘 涨跌", "上证指数 3022.91 -0.29%", "深证成指 9661.04 -0.37%")
    found = read("**油价四连跌**", TEXT, "**今日股市**", *rows, "**图书室办了借书证**", f"本报讯（记者 白楠）{OTHER}")[1]
    assert (found.title, texts(found)) == ("今日股市", list(rows))


@pytest.mark.parametrize("title", ["投稿须知", "招领"])
def test_notices_below_an_essay(title: str) -> None:
    assert read("## 修表匠", "徐望", TEXT, f"## {title}", "请注明“副刊投稿”，文责自负。邮箱：a@hh.example")[1].title == title


def test_numbers_to_call_have_their_title() -> None:
    numbers = ("省防汛办：0791-88826000", "市应急局：0792-8123456", "救援电话：119")
    assert [article.title for article in read(*FIRST, "## 防汛热线", *numbers)][1] == "防汛热线"


def test_misread_datelines_and_dates() -> None:
    found = read(
        "松花江报 20l9年7月l8日 星期四 第6版",
        "清凉一夏 去江边听音乐会",
        f"木报讯 {TEXT}",
        "图书室办了借书证",
        f"木报记者 林雪 {OTHER}",
    )
    assert [(article.title, article.dateline[:4]) for article in found] == [
        ("清凉一夏 去江边听音乐会", "木报讯"),
        ("图书室办了借书证", "木报记者"),
    ]


def test_parts_of_a_roll_have_their_numbers_above_them() -> None:
    names, houses = ("高铁柱 侯 勇 石建军 付大伟", "秦 岭 宋立功 焦志强"), ("二矿综采一队", "洗选厂浮选车间", "机修厂电气班")
    roll = ("## 集团公司五一表彰名单", "## 劳动模范（7名）", *names, "## 工人先锋号（3个）", *houses)
    found = read(*FIRST, *roll, *LAST)
    assert [article.title for article in found][2:] == ["图书室办了借书证"]
    assert [line for line in texts(found[1]) if line in (*names, *houses)] == [*names, *houses]


def test_a_dateline_is_nobodys_name() -> None:
    found = read("# 渡口开航", f"时报讯（记者 连海）{TEXT}", "# 图书室办了借书证", OTHER)[0]
    assert [byline.names for byline in found.bylines] == [("连海",)]


def test_sayings_of_two_persons_stay_apart() -> None:
    sayings = ("“每一代人都有自己的沙漠要绿。”——大学生 韩松", "“向包姐学习，毕业就回家乡。”——选调生 卢苇")
    assert sayings[0] in texts(read("# 青年说", *sayings, "# 图书室办了借书证", OTHER)[0])


def test_an_interview_begins_below_a_notice() -> None:
    turns = ("问：春天总犯困怎么办？", "答：早睡早起，多到户外走走。", "问：老人膝盖疼能跑步吗？", "答：不建议，可改为游泳。")
    lost = "水北镇阿明理发店遗失营业执照正本，声明作废。"
    assert [article.title for article in read(*FIRST, "遗失声明", lost, "健康门诊", *turns)][1:] == ["遗失声明", "健康门诊"]
