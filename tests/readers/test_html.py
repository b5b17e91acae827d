"""Plain HTML: whatever has headings and paragraphs is read, and nothing that is not the newspaper."""

import contextlib

import pytest

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Article, Issue, SourceFile
from audio_edition.readers import read
from audio_edition.recovery import recover
from tests.growth import growth

FIRST = "渡輪公司昨日表示，纜繩纏住螺旋槳，兩班船延誤，乘客在碼頭等候，傍晚六時完成檢修，受影響乘客可憑票退款。"
SECOND = "經營六十年的舊街市月底拆卸，三十二個檔位的檔主陸續遷往新址，街坊前來合照留念，盼望新街市保留老字號。"
CLASSES = f"""<div class="folio">A2 要聞　2024年11月27日　星期三</div>
<div class="{{kind}}"><div class="kicker">海上交通</div><h2>渡輪停航三小時 四千人滯留</h2><h3>碼頭今晨恢復開航</h3>
<p class="byline">記者林佳蓉／基隆報導</p><p>{FIRST}</p><p class="caption">乘客昨晚在碼頭等候。</p></div>
<div class="{{kind}}"><h2>舊街市月底拆卸 檔主陸續遷出</h2><p>{SECOND}</p>
<h3>新址</h3><p>{FIRST}</p><h3>舊址</h3><p>{SECOND}</p></div>
<div class="ad">全家洗衣 5折起 0800-123-456</div><footer>版權所有</footer>"""


def told(html: str, charset: str = "utf-8", name: str = "A02.html") -> tuple[Issue, list[Article]]:
    issue = recover([SourceFile(name, html.encode(charset))])
    return issue, [article for article in issue.articles if article.type != "furniture"]


