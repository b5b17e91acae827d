"""Whom a stated byline names: each of several, without what they did and for whom."""

from time import process_time

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.writers import writers

FEED = (
    "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>The Lark</title><item>"
    "<title>A ferry reopens for all</title><dc:creator><![CDATA[{}]]></dc:creator>"
    "<description>The ferry reopened on Monday after three years, the harbour master said.</description></item></channel></rss>"
)


def named(byline: str) -> list[str]:
    (article,) = recover((SourceFile("feed.xml", FEED.format(byline).encode()),)).articles
    return [name for line in article.bylines for name in line.names]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("黄子衿（文）、AhmadFaizal（摄影）", ["黄子衿", "AhmadFaizal"]),
        ("黄子衿(文) Ahmad Faizal(摄影)", ["黄子衿", "Ahmad Faizal"]),
        ("文：黄子衿 摄影：Ahmad Faizal", ["黄子衿", "Ahmad Faizal"]),
        ("陳大文（文）、李小明（攝影）", ["陳大文", "李小明"]),
        ("记者王小明、Jane Doe", ["王小明", "Jane Doe"]),
        ("阿迪力·买买提、Jane Doe", ["阿迪力·买买提", "Jane Doe"]),
        ("山 海", ["山海"]),
        ("By Jane Doe and John Smith", ["Jane Doe", "John Smith"]),
        ("BY JANE DOE AND JOHN SMITH", ["JANE DOE", "JOHN SMITH"]),
        ("By José Ñúñez and Zoë Kravitz", ["José Ñúñez", "Zoë Kravitz"]),
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe; John Smith & Ann Poole", ["Jane Doe", "John Smith", "Ann Poole"]),
        ("Jane Doe (text) and John Smith (photos)", ["Jane Doe", "John Smith"]),
        ("Story by Jane Doe Photos by John Smith", ["Jane Doe", "John Smith"]),
        ("Compiled by Jane Doe with John Smith", ["Jane Doe", "John Smith"]),
        ("By Jane Doe/Reuters", ["Jane Doe"]),
        ("By Jane Doe, Associated Press", ["Jane Doe"]),
        ("Jane Doe, Senior Fellow at the Lark Institute", ["Jane Doe"]),
        ("From Jane Doe in London", ["Jane Doe"]),
        ("By Andrew Sandford", ["Andrew Sandford"]),
        ("The Editorial Board", ["The Editorial Board"]),
        ("BY STAFF REPORTER", []),
        ("BY OUR OWN CORRESPONDENT", []),
    ],
)
def test_each_writer_is_named(byline: str, names: list[str]) -> None:
    assert named(byline) == names


@pytest.mark.parametrize("unit", ["日报", "驻本报", "a, ", "a in ", "photo ", "(", "编·"])
def test_a_byline_of_nothing_but_such_words_is_soon_read(unit: str) -> None:
    begun = process_time()
    writers(unit * 39 + " é")
    writers("By " + unit * 5000 + "é")
    assert process_time() - begun < 5
