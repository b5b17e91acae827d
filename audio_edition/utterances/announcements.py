"""What the edition itself says, in the language of the paper: opening, headlines, captions, jumps, what else is in the paper."""

import re
from datetime import date

from msgspec import Struct, structs

from audio_edition.model.dates import worded
from audio_edition.model.issue import Article, Jump, Masthead
from audio_edition.model.language import fitting


class Phrases(Struct, frozen=True):
    """The sentences of one language; `{}` is filled in."""

    weekdays: tuple[str, ...]
    """Monday first."""
    day: str
    """Form of a date, see `worded`."""
    on: str
    """A date and its weekday."""
    comma: str
    stop: str
    contains: str
    """Of the counted types."""
    articles: tuple[str, str]
    photos: tuple[str, str]
    notices: tuple[str, str]
    """Of one, and of several."""
    and_: str
    headlines: str
    more: str
    """How many articles are in the edition beside those whose headlines were said."""
    also: str
    synthetic: str
    author: str
    """Before a byline that is nothing but names."""
    caption: str
    """Before a caption."""
    speaker: str
    """Before what somebody asks or answers."""
    labels: tuple[tuple[str, str], ...]
    """How speakers are labelled in short, and what is said for it."""
    jump: str
    """Of the page that is not in the input."""
    jump_somewhere: str
    untitled: str
    opening_title: str
    also_title: str


_SIMPLIFIED = Phrases(
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    day="{year}年{month}月{day}日",
    on="{day}，{weekday}",
    comma="，",
    stop="。",
    contains="本期共有{}。",
    articles=("{}篇报道",) * 2,
    photos=("{}则图片新闻",) * 2,
    notices=("{}则简讯和服务信息",) * 2,
    and_="、",
    headlines="今天的主要内容：",
    more="另外还有{}篇。",
    also="今天的报纸还有：",
    synthetic="本节目由人工智能合成语音播报。",
    author="作者，",
    caption="图片说明：",
    speaker="{}：",
    labels=(("记", "记者"), ("编", "编辑"), ("Q", "问"), ("A", "答")),
    jump="本文转第{}版，未收入本期。",
    jump_somewhere="本文未完，下文未收入本期。",
    untitled="无标题",
    opening_title="开篇与要目",
    also_title="今天的报纸还有",
)

_TRADITIONAL = Phrases(
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    day="{year}年{month}月{day}日",
    on="{day}，{weekday}",
    comma="，",
    stop="。",
    contains="本期共有{}。",
    articles=("{}篇報道",) * 2,
    photos=("{}則圖片新聞",) * 2,
    notices=("{}則簡訊和服務資訊",) * 2,
    and_="、",
    headlines="今天的主要內容：",
    more="另外還有{}篇。",
    also="今天的報紙還有：",
    synthetic="本節目由人工智能合成語音播報。",
    author="作者，",
    caption="圖片說明：",
    speaker="{}：",
    labels=(("記", "記者"), ("編", "編輯"), ("Q", "問"), ("A", "答")),
    jump="本文轉第{}版，未收入本期。",
    jump_somewhere="本文未完，下文未收入本期。",
    untitled="無標題",
    opening_title="開篇與要目",
    also_title="今天的報紙還有",
)

_TAIWAN = structs.replace(
    _TRADITIONAL,
    articles=("{}篇報導",) * 2,
    notices=("{}則短訊和服務資訊",) * 2,
    synthetic="本節目由人工智慧合成語音播報。",
)

_ENGLISH = Phrases(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    day="{day} {name} {year}",
    on="{weekday}, {day}",
    comma=", ",
    stop=".",
    contains="This edition has {}.",
    articles=("{} article", "{} articles"),
    photos=("{} picture story", "{} picture stories"),
    notices=("{} short item", "{} short items"),
    and_=" and ",
    headlines="The headlines:",
    more="And {} more.",
    also="Also in today's paper:",
    synthetic="This programme is read by a synthetic voice.",
    author="By ",
    caption="Caption: ",
    speaker="{}: ",
    labels=(("Q", "Question"), ("A", "Answer")),
    jump="This article continues on page {}, which is not part of this edition.",
    jump_somewhere="This article continues on a page that is not part of this edition.",
    untitled="Untitled",
    opening_title="Opening and headlines",
    also_title="Also in today's paper",
)

