"""Joins the parts of an article that goes on on another page: by the pages both lines name, by mark, by title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.page import Line
from audio_edition.recovery.fields import number
from audio_edition.recovery.folding import fold
from audio_edition.recovery.jumps import JUMP, RESUME
from audio_edition.recovery.prose import ngrams, runs_on
from audio_edition.recovery.sheet import Sheet, label, with_lines

_TEXTS = ("paragraph", "question", "answer", "note", "verse", "list", "table")
_HEADER = ("kicker", "title", "subtitle", "byline")


class Part(NamedTuple):
    """What connects one part of an article with another."""

    article: int
    page: int
    title: str
    mark: str
    other: int
    """The page that its jump or resume line names; 0 for none."""
    first: str
    last: str
    words: frozenset[str]


def join_continuations(sheet: Sheet) -> Sheet:
    """Move the lines of each continuation into the article it continues; report (S201, S202) what finds no counterpart."""
    lines = list(sheet.lines)
    parts = {
        number: _part(number, [line for line in lines if line.article == number])
        for number in sorted({line.article for line in lines if line.article >= 0})
    }
    findings: list[Finding] = []
    heads = [number for number in parts if any(line.article == number and line.role == "resume" for line in lines)]
    tails = [number for number in parts if any(line.article == number and line.role == "jump" for line in lines)]
    loose = [number for number in parts if number not in heads and not parts[number].title]
    repeated = [
        n
        for n in parts
        if n not in heads
        and parts[n].title
        and any(t != n and parts[t].page != parts[n].page and fold(parts[t].title) == fold(parts[n].title) for t in tails)
    ]
    for head in (*heads, *repeated, *loose):
        origin = _origin(parts[head], [parts[tail] for tail in tails if tail != head], head in heads or head in repeated)
        if origin is None and head in loose:
            origin = _cut_off(parts[head], parts)
        if origin is not None:
            lines = [
                _moved(line, origin.article)
                if line.article == head
                else _joined(line)
                if line.article == origin.article and line.role == "jump"
                else line
                for line in lines
            ]
            tails = [tail for tail in tails if tail != origin.article]
            tails += [origin.article] if head in tails else []
            tails = [tail for tail in tails if tail != head]
        elif head in heads:
            findings.append(
                Finding(
                    "S202",
                    f"goes on from page {parts[head].other or '?'}, where no beginning was found",
                    where=_where(lines, head),
                )
            )
    findings += [
        Finding(
            "S201",
            f"goes on on page {parts[tail].other or '?'}, which holds no continuation of it, or is not here",
            where=_where(lines, tail),
            severity="note",
        )
        for tail in tails
    ]
    return with_lines(sheet, lines, findings)


def _where(lines: Sequence[Line], article: int) -> str:
    return next((line.where for line in lines if line.article == article and line.role in ("resume", "jump")), "")


def _part(article: int, lines: Sequence[Line]) -> Part:
    texts = [line for line in lines if line.role in _TEXTS]
    notice = next((line for line in lines if line.role in ("jump", "resume")), None)
    found = (JUMP.search(fold(notice.text)) or RESUME.search(fold(notice.text))) if notice else None
    groups = found.groupdict() if found else {}
    title = " ".join(line.text for line in lines if line.role == "title") or groups.get("title") or ""
    return Part(
        article,
        lines[0].page,
        title,
        groups.get("mark") or "",
        number(groups.get("page") or groups.get("english") or ""),
        texts[0].text if texts else "",
        texts[-1].text if texts else "",
        ngrams("".join(line.text for line in lines)),
    )


def _origin(head: Part, tails: Sequence[Part], told: bool) -> Part | None:
    """The part that a continuation continues; of several, the one that agrees most."""
    scored = [(_agreement(head, tail), tail) for tail in tails]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= (2.0 if told else 4.0) else None


def _agreement(head: Part, tail: Part) -> float:
    merit = 0.0
    if tail.other:
        merit += 2.0 if tail.other == head.page else -2.0
    if head.other:
        merit += 2.0 if head.other == tail.page else -2.0
    if head.mark or tail.mark:
        merit += 4.0 if head.mark == tail.mark else -4.0
    merit += _same_title(head.title, tail.title)
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
    before = [part for part in parts.values() if part.article < head.article and part.last]
    return before[-1] if before and runs_on(before[-1].last, head.first) else None


def _moved(line: Line, article: int) -> Line:
    if line.role in _HEADER or line.role == "resume":
        line = label(line, "furniture", "header of a continuation")
        return structs.replace(line, article=-1, starts="")
    return structs.replace(line, article=article, starts="")


def _joined(line: Line) -> Line:
    return structs.replace(label(line, "furniture", "jump that was followed"), article=-1)
