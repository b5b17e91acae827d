"""An Issue in the neutral schema `news-gold/1` of structure measures."""

import re

from msgspec import UNSET, Struct, UnsetType

from audio_edition.model.hanzi import HANZI
from audio_edition.model.issue import Article, Block, Issue


class GoldBlock(Struct, frozen=True, omit_defaults=True):
    """A block: `t` is its type, `x` its text."""

    t: str
    x: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    who: str = ""


class GoldJump(Struct, frozen=True, omit_defaults=True):
    """The page on which an article goes on."""

    to: int = 0


class GoldItem(Struct, frozen=True):
    """An item on a page."""

    id: str
    type: str
    page: int
    kicker: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    body: tuple[GoldBlock, ...] = ()
    captions: tuple[str, ...] = ()
    credit: str = ""
    jump: GoldJump | UnsetType = UNSET
    read: str = "full"


class GoldIssue(Struct, frozen=True):
    """What the masthead says; every string as printed."""

    title: str
    title_latin: str
    owner: str
    publisher: str
    date: str
    weekday: str
    lunar: str
    number: str
    pages: int
    cn: str


class Gold(Struct, frozen=True):
    """An issue in the schema `news-gold/1`."""

    schema: str
    lang: str
    files: tuple[str, ...]
    issue: GoldIssue
    items: tuple[GoldItem, ...]


_TYPES = {"paragraph": "p", "heading": "h", "question": "q", "answer": "a"}


def as_gold(issue: Issue) -> Gold:
    """The issue in the schema."""
    masthead = issue.masthead
    return Gold(
        schema="news-gold/1",
        lang=issue.lang,
        files=issue.files,
        issue=GoldIssue(
            masthead.title,
            masthead.title_latin or _romanized(masthead.title),
            masthead.owner,
            masthead.publisher,
            masthead.date,
            masthead.weekday,
            masthead.lunar,
            masthead.number,
            masthead.pages,
            masthead.cn,
        ),
        items=tuple(_item(article) for article in issue.articles),
    )


def _romanized(title: str) -> str:
    """A Chinese paper's name in pinyin, as its Latin title is written: `Shuozhou Ribao`."""
    from pypinyin import lazy_pinyin

    if not re.fullmatch(rf"{HANZI}{{3,8}}", title):
        return ""
    return " ".join("".join(lazy_pinyin(word)).capitalize() for word in (title[:-2], title[-2:]))


def _item(article: Article) -> GoldItem:
    return GoldItem(
        id=article.id,
        type=article.type,
        page=article.page,
        kicker=article.kicker,
        title=article.title,
        subtitle=article.subtitle,
        byline=tuple(dict.fromkeys(name for byline in article.bylines for name in byline.names)),
        dateline=article.dateline,
        body=tuple(_block(block) for block in article.blocks),
        captions=article.captions,
        credit=article.credit,
        jump=GoldJump(article.jump.page) if article.jump else UNSET,
        read=article.read,
    )


def _block(block: Block) -> GoldBlock:
    return GoldBlock(_TYPES.get(block.type, block.type), block.text, block.lines, block.rows, block.who)
