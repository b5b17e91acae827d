"""Both feeds as podcast clients read them."""

import json
import re
import uuid
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO

import pytest
from lxml import etree
from msgspec.structs import replace
from mutagen.id3 import ID3

from audio_edition.model.edition import Edition
from audio_edition.model.issue import Article, Block
from audio_edition.publishers import PastIssue, chapters, cover, feed, mp3
from audio_edition.settings import Paper
from tests.publishers import _edition

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
EDITION = _edition.make()


def feeds(edition: Edition = EDITION, paper: Paper = _edition.PAPER, past: tuple[PastIssue, ...] = ()) -> dict[str, bytes]:
    made = feed.publish(edition, paper, _edition.context(past))
    return {artifact.path: _edition.joined(artifact.content) for artifact in made}


def channel(content: bytes) -> etree._Element:
    found = etree.fromstring(content, etree.XMLParser(resolve_entities=False)).find("channel")
    assert found is not None
    return found


def text(element: etree._Element, path: str) -> str:
    return element.findtext(path, default="", namespaces=NS) or ""


def items(content: bytes) -> list[etree._Element]:
    return channel(content).findall("item")


def past(edition: Edition) -> PastIssue:
    context = _edition.context()
    item, single = feed.episode(edition, _edition.PAPER, context), feed.items(edition, _edition.PAPER, context)
    return PastIssue(edition.date, edition.title, edition.samples, edition.sample_rate, item, 3, single)


def test_the_show() -> None:
    show = channel(feeds()["feed.xml"])
    assert text(show, "title") == "青澜日报"
    assert text(show, "language") == "zh-CN"
    assert text(show, "itunes:author") == "青澜日报社"
    assert text(show, "itunes:owner/itunes:email") == "podcast@qinglan.test"
    assert text(show, "itunes:explicit") == "false"
    assert text(show, "podcast:medium") == "podcast"
    assert text(show, "podcast:license") == "cc-by-4.0"
    assert text(show, "podcast:locked") == "yes"
    assert [c.get("text") for c in show.iter("{{{}}}category".format(NS["itunes"]))] == ["News", "Daily News"]
    assert "人工智能" in text(show, "description")
    assert text(show, "podcast:txt") == "true"


def test_a_show_is_in_the_language_of_its_issues() -> None:
    assert text(channel(feeds(replace(EDITION, lang="zh-HK"))["feed.xml"]), "language") == "zh-HK"


def test_the_guid_of_a_show_is_made_from_its_address() -> None:
    # Example of the namespace's own documentation: podnews.net/rss.
    paper = replace(_edition.PAPER, base_url="https://audio.qinglan.test/qinglan/")
    namespace = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    assert feed.podcast_guid(paper, "feed.xml") == str(uuid.uuid5(namespace, "audio.qinglan.test/qinglan/feed.xml"))
    assert feed.podcast_guid(replace(paper, podcast_guid="fixed"), "feed.xml") == "fixed"
    assert feed.podcast_guid(Paper(), "feed.xml") == ""


def test_an_issue_is_an_episode_and_an_article_is_one() -> None:
    made = feeds()
    assert [text(item, "title") for item in items(made["feed.xml"])] == ["2023年11月8日 一座老渔港的新活法"]
    titles = ["把路修到鱼的“嘴边”", "前三季度我市经济运行总体平稳", "一座老渔港的新活法"]
    assert [text(item, "title") for item in items(made["feed-articles.xml"])] == titles


def test_articles_appear_a_minute_apart_in_reading_order_and_stand_newest_first() -> None:
    dates = [parsedate_to_datetime(text(item, "pubDate")) for item in items(feeds()["feed-articles.xml"])]
    assert [(date - dates[-1]).total_seconds() for date in dates] == [120, 60, 0]
    assert dates[-1].isoformat() == "2023-11-08T06:00:00+08:00"


@pytest.mark.parametrize(
    ("lang", "time", "appears"),
    [
        *((lang, "", "2023-11-08T06:00:00+08:00") for lang in ("zh-CN", "zh-HK", "zh-Hant-TW", "yue-HK", "en-SG")),
        *((lang, "", "2023-11-08T06:00:00+00:00") for lang in ("en-GB", "en", "zh", "fr-FR")),
        ("en-US", "", "2023-11-08T06:00:00-05:00"),
        ("en-US", "05:30-08:00", "2023-11-08T05:30:00-08:00"),
    ],
)
def test_an_issue_appears_in_the_morning_of_its_country(lang: str, time: str, appears: str) -> None:
    made = feeds(_edition.make(lang=lang), replace(_edition.PAPER, time=time))
    (item,) = items(made["feed.xml"])
    assert parsedate_to_datetime(text(item, "pubDate")) == datetime.fromisoformat(appears)
    assert text(item, "pubDate").startswith("Wed, 08 Nov 2023")


def test_enclosures_say_how_long_their_files_are() -> None:
    sounds = {a.path: len(_edition.joined(a.content)) for a in mp3.publish(EDITION, _edition.PAPER, _edition.context())}
    enclosures = [item.find("enclosure") for content in feeds().values() for item in items(content)]
    said = {e.get("url", "").removeprefix(_edition.PAPER.base_url): int(e.get("length", 0)) for e in enclosures if e is not None}
    assert said == sounds


