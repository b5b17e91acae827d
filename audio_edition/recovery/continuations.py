"""Joins the parts of an article that goes on on another page: by the pages both lines name, by mark, by title."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.folio import may_be_one
from audio_edition.model.page import Line
from audio_edition.recovery.fields import page_name
from audio_edition.recovery.folding import fold
from audio_edition.recovery.jumps import JUMP, RESUME
from audio_edition.recovery.prose import ngrams, runs_on
from audio_edition.recovery.sheet import Sheet, label, with_lines

_TEXTS = ("paragraph", "question", "answer", "note", "verse", "list", "table")
_HEADER = ("kicker", "title", "subtitle", "byline")


class Part(NamedTuple):
    """What connects one part of an article with another."""

    article: int
    page: str
    """Its page's name."""
    title: str
    mark: str
    other: str
    """The name of the page that its jump or resume line leads to; empty for none."""
    first: str
    last: str
    words: frozenset[str]
    jumps: bool
    resumes: bool
    where: str
    slug: str = ""
    """The word under which a jump line says that the article goes on: `See BRIDGE, A4`."""


def join_continuations(sheet: Sheet) -> Sheet:
    """Move the lines of each continuation into the article it continues; report (S201, S202) what finds no counterpart."""
    grouped: dict[int, list[Line]] = {}
    for line in sheet.lines:
        if line.article >= 0:
            grouped.setdefault(line.article, []).append(line)
    parts = {article: _part(article, lines) for article, lines in grouped.items()}
    origins: dict[int, int] = {}
    tails = {article: part for article, part in parts.items() if part.jumps}
    waiting: list[Part] = []
    for head in _heads(parts, tails):
        origin = _origin(head, [tail for tail in tails.values() if tail.article != head.article])
        if origin is None and not head.resumes and not head.title:
            origin = _cut_off(head, parts)
        if origin is not None:
            origins[head.article] = origin.article
            tails.pop(origin.article, None)
        elif head.resumes:
            waiting.append(head)
    for head, tail in _only_pairs(waiting, tuple(tails.values())):
        origins[head.article] = tail.article
        waiting.remove(head)
        tails.pop(tail.article)
    followed = frozenset(origins.values())
    lines = (_moved(line, origins, followed) for line in sheet.lines)
    return with_lines(sheet, lines, (*map(_unbegun, waiting), *map(_unfinished, tails.values())))


def _unbegun(head: Part) -> Finding:
    return Finding("S202", f"goes on from page {head.other or '?'}, where no beginning was found", head.where)


def _unfinished(tail: Part) -> Finding:
    said = f"goes on on page {tail.other or '?'}, which holds no continuation of it, or is not here"
    return Finding("S201", said, tail.where, "note")


