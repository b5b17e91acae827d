"""Decides where articles begin: reads the runs of display lines between the texts, and numbers the articles.

Works along the page: what a run is depends on the article that is open before it and on the text behind it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from audio_edition.model.page import Line, LineRole
from audio_edition.recovery.displays import displays_of
from audio_edition.recovery.entries import ENTRY
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headers import Context, read_run
from audio_edition.recovery.labels import header_of
from audio_edition.recovery.merits import SHORT_TEXT, Display, State, rank
from audio_edition.recovery.newness import Words, newness
from audio_edition.recovery.offers import OFFER
from audio_edition.recovery.opened import Open, begins_again, behind_offer, closes, introduces
from audio_edition.recovery.prose import is_final, runs_on, size
from audio_edition.recovery.runs import TRANSPARENT, runs_of
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import BOXES, LINKS, NOTICES, WEATHER, is_briefs, is_column

_ROLES: dict[State, LineRole] = {
    "kicker": "kicker",
    "title": "title",
    "more": "title",
    "column": "kicker",
    "subtitle": "subtitle",
    "byline": "byline",
    "heading": "heading",
    "text": "paragraph",
    "ending": "credit",
    "rest": "caption",
}


class Reading(NamedTuple):
    """What a run is, and what stands around it."""

    states: tuple[State, ...]
    sure: float
    pointed: bool
    """A pointer to another page follows."""
    pictured: bool
    """A picture stands above one of its lines."""


def outline(sheet: Sheet) -> Sheet:
    """Every display line gets its role, every line its article."""
    lines = list(sheet.lines)
    runs = runs_of(lines)
    displays = displays_of(lines, runs, sheet.masthead.title)
    words = Words(lines, runs)
    opened = Open()
    number = 0
    index = 0
    starts = {run[0]: run for run in runs}
    division = ""
    while index < len(lines):
        if lines[index].division != division:
            division = lines[index].division
            opened = Open(number, page=lines[index].page, stage="kicked", closed=False) if division else Open()
            lines[index] = structs.replace(lines[index], starts="article") if division else lines[index]
            number += bool(division)
        if index in starts:
            run = starts[index]
            opened, number = _decide(lines, run, displays, opened, number, words)
            index = run[-1] + 1
            continue
        opened, number = _pass(lines, index, opened, number)
        index += 1
    return with_lines(sheet, lines)


def _pass(lines: list[Line], index: int, opened: Open, number: int) -> tuple[Open, int]:
    """A line that is no display line: it goes on with the open article, or opens one without a title."""
    line = lines[index]
    if line.role in TRANSPARENT or line.kind in ("image", "rule"):
        lines[index] = structs.replace(line, article=opened.number) if line.role in ("image", "caption") else line
        return opened, number
    if line.starts and not line.division:
        own = opened.number if opened.stage == "kicked" and opened.page == line.page else number
        lines[index] = structs.replace(line, article=own)
        begun = Open(own, rank(line), "story", "titled", closed=False, page=line.page)
        if line.starts == "ad" and line.rule == OFFER:
            begun = begun._replace(behind=opened.behind or opened)
        return _grown(begun, line) if line.role == "paragraph" else begun, max(number, own + 1)
    if line.division and line.role in ("kicker", "title"):
        lines[index] = structs.replace(line, article=opened.number)
        return opened._replace(
            stage="titled" if line.role == "title" else opened.stage, level=max(opened.level, line.role == "title")
        ), number
    return _join(lines, index, behind_offer(line, opened), number)


def _join(lines: list[Line], index: int, opened: Open, number: int) -> tuple[Open, int]:
    """The line in the open article, or in one that it opens: on a new page, behind an end, below a jump line, by a note."""
    line = lines[index]
    new_page = begins_again(line, opened) or (opened.page not in (0, line.page) and line.role != "credit")
    new_page = new_page and not line.division and not line.firm
    resumed = line.role == "resume" or introduces(lines, index, opened)
    resumed = resumed and not line.division and opened.stage not in ("kicked", "titled")
    if opened.number < 0 or new_page or resumed:
        brief = opened.kind == "briefs" and opened.page == line.page
        opened = Open(number, page=line.page, closed=False, kind="briefs" if brief else "story", level=opened.level * brief)
        line = structs.replace(line, starts="brief" if brief else "article")
        number += 1
    lines[index] = structs.replace(line, article=opened.number)
    if line.role == "label" and resumed:
        return opened._replace(stage="kicked", kind="introduced"), number
    if line.role == "note" and opened.stage == "kicked":
        return opened, number
    if line.role == "resume":
        untitled = opened.stage != "titled"
        kind = "resumed" if untitled and opened.kind == "story" else opened.kind
        return opened._replace(signed=True, kind=kind, stage="kicked" if untitled else "titled"), number
    return _grown(opened, line), number


def _grown(opened: Open, line: Line) -> Open:
    return opened._replace(
        stage="text",
        dated=opened.dated or line.role == "dateline",
        signed=opened.signed or line.role == "dateline",
        spoken=opened.spoken or line.role in ("question", "answer"),
        kind="news" if line.role == "dateline" and opened.kind == "story" else opened.kind,
        closed=closes(line, opened) or (opened.closed and (line.role != "" or line.kind == "table")),
        texts=opened.texts + (line.role not in ("note", "label", "resume", "subtitle", "byline")),
        characters=opened.characters + size(line.text),
        last=line.text if free(line) or line.role == "note" else opened.last,
    )


def _decide(
    lines: list[Line], run: Sequence[int], displays: dict[int, Display], opened: Open, number: int, words: Words
) -> tuple[Open, int]:
    first = lines[run[0]]
    follow = _follow(lines, run[-1])
    inside = bool(first.division) and opened.stage != "kicked"
    context = Context(
        new=-20.0 if inside else newness(lines, header_of(lines, run) if opened.texts else run, opened, follow, words),
        inside=inside or (opened.number >= 0 and opened.page == first.page and opened.kind != "teaser"),
        before_text=follow is not None and follow.role not in ("pointer", "jump"),
        young=opened.level > 0 and not opened.texts and opened.page == first.page,
        before_start=follow is not None and (follow.role in ("dateline", "label", "resume") or bool(follow.starts)),
        last=follow is None,
        signed=opened.signed,
        whole=inside,
        cut=follow is not None
        and free(follow)
        and not opened.closed
        and opened.page == first.page
        and runs_on(opened.last, follow.text),
    )
    states, ahead = read_run([displays[index] for index in run], context)
    reading = Reading(
        states,
        sure=round(min(1.0, 0.5 + ahead / 10), 2),
        pointed=follow is not None and follow.role == "pointer",
        pictured=any(displays[index].pictured for index in run),
    )
    opened, number = _apply(lines, run, reading, opened, number)
    return opened._replace(kind="column") if displays[run[0]].pieces and opened.kind == "story" else opened, number


def _follow(lines: Sequence[Line], last: int) -> Line | None:
    """The line behind a run, on its page, that says something."""
    for at in range(last + 1, len(lines)):
        if lines[at].page != lines[last].page:
            return None
        if lines[at].role not in TRANSPARENT and lines[at].kind not in ("image", "rule"):
            return lines[at]
    return None


def _apply(lines: list[Line], run: Sequence[int], reading: Reading, before: Open, number: int) -> tuple[Open, int]:
    """Write the states into the lines of a run, and the article into those and what stands between them."""
    opened = before
    states = dict(zip(run, reading.states, strict=True))
    for index in range(run[0], run[-1] + 1):
        line = lines[index]
        if index in states:
            line, opened = _read_as(line, states[index], reading, before, opened, number)
            number = max(number, opened.number + 1)
        if index in states or line.role in ("image", "caption"):
            lines[index] = structs.replace(line, article=opened.number)
    last = lines[run[-1]]
    briefs = opened.kind == "briefs" and last.level > 0
    if states[run[-1]] == "kicker" and run[-1] + 1 < len(lines) and _untitled(lines[run[-1] + 1]) and not briefs:
        lines[run[-1]] = label(last, "title", "a column's name that stands above a text", 0.6)
        opened = opened._replace(stage="titled", level=rank(last))
    return opened._replace(kind="teaser") if reading.pointed and opened is not before else opened, number


def _untitled(follow: Line) -> bool:
    """Whether what stands above a line must be its title: it is a text without one, or names the page that a title is on."""
    return (free(follow) and not follow.starts) or follow.role in ("pointer", "list") or follow.rule == ENTRY


def _read_as(line: Line, state: State, reading: Reading, before: Open, opened: Open, number: int) -> tuple[Line, Open]:
    """The line as read; a kicker or title behind anything but a kicker begins an article, as does whatever stands first."""
    line = label(line, _ROLES[state], f"display line read as {state}", reading.sure)
    heads = state in ("kicker", "title")
    if heads and opened.stage != "kicked":
        brief = before.kind == "briefs" and rank(line) >= before.level and "byline" not in reading.states
        line = structs.replace(line, starts="brief" if brief else "article")
        column = before.kind == "column" and rank(line) == before.level
        opened = Open(
            number, kind="briefs" if brief else "column" if column else "story", stage="kicked", page=line.page, closed=False
        )
    elif opened.number < 0:
        line = structs.replace(line, starts="article")
        opened = Open(number, page=line.page, closed=False)
    if heads:
        opened = opened._replace(kind=_kind(fold(line.text), opened.kind))
    if state == "title":
        kind = "story" if opened.kind in ("resumed", "introduced") else opened.kind
        opened = opened._replace(level=rank(line), stage="titled", kind=kind)
    elif state == "heading":
        opened = _headed(opened, line)
    elif state == "byline":
        opened = opened._replace(signed=True)
    elif state == "ending":
        opened = opened._replace(closed=True)
    elif state == "rest" and is_final(before.last) and not reading.pictured:
        said = is_final(line.text)
        line = label(line, "paragraph" if said else "credit", SHORT_TEXT if said else "short line below a text", 0.5)
    return line, opened


def _headed(opened: Open, line: Line) -> Open:
    """The open article below a cross-head; what is added to it under a label is its last part."""
    if LINKS.fullmatch(fold(line.text)):
        return opened._replace(kind="added")
    kind = "sectioned" if is_column(fold(line.text)) else opened.kind
    return opened._replace(kind=kind, heads=(line.level, line.bold))


def _kind(text: str, kind: str) -> str:
    if is_briefs(text):
        return "briefs"
    plain = re.sub(r"\s", "", text)
    if BOXES.fullmatch(plain):
        return "notice"
    return "notice" if NOTICES.fullmatch(plain) or WEATHER.fullmatch(plain) else kind
