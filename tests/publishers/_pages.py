"""What the tests of pages share: a hostile article, readings, and the pages of an edition by path."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html
from msgspec.structs import replace
from pypinyin import Style, lazy_pinyin

from audio_edition.model.edition import Cue, DoubtfulReading, Edition, Verbalization
from audio_edition.model.issue import Article, Block, Byline, Jump
from audio_edition.publishers import archive_page, article_page, issue_page, offline, report, shared_assets
from audio_edition.settings import Paper
from tests.publishers import _edition

PUBLISHERS = (archive_page, article_page, issue_page, offline, report, shared_assets)
HOSTILE = Article(
    "p2-hostile",
    page=2,
    section="<b>社会</b>&amp;",
    kicker=("]]></title><script>alert(2)</script>",),
    title="\u202e「恶意」\x00标题<img src=x onerror=alert(3)> {{ 7*7 }} " + "很长" * 5000,
    subtitle="</h1><style>*{display:none}</style>",
    bylines=(Byline("记者 \x08'\"><svg onload=alert(4)>", ('"</script><script>alert(5)</script>',)),),
    blocks=(
        Block(text="正文里有 &lt; & --> ]]> \ufffd 😀👨‍👩‍👧 与 <ruby>。" + "字" * 50),
        Block("list", lines=("\u2067反\u2069", "<li>")),
        Block("table", rows=(("<th>", ""), ("\x01", "</table>"))),
    ),
    captions=("<!-- 图 -->",),
    credit="\uffff摄",
    jump=Jump(3, "<b>(下转)</b>"),
)


def pages(edition: Edition, paper: Paper = _edition.PAPER) -> dict[str, str]:
    """Content of every page, script and list, by path below the paper's folder."""
    context = _edition.context()
    artifacts = [artifact for publisher in PUBLISHERS for artifact in publisher.publish(edition, paper, context)]
    assert len({artifact.path for artifact in artifacts}) == len(artifacts)
    return {artifact.path: _edition.joined(artifact.content).decode() for artifact in artifacts}


def parsed(page: str) -> Any:
    """The elements of a page."""
    return html.fromstring(page)


def with_readings(edition: Edition) -> Edition:
    """Every Hanzi with its commonest reading; 行 in doubt; 45 minutes in words."""
    tracks = (replace(track, cues=tuple(map(_read, track.cues))) for track in edition.tracks)
    return replace(edition, tracks=tuple(tracks))


def _read(cue: Cue) -> Cue:
    pinyin = " ".join(_pinyin(char) for char in cue.text if "\u3400" <= char <= "\u9fff")
    return replace(cue, pinyin=pinyin, doubts=tuple(_doubts(cue)), verbalizations=tuple(_verbalizations(cue)), voice="测试")


def _pinyin(char: str) -> str:
    return str(lazy_pinyin(char, Style.TONE3, neutral_tone_with_five=True)[0]) + "?" * (char == "行")


def _verbalizations(cue: Cue) -> Iterator[Verbalization]:
    for found in re.finditer("45(?=分钟)", cue.text):
        yield Verbalization(cue.text_start + found.start(), cue.text_start + found.end(), "四十五", "cardinal")


def _doubts(cue: Cue) -> Iterator[DoubtfulReading]:
    for found in re.finditer("行", cue.text):
        start = cue.text_start + found.start()
        yield DoubtfulReading(start, start + 1, "xing2", 0.6, "model", ("hang2",))
