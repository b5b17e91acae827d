"""Briefs without titles of their own are one item under the label that they share.

Print can afford a heading of its own for three sentences; a listener cannot: three chapters without a name, of ten seconds each,
under a label that is spoken three times. Briefs that have titles stay items, each with its chapter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Block, Issue, Note


def bundle(issue: Issue) -> Issue:
    """The issue with such briefs bundled; what notes and findings say of their bodies points into the bundle."""
    groups = tuple(_groups(issue.articles))
    bundles = {group[0].id: _bundled(group) for group in groups}
    inside = {article.id for group in groups for article in group[1:]}
    shifts = {brief.id: (group[0].id, shift) for group in groups for brief, shift in _shifts(group)}
    return structs.replace(
        issue,
        articles=tuple(bundles.get(article.id, article) for article in issue.articles if article.id not in inside),
        findings=tuple(_pointed(finding, shifts) for finding in issue.findings),
    )


def _groups(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Briefs that follow each other under one label, if none of them has a title."""
    for (type, _, kicker, *_), found in groupby((one for one in articles if one.type != "furniture"), key=_place):
        group = tuple(found)
        if type == "brief" and kicker and not any(one.title or one.captions or one.jump for one in group):
            yield group


def _place(article: Article) -> tuple[str, int, tuple[str, ...], str, str]:
    return article.type, article.page, article.kicker, article.read, article.lang


def _bundled(group: Sequence[Article]) -> Article:
    first = group[0]
    return Article(
        first.id,
        first.type,
        first.page,
        section=first.section,
        kicker=first.kicker[:-1],
        title=first.kicker[-1],
        blocks=tuple(block for brief in group for block in (*_above(brief), *brief.blocks, *_below(brief))),
        read=first.read,
        lang=first.lang,
        notes=tuple(_noted(note, shift) for brief, shift in _shifts(group) for note in brief.notes if _in_body(note.passage)),
        confidence=min(brief.confidence for brief in group),
        label=first.label,
    )


def _above(brief: Article) -> tuple[Block, ...]:
    """Who wrote a brief, and where it comes from: a bundle has many of both, each stays with its text."""
    signed = (byline.printed for byline in brief.bylines)
    alone = [printed for printed in signed if printed not in brief.dateline and printed not in brief.credit]
    return tuple(Block(text=text) for text in (*alone, brief.dateline) if text)


def _below(brief: Article) -> tuple[Block, ...]:
    return (Block(text=brief.credit),) if brief.credit else ()


def _shifts(group: Sequence[Article]) -> Iterator[tuple[Article, int]]:
    """Each brief with the number that its first block has in the bundle."""
    at = 0
    for brief in group:
        at += len(_above(brief))
        yield brief, at
        at += len(brief.blocks) + len(_below(brief))


def _in_body(passage: str) -> bool:
    return passage.startswith("body-")


def _shifted(passage: str, shift: int) -> str:
    """The id of a passage whose block has a number that is higher by `shift`.

    >>> _shifted("body-0", 2), _shifted("body-1-3[4:5]", 2)
    ('body-2', 'body-3-3[4:5]')
    """
    return re.sub(r"\d+", lambda found: str(int(found[0]) + shift), passage, count=1)


def _noted(note: Note, shift: int) -> Note:
    return structs.replace(note, passage=_shifted(note.passage, shift))


def _pointed(finding: Finding, shifts: dict[str, tuple[str, int]]) -> Finding:
    id, _, passage = finding.where.partition("/")
    if id not in shifts or not _in_body(passage):
        return finding
    first, shift = shifts[id]
    return structs.replace(finding, where=f"{first}/{_shifted(passage, shift)}")
