"""Pages: what is printed, nothing else, timed; whatever the text holds."""

import re
from posixpath import dirname, normpath
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from audio_edition.model.edition import Cue, Track, Word
from audio_edition.model.finding import Severity
from audio_edition.model.issue import Article, Block, Byline
from audio_edition.model.passage import Passage, passages
from audio_edition.model.speech import Origin
from audio_edition.publishers import PastIssue, archive_page
from audio_edition.publishers._labels import labels
from audio_edition.publishers._markup import ALPHABET, SHORT, clean, encoded, marking, printed, shows
from audio_edition.publishers._parts import parts
from audio_edition.publishers._reading_report import Reason
from audio_edition.settings import Paper
from tests.publishers._edition import ARTICLES, PAPER, context, make
from tests.publishers._pages import HOSTILE, pages, parsed, with_readings

ISSUE = "2023-11-08/index.html"
anything = st.text(st.characters(exclude_categories=()), max_size=40)


def text_of(page: str) -> str:
    return str(parsed(page).text_content())


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(with_readings(make()))


def test_pages_of_an_issue(made: dict[str, str]) -> None:
    assert [path for path in made if "assets/" not in path] == [
        "index.html",
        "2023-11-08/articles/01-p1-harbour.html",
        "2023-11-08/articles/02-p1-economy.html",
        "2023-11-08/articles/03-p2-comment.html",
        ISSUE,
        "2023-11-08/words.js",
        "2023-11-08/pinyin.js",
        "sw.js",
        "2023-11-08/offline.json",
        "2023-11-08/report.html",
        "2023-11-08/report.json",
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_every_printed_text_stands_on_both_pages(made: dict[str, str], article: Article) -> None:
    own = next(page for path, page in made.items() if article.id in path)
    for passage in passages(article):
        for piece in passage.text.split("\t"):
            assert piece in text_of(made[ISSUE])
            assert piece in text_of(own)


def test_spans_hold_the_cues_in_order(made: dict[str, str]) -> None:
    edition = make()
    spans = parsed(made[ISSUE]).xpath("//main//span[@data-t]")
    times = [(track.offset + cue.start) * 100 // edition.sample_rate for track in edition.tracks for cue in track.cues]
    assert sorted({round(float(span.get("data-t")) * 100) for span in spans}) == times
    said = {round(float(span.get("data-t")) * 100): "" for span in spans}
    for span in spans:
        said[round(float(span.get("data-t")) * 100)] += span.text_content()
    cues = (cue for track in edition.tracks for cue in track.cues)
    assert [said[time] for time in times] == [cue.text.replace("\t", "") for cue in cues]


def test_nothing_inline_and_nothing_from_elsewhere(made: dict[str, str]) -> None:
    for path, page in made.items():
        if not path.endswith(".html"):
            continue
        tree = parsed(page)
        assert not tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')] | //script[not(@src) and not(@type)]")
        addresses = tree.xpath("//@src | //link[not(@rel='canonical')]/@href | //a/@href")
        assert not [address for address in addresses if re.match(r"[a-z]+:|//", address)]
        assert "default-src &#39;none&#39;" in page
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
        assert len(set(tree.xpath("//@id"))) == len(tree.xpath("//@id"))


def test_all_that_pages_need_is_published(made: dict[str, str]) -> None:
    for path, page in made.items():
        if path.endswith(".html"):
            needed = parsed(page).xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
            assert {normpath(f"{dirname(path)}/{address}").lstrip("/") for address in needed} <= set(made)
            assert not path.startswith("2023") or all("2023-11-08/assets" in normpath(f"{dirname(path)}/{one}") for one in needed)


def test_titles_differ(made: dict[str, str]) -> None:
    twins = replace(ARTICLES[2], id="p3-twin")
    titles = [parsed(page).findtext(".//title") for path, page in pages(make((*ARTICLES, twins))).items() if ".html" in path]
    assert len(set(titles)) == len(titles)


def test_tables_verse_and_lists_keep_their_shape(made: dict[str, str]) -> None:
    tree = parsed(made[ISSUE])
    assert [cell.text_content() for cell in tree.xpath("//article//tr[2]/*")] == ["地区生产总值", "1286.45", "5.6%"]
    assert [cell.get("scope") for cell in tree.xpath("//article//th")] == ["col"] * 3 + ["row"] * 2
    assert len(tree.xpath("//article//ul/li")) == 2
    assert len(tree.xpath("//p[@class='verse']/br")) == 1


def test_an_article_page_lists_its_cross_heads(made: dict[str, str]) -> None:
    links = parsed(made["2023-11-08/articles/01-p1-harbour.html"]).xpath("//nav[1]//a")
    assert [link.text for link in links] == ["一座老渔港的新活法", "一条路 打通“肠梗阻”", "一座市 卖活“一条鱼”"]
    chapters = make().tracks[1].chapters
    assert [float(link.get("data-play")) for link in links] == [chapter.start / 24000 for chapter in chapters]


def test_linked_data(made: dict[str, str]) -> None:
    data = msgspec.json.decode(parsed(made["2023-11-08/articles/01-p1-harbour.html"]).findtext(".//script[@type]") or "")
    assert (data["@type"], data["headline"]) == ("NewsArticle", "一座老渔港的新活法")
    assert data["audio"]["@type"] == "AudioObject"
    assert data["audio"]["contentUrl"] == "https://audio.qinglan.test/qinglan/2023-11-08/articles/01-p1-harbour.mp3"
    assert [author["name"] for author in data["author"]] == ["沈砚秋", "罗一鸣"]


def test_without_a_base_url_addresses_are_relative() -> None:
    page = pages(make(), Paper(slug="qinglan-daily"))[ISSUE]
    assert "https://schema.org" in page
    assert "canonical" not in page
    assert '"contentUrl":"edition.mp3"' in page


@pytest.mark.parametrize(("on", "seen"), [(True, True), (False, False)])
def test_synthetic_speech_is_labelled(on: bool, seen: bool) -> None:
    made = pages(make(), replace(PAPER, announce_synthetic=on))
    for path in ("index.html", ISSUE, "2023-11-08/articles/01-p1-harbour.html", "2023-11-08/report.html"):
        assert ("人工智能合成" in made[path].partition("<main")[0]) == seen


def test_editing_an_article_changes_only_its_pages_and_the_issue() -> None:
    edited = replace(
        ARTICLES[1], blocks=(replace(ARTICLES[1].blocks[0], text="市统计局昨日发布了数据。"), *ARTICLES[1].blocks[1:])
    )
    before, after = pages(make()), pages(make((ARTICLES[0], edited, ARTICLES[2])))
    assert {path for path in before if before[path] != after[path]} <= {
        "index.html",
        "2023-11-08/articles/02-p1-economy.html",
        ISSUE,
        "2023-11-08/offline.json",
        "2023-11-08/pinyin.js",
        "2023-11-08/words.js",
        "2023-11-08/report.html",
        "2023-11-08/report.json",
    }
    assert pages(make()) == before


def test_forty_articles_stay_light() -> None:
    sentence = "“以前一趟货从船上到市区要3个小时，现在45分钟。”在码头开了18年货车的乔建波算了一笔账，每车油钱省下不少。"
    body = tuple(Block(text=sentence * 3) for _ in range(3))
    made = pages(make([Article(f"a{number}", title=f"第{number}条新闻的标题", blocks=body) for number in range(40)]))
    assert len(text_of(made[ISSUE])) > 40 * 450
    needed = (content for path, content in made.items() if path == ISSUE or path.startswith("2023-11-08/assets/"))
    assert sum(len(content.encode()) for content in needed) < 150_000


def test_the_archive_lists_newest_first() -> None:
    past = tuple(PastIssue(date, "青澜日报", 24000 * 600, 24000, "", 9) for date in ("2023-11-09", "2023-10-31"))
    (page,) = archive_page.publish(make(), PAPER, context(past))
    assert isinstance(page.content, bytes)
    tree = parsed(page.content.decode())
    assert tree.xpath("//time/@datetime") == ["2023-11-09", "2023-11-08", "2023-10-31"]
    assert [" ".join(heading.text_content().split()) for heading in tree.xpath("//h2")] == ["2023年11月", "2023年10月"]
    assert "9 篇 · 10分0秒" in page.content.decode()


def test_announcements_stand_where_they_are_said() -> None:
    article = Article("a", title="题", blocks=(Block(text="文。"),), captions=("图",))
    title, body, caption = passages(article)
    say, end = Passage("say-1", "announcement", "图片说明："), Passage("say-2", "announcement", "本文未完。")
    track = Track("a", "article", "题", (title, body, say, caption, end), (), (), (), 24000, article=article)
    drawn = [(part.type, str(part.html)) for part in parts(track, marking(track, 0, 24000, "zh-CN"))]
    assert drawn == [("title", "题"), ("paragraph", "文。"), ("said", "图片说明："), ("caption", "图"), ("said", "本文未完。")]


def test_a_byline_told_from_the_dateline_is_shown_once() -> None:
    article = replace(ARTICLES[1], bylines=(Byline("记者 祁越 通讯员 白楠", ("祁越", "白楠")),))
    page = parsed(pages(make((article,)))["2023-11-08/articles/01-p1-economy.html"])
    assert page.xpath("string(//main)").count("祁越") == 1


def test_foreign_runs_say_their_language() -> None:
    assert printed("集团CTO江浩（Jason Jiang）说", "zh-CN") == (
        "集团<span lang=en>CTO</span>江浩（<span lang=en>Jason Jiang</span>）说"
    )
    assert printed("さくら号 Привет 2023", "zh-CN") == "<span lang=ja>さくら</span>号 <span lang=ru>Привет</span> 2023"
    assert printed("The mayor of 青澜", "en") == "The mayor of <span lang=zh>青澜</span>"
    assert printed("港の町", "ja") == "港の町"


def test_hostile_text_comes_out_as_text() -> None:
    made = pages(with_readings(make((*ARTICLES, HOSTILE))))
    good = pages(make())
    for path in (ISSUE, "2023-11-08/articles/04-p2-hostile.html", "2023-11-08/report.html"):
        tree = parsed(made[path])
        assert not tree.xpath("//img | //style | //@onload | //@onerror | //b | //script[contains(text(), 'alert')][not(@type)]")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufffd-\uffff]", made[path])
    assert len(parsed(made[ISSUE]).xpath("//script")) == len(parsed(good[ISSUE]).xpath("//script"))
    text = text_of(made[ISSUE])
    for piece in (
        "「恶意」标题<img src=x onerror=alert(3)> {{ 7*7 }} 很长",
        "很长" * 5000,
        "正文里有 &lt; & --> ]]> 〓 😀",
        "</table>",
        "<!-- 图 -->",
    ):
        assert piece in text


def article_of(title: str, body: str, caption: str) -> Article:
    blocks = (Block(text=body), Block("verse", lines=(caption, title)))
    return Article("a", title=title, bylines=(Byline(caption),), blocks=blocks, captions=(caption,))


@settings(max_examples=40)
@given(anything, anything, anything)
def test_any_text_is_only_text(title: str, body: str, caption: str) -> None:
    plain = article_of("题" * shows(title), "文" * bool(body), "图" * bool(caption))
    tree, shape = (parsed(pages(make((one,)))[ISSUE]) for one in (article_of(title, body, caption), plain))

    def tags(root: Any) -> list[str]:
        return [node.tag for node in root.xpath("//article[last()]//*[not(self::span)]")]

    assert tags(tree) == tags(shape)
    assert "".join(clean(body).split()) in "".join(tree.text_content().split())


def decoded(code: str) -> list[tuple[int, int, int, int]]:
    """Start and end in ticks, start and end in code points, of each word: as the page's script reads them."""
    found: list[list[int]] = []
    place, tick, going_on = 0, 0, False
    for letters in zip(code[::2], code[1::2], strict=True):
        chars, ticks = map(ALPHABET.index, letters)
        if chars and ticks:
            found.append([tick, tick, place, place + chars])
            going_on = True
        place, tick = place + chars, tick + ticks
        if going_on:
            found[-1][1] = tick
        going_on = going_on and ticks == 63
    return [(a, b, c, d) for a, b, c, d in found]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9), st.integers(0, 90), st.integers(1, 200)), max_size=8))
