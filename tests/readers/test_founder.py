"""Folders of the Founder digital newspaper: what the files state decides, whichever template wrote them."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "白鹭湖不深，最深处三米六。可是这一湖水有多重，湖边的人算了十几年，账还没有算完。"


def page(title: str, body: str, around: str = "", **fields: str) -> str:
    told = "".join(f"<{name}>{value}</{name}>" for name, value in {"title": title, **fields}.items())
    content = f'<div id="ozoom"><!--enpcontent-->{body}<!--/enpcontent--></div>'
    return f"<html>{around}<!--enpproperty {told}/enpproperty-->{content}</html>"


def read(*contents: str, node: str = "") -> list[Article]:
    files = [SourceFile(f"content_1_{index}.htm", text.encode()) for index, text in enumerate(contents, 1)]
    nodes = [SourceFile("node_1.htm", node.encode())] if node else []
    issue = recover([*nodes, *files])
    assert not [finding for finding in issue.findings if finding.severity == "error"]
    return [article for article in issue.articles if article.type != "furniture"]


PICTURE = '<TABLE class=pic><TR><TD><IMG src="a.jpg"></TD></TR>{}</TABLE>'


@pytest.mark.parametrize("caption", ["", "<TR><TD>湖上的人家</TD></TR>"])
def test_a_picture_inside_a_paragraph(caption: str) -> None:
    body = f"<P>　　{TEXT[:-6]}</P>{PICTURE.format(caption)}<P>　　{TEXT[-6:]}</P><P>　　{TEXT}</P>"
    (article,) = read(page("一湖水", body))
    assert [block.text for block in article.blocks] == [TEXT, TEXT]
    assert article.captions == (("湖上的人家",) if caption else ())


def test_a_caption_without_a_frame() -> None:
    (article,) = read(page("一湖水", f"<P>　　{TEXT}</P><P><IMG src=a.jpg></P><P>　　湖上的人家</P><P>　　{TEXT}</P>"))
    assert article.captions == ("湖上的人家",)
    assert [block.text for block in article.blocks] == [TEXT, TEXT]


def test_a_centred_line_heads_a_part() -> None:
    (article,) = read(page("一湖水", f"<P>　　{TEXT}</P><P align=center>船退给了鸟</P><P>　　{TEXT}</P>"))
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("between", ["</P><P>　　", "<BR>　　"])
@pytest.mark.parametrize("writer", ["", "<P>　　半亩</P>"])
def test_a_poem(between: str, writer: str) -> None:
    verse = ("船走了，水还留着船的形状", "过一会儿，水也忘了", "只有那根缆桩", "还系着一段空")
    (article,) = read(page("渡口", f"{writer}<P>　　{between.join(verse)}</P>"))
    assert [block.lines for block in article.blocks] == [verse]
    assert [byline.names for byline in article.bylines] == ([("半亩",)] if writer else [])


def test_a_writer_in_a_field() -> None:
    (article,) = read(page("一湖水", f"<P>　　{TEXT}</P>", author="本报记者 简一"))
    assert article.bylines[0].names == ("简一",)


def test_the_page_is_the_one_that_the_files_state() -> None:
    pages = '<a href="node_1.htm">第A05版：要闻</a><a href="node_2.htm">第A06版：综合</a>'
    listed = f'{pages}<a href="content_1_1.htm">一湖水</a>'
    body = f"<P>　　（上接第3版）{TEXT}</P>"
    assert [article.page for article in read(page("一湖水", body, around="第A06版：综合"))] == [6]
    assert [article.page for article in read(page("一湖水", body, around=pages), node=listed)] == [5]


def test_files_of_columns_and_of_the_masthead() -> None:
    masthead = page("报头", "<P>湖阳日报 第7421期 今日4版</P><P>国内统一连续出版物号：CN79-0018</P>")
    briefs = page("简讯", f"<P><STRONG>老机场路改名</STRONG></P><P>{TEXT}</P><P><STRONG>书店重新开张</STRONG></P><P>{TEXT}</P>")
    editors = page("本版责编", "<P>责任编辑：高扬 校对：戚莉</P>")
    found = read(masthead, briefs, page("一湖水", f"<P>{TEXT}</P>"), editors)
    assert [(article.kicker, article.title) for article in found] == [
        (("简讯",), "老机场路改名"),
        (("简讯",), "书店重新开张"),
        ((), "一湖水"),
    ]


@pytest.mark.parametrize("tag", ["p", "div", "span", "div id=x"])
@pytest.mark.parametrize("inner", ["{}", "<span>{}</span>", "<p>{}</p>"])
def test_what_stands_above_the_text_without_fields_keeps_its_role(tag: str, inner: str) -> None:
    """Templates put it into paragraphs of their own above the element that holds the text, whose headings are cross-heads."""
    around = '<div class="nav">第A1版：要闻</div><p class="yinti">湖区调查显示</p><h1>一湖水有多重</h1>'
    by = f'<{tag} class="info author">{inner.format("□ 本报记者 简 一")}</{tag.split()[0]}>'
    body = f'<div id="ozoom"><P>　　{TEXT}</P><h3>船退给了鸟</h3><P>　　{TEXT}</P></div>'
    (article,) = read(f'<html><body><div class="main">{around}<p class="futi">渔民<br>上了岸</p>{by}{body}</div></body></html>')
    assert (article.kicker, article.title, article.subtitle) == (("湖区调查显示",), "一湖水有多重", "渔民 上了岸")
    assert [byline.names for byline in article.bylines] == [("简一",)]
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "paragraph"]


NAVIGATION = '<p><a href="content_1_0.htm">上一篇</a> <a href="content_1_2.htm">下一篇</a></p>'
HOLDERS = {
    "closed": '<div id="ozoom"><div><P>　　{}</P></div></div>',
    "not closed": '<div id="ozoom"><div><P>　　{}</P></div>',
    "without another mark": '<div id="articleContent"><P>　　{}</P></div>',
    "with an id": '<founder-content id="ozoom1"><P>　　{}</P></founder-content>',
}


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
def test_what_stands_below_the_text_is_the_writer_and_no_text(holder: str) -> None:
    below = f'<div class="author">□ 本报记者 简 一</div>{NAVIGATION}<div>字号：大 中 小 打印 分享到：微信 微博</div>'
    top = '<div class="topbar">数字报 往期回顾</div><h1>一湖水</h1>'
    (article,) = read(f"<html><body>{top}{holder.format(TEXT)}{below}</body></html>")
    assert (article.kicker, article.title, article.subtitle) == ((), "一湖水", "")
    assert [block.text for block in article.blocks] == [TEXT]
    assert [byline.names for byline in article.bylines] == [("简一",)]


def test_a_writer_in_a_field_of_a_page_without_a_field_for_the_title() -> None:
    (article,) = read(f'<h1>一湖水</h1><founder-author>简一</founder-author><div id="ozoom"><P>　　{TEXT}</P></div>')
    assert article.title == "一湖水"
    assert [byline.names for byline in article.bylines] == [("简一",)]
