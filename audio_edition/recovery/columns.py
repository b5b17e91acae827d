"""Columns: a label that is printed once heads every piece under it, as far as the pieces are of one form."""

import re
from collections.abc import Sequence
from itertools import pairwise

from audio_edition.model.issue import Article
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.furniture import SUPPLEMENT
from audio_edition.recovery.names import signature
from audio_edition.recovery.vocabulary import is_column

_SEVERAL = re.compile(r"(?:来信|来函|来论|投书|来稿|读者|诗[歌苑页词]?|Letters)\S{0,8}")
"""Columns of letters and poems, of which several stand under one label."""


def supplements(lines: Sequence[Line]) -> frozenset[str]:
    """Names of supplements: what stands at once above the line with the paper's name and a supplement's number."""
    texts = [line for line in lines if line.kind == "text"]
    return frozenset(above.text for above, line in pairwise(texts) if line.rule == SUPPLEMENT and above.role == "kicker")


def shared_kicker(article: Article, before: Sequence[Article], names: frozenset[str]) -> tuple[str, ...]:
    """The label under which an article without one stands; `before` are those above it, `names` those of supplements."""
    last = next((other for other in reversed(before) if other.type != "furniture"), None)
    if last is None or last.page != article.page or not last.kicker:
        return ()
    several = last.kicker[0] in names or bool(_SEVERAL.search(fold(last.kicker[0])))
    if several and len(last.kicker) == 1 and _is_signed(last) and _is_signed(article):
        return last.kicker
    form = _form(article)
    if not form or form != _form(last):
        return ()
    return last.kicker if article.type in ("article", "brief") or is_column(fold(last.kicker[-1])) else ()


def _is_signed(article: Article) -> bool:
    """Whether an article is no news, and says who wrote it."""
    return article.type == "article" and not article.dateline and bool(article.bylines)


def _form(article: Article) -> str:
    """How an article is built, if its like stand under one label: briefs, notices, letters, answers to readers."""
    if article.type in ("brief", "notice", "teaser"):
        return f"{article.type} {article.read}"
    if article.type != "article" or article.dateline:
        return ""
    if any(block.type == "question" for block in article.blocks):
        return "answers"
    signed = signature(article.credit)
    return (
        "letter"
        if article.credit and article.bylines and article.bylines[-1].printed in article.credit and not (signed and signed.photo)
        else ""
    )
