"""What the published files themselves say, in the language of the paper, as its country writes it; else in English."""

from datetime import date

from msgspec import Struct, structs

from audio_edition.model.dates import worded
from audio_edition.model.language import fitting
from audio_edition.model.passage import Role


class Phrases(Struct, frozen=True):
    """Fixed words of one language; `{}` stands for what varies."""

    date: str
    """Form of a date, see `worded`."""
    edition: str
    """Title of an edition: paper, date."""
    episode: str
    """Title of its episode: date, first headline."""
    articles: str
    """How many articles."""
    synthetic: str
    """That the voice is synthetic: law in China (GB 45438-2025), asked for by Apple."""
    contents: str
    pages: str
    page: str
    transcript: str
    landmarks: str
    untitled: str
    cover: str
    summary: str
    """What the book offers to readers who cannot see, or cannot read print."""
    heard: str
    """The same of a book of sound alone."""
    about: str
    """The show, when the paper has no description: paper."""
    by_article: str
    """Title of the feed with one episode per article: paper."""
    audio: str
    roles: dict[Role, str]


def phrases(lang: str) -> Phrases:
    """The phrases of a language, by its BCP 47 tag.

    >>> phrases("zh-TW").synthetic, phrases("zh-HK").contents, phrases("zh-CN").contents, phrases("fr").contents
    ('本節目語音由人工智慧合成。', '目錄', '目录', 'Contents')
    """
    return _BY_LANGUAGE[fitting(lang, _BY_LANGUAGE, otherwise="en")]


def written_date(phrases: Phrases, iso: str) -> str:
    """A date as readers write it.

    >>> [written_date(phrases(lang), "2023-11-08") for lang in ("zh-CN", "en-GB", "en-US")]
    ['2023年11月8日', '8 November 2023', 'November 8, 2023']
    """
    return worded(date.fromisoformat(iso), phrases.date)


_SIMPLIFIED = Phrases(
    date="{year}年{month}月{day}日",
    edition="{} {}",
    episode="{} {}",
    articles="共{}篇文章。",
    synthetic="本节目语音由人工智能合成。",
    contents="目录",
    pages="版面",
    page="第{}版",
    transcript="文字稿",
    landmarks="路标",
    untitled="无题",
    cover="封面",
    summary="全文与合成语音逐句同步;含目录、版面和标题导航;无闪烁。",
    heard="全文由合成语音朗读;含目录和标题导航。",
    about="《{}》有声版。",
    by_article="{}(单篇)",
    audio="有声版",
    roles={
        "announcement": "播报",
        "kicker": "引题",
        "headline": "标题",
        "subtitle": "副题",
        "byline": "作者",
        "dateline": "电头",
        "heading": "小标题",
        "body": "正文",
        "quotation": "引语",
        "question": "问",
        "answer": "答",
        "note": "按语",
        "verse": "诗文",
        "list": "列表",
        "table": "表格",
        "caption": "图片说明",
        "credit": "署名",
    },
)

_TRADITIONAL = Phrases(
    date="{year}年{month}月{day}日",
    edition="{} {}",
    episode="{} {}",
    articles="共{}篇文章。",
    synthetic="本節目語音由人工智能合成。",
    contents="目錄",
    pages="版面",
    page="第{}版",
    transcript="文字稿",
    landmarks="路標",
    untitled="無題",
    cover="封面",
    summary="全文與合成語音逐句同步;含目錄、版面和標題導航;無閃爍。",
    heard="全文由合成語音朗讀;含目錄和標題導航。",
    about="《{}》有聲版。",
    by_article="{}(單篇)",
    audio="有聲版",
    roles={
        "announcement": "播報",
        "kicker": "引題",
        "headline": "標題",
        "subtitle": "副題",
        "byline": "作者",
        "dateline": "電頭",
        "heading": "小標題",
        "body": "正文",
        "quotation": "引語",
        "question": "問",
        "answer": "答",
        "note": "按語",
        "verse": "詩文",
        "list": "列表",
        "table": "表格",
        "caption": "圖片說明",
        "credit": "署名",
    },
)

_TAIWAN = structs.replace(
    _TRADITIONAL,
    synthetic="本節目語音由人工智慧合成。",
    roles=_TRADITIONAL.roles | {"kicker": "眉題", "subtitle": "副標題", "note": "編按"},
)

_ENGLISH = Phrases(
    date="{day} {name} {year}",
    edition="{}, {}",
    episode="{}: {}",
    articles="Articles: {}.",
    synthetic="Read by a synthetic voice (AI).",
    contents="Contents",
    pages="Pages",
    page="Page {}",
    transcript="Transcript",
    landmarks="Landmarks",
    untitled="Untitled",
    cover="Cover",
    summary="Text and synthetic speech in step, sentence by sentence; navigation by contents, page and heading; no flashing.",
    heard="Read throughout by a synthetic voice; navigation by contents and heading.",
    about="Audio edition of {}.",
    by_article="{} (single articles)",
    audio="Audio edition",
    roles={
        "announcement": "Announcer",
        "kicker": "Kicker",
        "headline": "Headline",
        "subtitle": "Subtitle",
        "byline": "Byline",
        "dateline": "Dateline",
        "heading": "Heading",
        "body": "Text",
        "quotation": "Quotation",
        "question": "Question",
        "answer": "Answer",
        "note": "Note",
        "verse": "Verse",
        "list": "List",
        "table": "Table",
        "caption": "Caption",
        "credit": "Credit",
    },
)

_AMERICAN = structs.replace(_ENGLISH, date="{name} {day}, {year}")

_BY_LANGUAGE = {
    "zh-hans": _SIMPLIFIED,
    "zh-hant": _TRADITIONAL,
    "zh-tw": _TAIWAN,
    "en": _ENGLISH,
    "en-us": _AMERICAN,
}