@pytest.mark.parametrize("kind", ["article", "story", "post clearfix"])
def test_the_elements_of_an_article_are_believed(kind: str) -> None:
    _, [first, second, ad] = told(CLASSES.format(kind=kind))
    assert (first.page, first.kicker, first.title) == (2, ("海上交通",), "渡輪停航三小時 四千人滯留")
    assert (first.subtitle, first.captions) == ("碼頭今晨恢復開航", ("乘客昨晚在碼頭等候。",))
    assert [byline.names for byline in first.bylines] == [("林佳蓉",)]
    assert [block.text for block in first.blocks] == [FIRST]
    assert (second.kicker, second.subtitle) == ((), "")
    assert [block.type for block in second.blocks] == ["paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert (ad.type, ad.read) == ("ad", "skip")


def test_a_dash_below_the_title_begins_the_subtitle() -> None:
    page = (
        f'<div class="article"><h1>渡輪停航三小時</h1><p class="ft">——碼頭今晨恢復開航</p><p>{FIRST}</p><p>——{SECOND}</p></div>'
    )
    _, [article] = told(page)
    assert (article.subtitle, article.captions, len(article.blocks)) == ("碼頭今晨恢復開航", (), 2)


def test_the_element_article_is_one_article_and_a_list_of_them_is_none() -> None:
    piece = "<article><header><h1>{}</h1></header><p>{}</p></article>"
    pieces = piece.format("渡輪停航三小時", FIRST) + piece.format("舊街市月底拆卸", SECOND)
    _, found = told(f"<html><body><article>{pieces}</article></body></html>")
    assert [(article.title, article.blocks[0].text) for article in found] == [
        ("渡輪停航三小時", FIRST),
        ("舊街市月底拆卸", SECOND),
    ]


SITE = f"""<body><a href="#main">跳到主要內容</a><header><div class="site-title">島嶼日報</div><nav>首頁</nav></header><main>
<article class="post"><header><h1 class="entry-title">渡輪停航三小時</h1><p class="standfirst">碼頭今晨恢復開航</p>
<div class="entry-meta">記者林佳蓉 | 2024-11-27 10:30</div></header>
<figure><img src="a.jpg"><figcaption>碼頭昨晚。</figcaption></figure>
<p>{FIRST}</p><div class="ad">全家洗衣</div><h2>後續</h2><p>{SECOND}</p><div class="share">分享</div>
<footer>標籤：渡輪</footer></article></main></body>"""


def test_what_stands_within_an_article_of_a_site_is_told_apart() -> None:
    _, [article] = told(SITE)
    assert (article.type, article.title, article.subtitle) == ("article", "渡輪停航三小時", "碼頭今晨恢復開航")
    assert article.captions == ("碼頭昨晚。",)
    assert [byline.names for byline in article.bylines] == [("林佳蓉",)]
    assert [(block.type, block.text) for block in article.blocks] == [
        ("paragraph", FIRST),
        ("heading", "後續"),
        ("paragraph", SECOND),
    ]


def test_the_heading_of_a_section_is_the_column_of_its_articles() -> None:
    piece = "<article><h3>{}</h3><p>{}</p></article>"
    news = "<h2>要聞</h2>" + piece.format("渡輪停航三小時", FIRST) + piece.format("舊街市月底拆卸", SECOND)
    sport = f"<section><h2>體育</h2>{piece.format('划艇隊勝出', SECOND)}</section>"
    _, found = told(f"<h1>島嶼日報</h1><section>{news}</section>{sport}<h2>完</h2>")
    assert [(article.kicker, article.title) for article in found[:3]] == [
        (("要聞",), "渡輪停航三小時"),
        (("要聞",), "舊街市月底拆卸"),
        (("體育",), "划艇隊勝出"),
    ]


BUILT = f"""<body><div class="b-overline">港聞</div>
<h1 class="b-headline">渡輪停航三小時</h1><h2 class="b-subheadline">碼頭今晨恢復開航</h2>
<div class="b-byline">By <a>Lena Ortiz</a></div><time>March 18, 2025 at 5:00 a.m. EDT</time>
<article class="b-article-body has-comments"><p>{FIRST}</p><p>{FIRST}</p>
<div class="b-ads-block"><p>廣告</p></div><h2>乘客怎麼說</h2><p>{SECOND}</p>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3></div></article>
<section id="comments"><h2>留言三則</h2><p>寫得好！</p></section>
<aside class="widget"><h2>最新文章</h2><ul><li>舊街市</li></ul></aside></body>"""


def test_a_page_of_a_content_system_is_one_article() -> None:
    _, found = told(BUILT)
    [article] = [article for article in found if article.type == "article"]
    assert (article.title, article.subtitle, article.kicker) == ("渡輪停航三小時", "碼頭今晨恢復開航", ("港聞",))
    assert [byline.names for byline in article.bylines] == [("Lena Ortiz",)]
    assert [(block.type, block.text) for block in article.blocks] == [
        ("paragraph", FIRST),
        ("paragraph", FIRST),
        ("heading", "乘客怎麼說"),
        ("paragraph", SECOND),
    ]


def test_the_writer_is_cut_from_when_a_site_published() -> None:
    meta = '<div class="entry-meta">Posted on March 18, 2025 by Ruth Penley 3 Comments</div>'
    _, [article] = told(f"<article><h1>渡輪停航三小時</h1>{meta}<p>{FIRST}</p></article>")
    assert [byline.names for byline in article.bylines] == [("Ruth Penley",)]
    assert [block.text for block in article.blocks] == [FIRST]


@pytest.mark.parametrize(
    "page",
    [
        "<h2>{a}</h2><p>{one}</p><h2>{b}</h2><p>{two}</p>",
        "<div><h3>{a}</h3><div>{one}</div></div><div><h3>{b}</h3><div>{two}</div></div>",
        "<H1>{a}</H1>{one}<BR><BR><H1>{b}</H1>{two}<BR>",
        "<h2>{a}<p>{one}<h2>{b}<p>{two}",
        "<p><b>{a}</b></p><p>{one}</p><p><b>{b}</b></p><p>{two}</p>",
        "<table><tr><td><h2>{a}</h2><p>{one}</p></td></tr><tr><td><h2>{b}</h2><p>{two}</p></td></tr></table>",
    ],
)
def test_any_headings_and_texts_are_articles(page: str) -> None:
    texts = {"a": "渡輪停航三小時 四千人滯留", "b": "舊街市月底拆卸 檔主陸續遷出", "one": FIRST, "two": SECOND}
    _, found = told(f"<!DOCTYPE html><html><head><title>島嶼日報</title></head><body>{page.format(**texts)}</body></html>")
    assert [(article.title, [block.text for block in article.blocks]) for article in found] == [
        (texts["a"], [FIRST]),
        (texts["b"], [SECOND]),
    ]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><ul><li>首頁</li></ul></nav>",
        "<script>var 首頁 = '<p>x</p>';</script>",
        "<style>p {{ content: '首頁' }}</style>",
        "<footer><p>首頁</p></footer>",
        "<!-- 首頁 --><noscript>首頁</noscript>",
        "<div role='navigation'>首頁</div>",
        "<button>首頁</button>",
    ],
)
@pytest.mark.parametrize(
    "place", ["{chrome}<article>{text}</article>", "<div>{text}</div>{chrome}", "<article>{text}{chrome}</article>"]
)
def test_what_surrounds_the_text_on_a_site_is_not_read(chrome: str, place: str) -> None:
    _, [article] = told(place.format(chrome=chrome, text=f"<h1>渡輪停航三小時</h1><p>{FIRST}</p>"))
    assert (article.title, article.kicker, [block.text for block in article.blocks]) == ("渡輪停航三小時", (), [FIRST])


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=big5>", "big5"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ('<?xml version="1.0" encoding="GBK"?>', "gbk"),
    ],
)
def test_a_page_is_decoded_as_it_says(said: str, charset: str) -> None:
    issue, [article] = told(f"{said}<html><body><h1>渡輪停航三小時</h1><p>{FIRST}</p></body></html>", charset)
    assert (article.title, [block.text for block in article.blocks]) == ("渡輪停航三小時", [FIRST])
    assert not issue.findings


