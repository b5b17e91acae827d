"""What stands below or within an article without being one: boxes, lists, captions whose picture is gone, pieces of text."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "入秋以来，县里的粮站每天清晨五点开门，农户把新谷一车一车送来，过磅、验水分、开票，前后不到二十分钟。"
MORE = "站长郝立冬说，今年收购价每百斤比去年高出三元，站里又添了两台烘干机，再多的雨也不怕，谷子当天就能进仓。"


def read(*parts: str) -> list[Article]:
    return [article for article in recover([SourceFile("page01.md", "\n\n".join(parts).encode())]).articles]


def headings(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.type == "heading"]


@pytest.mark.parametrize("label", ["相关链接", "新闻背景", "延伸阅读", "记者手记"])
@pytest.mark.parametrize("mark", ["# ", "**", ""])
def test_a_label_without_a_title_points_back(label: str, mark: str) -> None:
    titles = [f"{mark}{title}{mark.strip('# ')}" for title in ("粮站五点开门", label, "水库放水入渠")]
    first, second = read(titles[0], "本报记者 郝秋", TEXT, MORE, titles[1], MORE, titles[2], "本报讯（记者 郝秋）" + TEXT)
    assert (headings(first), second.title) == ([label], "水库放水入渠")


def test_a_label_with_a_title_is_a_kicker() -> None:
    _, second = read("# 粮站五点开门", "本报记者 郝秋", TEXT, MORE, "# 记者手记", "# 慢一点也很好", MORE)
    assert (second.kicker, second.title) == (("记者手记",), "慢一点也很好")


def test_a_caption_between_two_halves() -> None:
    (article,) = read("粮站五点开门", "本报记者 郝秋", TEXT, MORE[:40], "农户在窗口排队", MORE[40:])
    assert article.captions == ("农户在窗口排队",)
    assert [block.text for block in article.blocks] == [TEXT, MORE]


def test_a_short_piece_between_two_halves() -> None:
    pieces = f"{TEXT[:-1]}，{MORE[:25]}", "又添了两台烘", "干机，再多的雨也不怕，谷子当天就能进仓。"
    (article,) = read("粮站五点开门", "本报记者 郝秋", TEXT, *pieces)
    assert [block.text for block in article.blocks] == [TEXT, "".join(pieces)]


def test_the_words_before_a_jump_are_text() -> None:
    (article,) = read("粮站五点开门", "本报记者 郝秋", TEXT, "县里有人说，这才算把（下转第四版）")
    assert [block.text for block in article.blocks] == [TEXT, "县里有人说，这才算把"]


def test_a_list_below_a_notice() -> None:
    notice, _ = read(
        "停水通知",
        "因管网改造，6月21日22时至次日6时，下列路段停水，请提前储水：",
        "石板街（东段）",
        "学士路1号至65号",
        "翠屏园一至四期",
        "服务热线：96116。",
        "粮站五点开门",
        "本报讯 " + TEXT,
    )
    assert [block.lines for block in notice.blocks if block.type == "list"] == [
        ("石板街（东段）", "学士路1号至65号", "翠屏园一至四期")
    ]


def test_what_ends_in_a_picture_names_nobody() -> None:
    (article,) = read("# 粮站五点开门", "本报记者 郝秋", TEXT, "换一张图", MORE, "再等一天", TEXT)
    assert headings(article) == ["换一张图", "再等一天"]


def test_the_number_of_a_document_is_text() -> None:
    (notice,) = read("河口县自然资源局挂牌出让公告", "河自然资告字〔2023〕9号", TEXT)
    assert (notice.subtitle, notice.blocks[0].text) == ("", "河自然资告字〔2023〕9号")


def test_the_short_name_of_a_paper_dates() -> None:
    (article,) = read("# 粮站五点开门", "早报讯（记者 郝秋 通讯员 苗冬）" + TEXT)
    assert (article.dateline, article.bylines[0].names) == ("早报讯（记者 郝秋 通讯员 苗冬）", ("郝秋", "苗冬"))
