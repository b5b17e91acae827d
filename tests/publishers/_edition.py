"""An edition whose voice is a hum: as long as speech would be, and the same on every machine."""

from collections.abc import Iterator, Sequence
from functools import cache

import lameenc
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from audio_edition.model.edition import Archive, Chapter, ClipPiece, Cue, Edition, Piece, SilencePiece, Sound, Track, Word
from audio_edition.model.issue import Article, Block, Byline, Issue, Masthead
from audio_edition.model.passage import Passage, passages
from audio_edition.publishers import Context, PastIssue, _zip
from audio_edition.publishers._text import line
from audio_edition.settings import Paper

RATE = 24000
FRAME = 144
PAPER = Paper(
    title="青澜日报",
    slug="qinglan-daily",
    base_url="https://audio.qinglan.test/qinglan/",
    email="podcast@qinglan.test",
    copyright="© 2023 青澜日报社",
    license="cc-by-4.0",
)
ARTICLES = (
    Article(
        "p1-harbour",
        page=1,
        section="要闻",
        kicker=("向海图强 潮起青澜",),
        title="一座老渔港的新活法",
        subtitle="望屿镇渔港综合改造见闻",
        bylines=(Byline("本报记者 沈砚秋 罗一鸣", ("沈砚秋", "罗一鸣")),),
        blocks=(
            Block(text="立冬时节，记者走进青澜市望屿镇中心渔港，码头上机声隆隆。就在两年前，这里还是出了名的“脏、乱、堵”。"),
            Block("heading", "一条路 打通“肠梗阻”"),
            Block(
                text="“以前一趟货从船上到市区要3个小时，现在45分钟。”在码头开了18年货车的乔建波算了一笔账：每车油钱省下120元。"
            ),
            Block("heading", "一座市 卖活“一条鱼”"),
            Block(text="凌晨4:30，新建成的水产品交易中心灯火通明，AI大屏滚动报价。"),
        ),
        captions=("望屿中心渔港全景",),
        credit="罗一鸣 摄",
    ),
    Article(
        "p1-economy",
        page=1,
        section="要闻",
        title="前三季度我市经济运行总体平稳",
        dateline="本报讯(记者 祁越 通讯员 白楠)",
        blocks=(
            Block(text="市统计局昨日发布数据，前三季度全市实现地区生产总值1286.45亿元，同比增长5.6%。"),
            Block(
                "table",
                rows=(("指标", "总量(亿元)", "同比增长"), ("地区生产总值", "1286.45", "5.6%"), ("财政收入", "73.8", "-2.4%")),
            ),
            Block("list", lines=("一是扩大内需；", "二是稳住外贸。")),
        ),
    ),
    Article(
        "p2-comment",
        type="brief",
        page=2,
        section="副刊",
        title="把路修到鱼的“嘴边”",
        bylines=(Byline("潮生", ("潮生",)),),
        blocks=(
            Block("question", "路通了吗？"),
            Block("answer", "通了，很好走。"),
            Block("verse", lines=("潮平两岸阔，", "风正一帆悬。")),
        ),
    ),
)


EDITED = (ARTICLES[0], replace(ARTICLES[1], blocks=(Block(text="更正后的全文。"),)), ARTICLES[2])
"""The same issue after its second article was corrected."""


def make(articles: Sequence[Article] = ARTICLES, date: str = "2023-11-08", lang: str = "zh-CN") -> Edition:
    """An edition of these articles, with an opening."""
    opening = Passage("notice", "announcement", "青澜日报，2023年11月8日。本节目语音由人工智能合成，全部文章均为报纸原文。")
    greeting = Passage("hello", "announcement", "各位听众早上好，欢迎收听今天的报纸，祝您一天愉快，下面请听详细内容。")
    tracks = [_track("opening", "opening", "导读", (opening, greeting), None, 0)]
    for number, article in enumerate(articles, 1):
        tracks.append(_track(article.id, "article", article.title, passages(article), article, number))
    placed, at = [], 0
    for track in tracks:
        placed.append(replace(track, offset=at))
        at += track.samples
    chapters = tuple(Chapter(track.offset, track.offset + track.samples, track.title, track.id) for track in placed)
    masthead = Masthead(title="青澜日报", publisher="青澜日报社", date=date, number="6127", pages=4)
    issue = Issue(masthead, lang, tuple(articles))
    pieces = tuple(piece for track in placed for piece in track.pieces)
    return Edition("qinglan-daily", "青澜日报", date, lang, issue, tuple(placed), chapters, pieces, at)


