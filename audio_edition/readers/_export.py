"""Fields of an article as newsroom systems name them, in English and Chinese, and what a field of any shape says."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.readers._articles import headed
from audio_edition.readers._html import plain
from audio_edition.readers._lines import Text, events
from audio_edition.readers._within import told

Fields = dict[str, Any]
"""Names as `folded` gives them."""

TITLE = ("title", "headline", "hed", "maintitle", "hl1", "标题", "主标题", "主题", "文章标题", "题目")
BODY = (
    *("bodyhtml", "contenthtml", "content", "contents", "contenttext", "textcontent", "body", "bodytext", "fulltext"),
    *(
        "maintext",
        "paragraphs",
        "paras",
        "blocks",
        "components",
        "contentelements",
        "html",
        "text",
        "正文",
        "内容",
        "文章内容",
        "文章正文",
        "段落",
        "全文",
    ),
)
KICKER = ("kicker", "introtitle", "leadtitle", "pretitle", "overline", "eyebrow", "shoulder", "引题", "眉题", "肩题")
COLUMN = ("column", "columnname", "栏目", "栏目名称", "专栏")
SUBTITLE = (
    *("subtitle", "subheadline", "subhead", "subheading", "secondtitle", "dek", "deck", "standfirst", "hl2"),
    *("副标题", "副题", "子标题"),
)
BYLINE = ("byline", "author", "authors", "authorname", "writer", "writers", "reporter", "作者", "署名", "记者", "文章作者")
SOURCE = ("source", "agency", "来源", "稿源", "文章来源")
DATELINE = ("dateline", "电头")
PAGE = (
    *("page", "pageno", "pagenum", "pagenumber", "printpage", "newspaperpagenumber", "版次", "版号", "版面", "版面号", "页码"),
    *("pagename", "版面名称"),
)
SECTION = ("section", "sectionname", "category", "channel", "channelname", "desk", "版名", "版面名称", "频道", "分类", "版面")
SECTIONS = (*SECTION, "sections", "categories", "articlesection")
"""Of an article; what holds articles may list all sections under such names."""
PICTURES = (
    "images",
    "image",
    "imagelist",
    "imglist",
    "photolist",
    "gallery",
    "pictures",
    "picture",
    "photos",
    "photo",
    "pics",
    "media",
    "图片",
    "照片",
    "配图",
)
CAPTION = ("caption", "cutline", "description", "desc", "图片说明", "图说", "说明")
OWN_CAPTION = ("caption", "captions", "图片说明", "图说")
"""Of an article with one picture."""
CREDIT = ("credit", "photographer", "photog", "photocredit", "摄影", "摄影者", "作者")
PAPER = (
    *("paper", "papername", "newspaper", "newspapername", "publication", "publicationname", "masthead"),
    *("报纸", "报纸名称", "报名", "报刊", "报刊名称"),
)
DATE = (
    *("date", "issuedate", "publishdate", "publicationdate", "pubdate", "pubtime", "published", "publishedat", "publishtime"),
    *("日期", "出版日期", "出报日期", "发布日期", "发布时间", "见报日期"),
)
NUMBER = ("issue", "issueno", "issuenumber", "总期号", "期号", "期数")
WEEKDAY = ("weekday", "星期")
LANG = ("lang", "language", "语言")
_WRAPPED = (
    "rendered",
    "value",
    "html",
    "text",
    "content",
    "name",
    "displayname",
    "fullname",
    "label",
    "正文",
    "内容",
    "文字",
    "姓名",
    "名称",
)
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|figure|img|table|ul|ol|li|section|span|strong|b)\b[^<>]*>", re.I)


def folded(item: dict[str, Any]) -> Fields:
    """The fields under names in small letters, without signs between words and without the kind of thing they are of.

    >>> folded({"sub_title": 1, "bodyHTML": 2, "newsContent": 3, "imgDesc": 4})
    {'subtitle': 1, 'bodyhtml': 2, 'content': 3, 'desc': 4}
    """
    return {_folded(name): value for name, value in item.items()}


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    plain = re.sub(r"[\W_]", "", name).lower()
    return _OF.sub("", plain) or plain


_OF = re.compile(
    r"^(?:(?:news|article|story|post)(?=title|head|hed|sub|content|body|text|author|date)|(?:img|image|photo|pic)(?=desc|caption))"
)
"""Before the name of a field: of what it is one."""


def one(fields: Fields, names: Sequence[str]) -> str:
    """What the first of the fields that says something says, on one line."""
    return next((text for name in names if name in fields and (text := plain(_string(fields[name])))), "")


def many(fields: Fields, names: Sequence[str]) -> tuple[str, ...]:
    """All that the first of the fields that says something says."""
    for name in names:
        value = fields.get(name)
        texts = (plain(_string(entry)) for entry in (value if isinstance(value, list) else (value,)))
        if found := tuple(filter(None, texts)):
            return found
    return ()


def body(fields: Fields, division: str) -> Iterator[Line]:
    """The lines of the text: HTML, plain text or Markdown, or a list of paragraphs or of an editor's blocks."""
    value = next((fields[name] for name in BODY if has_text(fields.get(name))), None)
    for part in value if isinstance(value, list) else (value,):
        kind = str(part.get("type", "")).lower() if isinstance(part, dict) else ""
        for line in _text(_string(part), division):
            if _BESIDE.match(kind):
                yield structs.replace(line, role="furniture", rule="beside the text in the source")
            else:
                heads = bool(_HEADS.match(kind))
                yield structs.replace(line, role="heading", rule="heading of the source", firm=True) if heads else line


_HEADS = re.compile(r"h[1-6]$|head|sub|cross|title|小标题|标题")
_BESIDE = re.compile(r"promo|ads?$|advert|newsletter|related|read.?more|interstitial|广告")
"""Blocks of an editor that are none of the text."""


def has_text(value: object) -> bool:
    """Whether a value is a text, or a list of texts and not of articles."""
    if isinstance(value, list):
        return any(map(_string, value)) and not any(isinstance(entry, dict) and is_named(folded(entry)) for entry in value)
    return bool(_string(value).strip())


def is_named(fields: Fields) -> bool:
    """Whether there are fields for a title and for a text, whatever they hold."""
    return not fields.keys().isdisjoint(TITLE) and not fields.keys().isdisjoint(BODY)


def captions(fields: Fields) -> Iterator[str]:
    """What stands below the pictures, with who took them."""
    yield from many(fields, OWN_CAPTION)
    values = (fields.get(name) for name in PICTURES)
    shown = (entry for value in values for entry in (value if isinstance(value, list) else (value,)))
    for picture in (entry for entry in shown if isinstance(entry, dict)):
        caption, credit = one(folded(picture), CAPTION), one(folded(picture), CREDIT)
        yield caption if not caption or credit in caption else f"{caption} {credit}"


def _string(value: object) -> str:
    """The text of a value: itself, or the field that holds it: `{"rendered": "…"}`, `{"data": {"text": "…"}}`."""
    if isinstance(value, dict):
        inner = value.get("data")
        fields = folded(inner if isinstance(inner, dict) else value)
        return next((text for name in _WRAPPED if isinstance(text := fields.get(name), str) and text), "")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _text(text: str, division: str) -> Iterator[Line]:
    if _MARKUP.search(text):
        return headed(told(text, division))
    found = (event for event in events(Text.of(division, text)) if isinstance(event, Line))
    return headed(structs.replace(line, spans=(), where=division, gap=max(1, line.gap)) for line in found)
