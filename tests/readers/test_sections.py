"""The section that a feed, a wire or an export names for an article arrives with it, and its page shows it."""

import json

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover
from tests.publishers import _edition
from tests.publishers._pages import pages, parsed

TEXT = "<p>The ferry reopened on Monday after three years, the harbour master said.</p><p>It runs every day.</p>"
TITLE = "A ferry reopens for all"


def rss(categories: str) -> str:
    item = f"<item><title>{TITLE}</title>{categories}<description><![CDATA[{TEXT}]]></description></item>"
    return f"<rss version='2.0'><channel><title>The Lark</title><category>News</category>{item}</channel></rss>"


def atom(category: str) -> str:
    entry = f"<entry><title>{TITLE}</title>{category}<content type='html'><![CDATA[{TEXT}]]></content></entry>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Lark</title>{entry}</feed>"


def linked(**fields: object) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, **fields})


def wire(**fields: object) -> str:
    return json.dumps({"uri": "urn:x", "type": "text", "headline": TITLE, "body_html": TEXT, **fields})


def export(**fields: object) -> str:
    return json.dumps([{"title": TITLE, "content": TEXT, **fields}, {"title": "Rates rise again", "content": TEXT}])


NITF = f"""<nitf><head><pubdata position.section="Sport" position.sequence="3"/></head><body><body.head><hedline>
<hl1>{TITLE}</hl1></hedline></body.head><body.content>{TEXT}</body.content></body></nitf>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.xml", rss("<category>Sport</category><category>rowing</category>")),
        (
            "feed.xml",
            rss("<category domain='x.test/keywords'>Rowing</category><category> <![CDATA[Sport]]></category>"),
        ),
        ("feed.xml", rss("<category>Uncategorized</category><category>Sport</category>")),
        ("feed.xml", rss("<dc:subject xmlns:dc='http://purl.org/dc/elements/1.1/'>Sport</dc:subject>")),
        ("feed.xml", atom("<category term='sport' label='Sport'/>")),
        ("feed.xml", atom("<category term='Sport'/>")),
        ("page.json", linked(articleSection=["Sport", "Rowing"])),
        ("page.json", linked(articleSection="Water", printSection="Sport")),
        ("wire.json", wire(service=[{"code": "s", "name": "Sport"}])),
        ("wire.xml", NITF),
        ("export.json", export(category="Sport")),
        ("export.json", export(categories=["Sport", "rowing"])),
        ("export.json", export(categories=[{"id": 3, "name": "Sport"}])),
        ("export.json", export(section="A02", categories=["Sport"])),
        ("01.md", f"---\ntitle: {TITLE}\nsection: Sport\nauthor: Jane Doe\n---\n\nThe ferry reopened.\n"),
        ("01.md", f"---\ntitle: {TITLE}\ncategories:\n- Sport\n- rowing\nauthor: Jane Doe\n---\n\nThe ferry reopened.\n"),
    ],
)
def test_an_article_stands_in_the_section_that_its_source_names(name: str, content: str) -> None:
    article = recover([SourceFile(name, content.encode())]).articles[0]
    assert (article.title, article.section, article.kicker) == (TITLE, "Sport", ())


@pytest.mark.parametrize(
    "categories",
    ["", "<category/>", "<category>12</category>", "<category>https://x.test/a</category>", f"<category>{'so ' * 40}</category>"],
)
def test_what_names_no_section_makes_none(categories: str) -> None:
    (article,) = recover([SourceFile("feed.xml", rss(categories).encode())]).articles
    assert article.section == ""


def test_an_issue_shows_the_sections_of_a_feed() -> None:
    issue = recover([SourceFile("feed.xml", rss("<category>Sport</category>").encode())])
    page = pages(_edition.make(issue.articles, lang="en-GB"))["2023-11-08/index.html"]
    assert "Page 1 Sport" in parsed(page).text_content()
