# ruff: noqa: E501 - sources as their makers write them
"""Each source, as its makers write it, becomes the articles that it holds."""

import json

import pytest

from audio_edition import plugins, readers
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Article, Block, Issue, SourceFile
from audio_edition.readers._text import joined
from audio_edition.recovery import recover
from tests.growth import growth

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>青澜日报</title><language>zh-CN</language><item><title>公交9路延长</title><dc:creator>苗青</dc:creator>
<pubDate>Wed, 06 Sep 2023 06:00:00 +0800</pubDate>
<content:encoded><![CDATA[<p>本报讯（记者 苗青）公交9路将延长至新城。</p><h2>票价不变</h2><p>首末班时间&nbsp;不变。</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>青澜日报</title><entry><title>公交9路延长</title>
<author><name>苗青</name></author><updated>2023-09-06T06:00:00+08:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>公交9路将延长至新城。</p><p>票价不变。</p></div></content></entry></feed>"""
JSONLD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "name": "首页"},
            {
                "@type": "NewsArticle",
                "headline": "公交9路延长",
                "alternativeHeadline": "票价不变",
                "articleBody": "公交9路将延长至新城。\n\n首末班时间不变。",
                "author": [{"@type": "Person", "name": "苗青"}],
                "datePublished": "2023-09-06",
                "publisher": {"name": "青澜日报"},
                "printPage": "3",
            },
        ],
    },
    ensure_ascii=False,
)
NITF = """<nitf><head><docdata><date.issue norm="20230906T060000Z"/></docdata><pubdata name="青澜日报" position.sequence="3"/></head><body>
<body.head><hedline><hl1>公交9路延长</hl1><hl2>票价不变</hl2></hedline><byline>本报记者 苗青</byline></body.head>
<body.content><p>公交9路将延长至<pronounce phonetic="ying4 xian4">应县</pronounce>新城。</p><media><p>图</p><media-caption>新站台</media-caption></media></body.content></body></nitf>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" standard="NewsML-G2" xml:lang="zh-Hans"><itemMeta>
<provider literal="青澜日报"/></itemMeta><contentMeta><contentCreated>2023-09-06T06:00:00+08:00</contentCreated>
<headline role="hld:sub">票价不变</headline><headline role="hld:main">公交9路延长</headline><by>本报记者 苗青</by></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>公交9路延长</title></head>
<body><h1>公交9路延长</h1><p>公交9路将延长至新城。</p><h2>票价</h2><p>仍为2元。</p></body></html></inlineXML></contentSet></newsItem>"""
WRAPPED = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><contentMeta>
<contentCreated>2023-09-06T06:00:00+08:00</contentCreated><headline>公交9路延长</headline><headline role="deck">票价不变</headline>
<by>本报记者 苗青</by></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML></contentSet>
</newsItem></itemSet></newsMessage>"""
NEWSML = """<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20230906T060000+0800</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>公交9路延长</HeadLine><SubHeadLine>票价不变</SubHeadLine><ByLine>本报记者 苗青</ByLine></NewsLines>
<ContentItem><DataContent>公交9路将延长至新城。\n票价仍为2元。</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
NINJS = json.dumps(
    {
        "uri": "urn:x",
        "type": "text",
        "language": "zh-CN",
        "versioncreated": "2023-09-06T06:00:00Z",
        "headline": "公交9路延长",
        "byline": "记者 苗青",
        "body_xhtml": "<p>公交9路将延长至新城。</p>",
    },
    ensure_ascii=False,
)
JSONFEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "青澜日报",
        "language": "zh-CN",
        "items": [
            {
                "id": "9",
                "title": "公交9路延长",
                "content_text": "公交9路将延长至新城。\n\n首末班时间不变。",
                "date_published": "2023-09-06T06:00:00+08:00",
                "authors": [{"name": "苗青"}],
                "tags": ["民生", "公交"],
            },
        ],
    },
    ensure_ascii=False,
)
ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page WIDTH="1000" HEIGHT="1400" PHYSICAL_IMG_NR="1"><PrintSpace>
<TextBlock ID="b1" HPOS="10" VPOS="10" WIDTH="400" HEIGHT="40"><TextLine HPOS="10" HEIGHT="40"><String CONTENT="Ferry"/><SP/><String CONTENT="reopens"/></TextLine></TextBlock>
<TextBlock ID="b2" HPOS="10" VPOS="60" WIDTH="400" HEIGHT="60"><TextLine HPOS="10" HEIGHT="12"><String CONTENT="The"/><SP/><String CONTENT="first"/><SP/>
<String CONTENT="pas" SUBS_TYPE="HypPart1" SUBS_CONTENT="passengers"/><HYP CONTENT="-"/></TextLine>
<TextLine HPOS="10" HEIGHT="12"><String CONTENT="sengers" SUBS_TYPE="HypPart2" SUBS_CONTENT="passengers"/><SP/><String CONTENT="boarded."/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""
METS = """<mets xmlns="http://www.loc.gov/METS/"><structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="ARTICLE"><div TYPE="TITLE"><fptr><area BEGIN="b1"/></fptr></div>
<div TYPE="TEXT"><fptr><area BEGIN="b2"/></fptr></div></div></div></structMap></mets>"""
BY_HAND = """---
title: 公交9路延长
subtitle: 票价不变
author: [苗青, 白楠]
paper: 青澜日报
date: 2023-09-06
page: 3
---

公交9路将延长至新城。

## 首末班

时间不变。
"""


def articles(*files: tuple[str, str]) -> tuple[Issue, list[Article]]:
    issue = recover([SourceFile(name, content.encode()) for name, content in files])
    return issue, [article for article in issue.articles if article.type != "furniture"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("feed.xml", RSS), ("feed.xml", ATOM), ("page.json", JSONLD), ("wire.xml", NITF), ("wire.json", NINJS)),
        ("feed.json", JSONFEED),
        *(("01.md", BY_HAND), ("item.xml", ITEM), ("message.xml", WRAPPED), ("newsml.xml", NEWSML)),
    ],
)
def test_a_stated_article_is_taken_as_it_is(name: str, content: str) -> None:
    issue, [article] = articles((name, content))
    assert article.title == "公交9路延长"
    assert any(name == "苗青" for byline in article.bylines for name in byline.names)
    assert article.blocks[0].text.startswith("公交9路将延长至")
    assert issue.masthead.date == "2023-09-06"


def test_a_json_feed_s_items_are_all_read_whatever_form_their_text_has_and_whatever_signs_their_titles() -> None:
    feed = json.loads(JSONFEED)
    texts = (
        {"content_html": "<p>报警台昨天接警三百次。</p>"},
        {"content_text": "饭店昨天开业。"},
        {"content_text": "无题的一条。"},
    )
    titles: tuple[dict[str, str], ...] = ({"title": "110"}, {"title": "★★★"}, {})
    feed["items"] += [{"id": str(n), **text, **title} for n, (text, title) in enumerate(zip(texts, titles, strict=True))]
    issue, found = articles(("feed.json", json.dumps(feed)))
    assert (issue.masthead.title, issue.lang) == ("青澜日报", "zh-CN")
    assert [(article.title, article.section) for article in found] == [
        ("公交9路延长", "民生"),
        ("110", ""),
        ("★★★", ""),
        ("", ""),
    ]
    assert [article.blocks[0].text for article in found[1:]] == ["报警台昨天接警三百次。", "饭店昨天开业。", "无题的一条。"]
    assert len({article.id for article in found}) == 4


@pytest.mark.parametrize("items", [None, {}, [1, "a", None], [{"tags": {"a": 1}, "authors": 3, "content_text": ["文。"]}]])
def test_a_json_feed_of_odd_values_is_read_as_far_as_it_can_be(items: object) -> None:
    feed = SourceFile("feed.json", json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode())
    assert readers.choose([feed])[0].__name__.endswith("jsonfeed")
    readers.choose([feed])[0].read([feed])


def test_a_feed_keeps_cross_heads_and_cuts_datelines() -> None:
    _, [article] = articles(("feed.xml", RSS))
    assert article.dateline == "本报讯（记者 苗青）"
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "paragraph"]


def test_a_pronunciation_of_the_wire_becomes_a_note() -> None:
    _, [article] = articles(("wire.xml", NITF))
    [note] = article.notes
    assert (article.blocks[0].text[note.start : note.end], note.say) == ("应县", "ying4 xian4")
    assert article.captions == ("新站台",)


@pytest.mark.parametrize(("content", "blocks"), [(ITEM, 3), (WRAPPED, 1), (NEWSML, 2)])
def test_a_news_item_is_read_from_its_fields_and_the_text_within(content: str, blocks: int) -> None:
    _, [article] = articles(("item.xml", content))
    assert (article.subtitle, len(article.blocks)) == ("票价不变", blocks)


def test_as_what_a_writer_works_is_no_part_of_the_name() -> None:
    made = NITF.replace("</body.head>", "<byline>By <person>Nora Quill</person><byttl>Staff Writer</byttl></byline></body.head>")
    _, [article] = articles(("wire.xml", made))
    assert ("Nora Quill",) in [byline.names for byline in article.bylines]


def test_json_ld_inside_a_page() -> None:
    _, [article] = articles(("page.html", f'<html><script type="application/ld+json">{JSONLD}</script></html>'))
    assert (article.subtitle, article.page) == ("票价不变", 3)


@pytest.mark.parametrize(
    ("name", "content"),
    [("page.json", JSONLD.replace('"printPage": "3"', '"printPage": "B3"')), ("01.md", BY_HAND.replace("page: 3", "page: B3"))],
)
def test_a_stated_page_keeps_the_letter_of_its_section(name: str, content: str) -> None:
    _, [article] = articles((name, content))
    assert article.page_name == "B3"


LIST = json.dumps(
    [
        {"type": "text", "text_level": 1, "text": "公交9路延长", "page_idx": 0},
        {"type": "text", "text": "公交9路将延长至新城。", "page_idx": 0},
    ]
)


@pytest.mark.parametrize(
    ("name", "content"),
    [("x_content_list.json", LIST), ("x.json", json.dumps(json.loads(JSONLD))), ("wire.json", json.dumps(json.loads(NINJS)))],
)
@pytest.mark.parametrize("half", [r"\ud83d", r"\udc00\ud800", r"\uDBFF"])
def test_half_a_character_costs_one_sign(name: str, content: str, half: str) -> None:
    broken = content.replace(json.dumps("新城")[1:-1], half)
    assert broken != content
    _, [article] = articles((name, broken))
    assert article.title == "公交9路延长"
    assert article.blocks[0].text == f"公交9路将延长至{'�' * (half.count('u'))}。"


def test_an_archive_puts_hyphenated_words_together() -> None:
    _, [article] = articles(("0001.xml", ALTO), ("mets.xml", METS))
    assert (article.title, article.blocks[0].text) == ("Ferry reopens", "The first passengers boarded.")


def test_what_an_archive_prints_larger_is_a_heading() -> None:
    [page] = readers.read([SourceFile("0001.xml", ALTO.encode())]).pages
    assert [line.level for line in page.lines] == [1, 0]


def test_front_matter_of_an_issue() -> None:
    text = "---\npaper: 青澜日报\ndate: 2023年9月6日\n---\n\n# 甲\n\n甲的正文在这里。\n\n# 乙\n\n乙的正文在这里。\n"
    issue, found = articles(("issue.md", text))
    assert issue.masthead.title == "青澜日报"
    assert [(article.title, article.blocks) for article in found] == [
        ("甲", (Block(text="甲的正文在这里。", spans=found[0].blocks[0].spans),)),
        ("乙", (Block(text="乙的正文在这里。", spans=found[1].blocks[0].spans),)),
    ]


def test_front_matter_of_an_article() -> None:
    issue, [article] = articles(("01.md", BY_HAND))
    assert (article.subtitle, article.page, issue.masthead.title) == ("票价不变", 3, "青澜日报")
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "paragraph"]


def test_the_second_version_of_a_mineru_list() -> None:
    blocks = [
        [
            {
                "type": "title",
                "content": {"title_content": [{"type": "text", "content": "公交9路延长"}], "level": 1},
                "bbox": [1, 1, 9, 3],
            },
            {
                "type": "paragraph",
                "content": {
                    "paragraph_content": [
                        {"type": "text", "content": "增长"},
                        {"type": "equation_inline", "content": "5.6 \\%"},
                        {"type": "text", "content": "，票价不变。"},
                    ]
                },
            },
            {"type": "page_number", "content": {"page_number_content": [{"type": "text", "content": "3"}]}},
        ]
    ]
    _, [article] = articles(("x_content_list_v2.json", json.dumps(blocks, ensure_ascii=False)))
    assert (article.title, article.blocks[0].text) == ("公交9路延长", "增长5.6%，票价不变。")


def test_the_list_of_blocks_is_preferred_to_the_markdown_beside_it() -> None:
    blocks = json.dumps([{"type": "text", "text": "公交9路延长至新城，票价不变。", "page_idx": 0}], ensure_ascii=False)
    issue, _ = articles(("x_content_list.json", blocks), ("x.md", "# 公交9路延长"))
    assert issue.files == ("x_content_list.json",)


@pytest.mark.parametrize("reader", plugins.names(readers.FAMILY))
def test_every_reader_knows_what_it_is_not(reader: str) -> None:
    module = plugins.member(readers.FAMILY, reader)
    assert module.score([SourceFile("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")]) == 0
    assert (module.__doc__ or "").strip()


def test_an_unknown_input_is_refused_with_what_was_tried() -> None:
    with pytest.raises(IssueError, match=r"^page\.jpg: no reader knows this input; tried alto, .*feed, founder, .*markdown"):
        readers.read([SourceFile("page.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("a.json", '[{"text": "渡口', "not JSON that can be read"), ("a.xml", "<export><page></export>", "not well-formed XML")],
)
def test_half_a_file_is_named_as_that(name: str, content: str, said: str) -> None:
    half = SourceFile(name, content.encode())
    with pytest.raises(IssueError, match=rf"^{name}: {said}"):
        readers.read([half])
    page = SourceFile("page01.md", "# 渡口\n\n公交9路延长至新城，票价不变。".encode())
    (finding,) = readers.read([page, half]).findings
    assert (finding.code, finding.where, finding.severity) == ("R102", name, "warning")
    assert said in finding.message


@pytest.mark.parametrize(
    "ad", ['<div class="ad"><p>广告</p></div>', "<aside class='advertisement'>Advertisement</aside>", "<p>广告</p>"]
)
def test_an_advertisement_within_the_text_of_an_item_takes_none_of_it(ad: str) -> None:
    text = "环境局昨天公布，上周新增骨痛热症病例一百二十三起，比前一周多了十六起。"
    item = f"<item><title>骨痛热症病例回升</title><description><![CDATA[<p>{text}</p>{ad}<p>{text}</p>]]></description></item>"
    feed = f"<rss><channel><title>南岛日报</title>{item}</channel></rss>"
    (article,) = [one for one in recover([SourceFile("feed.xml", feed.encode())]).articles if one.type not in ("furniture", "ad")]
    assert article.title == "骨痛热症病例回升"
    assert [block.text for block in article.blocks] == [text, text]


def test_printed_lines_are_put_together_in_even_time() -> None:
    assert growth(lambda rows: joined(["ferry opens on"] * rows), 8000) < 8
