"""Columns: a label that is printed once heads every piece under it, as far as the pieces are of one form."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from audio_edition.model.issue import Article
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.furniture import SUPPLEMENT
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import free
from audio_edition.recovery.signatures import ORGANIZATION
from audio_edition.recovery.vocabulary import BRIEFS, CLASSIFIEDS, NOTICES, SECTIONS, WEATHER, is_column

_SEVERAL = re.compile(r"(?:来信|来函|来论|投书|来稿|读者|诗[歌苑页词]?|Letters)\S{0,8}")
"""Columns of letters and poems, of which several stand under one label."""


def supplements(lines: Sequence[Line]) -> frozenset[str]:
    """Names of supplements: what stands at once above the line with the paper's name and a supplement's number."""
    texts = [line for line in lines if line.kind == "text"]
    return frozenset(above.text for above, line in pairwise(texts) if line.rule == SUPPLEMENT and above.role == "kicker")


def under_label(article: Article, before: Sequence[Article], names: frozenset[str], section: str = "") -> Article:
    """The article with the label under which it stands, where its own is none.

    `before` are the articles above it, `names` those of supplements, `section` is the label of its section.
    """
    if _AMENDS.match(article.title):
        return article
    kicker = article.kicker or ((section,) if section else _shared(article, before, names))
    classified = article.type == "notice" and kicker and CLASSIFIEDS.fullmatch(fold(kicker[-1]))
    return structs.replace(article, kicker=kicker, read="brief" if classified else article.read)


def _shared(article: Article, before: Sequence[Article], names: frozenset[str]) -> tuple[str, ...]:
    last = next((other for other in reversed(before) if other.type != "furniture"), None)
    if last is None or last.page != article.page or not last.kicker:
        return ()
    several = last.kicker[0] in names or bool(_SEVERAL.search(fold(last.kicker[0])))
    if several and len(last.kicker) == 1 and _is_signed(last) and _is_signed(article):
        return last.kicker
    form = _form(article)
    if not form or form != _form(last):
        return ()
    return last.kicker if article.type in ("article", "brief") or _heads_notices(fold(last.kicker[-1])) else ()


_AMENDS = re.compile(r"更正|订正|勘误|致歉|(?:corrections?|clarifications?)\b", re.I)
"""A paper's word on its own mistakes stands under no label but its own."""


def _heads_notices(text: str) -> bool:
    return is_column(text) or CLASSIFIEDS.fullmatch(text) is not None


def _is_signed(article: Article) -> bool:
    """Whether an article is no news, and says who, not of the paper, wrote it."""
    ours = any("记者" in byline.printed for byline in article.bylines)
    return article.type == "article" and not article.dateline and bool(article.bylines) and not ours


def _form(article: Article) -> str:
    """How an article is built, if its like stand under one label: briefs, notices, letters, answers to readers."""
    if article.type in ("brief", "notice", "teaser"):
        return article.type
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


def label_levels(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> frozenset[int]:
    """Levels of headings at which an issue prints the names of its sections: above lower headings, and known by half of them.

    One such name alone must have a level of its own, and stand above a title that is set like others.
    """
    begins = Counter(lines[run[0]].level for run in runs)
    above: dict[int, list[Sequence[int]]] = {}
    for run in runs:
        if stands_over(lines, run):
            above.setdefault(lines[run[0]].level, []).append(run)
    return frozenset(
        level
        for level, found in above.items()
        if 2 * sum(_names_section(fold(lines[run[0]].text)) for run in found) >= len(found)
        and (len(found) > 1 or (begins[level] == 1 and begins[lines[found[0][1]].level] > 1))
    )


def stands_over(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a run begins with a few signs above a lower heading."""
    first = lines[run[0]]
    return len(run) > 1 and size(first.text) <= _LONGEST and 0 < first.level < lines[run[1]].level


def _names_section(text: str) -> bool:
    plain = re.sub(r"\s", "", text)
    return is_column(text) or any(kind.fullmatch(plain) for kind in (SECTIONS, WEATHER, BRIEFS, NOTICES))


_LONGEST = 8
"""Hanzi that the label of a column may have."""
_REACH = 80
"""Lines within which the titles of further pieces are looked for."""


def heads_pieces(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a run's first line is a short label above two and more lower titles, each of a piece that is closed in itself.

    Cross-heads stand behind a text and between paragraphs; these follow the label at once, and what stands between two of
    them begins with a question or ends with a name; or who wrote them is named below the title of each.
    """
    label = lines[run[0]]
    if len(run) < 2 or size(label.text) > _LONGEST or not 0 < label.level < lines[run[1]].level:
        return False
    titles, at = [run[1]], run[1] + 1
    for at in range(run[1] + 1, min(len(lines), run[1] + _REACH)):
        line = lines[at]
        if line.page != label.page or (0 < line.level <= label.level and free(line)):
            break
        if line.level == lines[run[1]].level and free(line):
            titles.append(at)
    pieces = [lines[one:other] for one, other in pairwise((*titles, at))]
    return len(titles) > 1 and (all(map(_closed, pieces[:-1])) or all(map(_is_written, pieces)))


def _is_written(piece: Sequence[Line]) -> bool:
    """Whether who wrote a piece is named below its title, or behind it."""
    return any(signature(line.text) for line in piece[1:3]) or any(line.role == "credit" for line in piece[-2:])


def _closed(piece: Sequence[Line]) -> bool:
    """Whether a title and its text hold a question, or end with who wrote them, or with the office that did."""
    last = piece[-1]
    signed = last.role == "credit" or signature(last.text) is not None
    return any(line.role == "question" for line in piece[1:4]) or signed or bool(ORGANIZATION.fullmatch(fold(last.text)))
