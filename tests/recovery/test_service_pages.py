"""Pages of service: the weather, prices, draws, offers, notices, and what stands at their heads."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

from .test_evidence import TEXTS, read


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


def test_items_that_begin_with_a_word_in_bold_are_briefs_under_any_label() -> None:
    items = (
        "**城关镇** 近日，城关镇组织志愿者清理背街小巷卫生死角32处。（林丽）",
        "**石桥乡** 1月3日，石桥乡为全乡65岁以上老人免费体检，首日200余人受益。（陶冶）",
        "**柳河中学** 1月2日，柳河中学举办“书香润校园”朗诵比赛，12个班级参赛。（白云）",
    )
    found = read("**粮站五点开门**", "本报记者 郝秋", TEXTS[0], "**【一线传真】**", *items)
    assert [(article.kicker, article.type, len(article.blocks)) for article in found[1:]] == [(("一线传真",), "brief", 1)] * 3


def test_the_slogan_of_a_public_notice_names_nobody() -> None:
    [grain] = read("## 粮站五点开门", f"本报讯 {TEXTS[0]}（范 蓉）", "## 文明健康 有你有我")
    assert [byline.names for byline in grain.bylines] == [("范蓉",)]


def test_who_sent_an_item_of_a_digest_is_not_read_with_it() -> None:
    items = "◆9月18日，县医院开始预约接种流感疫苗。", "◆昨天，南桥渔港的冷库通过验收。", "◆下周起，文化馆夜间开放。"
    found = read("# 粮站五点开门", "本报记者 郝秋", TEXTS[0], "## 一周短讯", *(f"{item} （办公室）" for item in items))
    assert [(brief.type, brief.blocks[0].text, brief.credit) for brief in found[1:]] == [
        ("brief", item[1:], "（办公室）") for item in items
    ]


def test_a_word_on_the_paper_s_own_mistakes_stands_under_no_label_of_others() -> None:
    text = "Harold Lindqvist, 88, a retired lineman who kept the lights on for 37 years, died Monday at his home."
    page = "## Obituaries", "### Harold Lindqvist", text, "### CORRECTION", "A story on Page A1 misstated the year. It was 2009."
    assert [(one.title, one.kicker) for one in read("# Bridge to close", "The bridge will close for nine weeks.", *page)][1:] == [
        ("Harold Lindqvist", ("Obituaries",)),
        ("CORRECTION", ()),
    ]