_AMERICAN = structs.replace(
    _ENGLISH,
    day="{name} {day}, {year}",
    synthetic="This program is read by a synthetic voice.",
)

_BY_LANGUAGE = {
    "zh-hans": _SIMPLIFIED,
    "zh-hant": _TRADITIONAL,
    "zh-tw": _TAIWAN,
    "en": _ENGLISH,
    "en-us": _AMERICAN,
}


def phrases(lang: str) -> Phrases:
    """The sentences for a BCP 47 tag; Simplified Chinese where there are none.

    >>> phrases("zh-HK").articles[0], phrases("zh-TW").articles[0], phrases("en-US").headlines
    ('{}篇報道', '{}篇報導', 'The headlines:')
    """
    return _BY_LANGUAGE[fitting(lang, _BY_LANGUAGE, otherwise="zh-hans")]


def opening(masthead: Masthead, say: Phrases) -> str:
    """Paper, date, weekday and, where printed, the lunar date.

    >>> opening(Masthead(title="朔州日报", date="2022-07-26", lunar="农历壬寅年六月廿八"), phrases("zh-CN"))
    '朔州日报，2022年7月26日，星期二，农历壬寅年六月廿八。'
    >>> [opening(Masthead(date="2022-07-26"), phrases(lang)) for lang in ("en-GB", "en-US")]
    ['Tuesday, 26 July 2022.', 'Tuesday, July 26, 2022.']
    """
    parts = [masthead.title]
    if masthead.date:
        day = date.fromisoformat(masthead.date)
        parts.append(say.on.format(day=worded(day, say.day), weekday=say.weekdays[day.weekday()]))
    return say.comma.join(part for part in (*parts, masthead.lunar) if part) + say.stop


def headline(title: str, say: Phrases) -> str:
    """A headline of the list: it ends like a sentence, with one mark.

    >>> [headline(title, phrases("zh-CN")) for title in ("渔港新活法", "打不打疫苗？", "“今天放假吗？”", "开工：")]
    ['渔港新活法。', '打不打疫苗？', '“今天放假吗？”', '开工。']
    """
    plain = title.rstrip(_OPEN_ENDS)
    return plain if _ENDED.search(plain) else plain + say.stop


_OPEN_ENDS = "。.，,、；;：: \u3000"
_ENDED = re.compile(r"[？！?!…][”’」』）)》\"']*$")


def contents(read: tuple[Article, ...], say: Phrases) -> str:
    """How many articles, picture stories and short items are read.

    >>> contents((Article("a"), Article("b", "photo")), phrases("zh-CN"))
    '本期共有1篇报道、1则图片新闻。'
    >>> contents((Article("a"), Article("b"), Article("c", "photo")), phrases("en-US"))
    'This edition has 2 articles and 1 picture story.'
    """
    counts = (
        (say.articles, sum(article.type == "article" for article in read)),
        (say.photos, sum(article.type == "photo" for article in read)),
        (say.notices, sum(article.type not in ("article", "photo") for article in read)),
    )
    return say.contains.format(say.and_.join(phrase[count > 1].format(count) for phrase, count in counts if count))


def jump(leads: Jump, say: Phrases) -> str:
    """The one sentence about a continuation that is not in the input.

    >>> jump(Jump(page=3), phrases("zh-CN"))
    '本文转第3版，未收入本期。'
    >>> jump(Jump(page=1, label="B1"), phrases("en-US"))
    'This article continues on page B1, which is not part of this edition.'
    """
    return say.jump.format(leads.page_name) if leads.page_name else say.jump_somewhere
