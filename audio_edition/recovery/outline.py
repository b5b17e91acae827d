"""Decides where articles begin: reads the runs of display lines between the texts, and numbers the articles.

Works along the page: what a run is depends on the article that is open before it and on the text behind it.
"""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.page import Line, LineRole
from audio_edition.recovery.displays import TRANSPARENT, displays_of, runs_of
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headers import Context, Display, State, rank, read_run
from audio_edition.recovery.newness import Open, Words, newness
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import BOXES, BRIEFS, NOTICES, WEATHER

_ROLES: dict[State, LineRole] = {
    "kicker": "kicker",
    "title": "title",
    "more": "title",
    "subtitle": "subtitle",
    "byline": "byline",
    "heading": "heading",
    "text": "paragraph",
    "ending": "credit",
    "rest": "caption",
}


def outline(sheet: Sheet) -> Sheet:
    """Every display line gets its role, every line its article."""
    lines = list(sheet.lines)
    runs = runs_of(lines)
    displays = displays_of(lines, runs)
    words = Words(lines)
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
        return Open(own, rank(line), "story", "titled", closed=False, page=line.page), max(number, own + 1)
    if line.division and line.role in ("kicker", "title"):
        lines[index] = structs.replace(line, article=opened.number)
        return opened._replace(
            stage="titled" if line.role == "title" else opened.stage, level=max(opened.level, line.role == "title")
        ), number
    new_page = opened.page not in (0, line.page) and line.role != "credit"
    new_page = new_page and not line.division
    resumed = line.role == "resume" and not line.division and opened.stage not in ("kicked", "titled")
    if opened.number < 0 or new_page or resumed:
        opened = Open(number, page=line.page, closed=False)
        line = structs.replace(line, starts="article")
        number += 1
    lines[index] = structs.replace(line, article=opened.number)
    if line.role == "resume":
        return opened._replace(stage=opened.stage if opened.stage == "titled" else "kicked"), number
    return _grown(opened, line), number


def _grown(opened: Open, line: Line) -> Open:
    return opened._replace(
        stage="text",
        kind="news" if line.role == "dateline" and opened.kind == "story" else opened.kind,
        closed=line.role in ("jump", "pointer", "credit") or (opened.closed and line.role != ""),
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
        new=-20.0 if inside else newness(lines, run, opened, follow, words),
        inside=inside or (opened.number >= 0 and opened.page == first.page and opened.kind != "teaser"),
        before_text=follow is not None and follow.role not in ("pointer", "jump"),
        young=opened.level > 0 and not opened.texts and opened.page == first.page,
        before_start=follow is not None and follow.role in ("dateline", "label", "resume"),
    )
    states, ahead = read_run([displays[index] for index in run], context)
    pointed = follow is not None and follow.role == "pointer"
    return _apply(lines, run, states, round(min(1.0, 0.5 + ahead / 10), 2), opened, number, pointed, displays)


def _follow(lines: Sequence[Line], last: int) -> Line | None:
    """The line behind a run, on its page, that says something."""
    for at in range(last + 1, len(lines)):
        if lines[at].page != lines[last].page:
            return None
        if lines[at].role not in TRANSPARENT and lines[at].kind not in ("image", "rule"):
            return lines[at]
    return None


def _apply(
    lines: list[Line],
    run: Sequence[int],
    states: Sequence[State],
    sure: float,
    opened: Open,
    number: int,
    pointed: bool,
    displays: dict[int, Display],
) -> tuple[Open, int]:
    """Write the states into the lines; a kicker or title behind anything but a kicker begins an article."""
    before = opened
    for index, state in zip(run, states, strict=True):
        line = label(lines[index], _ROLES[state], f"display line read as {state}", sure)
        if state in ("kicker", "title") and opened.stage != "kicked":
            brief = before.kind == "briefs" and rank(line) >= before.level and "byline" not in states
            line = structs.replace(line, starts="brief" if brief else "article")
            opened = Open(number, kind="briefs" if brief else "story", stage="kicked", page=line.page, closed=False)
            number += 1
        if state == "title":
            opened = opened._replace(level=rank(line), stage="titled")
        if state in ("kicker", "title"):
            opened = opened._replace(kind=_kind(fold(line.text), opened.kind))
        if state == "ending":
            opened = opened._replace(closed=True)
        if state == "rest" and not displays[index].pictured and is_final(before.last):
            line = label(line, "credit", "short line below a text", 0.5)
        lines[index] = structs.replace(line, article=opened.number)
    last = lines[run[-1]]
    if last.role == "kicker" and run[-1] + 1 < len(lines) and free(lines[run[-1] + 1]) and not lines[run[-1] + 1].starts:
        lines[run[-1]] = label(last, "title", "a column's name that stands above a text", 0.6)
        opened = opened._replace(stage="titled", level=rank(last))
    return opened._replace(kind="teaser") if pointed and opened is not before else opened, number


def _kind(text: str, kind: str) -> str:
    if BRIEFS.fullmatch(text):
        return "briefs"
    plain = re.sub(r"\s", "", text)
    if BOXES.fullmatch(plain):
        return "notice"
    return "notice" if NOTICES.fullmatch(plain) or WEATHER.fullmatch(plain) else kind
