"""What stands at once below, as wide as a column, or without a mark: evidence that no word gives."""

import json

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "入秋以来，县里的粮站每天清晨五点开门，农户把新谷一车一车送来，过磅、验水分、开票，前后不到二十分钟。"
MORE = "站长郝立冬说，今年收购价每百斤比去年高出三元，站里又添了两台烘干机，再多的雨也不怕，谷子当天就能进仓。"
OTHER = "一座桥好不好，走的人最清楚。栏杆高了两寸，台阶缓了三分，推车的老人不必再绕远路，这样的小事值得多做几件。"


def read(*parts: str, name: str = "page01.md") -> list[Article]:
    found = recover([SourceFile(name, "\n\n".join(parts).encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("粮站添了烘干机", "农户不再怕阴雨"), ("水库放水入渠", "三千亩晚稻有救了"), ("老街改造完工", "二十六户商家今日回迁")],
)
@pytest.mark.parametrize("mark", ["", "# "])
def test_lines_of_a_title_follow_each_other_at_once(first: str, second: str, mark: str) -> None:
    header = f"{mark}{first}\n{mark}{second}"
    article = read(
        "秋收一线", header, "价格每百斤高出三元", "本报记者 郝秋", TEXT, MORE, f"{mark}旧桥今日通车", "本报记者 杜青", TEXT
    )[0]
    assert (article.kicker, article.title) == (("秋收一线",), f"{first} {second}")


@pytest.mark.parametrize("office", ["本报评论员", "本报特约评论员"])
def test_an_office_does_not_sign_below_what_a_reporter_signed_above(office: str) -> None:
    first, second = read("# 粮站五点开门", "本报记者 郝秋", TEXT, MORE, office, "# 桥面要让行人走得稳", OTHER, OTHER)
    assert (first.credit, second.title) == ("", "桥面要让行人走得稳")
    assert office in (*second.kicker, *(byline.printed for byline in second.bylines))


@pytest.mark.parametrize("motto", ["我县扫黑除恶专项斗争表彰大会召开", "图书馆办中国梦主题书画展"])
def test_a_title_that_speaks_of_a_motto_is_no_motto(motto: str) -> None:
    assert read(f"# {motto}", "本报讯（记者 郝秋）" + TEXT, MORE, "# 粮站五点开门", "本报记者 郝秋", TEXT)[0].title == motto


@pytest.mark.parametrize("words", [("同心同德", "同向同行"), ("忠诚担当", "务实创新")])
def test_mottos_below_the_masthead_are_not_read(words: tuple[str, str]) -> None:
    masthead = ("云河日报", "2024年3月5日 星期二 第4211期 今日4版")
    articles = read(
        *masthead,
        "凝聚共同奋斗的力量",
        *words,
        "# 粮站五点开门",
        "本报记者 郝秋",
        TEXT,
        MORE,
        "# 水库放水入渠",
        "本报记者 杜青",
        TEXT,
    )
    assert [article.title for article in articles] == ["粮站五点开门", "水库放水入渠"]


@pytest.mark.parametrize("who", ["（右）", "（左二）", "（前排中）"])
def test_where_somebody_is_in_a_picture_is_said_by_its_caption(who: str) -> None:
    caption = f"郝立冬{who}在粮站查看新谷。"
    article = read("粮站五点开门", "本报记者 郝秋", TEXT, caption, MORE, "水库放水入渠", "本报记者 杜青", TEXT)[0]
    assert article.captions == (caption,)


@pytest.mark.parametrize(
    "credit", ["編輯：李穎　美術：方格", "策划：李颖 责编：方格 视频：王立", "责任编辑/李颖 数据/方格、王立"]
)
def test_tasks_with_names_at_the_end_of_a_page_are_not_read(credit: str) -> None:
    assert credit not in str([article for article in read("# 粮站五点开门", "本报记者 郝秋", TEXT, MORE, credit)])


def test_photographers_are_no_name_of_a_list_of_contents() -> None:
    parts = ("# 粮站五点开门", TEXT, "本报记者 郝秋 摄", "水库放水入渠 A5版", "旧桥今日通车 A6版")
    first, *teasers = read(*parts)
    assert (first.type, first.credit, [teaser.type for teaser in teasers]) == ("photo", "本报记者 郝秋 摄", ["teaser", "teaser"])


def test_the_box_of_a_last_line_is_as_wide_as_its_column() -> None:
    def block(text: str, top: int, high: int, level: int = 0, page: int = 0) -> dict[str, object]:
        return {"type": "text", "text": text, "text_level": level, "bbox": [40, top, 250, top + high], "page_idx": page}

    blocks = [block("粮站五点开门", 10, 30, 1), block("本报记者 郝秋", 50, 26), *(block(TEXT, top, 80) for top in (80, 170, 260))]
    blocks += [block(TEXT[:30], 350, 50), block("入仓。", 410, 30), block("（作者系本报评论员）", 450, 26)]
    blocks += [block("水库放水入渠", 10, 30, 1, 1), *(block(MORE, top, 80, 0, 1) for top in (80, 170, 260))]
    first, second = recover([SourceFile("a_content_list.json", json.dumps(blocks).encode())]).articles
    assert [block.type for block in first.blocks] == ["paragraph"] * 4
    assert (first.credit, second.kicker, second.page) == ("（作者系本报评论员）", (), 2)


@pytest.mark.parametrize("asks", ["记", "問", "编"])
@pytest.mark.parametrize("answers", ["陈", "答", "老魏"])
def test_one_hanzi_names_who_speaks(asks: str, answers: str) -> None:
    turns = [f"{asks}：为什么要修桥？", f"{answers}：{OTHER}", f"{asks}：花了多少钱？", f"{answers}：{TEXT}"]
    article = read("# 修桥的人", "本报记者 郝秋", MORE, *turns)[0]
    assert [block.type for block in article.blocks] == ["paragraph", "question", "answer", "question", "answer"]


@pytest.mark.parametrize("heads", [("首局失利", "连扳三局"), ("头车过磅", "连夜入仓")])
@pytest.mark.parametrize("marks", [("## ", ""), ("", "## ")])
def test_one_of_two_cross_heads_lost_its_mark(heads: tuple[str, str], marks: tuple[str, str]) -> None:
    first, second = (f"{mark}{head}" for mark, head in zip(marks, heads, strict=True))
    parts = ("# 粮站五点开门", "◎ 本报特派记者 童谣", TEXT, first, "首车水分偏高，退了回去。", second, MORE)
    headings = [block.text for block in read(*parts)[0].blocks if block.type == "heading"]
    assert headings == list(heads)


@pytest.mark.parametrize("source", ["（读者提供）", "（受訪者提供）", "（資料圖片）", "（路透社）", "（網上截圖）"])
def test_where_a_picture_comes_from_is_said_behind_what_it_shows(source: str) -> None:
    caption = f"郝立冬在粮站查看新谷。{source}"
    article = read("粮站五点开门", "本报记者 郝秋", TEXT, MORE, caption, "水库放水入渠", "本报记者 杜青", TEXT)[0]
    assert article.captions == (caption,)


@pytest.mark.parametrize("lead", ["昨天，", "占了半条街的老集市今日", "6月2日，"])
def test_a_text_that_says_which_day_it_tells_of_begins_an_article(lead: str) -> None:
    news = f"{lead}第十二届青少年乒乓球赛在体育馆开赛，四百多名小选手参加八个组别的角逐，比赛将持续三天。"
    parts = (
        "02 综合 松江晨报 2025年6月3日",
        "莫让盲道变“忙道”",
        "□江平",
        OTHER,
        OTHER[::-1][1:] + "。",
        "市青少年乒乓球赛开拍",
        news,
    )
    assert [article.title for article in read(*parts)] == ["莫让盲道变“忙道”", "市青少年乒乓球赛开拍"]
