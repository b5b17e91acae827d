"""Columns: a label that is printed once heads every piece under it, as far as the pieces are of one form."""

from collections.abc import Sequence

from audio_edition.model.issue import Article
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.vocabulary import is_column


def shared_kicker(article: Article, before: Sequence[Article]) -> tuple[str, ...]:
    """The label under which an article without one stands; `before` are the articles above it."""
    last = next((other for other in reversed(before) if other.type != "furniture"), None)
    form = _form(article)
    if last is None or not form or (_form(last), last.page) != (form, article.page):
        return ()
    named = article.type in ("article", "brief") or (last.kicker and is_column(fold(last.kicker[-1])))
    return last.kicker if named else ()


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
