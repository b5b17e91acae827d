"""What newsroom systems export: JSON of many shapes, in which articles are objects with a title and a text."""

import json
import time
from typing import Any

import pytest

from audio_edition import readers
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Article, Byline, Issue, SourceFile
from audio_edition.readers import cms
from audio_edition.recovery import recover

FERRY, BUS = "渡口的船六点开航，票价不变，雨天停航。", "公交9路将延长至新城，首末班时间不变。"


def read(value: Any, name: str = "2023-09-06.json") -> Issue:
    content = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return recover([SourceFile(name, content.encode())])


def titles(issue: Issue) -> list[str]:
    return [article.title for article in issue.articles]


def article(**fields: Any) -> Article:
    [found] = read({"articles": [{"title": "公交9路延长", "content": BUS} | fields]}).articles
    return found


def test_articles_stand_page_by_page_as_printed() -> None:
    issue = read(
        {
            "paper": "青澜日报",
            "date": "2023年9月6日",
            "issue": "第1862期",
            "articles": [
                {"title": "渡口开航", "content": FERRY, "page": "02", "section": "县域"},
                {"title": "公交9路延长", "content": f"<p>{BUS}</p><p>{FERRY}</p>", "page": "01", "intro_title": "出行更方便"},
            ],
        }
    )
    assert (issue.masthead.title, issue.masthead.date, issue.masthead.number) == ("青澜日报", "2023-09-06", "1862")
    first, second = issue.articles
    assert (first.title, first.kicker, first.page, len(first.blocks)) == ("公交9路延长", ("出行更方便",), 1, 2)
    assert (second.title, second.page, second.section) == ("渡口开航", 2, "县域")


ITEMS = [{"headline": "渡口开航", "body": FERRY}, {"headline": "公交9路延长", "body": BUS}]


@pytest.mark.parametrize(
    "document",
    [
        ITEMS,
        {"code": 0, "data": {"list": ITEMS}},
        {"pages": [{"number": "A01", "name": "要闻", "stories": ITEMS[:1]}, {"number": "A02", "stories": ITEMS[1:]}]},
        {"A02": ITEMS[1:], "A01": ITEMS[:1]},
        {"hits": [{"_id": "1", "_source": item} for item in ITEMS]},
        [{"title": {"rendered": item["headline"]}, "content": {"rendered": f"<p>{item['body']}</p>"}} for item in ITEMS],
        [{"newsTitle": item["headline"], "newsContent": item["body"], "newsDate": "2023-09-06"} for item in ITEMS],
        {"stories": [{"hed": item["headline"], "components": [{"type": "text", "text": item["body"]}]} for item in ITEMS]},
        [{"标题": item["headline"], "正文": [item["body"]]} for item in ITEMS],
        [{"Title": item["headline"], "Paragraphs": [{"type": "p", "text": item["body"]}]} for item in ITEMS],
        [{"type": "news", "title": item["headline"], "content": item["body"]} for item in ITEMS],
        "\n".join(json.dumps(item) for item in ITEMS),
    ],
)
def test_the_list_may_stand_anywhere_and_fields_have_many_names(document: Any) -> None:
    issue = read(document)
    assert titles(issue) == ["渡口开航", "公交9路延长"]
    assert [article.blocks[0].text for article in issue.articles] == [FERRY, BUS]


def test_pages_are_named_by_what_articles_stand_in() -> None:
    pages = [
        {"版面": "A02", "文章": [{"标题": "公交9路延长", "内容": BUS}]},
        {"版面": "A01", "文章": [{"标题": "渡口", "内容": FERRY}]},
    ]
    assert [(article.title, article.page) for article in read({"版面列表": pages}).articles] == [("渡口", 1), ("公交9路延长", 2)]


def test_two_sections_may_count_their_pages_alike() -> None:
    items = [{"title": name, "text": FERRY, "page": page} for name, page in (("乙二", "B2"), ("乙一", "B1"), ("甲一", "A1"))]
    assert titles(read(items)) == ["甲一", "乙一", "乙二"]


@pytest.mark.parametrize("name", ["author", "authors", "byline", "作者"])
@pytest.mark.parametrize("value", ["本报记者 苗青 通讯员 白楠", ["苗青", "白楠"], [{"name": "苗青"}, {"name": "白楠"}]])
def test_writers(name: str, value: Any) -> None:
    assert [name for byline in article(**{name: value}).bylines for name in byline.names] == ["苗青", "白楠"]


