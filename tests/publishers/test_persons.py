"""Feeds and pages name those who wrote an article, however the paper sets their names."""

import json

import pytest

from audio_edition.model.issue import Article, Block, Byline
from audio_edition.publishers._persons import named
from tests.publishers import _edition
from tests.publishers._pages import pages, parsed
from tests.publishers.test_feed import NS, feeds, items

BYLINES = (Byline("By JANE DOE and JOHN SMITH", ("JANE DOE", "JOHN SMITH")), Byline("By Jane Doe", ("By Jane Doe",)))
EDITION = _edition.make((Article("p1-a", title="A ferry", bylines=BYLINES, blocks=(Block(text="It runs."),)),), lang="en-GB")


def test_a_feed_names_persons() -> None:
    (item,) = items(feeds(EDITION)["feed-articles.xml"])
    assert [person.text for person in item.findall("podcast:person", NS)] == ["Jane Doe", "John Smith"]


def test_a_page_s_linked_data_names_persons() -> None:
    (page,) = (content for path, content in pages(EDITION).items() if "/articles/" in path and path.endswith(".html"))
    data = parsed(page).xpath("string(//script[@type='application/ld+json'])")
    assert [author["name"] for author in json.loads(data)["author"]] == ["Jane Doe", "John Smith"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("MARIE-CLAIRE O'BRIEN", "Marie-Claire O'Brien"),
        ("RONALD McDONALD", "Ronald McDonald"),
        ("RONALD MCDONALD", "Ronald McDonald"),
        ("FIONA MacLEOD", "Fiona MacLeod"),
        ("ÉMILE ZOLA", "Émile Zola"),
        ("XI LAN", "Xi Lan"),
        ("MARTIN LUTHER KING JR.", "Martin Luther King Jr."),
        ("VAN MORRISON", "Van Morrison"),
        ("VINCENT VAN GOGH", "Vincent van Gogh"),
        ("BBC NEWS", "BBC News"),
        ("REUTERS", "REUTERS"),
        ("Jane DOE", "Jane DOE"),
        ("Byron Katie", "Byron Katie"),
        ("沈砚秋", "沈砚秋"),
        ("", ""),
    ],
)
def test_only_a_name_wholly_in_capitals_is_set_anew(printed: str, name: str) -> None:
    assert named(printed) == name
