"""What a listener hears, in which order, and what is never read."""

import pytest

from audio_edition.model.issue import Article, Block, Byline, Issue, Jump, Masthead
from audio_edition.utterances import order
from audio_edition.utterances.announcements import phrases

SAY = phrases("zh-CN")
ISSUE = Issue(
    Masthead(title="青澜日报", date="2023-11-08", lunar="农历癸卯年九月廿五", number="6127", cn="CN29—0057"),
    articles=(
        Article("mast", "furniture", title="青澜日报", read="skip"),
        Article("a", title="甲", blocks=(Block(text="正文。"),), jump=Jump(3, "(下转第三版)")),
        Article("p", "photo", title="乙", captions=("图一",)),
        Article("t", "teaser", title="丙", read="brief"),
    ),
)


def test_the_opening_names_paper_day_and_contents_then_all_headlines() -> None:
    assert [passage.text for passage in order.opening(ISSUE, SAY, "合成语音。")] == [
        "青澜日报，2023年11月8日，星期三，农历癸卯年九月廿五。",
        "本期共有1篇报道、1则图片新闻。",
        "合成语音。",
        "今天的主要内容：",
        "甲。",
        "乙。",
    ]


def pages_of(count: int, on_each: int, title: str = "第{}版第{}篇讲海边的一座渔港", **facts: str) -> tuple[Article, ...]:
    """Articles on pages, each with a title of its own."""
    titles = [(page, number) for page in range(1, count + 1) for number in range(1, on_each + 1)]
    return tuple(Article(f"{page}-{n}", page=page, title=title.format(page, n), **facts) for page, n in titles)  # type: ignore[arg-type]


def headlines(articles: tuple[Article, ...], lang: str = "zh-CN") -> list[str]:
    said = [passage.text for passage in order.opening(Issue(articles=articles), phrases(lang), "")]
    return said[2:] if said[1:] else []


def test_the_opening_of_a_small_issue_names_every_headline() -> None:
    articles = pages_of(4, 6)
    assert headlines(articles) == [f"{article.title}。" for article in articles]


def test_the_opening_of_a_large_issue_takes_a_minute_names_every_page_and_says_how_much_more_there_is() -> None:
    articles = (*pages_of(12, 5), Article("photo", "photo", page=12, captions=("图一",)))
    *said, more = headlines(articles)
    assert more == f"另外还有{61 - len(said)}篇。"
    assert order.OVERVIEW - 20 < sum(len(headline) + 2 for headline in said) <= order.OVERVIEW
    assert [headline.partition("版")[0] for headline in dict.fromkeys(said) if "第1篇" in headline] == [
        f"第{n}" for n in range(1, 13)
    ]
    assert said == [f"{article.title}。" for article in articles if f"{article.title}。" in said]


def test_what_leads_a_section_is_named_before_other_pages_and_articles_before_short_items() -> None:
    news, sport = pages_of(30, 1, section="要闻"), (Article("s", page=31, section="体育", title="申城德比今晚打响"),)
    notes = tuple(Article(f"n{n}", "brief", title=f"第{n}条简讯报告了路口红绿灯的调整", section="简讯") for n in range(30))
    said = headlines((*notes, *news, *sport))
    assert "申城德比今晚打响。" in said
    assert not [headline for headline in said if "简讯" in headline]