def test_a_source_signs_what_nobody_else_does() -> None:
    assert [byline.printed for byline in article(source="新华社").bylines] == ["新华社"]
    assert [byline.printed for byline in article(source="新华社", author="苗青").bylines] == ["苗青"]


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("sub_title", "票价不变", "subtitle", "票价不变"),
        ("dek", "票价不变", "subtitle", "票价不变"),
        ("副标题", "票价不变", "subtitle", "票价不变"),
        ("引题", "出行更方便", "kicker", ("出行更方便",)),
        ("栏目", "出行", "kicker", ("出行",)),
        ("images", [{"url": "a.jpg", "caption": "新站台", "photographer": "苗青 摄"}], "captions", ("新站台 苗青 摄",)),
        ("imgList", [{"imgUrl": "a.jpg", "imgDesc": "新站台"}], "captions", ("新站台",)),
        ("photos", [{"cutline": "新站台", "photog": "苗青"}], "captions", ("新站台 苗青",)),
        ("authors", [{"displayName": "苗青"}], "bylines", (Byline("苗青", ("苗青",)),)),
        ("图片", {"图片说明": "新站台"}, "captions", ("新站台",)),
        ("image", "a.jpg", "captions", ()),
        ("subtitle", None, "subtitle", ""),
    ],
)
def test_fields(name: str, value: Any, field: str, expected: Any) -> None:
    assert getattr(article(**{name: value}), field) == expected


def test_a_text_without_markup_is_cut_at_its_line_ends() -> None:
    found = article(content=f"　　{BUS}\n　　{FERRY}\r\n\r\n## 雨天\n\n{FERRY}")
    assert [(block.type, block.text) for block in found.blocks] == [
        ("paragraph", BUS),
        ("paragraph", FERRY),
        ("heading", "雨天"),
        ("paragraph", FERRY),
    ]


def test_an_offer_among_the_blocks_of_an_editor_is_not_read() -> None:
    blocks = [{"type": "text", "text": FERRY}, {"type": "promo", "text": "订阅本报，每月一元。"}]
    found, offer = read([{"title": "渡口开航", "content": blocks}]).articles
    assert ([block.text for block in found.blocks], offer.type) == ([FERRY], "furniture")


def test_blocks_of_an_editor() -> None:
    found = article(content=[{"type": "header", "data": {"text": "雨天"}}, {"type": "paragraph", "data": {"text": FERRY}}])
    assert [(block.type, block.text) for block in found.blocks] == [("heading", "雨天"), ("paragraph", FERRY)]


@pytest.mark.parametrize("value", [{"title": "青澜日报", "articles": []}, [{"title": "渡口"}], {"name": "x", "text": "y"}, [{}]])
def test_json_without_articles_is_refused(value: Any) -> None:
    with pytest.raises(IssueError, match=r"2023-09-06\.json: no reader knows this input"):
        read(value)


def test_pages_are_preferred_to_one_note_beside_them() -> None:
    note = SourceFile("note.json", json.dumps({"title": "校对", "text": "第二版待查。"}).encode())
    assert readers.read([SourceFile("page01.md", f"# 渡口\n\n{FERRY}".encode()), note]).reader == "markdown"


def test_formats_that_say_their_name_are_read_as_such() -> None:
    ninjs = {"uri": "urn:x", "headline": "渡口", "body_html": f"<p>{FERRY}</p>", "versioncreated": "2023-09-06"}
    schema = {"@type": "NewsArticle", "headline": "渡口", "articleBody": FERRY}
    files = [SourceFile("x.json", json.dumps([value, value]).encode()) for value in (ninjs, schema)]
    assert [readers.read([file]).reader for file in files] == ["ninjs", "jsonld"]


@pytest.mark.parametrize(
    "document",
    ['{"a":' * 300 + '"x"' + "}" * 300, "[" * 300 + "]" * 300, json.dumps([{"title": "x", "content": []}] * 20_000), "{"],
)
def test_json_that_is_no_newspaper_is_refused_soon(document: str) -> None:
    with pytest.raises(IssueError):
        read(document)


def test_what_an_ocr_service_answers_is_soon_told_from_articles() -> None:
    word = {"text": "渡口", "boundingPolygon": [{"x": 1, "y": 2}] * 4, "confidence": 0.9}
    answer = json.dumps({"blocks": [{"lines": [{"text": "渡口", "words": [word] * 20}] * 1000}]})
    started = time.process_time()
    assert cms.score([SourceFile("scan.json", answer.encode())]) == 0
    assert time.process_time() - started < 3


def test_an_entry_beside_articles_whose_text_no_known_name_holds_is_told() -> None:
    known = {"title": "公交9路延长", "content": "公交9路将延长至新城。"}
    other = {
        "title": "渡口重开",
        "story": "昨天上午，停航两年的渡口重新开放，市民早早来到码头，等候头班船，记者在现场看到队伍排到了街口。",
    }
    link = {"title": "更多", "url": "https://news.example/a/very/long/address/that/is/no/text/at/all.html"}
    issue = recover(
        [SourceFile("a.json", json.dumps({"title": "报", "about": "关" * 60, "items": [known, other, link]}).encode())]
    )
    (finding,) = [finding for finding in issue.findings if finding.code == "R104"]
    assert (finding.message, finding.where) == ("left out, for no text is looked for in story: 渡口重开", "a.json")
    assert not [
        one for one in recover([SourceFile("a.json", json.dumps([known, known]).encode())]).findings if one.code == "R104"
    ]
