"""Unmarked headers, told by what stands around them: writers, lengths, the masthead, what is marked alone."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXTS = (
    "入秋以来，县里的粮站每天清晨五点开门，农户把新谷一车一车送来，过磅、验水分、开票，前后不到二十分钟。",
    "渡口的老船工姓魏，摇橹四十一年。桥通车那天，他把橹扛回家，第二天又扛了出来，说河对岸还有三户人家没有路。",
    "图书馆的夜灯亮到十点，靠窗的位子总有人占着。管理员贺兰在桌上放了一块小黑板，谁走谁擦掉自己的名字。",
    "集市搬进了大棚，卖豆腐的、补锅的、剃头的都有了固定摊位。唯独卖鸟的老聂不肯进去，他说鸟听不见风声就不叫。",
)


def read(*parts: str) -> list[Article]:
    found = recover([SourceFile("page02.md", "\n\n".join(parts).encode())])
    return [article for article in found.articles if article.type != "furniture"]


def headers(*parts: str) -> list[tuple[tuple[str, ...], str]]:
    return [(article.kicker, article.title) for article in read(*parts)]


def test_a_writer_below_a_section_closes_an_article_of_its_own() -> None:
    first = ("粮站五点开门", "本报记者 郝秋", TEXTS[0], TEXTS[1])
    comment = ("街谈", "等一等，问一句", TEXTS[2], "（莫言之）")
    assert headers(*first, *comment) == [((), "粮站五点开门"), (("街谈",), "等一等，问一句")]


def test_a_writer_below_an_essay_signs_it_where_the_marks_of_its_title_are_lost() -> None:
    marked = [
        part for at, who in enumerate(("郝秋", "魏冬", "聂平")) for part in (f"## {TEXTS[at][-9:-1]}", f"⊙{who}", TEXTS[at])
    ]
    essay = ("半张旧船票", TEXTS[3], "（容 若）")
    found = read(*marked, *essay)
    assert [article.title for article in found][-1:] == ["半张旧船票"]
    assert [article.bylines[0].names for article in found] == [("郝秋",), ("魏冬",), ("聂平",), ("容若",)]


def test_an_article_without_a_writer_goes_on_where_all_have_one() -> None:
    others = ("粮站五点开门", "本报记者 郝秋", TEXTS[0], "渡口有人", "本报讯（记者 魏冬）" + TEXTS[1])
    last = (
        "两岸合龙",
        "——一座便桥的见闻",
        TEXTS[2],
        "最后一块板铺上去的时候，两边的人都停了",
        TEXTS[3],
        "饭",
        TEXTS[0],
        "本报记者 聂平",
    )
    assert headers(*others, *last)[-1] == ((), "两岸合龙")


def test_a_column_begins_below_a_continuation() -> None:
    read_as = headers("（上接第一版）", TEXTS[0], TEXTS[1], "乡镇传真", "石鼓镇：看戏自带板凳", TEXTS[2], "（记者 魏冬）")
    assert read_as[1:] == [(("乡镇传真",), "石鼓镇：看戏自带板凳")]


@pytest.mark.parametrize("slogan", ["您身边的事，就是我们的头条", "读晚报 知天下", "晚报热线 96111"])
def test_slogans_are_no_headlines(slogan: str) -> None:
    head = ("河口晚报", "河口报业集团主办 2023年6月20日 星期二 第11806期 今日16版", slogan)
    assert headers(*head, "县委农村工作会议提出", "要比谁家的大田长得齐", "本报记者 郝秋", TEXTS[0]) == [
        (("县委农村工作会议提出",), "要比谁家的大田长得齐")
    ]


@pytest.mark.parametrize("column", ["山里人家", "一季度经济观察①", "生态河口·观察", "来信照登"])
def test_a_column_below_its_title(column: str) -> None:
    assert headers("背课本的人今天不背课本", column, "本报记者 郝秋", TEXTS[0]) == [((column,), "背课本的人今天不背课本")]


def test_a_long_line_above_two_short_ones() -> None:
    header = ("五里街老房加装电梯现场会开到第四次", "一楼的邱阿姨", "先在图纸上签了字", "本报记者 郝秋")
    assert headers(*header, TEXTS[0]) == [((header[0],), "一楼的邱阿姨 先在图纸上签了字")]


def test_the_only_marked_line_of_a_page_heads_its_pieces() -> None:
    parts = ("# 左邻右里", "粮站五点开门", TEXTS[0], "（记者 郝秋）", "渡口还有人", TEXTS[1], "（通讯员 魏冬）")
    assert headers(*parts) == [(("左邻右里",), "粮站五点开门"), (("左邻右里",), "渡口还有人")]


def test_two_halves_of_a_title_with_a_gap_between() -> None:
    assert headers("开到夜里两点的店，", "白天在做什么", "——来自夜市的一天", "本报记者 郝秋", TEXTS[0]) == [
        ((), "开到夜里两点的店， 白天在做什么")
    ]


def test_a_question_of_two_clauses_above_a_writer() -> None:
    parts = (
        "粮站五点开门",
        "本报讯（记者 魏冬）" + TEXTS[1],
        "以旧换新，旧的到底折多少钱？",
        "记者走访七家门店",
        "本报记者 郝秋",
    )
    assert headers(*parts, TEXTS[0])[1] == ((), "以旧换新，旧的到底折多少钱？")


def test_the_writer_not_the_photographer_signs() -> None:
    (article,) = read("粮站五点开门", "本报讯 " + TEXTS[0], "文/本报记者 郝秋 图/本报记者 魏冬")
    assert [byline.names for byline in article.bylines] == [("郝秋",)]


def test_who_writes_and_photographs_signs() -> None:
    (article,) = read("# 粮站五点开门", "4月18日，" + TEXTS[0], "早报记者 郝秋 摄影报道")
    assert [byline.names for byline in article.bylines] == [("郝秋",)]


def test_the_last_words_of_a_title_on_three_lines() -> None:
    header = ("拿出真金白银 打通堵点卡点", "让民营企业轻装上阵", "大胆发展", "周立言主持 韩素清出席")
    (article,) = read(*(f"# {line}" for line in header), "本报讯（记者 郝秋）" + TEXTS[0])
    assert (article.title, article.subtitle) == (" ".join(header[:3]), header[3])


@pytest.mark.parametrize(
    ("line", "name"),
    [("记者郝立文", "郝立文"), ("記者郝立文", "郝立文"), ("记者郝秋文/图", "郝秋"), ("记者郝立冬专访", "郝立冬")],
)
def test_the_last_sign_of_a_name_and_the_word_behind_it(line: str, name: str) -> None:
    (article,) = read("# 粮站五点开门", line, TEXTS[0], TEXTS[1])
    assert [byline.names for byline in article.bylines] == [(name,)]


@pytest.mark.parametrize(
    "lines",
    [
        ("海隅時報", "2024年11月21日 第19874號 今日出報八大張三十二版 海隅時報社發行", "讀者服務專線：0800-077-188 零售每份15元"),
        ("The Harrow Courier", "Serving the coast since 1887", "Tuesday, February 20, 2024 | harrowcourier.info | $2.50"),
    ],
)
def test_what_a_masthead_says_of_the_issue_is_no_article(lines: tuple[str, ...]) -> None:
    assert [article.title for article in read(f"# {lines[0]}", *lines[1:], "# 粮站五点开门", "郝秋", TEXTS[0], TEXTS[1])] == [
        "粮站五点开门"
    ]


@pytest.mark.parametrize("number", ["0{}", "{}", "PART {}"])
def test_a_number_above_a_cross_head_is_a_part_of_the_article(number: str) -> None:
    heads = [
        (f"## {number.format(at)}", f"## {name}", TEXTS[at])
        for at, name in enumerate(("我的锅认得这条街", "谁不想要干净的街", "新的去处"), 1)
    ]
    [market] = read(
        "# 消失的夜市",
        "## ——一条街十年里的烟火",
        "文/本报记者 滕野 摄/本报记者 花木",
        TEXTS[0],
        *(line for head in heads for line in head),
        *TEXTS,
    )
    assert [block.type for block in market.blocks][:-4] == ["paragraph", *(["heading", "heading", "paragraph"] * 3)]
    assert market.bylines[0].names == ("滕野",)