def test_chapters_are_the_same_four_ways() -> None:
    files = {}
    for publisher in (mp3, chapters):
        for artifact in publisher.publish(EDITION, _edition.PAPER, _edition.context()):
            files[_edition.PAPER.base_url + artifact.path] = _edition.joined(artifact.content)
    for content in feeds().values():
        for item in items(content):
            link = item.find("podcast:chapters", NS)
            enclosure = item.find("enclosure")
            assert link is not None
            assert enclosure is not None
            in_json = [(c["startTime"], c["title"]) for c in json.loads(files[link.get("url", "")])["chapters"]]
            in_psc = [(seconds(c.get("start", "")), c.get("title")) for c in item.iterfind("psc:chapters/psc:chapter", NS)]
            tags = ID3(BytesIO(files[enclosure.get("url", "")])).getall("CHAP")
            in_id3 = sorted((tag.start_time / 1000, str(tag.sub_frames["TIT2"])) for tag in tags)
            in_text = re.findall(r"(?m)^(?:<p>)?((?:\d+:)?\d\d:\d\d) (.*?)(?:<br>|</p>)$", text(item, "description"))
            assert in_json == in_psc == in_id3
            assert all(isinstance(start, int) for start, _ in in_json)
            assert len(in_json) == 1 or [(seconds(start), title) for start, title in in_text] == in_json


def seconds(clock: str) -> float:
    total = 0.0
    for part in clock.split(":"):
        total = total * 60 + float(part)
    return total


def test_guids_come_from_stable_facts() -> None:
    changed = (replace(_edition.ARTICLES[2], title="新题目", blocks=(Block(text="改了。"),)), *_edition.ARTICLES[:2])
    before, after = feeds(), feeds(_edition.make(changed))
    for name in before:
        assert {text(i, "guid") for i in items(before[name])} == {text(i, "guid") for i in items(after[name])}
    assert text(items(before["feed.xml"])[0], "guid") == "qinglan-daily/2023-11-08/edition"


def test_past_issues_stay_byte_for_byte_in_order_of_their_dates() -> None:
    days = ("2023-11-09", "2023-11-07", "2023-11-06")
    old = tuple(past(_edition.make(date=day)) for day in days)
    for name, content in feeds(past=old).items():
        dates = [parsedate_to_datetime(text(item, "pubDate")) for item in items(content)]
        assert dates == sorted(dates, reverse=True)
        for issue in old:
            for item in [issue.episode] if name == "feed.xml" else issue.items:
                assert item.encode() in content
        guids = [text(item, "guid") for item in items(content)]
        assert len(set(guids)) == len(guids)


def test_editing_one_article_changes_its_item_only() -> None:
    before, after = (items(feeds(e)["feed-articles.xml"]) for e in (EDITION, _edition.make(_edition.EDITED)))
    same = [etree.tostring(a) == etree.tostring(b) for a, b in zip(before, after, strict=True)]
    assert same == [True, False, True]


@pytest.mark.parametrize(("count", "title", "told"), [(40, "长标题" * 20, True), (150, "短", True), (300, "标题", False)])
def test_any_number_of_titles_fits_into_the_description(count: int, title: str, told: bool) -> None:
    many = [Article(f"p1-{n}", title=f"{n}{title}", blocks=(Block(text="正文。"),)) for n in range(count)]
    (item,) = items(feeds(_edition.make(many))["feed.xml"])
    description = text(item, "description")
    assert len(description.encode()) <= 4000
    assert description.count("<br>") == (count if told else 0)
    assert len(item.findall("psc:chapters/psc:chapter", NS)) == min(count + 1, 255)


def test_hostile_text_is_text() -> None:
    paper = replace(_edition.PAPER, title="", description=_edition.HOSTILE, copyright=_edition.HOSTILE)
    for content in feeds(_edition.hostile(), paper).values():
        show = channel(content)
        assert "script" not in {element.tag for element in show.iter()}
        for item in show.findall("item"):
            description = etree.HTML(text(item, "description"))
            assert {element.tag for element in description.iter()} <= {"html", "body", "p", "br"}
            assert not re.search(r"<[a-z/]", text(item, "title"))
            assert len(text(item, "title")) <= 255


def test_a_chinese_address_is_written_in_ascii() -> None:
    paper = replace(_edition.PAPER, base_url="https://青澜.cn/有声 版/", license="青澜许可", license_url="https://青澜.cn/许可")
    for content in feeds(paper=paper).values():
        shown = [value for element in channel(content).iter() for value in map(str, element.attrib.values()) if "://" in value]
        assert shown
        assert all(re.fullmatch(r"https?://[!-~]+", value) for value in shown)
    assert all(a.content for a in mp3.publish(EDITION, paper, _edition.context()))


def test_without_an_address_the_feeds_are_those_of_serve_and_a_finding_says_what_podcast_apps_need() -> None:
    paper = replace(_edition.PAPER, base_url="")
    content = feeds(paper=paper)["feed.xml"]
    local = f"http://127.0.0.1:8000/{EDITION.paper}/"
    assert items(content)[0].find("enclosure").get("url") == local + "2023-11-08/edition.mp3"  # type: ignore[union-attr]
    (finding,) = feed.findings(EDITION, paper)
    assert "base_url" in finding.message
    assert feed.findings(EDITION, _edition.PAPER) == ()


def test_an_address_moves_the_episodes_that_were_made_without_one() -> None:
    unaddressed = replace(_edition.PAPER, base_url="")
    past = PastIssue("2023-11-07", "", 1, 24000, feed.episode(EDITION, unaddressed, _edition.context()))
    content = feeds(past=(past,))["feed.xml"]
    assert b"127.0.0.1" not in content
    assert len(items(content)) == 2


def test_the_cover_is_the_one_that_is_published() -> None:
    (picture,) = cover.publish(EDITION, _edition.PAPER, _edition.context())
    image = channel(feeds()["feed.xml"]).find("itunes:image", NS)
    assert image is not None
    assert image.get("href") == _edition.PAPER.base_url + picture.path
