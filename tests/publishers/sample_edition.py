"""An edition made by hand, with plausible times: what publishers can be tested with before anything has been spoken."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace
from pypinyin import Style, lazy_pinyin

from audio_edition.model.edition import Chapter, Cue, CueReading, Edition, SilencePiece, Track, Word
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Block, Byline, Issue, Jump, Masthead
from audio_edition.model.passage import Passage, passages

RATE = 24000
CHARACTER = RATE // 12
"""Samples that a character takes: brisk, so that tests are short."""
PINYIN = {
    "重": "chong2",
    "行": "hang2",
    "镇": "zhen4",
    "渔": "yu2",
    "港": "gang3",
    "新": "xin1",
    "一": "yi1",
    "座": "zuo4",
    "老": "lao3",
}

HARBOUR = Article(
    "p1-yi-zuo-lao-yu-gang",
    page=1,
    section="要闻",
    kicker=("向海图强 潮起青澜", "——海洋经济高质量发展系列报道①"),
    title="一座老渔港的新活法",
    subtitle="望屿镇渔港综合改造见闻",
    bylines=(Byline("本报记者 沈砚秋 罗一鸣", ("沈砚秋", "罗一鸣")),),
    blocks=(
        Block(
            text="立冬时节，记者走进青澜市望屿镇中心渔港，码头上机声隆隆，一箱箱刚上岸的带鱼正被装上冷链车。就在两年前，这里还是出了名的“脏、乱、堵”。"
        ),
        Block("heading", "一条路 打通“肠梗阻”"),
        Block(
            text="“以前一趟货从船上到市区要3个小时，现在45分钟。”在码头开了18年货车的乔建波算了一笔账。这条长6.8公里的路总投资2.37亿元，把渔港和G15高速连到了一起，RCEP生效以来出口增长。"
        ),
        Block("question", "鱼从哪里来？", who="记者："),
        Block("answer", "从海里来，也从网上来。", who="单海生："),
    ),
    captions=("望屿中心渔港全景 本报记者 邓可 摄",),
    jump=Jump(2, "(下转第二版)"),
)
ECONOMY = Article(
    "p1-qian-san-ji-du",
    page=1,
    section="要闻",
    title="前三季度我市经济运行总体平稳",
    dateline="本报讯(记者 祁越 通讯员 白楠)",
    blocks=(
        Block(text="市统计局昨日发布数据，初步核算，前三季度全市实现地区生产总值1286.45亿元，同比增长5.6%。"),
        Block(
            "table",
            rows=(
                ("指标", "总量(亿元)", "同比增长"),
                ("地区生产总值", "1286.45", "5.6%"),
                ("社会消费品零售总额", "481.2", "8.3%"),
                ("一般公共预算收入", "73.8", ""),
            ),
        ),
        Block("list", lines=("一、继续稳增长；", "二、扩大内需。")),
    ),
)
VERSE = Article(
    "p2-yu-ge",
    page=2,
    section="副刊",
    title="渔歌",
    bylines=(Byline("潮 生"),),
    blocks=(
        Block("verse", lines=("海上生明月，", "天涯共此时。", "情人怨遥夜，", "竟夕起相思。")),
        Block("note", "（据旧稿整理）"),
    ),
    credit="邓可/图",
)
HOSTILE = Article(
    "p2-<script>alert(1)</script>",
    page=2,
    section="<b>社会</b>&amp;",
    kicker=("]]></title><script>alert(2)</script>",),
    title="\u202e「恶意」\x00标题<img src=x onerror=alert(3)> {{ 7*7 }} " + "很长" * 5000,
    bylines=(Byline("记者 \x08'\"><svg onload=alert(4)>"),),
    blocks=(
        Block(text="正文里有 &lt; & --> ]]> \ufffd 😀👨‍👩‍👧 \ud800 与 <ruby>。" + "字" * 50),
        Block("list", lines=("\u2067反\u2069",)),
    ),
    captions=("<!-- 图 -->",),
)
ARTICLES = (HARBOUR, ECONOMY, VERSE)


def announcement(id: str, text: str) -> Passage:
    return Passage(id, "announcement", text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences: cut after their marks."""
    for match in re.finditer(r"[^。？；！\n]*[。？；！”]+|[^。？；！\n]+", text):
        yield match.start(), match.end()


@cache
def _common(char: str) -> str:
    said: str = lazy_pinyin(char, style=Style.TONE3, neutral_tone_with_five=True)[0]
    return said if said != char else ""


def cue(passage: Passage, start: int, end: int, at: int) -> Cue:
    text = passage.text[start:end]
    words = tuple(
        Word(at + m.start() * CHARACTER, at + m.end() * CHARACTER, start + m.start(), start + m.end())
        for m in re.finditer(r"\w{1,2}", text)
    )
    readings = tuple(
        CueReading(start + i, start + i + 1, said, said, 0.6 if char in "重行" else 0.99, "model", ("zhong4",))
        for i, char in enumerate(text)
        if (said := PINYIN.get(char) or _common(char))
    )
    spoken = text.replace("45分钟", "四十五分钟").replace("5.6%", "百分之五点六")
    return Cue(at, at + len(text) * CHARACTER, passage.id, start, end, text, passage.role, words, spoken, "测试", readings)


def track(article: Article | None, id: str, title: str, texts: tuple[Passage, ...], slug: str = "") -> Track:
    at, cues = RATE // 2, []
    for passage in texts:
        for start, end in sentences(passage.text):
            cues.append(cue(passage, start, end, at))
            at = cues[-1].end + RATE // 5
    samples = -(-at // RATE) * RATE
    return Track(
        id,
        "article" if article else "opening",
        title,
        texts,
        tuple(cues),
        (),
        (SilencePiece(samples // 576),),
        samples,
        0,
        slug,
        article,
    )


def article_track(article: Article, number: int) -> Track:
    texts = passages(article)
    captions = [index for index, passage in enumerate(texts) if passage.role == "caption"]
    if captions:
        at = captions[0]
        texts = (*texts[:at], announcement("say-captions", "图片说明："), *texts[at:])
    if article.jump:
        texts = (*texts, announcement("say-jump", "本文转第二版，未收入本期。"))
    return track(article, article.id, article.title, texts, f"{number:02d}-article")


def edition_of(articles: tuple[Article, ...], date: str = "2023-11-08") -> Edition:
    opening = (
        announcement("say-0", "本有声版语音由人工智能合成。"),
        announcement("say-1", "青澜日报，二零二三年十一月八日，星期三。"),
        announcement("say-2", "本期有" + "、".join(article.title[:40] for article in articles) + "。"),
    )
    tracks = [track(None, "opening", "开篇", opening), *(article_track(a, n) for n, a in enumerate(articles, 1))]
    offset, placed = 0, []
    for one in tracks:
        placed.append(replace(one, offset=offset))
        offset += one.samples
    masthead = Masthead("青澜日报", date=date, lunar="农历癸卯年九月廿五", number="6127", pages=4)
    ad = Article("p2-ad", type="ad", title="广告：海鲜大促", read="skip")
    return Edition(
        "qinglan-daily",
        "青澜日报",
        date,
        "zh-CN",
        Issue(masthead, articles=(*articles, ad)),
        tuple(placed),
        tuple(Chapter(one.offset, one.offset + one.samples, one.title, one.id) for one in placed),
        (SilencePiece(offset // 576),),
        offset,
        findings=(Finding("S104", "文章转到本期没有的版面", "page01.md:31", suggestion="补上第二版"),),
    )
