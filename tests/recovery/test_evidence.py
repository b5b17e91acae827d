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


@pytest.mark.parametrize("label", ["今日天气", "天气预报"])
def test_the_weather_at_the_end_of_a_page_is_an_item_of_its_own(label: str) -> None:
    grain, weather = read(
        "# 粮站五点开门", "本报记者 郝秋", TEXTS[0], f"{label}:多云转晴 偏南风3级 16℃~29℃", "责任编辑:郝平 校对:卢敏"
    )
    assert [block.text for block in grain.blocks] == [TEXTS[0]]
    assert (weather.type, weather.title, weather.blocks[0].text) == ("weather", label, "多云转晴 偏南风3级 16℃~29℃")


def test_the_last_of_numbered_items_ends_with_a_full_stop() -> None:
    items = ("1.糖尿病足患者;", "2.下肢静脉曲张者;", "3.饭后半小时内的人;", "4.足部有炎症的人。")
    [article] = read("# 粮站五点开门", "本报记者 郝秋", TEXTS[0], "有以下四种情形的不宜搬运谷物:", *items, TEXTS[1])
    assert [block.lines for block in article.blocks if block.type == "list"] == [items]


def test_lines_that_end_with_a_number_to_call_are_offers_of_their_own() -> None:
    offers = ("门面出租 浔阳路旺铺80㎡,月租6000元 13879200001", "专业疏通下水道 24小时服务 8225577")
    found = read("# 粮站五点开门", "本报记者 郝秋", TEXTS[0], "# 商务分类信息", *offers)
    assert [block.text for block in found[-1].blocks] == list(offers)
    assert not found[0].captions


def test_a_call_for_contributions_may_name_the_supplement() -> None:
    assert [article.type for article in read("# 粮站五点开门", "郝秋", TEXTS[0], "# 芦苇荡征稿", TEXTS[1])] == [
        "article",
        "notice",
    ]


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


def test_the_unit_of_prices_names_nobody_and_prices_are_a_list() -> None:
    prices = ("大白菜 0.8", "菠菜 3.5", "五花肉 14.8元", "鲫鱼 11")
    [_, market] = read("# 粮站五点开门", "本报记者 郝秋", TEXTS[0], "\n".join(("# 昨日菜价", "(单位:元/斤)", *prices)))
    assert (market.title, market.bylines, [block.lines for block in market.blocks]) == ("昨日菜价", (), [prices])


def test_the_parts_of_a_forecast_are_no_titles() -> None:
    days = ("今天白天:小雨转阴,东北风2到3级,4℃~9℃", "今天夜间:阴", "明天:多云,偏北风3级,2℃~11℃")
    [weather, grain] = read("\n".join(("今明天气", *days)), "粮站五点开门", f"本报讯(记者 郝秋){TEXTS[0]}")
    assert [(weather.type, weather.title), grain.title] == [("weather", "今明天气"), "粮站五点开门"]
    assert "".join(block.text or "".join(block.lines) for block in weather.blocks) == "".join(days)


def test_the_number_of_a_draw_is_not_that_of_the_paper() -> None:
    draws = ("双色球第2024007期", "红球:03 08 15 22 27 30 蓝球:11", "3D第2024015期 7 2 5")
    issue = recover(
        [SourceFile("p16.txt", "\n".join(("16 便民服务", "江北都市报 2024年1月16日 星期二", "福彩开奖", *draws)).encode())]
    )
    assert [block.text for article in issue.articles if article.type != "furniture" for block in article.blocks] == list(draws)
    assert issue.masthead.number == ""


@pytest.mark.parametrize(
    "head",
    [
        ("**以案释法** 2024年8月7日 法治晚刊 3",),
        ("A02 要 闻", "2024年7月22日 星期一 责编 蓝天 版式 云朵                   岭南早报"),
        ("# 消费维权 | 6", "北方消费报 2024年3月15日 星期五"),
        ("# 小荷尖尖", "第7版 星期三 2024年5月29日 **少年文艺报** 责任编辑:林间 电子邮箱:xhjj@example.com"),
    ],
)
def test_the_line_that_dates_a_page_is_not_read(head: tuple[str, ...]) -> None:
    [grain] = read(*head, "## 粮站五点开门", "本报记者 郝秋", TEXTS[0])
    assert (grain.title, grain.kicker, [block.text for block in grain.blocks]) == ("粮站五点开门", (), [TEXTS[0]])


def test_a_list_of_situations_vacant_is_a_notice() -> None:
    assert read("# 招聘信息", "江北汽运公司招聘大客车驾驶员20名,月薪7000元起。电话:86501234")[0].type == "notice"


def test_who_writes_and_takes_pictures_below_a_text_signs_it() -> None:
    grain, _ = read(
        "**粮站五点开门**", TEXTS[0], TEXTS[1], "首席记者 尹航 文/摄", "---", "**船工扛回了橹**", TEXTS[2], "见习记者 苗青"
    )
    assert [byline.names for byline in grain.bylines] == [("尹航",)]


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


@pytest.mark.parametrize("who", ["业主 尚女士", "市民 温和平", "读者：金德水"])
def test_who_signs_a_letter_heads_nothing(who: str) -> None:
    letter, thanks = read(
        "## 谁动了我的车位", TEXTS[0], who, "**律师答疑:** 业主对车位享有所有权,可要求侵占人停止侵害。", "## 感谢信", TEXTS[1]
    )
    assert (letter.credit, [block.type for block in letter.blocks]) == (who, ["paragraph", "paragraph"])
    assert (thanks.type, thanks.title) == ("notice", "感谢信")


def test_items_below_the_label_of_a_digest_stand_under_it() -> None:
    items = ("**市供销社** 调运化肥1.2万吨，保障灾后补种需要。（齐琪）", "**临水区** 转移低洼地带群众1326人，集中安置。（于波）")
    found = read("## 粮站五点开门", "本报记者 郝秋", TEXTS[0], "## 简明新闻", *items)
    assert [(article.type, article.kicker, article.title) for article in found[1:]] == [("brief", ("简明新闻",), "")] * 2


def test_what_a_public_notice_asks_for_is_not_read() -> None:
    [grain] = read(
        "## 粮站五点开门", "本报记者 郝秋", TEXTS[0], "## 公益广告", "关爱生命 预防溺水", "不私自下水游泳 不擅自与他人结伴游泳"
    )
    assert (grain.title, [block.text for block in grain.blocks]) == ("粮站五点开门", [TEXTS[0]])


def test_a_list_of_contents_may_say_the_page_first() -> None:
    guide = ("今日导读", "A05 台风“格美”最快今晚生成", "A08 高考补录明日开始")
    found = read("# 粮站五点开门", "岭南早报讯 记者郝秋报道 " + TEXTS[0], "\n".join(guide))
    assert (found[0].bylines[0].names, [block.text for block in found[0].blocks]) == (("郝秋",), [TEXTS[0]])
    assert [(article.type, article.title, article.jump and article.jump.label) for article in found[1:]] == [
        ("teaser", "台风“格美”最快今晚生成", "A5"),
        ("teaser", "高考补录明日开始", "A8"),
    ]