def _only_pairs(heads: Sequence[Part], tails: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Parts that go on and jumps that are left, where nothing else fits either of them: page numbers may be misprinted."""
    if max(len(heads), len(tails)) > _MOST:
        return
    fits = [(head, tail) for head in heads for tail in tails if _may_fit(head, tail)]
    for head, tail in fits:
        if sum(head is one or tail is other for one, other in fits) == 1:
            yield head, tail


def _may_fit(head: Part, tail: Part) -> bool:
    """Whether no mark, title or order of pages speaks against two parts, and one page or the cut sentence for them."""
    if head.article <= tail.article or head.page == tail.page:
        return False
    if head.mark != tail.mark or _same_title(head.title, tail.slug or tail.title) < 0:
        return False
    named = may_be_one(head.page, tail.other) or may_be_one(tail.page, head.other) or not (head.other and tail.other)
    return named or bool(head.first and tail.last and runs_on(tail.last, head.first))


def _heads(parts: dict[int, Part], tails: dict[int, Part]) -> Iterator[Part]:
    """Parts that say that they go on, then those that repeat a title, then those that have none."""
    titles = {(fold(tail.title), tail.page) for tail in tails.values()}
    named = {title for title, _ in titles}
    yield from (part for part in parts.values() if part.resumes)
    for part in parts.values():
        if not part.resumes and part.title and fold(part.title) in named and (fold(part.title), part.page) not in titles:
            yield part
    yield from (part for part in parts.values() if not part.resumes and not part.title)


def _part(article: int, lines: Sequence[Line]) -> Part:
    texts = [line for line in lines if line.role in _TEXTS]
    notice = next((line for line in lines if line.role in ("jump", "resume")), None)
    found = (JUMP.search(fold(notice.text)) or RESUME.search(fold(notice.text))) if notice else None
    groups = found.groupdict() if found else {}
    title = " ".join(line.text for line in lines if line.role == "title") or groups.get("title") or ""
    slug = groups.get("slug") or ""
    return Part(
        article,
        lines[0].page_name,
        title,
        _first(groups, "mark", "early", "inner"),
        page_name(_first(groups, "page", "english", "slugged", "bare", "lone")),
        texts[0].text if texts else "",
        texts[-1].text if texts else "",
        ngrams("".join(line.text for line in lines)),
        any(line.role == "jump" for line in lines),
        any(line.role == "resume" for line in lines),
        notice.where if notice else lines[0].where,
        slug,
    )


def _first(groups: dict[str, str | None], *names: str) -> str:
    """What the first of the groups that matched says."""
    return next((found for name in names if (found := groups.get(name))), "")


_MOST = 60
"""Parts among which an origin is looked for, the nearest to fit first."""


def _origin(head: Part, tails: Sequence[Part]) -> Part | None:
    """The part that a continuation continues; of several, the one that agrees most."""
    if len(tails) > _MOST:
        tails = [tail for tail in tails if may_be_one(tail.other, head.page) or (head.title and head.title == tail.title)][:_MOST]
    best = max(tails, key=lambda tail: _agreement(head, tail), default=None)
    return best if best and _agreement(head, best) >= (2.0 if head.resumes or head.title else 4.0) else None


def _agreement(head: Part, tail: Part) -> float:
    merit = 0.0
    if tail.other:
        merit += 2.0 if may_be_one(tail.other, head.page) else -2.0
    if head.other:
        merit += 2.0 if may_be_one(head.other, tail.page) else -2.0
    if head.mark or tail.mark:
        merit += 4.0 if head.mark == tail.mark else -4.0
    merit += 4.0 if tail.slug and fold(head.title).upper() == tail.slug else _same_title(head.title, tail.title)
    merit += 1.0 if head.first and tail.last and runs_on(tail.last, head.first) else 0.0
    return merit + min(1.0, 5 * len(head.words & tail.words) / (20 + len(head.words)))


def _same_title(head: str, tail: str) -> float:
    """Agreement of a title with one that it may repeat or shorten."""
    a, b = (re.sub(r"[\W_]", "", fold(title)) for title in (head, tail))
    if not a or not b:
        return 0.0
    if a == b or a in b or b in a:
        return 4.0
    common = sum(character in b for character in a) / len(a)
    return 2.0 if common > 0.7 else 0.5 if common > 0.4 else -2.0


def _cut_off(head: Part, parts: dict[int, Part]) -> Part | None:
    """The last article of the page before, when its text was cut off and this one, without a title, goes on with it."""
    before = parts.get(head.article - 1)
    return before if before and before.last and before.page != head.page and runs_on(before.last, head.first) else None


def _moved(line: Line, origins: dict[int, int], followed: frozenset[int]) -> Line:
    """The line in the article that its part belongs to; what the part repeats is no longer read."""
    article = line.article
    seen = {article}
    while article in origins and origins[article] not in seen:
        article = origins[article]
        seen.add(article)
    if line.role == "jump" and line.article in followed:
        return structs.replace(label(line, "furniture", "jump that was followed"), article=-1)
    if article == line.article:
        return line
    if line.role in _HEADER or line.role == "resume":
        return structs.replace(label(line, "furniture", "header of a continuation"), article=-1, starts="")
    return structs.replace(line, article=article, starts="")
