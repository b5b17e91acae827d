"""What type of item an article is, and whether it should be read."""

import re
from collections.abc import Sequence

from audio_edition.model.issue import Advice, Article, ArticleType
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.teasers import ON_THE_MATTER
from audio_edition.recovery.vocabulary import ADS, BOXES, NOTICES, WEATHER, is_briefs

_CLASSIFIED = re.compile(
    r"遗失|挂失|作废|拍卖|招标|中标|注销|减资|清算|债权|催收|招聘|招租|征才|求才|求职|诚聘|出租|出售|租屋|售屋|转让|送达|环评|迁坟|认尸|停[水电气]|招领|供求|求购|招工|房屋|家政|二手|征婚|征友|(?i:notices?(?:of|to)|bids?$|legal)"
)


def kind_of(article: Article, lines: Sequence[Line]) -> tuple[ArticleType, Advice]:
    """Type and advice, from the titles, the marks and the extent of an article."""
    if not (article.title or article.blocks or article.captions or article.jump):
        return "furniture", "skip"  # a label, a dateline or a name that stands alone is nothing to be heard
    title = re.sub(r"\s", "", fold(article.title))
    characters = sum(
        size(line.text) for line in lines if line.role in ("paragraph", "list", "table", "verse", "question", "answer")
    )
    kickers = [fold(kicker) for kicker in article.kicker]
    signed = bool(article.dateline or article.bylines) and characters > 30
    pointed = any(line.role == "pointer" and not (characters and line.rule == ON_THE_MATTER) for line in lines)
    if pointed and characters < 200 and not signed:
        return "teaser", "brief"
    if any(ADS.fullmatch(text) for text in (*kickers, title)) or any(line.starts == "ad" for line in lines):
        return "ad", "skip"
    if BOXES.fullmatch(title):
        return "box", "full"
    if WEATHER.fullmatch(title):
        return "weather", "brief"
    if NOTICES.fullmatch(title) and characters < 1500:
        return "notice", "brief" if _CLASSIFIED.search(title) else "full"
    tabled = any(line.role == "table" for line in lines)
    if tabled and not signed and sum(size(line.text) for line in lines if line.role == "paragraph") < 120:
        return "box", "full"
    if any(is_briefs(kicker) for kicker in kickers) or any(line.starts == "brief" for line in lines):
        return "brief", "full"
    return ("photo", "full") if _is_photo(article, lines, characters) else ("article", "full")


def _is_photo(article: Article, lines: Sequence[Line], characters: int) -> bool:
    """A caption alone; or a short text with a photographer, or with nothing but names, beside a picture or the hole it left."""
    if (
        article.dateline
        or characters > 400
        or any(block.type in ("heading", "question", "verse", "table") for block in article.blocks)
    ):
        return False
    if article.captions and not (article.title or article.blocks):
        return True
    credit = signature(article.credit)
    if credit and credit.photo and not _WROTE.search(article.credit) and characters <= 250 and not _is_written(article):
        return True
    told = any(found.told and not found.photo for byline in article.bylines if (found := signature(byline.printed)))
    picture = any(line.kind == "image" or (line.gap >= 3 and line.role == "paragraph") for line in lines)
    dated = any(
        re.match(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|图为|近日|日前", fold(line.text))
        for line in lines
        if line.role == "paragraph"
    )
    return not told and picture and dated


_WROTE = re.compile(r"文\s*[/／、]?\s*[图摄攝圖]|[图圖]\s*[/／、]?\s*文")
"""Who took the picture wrote the text too: `文/摄`."""


def _is_written(article: Article) -> bool:
    """Whether somebody else than the photographer is named above the text."""
    above = (byline for byline in article.bylines if byline.printed not in article.credit)
    return any(found is None or not found.photo for found in (signature(byline.printed) for byline in above))