def test_a_feed_without_pages_is_surveyed_by_its_sections() -> None:
    articles = [Article(f"{n}", title=f"第{n}篇讲海边的一座渔港", section=section) for section in "甲乙丙" for n in range(30)]
    sections = [article.section for article in order.overview(articles)]
    assert {section: sections.count(section) for section in "甲乙丙"} == dict.fromkeys("甲乙丙", len(sections) // 3)


def test_a_title_without_end_keeps_the_others_from_nothing() -> None:
    monster = Article("m", title="没有完的标题" * 200)
    *said, more = headlines((monster, *pages_of(2, 4)))
    assert (len(said), more) == (8, "另外还有1篇。")


def test_a_headline_of_signs_is_not_announced() -> None:
    assert headlines((Article("a", title="★★★"), Article("b", title="甲"))) == ["甲。"]


def test_an_english_opening_says_how_much_more_there_is_in_english() -> None:
    articles = pages_of(20, 3, "Page {} item {}: harbour opens again after the longest winter in years")
    assert headlines(articles, "en-GB")[-1].startswith("And ")
    assert headlines(articles, "en-GB")[-1].endswith(" more.")


def test_a_jump_out_of_the_input_is_one_sentence_and_its_line_is_not_read() -> None:
    assert [passage.text for passage in order.article(ISSUE.articles[1], SAY)] == ["甲", "正文。", "本文转第3版，未收入本期。"]


def test_a_jump_to_a_page_that_is_at_hand_is_not_said_to_lead_out_of_the_input() -> None:
    assert [passage.text for passage in order.article(ISSUE.articles[1], SAY, {"1", "3"})] == ["甲", "正文。"]


def test_captions_come_last_and_are_introduced() -> None:
    caption = order.article(ISSUE.articles[2], SAY)[-1]
    assert (caption.text, caption.asides[0].say) == ("图一", "图片说明：")


def test_teasers_are_only_named() -> None:
    assert [passage.text for passage in order.also(ISSUE, SAY)] == ["今天的报纸还有：", "丙。"]


def test_a_byline_in_the_dateline_is_read_once() -> None:
    article = Article("a", title="甲", bylines=(Byline("记者 武跃林"),), dateline="本报讯(记者 武跃林)")
    assert [passage.id for passage in order.article(article, SAY)] == ["title", "dateline"]


def test_who_signs_below_a_text_is_read_once_and_there() -> None:
    article = Article("a", title="甲", bylines=(Byline("（古 月）", ("古月",)),), credit="（古 月）")
    assert [passage.id for passage in order.article(article, SAY)] == ["title", "credit"]


def test_a_bare_name_is_introduced() -> None:
    bylines = (Byline("赵海燕"), Byline("本报记者 沈砚秋"))
    said = order.article(Article("a", title="甲", bylines=bylines), SAY)
    assert [[aside.say for aside in passage.asides] for passage in said] == [[], ["作者，"], []]


def test_each_cell_is_read_with_the_heading_of_its_column() -> None:
    table = Block("table", rows=(("指标", "总量"), ("产值", "98.7")))
    rows = order.article(Article("a", blocks=(table,)), SAY)
    assert [(row.text, [(aside.at, aside.say) for aside in row.asides]) for row in rows] == [
        ("指标\t总量", []),
        ("产值\t98.7", [(3, "总量，")]),
    ]


def test_of_a_brief_only_the_gist_is_read() -> None:
    blocks = (Block(text="一" * 100), Block(text="二" * 100), Block(text="三" * 150))
    notice = Article("n", "notice", title="公告", blocks=blocks, read="brief")
    assert [passage.id for passage in order.article(notice, SAY)] == ["title", "body-0", "body-1"]
    assert order.unread(notice) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("今天晴，最高气温九度。" * 13, "明天多云转小雨，最低气温二度。" * 9),
        ("Today will start dry and bright, with cloud from the west by noon. " * 6, "Tomorrow: sunny spells and showers. " * 8),
    ],
)
def test_a_forecast_of_two_paragraphs_is_heard_whole(texts: tuple[str, str]) -> None:
    weather = Article("w", "weather", title="天气", blocks=tuple(Block(text=text) for text in texts), read="brief")
    assert [passage.id for passage in order.article(weather, SAY)] == ["title", "body-0", "body-1"]
    assert order.unread(weather) == 0


def test_what_was_read_is_not_announced_behind_it() -> None:
    letters = Article("a", title="守塔人的第100封家书", blocks=(Block(text="塔高28.5米，朴正浩趴在小桌上给奶奶写信。"),))
    titles = ("“00后”守塔人的第100封家书", "守塔人给奶奶写信", "省政协会议将于4月召开")
    pointing = [Article(f"t{at}", "teaser", title=title, read="brief") for at, title in enumerate(titles)]
    said = order.also(Issue(articles=(letters, *pointing)), SAY)
    assert [passage.text for passage in said] == ["今天的报纸还有：", "省政协会议将于4月召开。"]


def test_a_headline_that_asks_gets_no_full_stop_in_the_list() -> None:
    teaser = Article("t", "teaser", title="桥修好了吗？", read="brief")
    asks = Issue(articles=(Article("a", title="流感来了，打不打疫苗？"), teaser))
    said = (*order.opening(asks, SAY, ""), *order.also(asks, SAY))
    assert [passage.text for passage in said if "？" in passage.text] == ["流感来了，打不打疫苗？", "桥修好了吗？"]