HOSTILE = "<b>潮&amp;起</b> ]]> --> A: b: c \0\x07\x85\u202e😀\ufffd\ufffe <script>alert(1)</script> {{ x }} {% y %} \"'`"
"""Markup, entities, ends of comments, sections and cues, control and bidi characters, no characters."""


def hostile() -> Edition:
    """An edition with hostile text in every field that a newspaper fills."""
    bad = Article(
        "p1-bad",
        page=1,
        section=HOSTILE,
        kicker=(HOSTILE, "\0"),
        title=HOSTILE * 90,
        subtitle=HOSTILE,
        bylines=(Byline(HOSTILE, (HOSTILE, "\x01", "")),),
        dateline=HOSTILE,
        blocks=(
            Block(text=HOSTILE),
            Block("heading", HOSTILE),
            Block("heading", "\u202e"),
            Block(text="\0"),
            Block("table", rows=((HOSTILE, "甲"), ("\0", "乙"), ("——", ""))),
            Block("list", lines=(HOSTILE, "\0", "丙")),
            Block("verse", lines=(HOSTILE,)),
            Block("question", HOSTILE, who=HOSTILE),
        ),
        captions=(HOSTILE,),
        credit=HOSTILE,
    )
    edition = make((bad, Article("p1-empty", title="\0", blocks=(Block(text="正文。"),)), *ARTICLES))
    masthead = Masthead(HOSTILE, HOSTILE, HOSTILE, HOSTILE, edition.date, HOSTILE, HOSTILE, HOSTILE, 4, HOSTILE)
    return replace(edition, title=HOSTILE, cast=HOSTILE, issue=replace(edition.issue, masthead=masthead))


def context(past: tuple[PastIssue, ...] = (), cover: bytes = b"") -> Context:
    """What publishers are given beside the edition."""
    return Context(past, frames, cover)


def frames(pieces: tuple[Piece, ...]) -> Iterator[bytes]:
    """The frames of pieces."""
    for piece in pieces:
        if isinstance(piece, SilencePiece):
            yield _hum(0)[:FRAME] * piece.frames
        else:
            yield _hum(int(piece.key))[piece.first * FRAME : piece.last * FRAME]


def joined(content: bytes | Sound | Archive) -> bytes:
    """The bytes of a file."""
    match content:
        case bytes():
            return content
        case Sound():
            return content.head + b"".join(frames(content.pieces))
        case Archive():
            return b"".join(_zip.chunks(content, frames))


def _track(id: str, kind: str, title: str, texts: tuple[Passage, ...], article: Article | None, number: int) -> Track:
    cues: list[Cue] = []
    pieces: list[Piece] = []
    chapters: list[Chapter] = []
    at = 0
    for passage in texts:
        if passage.role == "heading":
            chapters.append(Chapter(at, at, passage.text))
        for start, end in _sentences(passage.text) if line(passage.text) else ():
            length = min(20 * RATE, max(RATE, (end - start) * RATE // 5)) // 72000 * 72000 + 36000 // 576 * 576
            cues.append(_cue(passage, start, end, at, length))
            pieces.append(ClipPiece(str(length), 0, length // 576))
            at += length
            pause = -at % 72000
            pieces.append(SilencePiece(pause // 576))
            at += pause
    if chapters:
        starts = [0, *(chapter.start for chapter in chapters), at]
        titles = [title, *(chapter.title for chapter in chapters)]
        chapters = [Chapter(a, b, name) for a, b, name in zip(starts, starts[1:], titles, strict=False)]
    slug = f"{number:02d}-{id}" if kind == "article" else ""
    return Track(id, kind, title, texts, tuple(cues), tuple(chapters), tuple(pieces), at, 0, slug, article)  # type: ignore[arg-type]


def _cue(passage: Passage, start: int, end: int, at: int, length: int) -> Cue:
    step = length // (end - start)
    words = tuple(
        Word(at + (index - start) * step, at + (index + 1 - start) * step, index, min(index + 2, end))
        for index in range(start, end, 2)
    )
    return Cue(at, at + length, passage.id, start, end, passage.text[start:end], passage.role, words)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index, char in enumerate(text, 1):
        if (char in "。？！" and index - start > 1) or index == len(text):
            yield start, index
            start = index


@cache
def _hum(samples: int) -> bytes:
    """Headerless frames of a hum of so many samples; a frame and a bit of silence for 0."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(48)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    pcm = _wave(samples or RATE) * (samples > 0)
    return bytes(encoder.encode(pcm.astype("<i2").tobytes()) + encoder.flush())


def _wave(samples: int) -> NDArray[np.float64]:
    time = np.arange(samples) / RATE
    return 9000 * np.sin(2 * np.pi * 220 * time) * (0.7 + 0.3 * np.sin(2 * np.pi * 4 * time))