def test_encoded_words_can_be_read_back(shapes: list[tuple[int, int, int, int]]) -> None:
    words: list[Word] = []
    place, tick = 0, 0
    for skip, chars, gap, ticks in shapes:
        place, tick = place + skip, tick + gap
        words.append(Word(tick * 480, (tick + ticks) * 480, place, place + chars))
        place, tick = place + chars, tick + ticks
    read = decoded(encoded("字" * place, 0, place, 0, words, 24000))
    assert [(start * 480, first, last) for start, _, first, last in read] == [(w.start, w.text_start, w.text_end) for w in words]
    assert all(0 <= end - word.end // 480 < SHORT for (_, end, _, _), word in zip(read, words, strict=True))


def test_a_cue_that_leaves_the_text_is_cut() -> None:
    passage = Passage("title", "headline", "短题")
    cues = (Cue(0, 9, "title", 0, 99, "短题", "headline"), Cue(9, 12, "title", 1, 2, "题", "headline"))
    track = Track("a", "article", "短题", (passage,), cues, (), (), 24000)
    assert marking(track, 0, 24000, "zh").text("title", "短题") == "<span data-t=0>短题</span>"


LANGUAGES = [("zh-HK", "zh-HK", "從這裡聽"), ("en-GB", "en-GB", "Listen from here"), ("fr", "en", "Contents")]


@pytest.mark.parametrize(("lang", "own", "words"), LANGUAGES)
def test_pages_speak_the_language_of_the_paper(lang: str, own: str, words: str) -> None:
    made = pages(with_readings(make((Article("a", title="1848", blocks=(Block(text="1849."),)),), lang=lang)))
    for path, page in made.items():
        if path.endswith(".html"):
            assert parsed(page).get("lang") == own
    tree = parsed(made[ISSUE])
    assert words in made[ISSUE]
    assert tree.xpath("//*[text()='1849.']/ancestor-or-self::*/@lang")[-1] == lang
    if own.startswith("en"):
        assert "artificial intelligence" in tree.xpath("string(//p[@class='synthetic'])")
        own_words = "".join(element.text_content() for element in tree.xpath("//button | //label | //p[@class='synthetic']"))
        assert not re.search("[\u4e00-\u9fff]", own_words + "".join(tree.xpath("//button/@aria-label")))


def test_pages_in_all_languages_have_all_words() -> None:
    for lang in ("zh-CN", "zh-TW", "en", "en-US"):
        say = labels(lang)
        assert set(say.player.options) == {"timer", *say.player.names}
        assert set(say.reading.severities) == set(get_args(Severity))
        assert set(say.reading.origins) == set(get_args(Origin))
        assert set(say.reading.reasons) == set(get_args(Reason))
        assert (len(say.months), len(say.weekdays)) == (12, 7)


@pytest.mark.parametrize(
    ("lang", "dateline", "text", "shown"),
    [("en-US", "SALEM, Ore. —", "It opened.", "SALEM, Ore. — It opened."), ("zh-CN", "本报讯", "昨日开放。", "本报讯昨日开放。")],
)
def test_a_dateline_and_the_text_behind_it_are_parted_as_words_are(lang: str, dateline: str, text: str, shown: str) -> None:
    article = Article("a", title="T", dateline=dateline, blocks=(Block(text=text),))
    for path, page in pages(make((article,), lang=lang)).items():
        if path in (ISSUE, "2023-11-08/articles/01-a.html"):
            assert shown in [paragraph.text_content() for paragraph in parsed(page).xpath("//main//p")]