def test_a_page_whose_data_hold_no_text_is_read_itself() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "渡輪停航"}</script>'
    source = read(
        [SourceFile("a.html", f"<html><head>{data}</head><body><h1>渡輪停航</h1><p>{FIRST}</p></body></html>".encode())]
    )
    assert source.reader == "html"


@pytest.mark.parametrize(
    "html", ["<article><h2></h2></article><p>好。</p>", "<article></p></div><h1>好</h1>", "<div class=ad></div><p>好"]
)
def test_broken_pages_are_read(html: str) -> None:
    assert "好" in "".join(line.text for page in read([SourceFile("a.html", html.encode())]).pages for line in page.lines)


def test_a_deep_page_takes_no_more_than_its_length() -> None:
    deep = "<article><h1>好" * 20_000
    assert read([SourceFile("a.html", deep.encode())]).reader == "html"


def test_entries_of_a_list_stay_a_list() -> None:
    entries = "".join(f"<li>{text}</li>" for text in ("充电须使用合规设施", "续费须提前五日提醒", "参保取消户籍限制"))
    text = "下月起，新修订的三部法规开始施行，涉及出行、网购和社保。"
    page = f"<html><body><h1>下月起这些新规实施</h1><p>{text}</p><ul>{entries}</ul></body></html>"
    [article] = [one for one in recover([SourceFile("a.html", page.encode())]).articles if one.type != "furniture"]
    assert [block.type for block in article.blocks] == ["paragraph", "list"]


@pytest.mark.parametrize(
    ("head", "unit", "tail"),
    [("<", "a", ""), ("<p ", "1", ">"), ("", "<script application/ld+json>", ""), ('"@type":', " ", "")],
    ids=["a tag without end", "a long attribute", "scripts without end", "a gap"],
)
@pytest.mark.parametrize("kind", ["html", "jsonld"])
def test_what_is_long_is_read_in_even_time(kind: str, head: str, unit: str, tail: str) -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"好"}</script>' if kind == "jsonld" else ""
    times = 8000 // len(unit)
    assert growth(lambda more: _read_or_refused(f"<h1>好</h1>{head}{unit * more}{tail}{data}"), times) < 8


def _read_or_refused(html: str) -> None:
    with contextlib.suppress(IssueError):
        read([SourceFile("a.html", html.encode())])


@pytest.mark.parametrize(
    ("name", "between"),
    [
        ("a.html", "<!-- 一 -->"),
        ("a.html", "<STYLE>一</STYLE>"),
        ("a.md", "<!-- 一 -->\n"),
        ("a.md", "<TABLE><tr><td>一</td></tr></TABLE>\n"),
    ],
)
def test_a_letter_that_is_two_small_ones_moves_nothing(name: str, between: str) -> None:
    page = (
        f"# 题目\n\n{'İ' * 20}。\n\n{between}{FIRST}\n"
        if name == "a.md"
        else f"<h1>题目</h1><p>{'İ' * 20}。</p>{between}<p>{FIRST}</p>"
    )
    lines = [line.text for part in read([SourceFile(name, page.encode())]).pages for line in part.lines]
    assert lines[-1] == FIRST
