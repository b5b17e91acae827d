"""Decides where articles begin: reads the runs of display lines between the texts, and numbers the articles.

Works along the page: what a run is depends on the article that is open before it and on the text behind it.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import structs

from audio_edition.model.page import Line, LineRole
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headers import Context, Display, State, rank, read_run
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, is_latin, ngrams, quote_depth, runs_on, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import BOXES, BRIEFS, NOTICES, WEATHER

_TRANSPARENT = ("image", "rule", "furniture", "masthead", "caption")
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


class Open(NamedTuple):
    """The article that is open at a place of the page."""

    number: int = -1
    level: int = 0
    """Rank of its title's marks, 1 the largest; 0: it has no title."""
    kind: str = "story"
    """`briefs`, `notice`, `teaser`, `news` (has a dateline), `story`."""
    stage: Literal["none", "kicked", "titled", "text"] = "none"
    """How far it has come."""
    closed: bool = True
    """Its last line says that it ends here."""
    texts: int = 0
    """Texts of it that are not notes."""
    characters: int = 0
    last: str = ""
    """Its last paragraph."""
    page: int = 0


def outline(sheet: Sheet) -> Sheet:
    """Every display line gets its role, every line its article."""
    lines = list(sheet.lines)
    runs = _runs(lines)
    displays = _displays(lines, runs)
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
            opened, number = _decide(lines, run, displays, opened, number)
            index = run[-1] + 1
            continue
        opened, number = _pass(lines, index, opened, number)
        index += 1
    return with_lines(sheet, lines)


def is_display(line: Line) -> bool:
    """Whether a line can be a title, cross-head or the like, rather than text.

    >>> is_display(Line("补齐短板,走实创城之路")), is_display(Line("特此讣告。")), is_display(Line("谁来管？", level=2))
    (True, False, True)
    """
    text = line.text
    if signature(text):
        return True
    if size(text) > (60 if line.level or line.bold else 38):
        return False
    if line.level or line.bold or (line.centred and not is_final(text)):
        return not (text.endswith("。") and size(text) > 24)
    if is_latin(text) and re.match(r"[a-z]|.*[.,;]$", text):
        return False
    if re.search(r"[。;；，,、:：]$", text) or quote_depth(text) or re.search(r"[。？！?!].", re.sub(r"[”’」』）)]+$", "", text)):
        return False
    if re.search(r"[。！？!?…][”’」』）)]?$", text):
        return not re.search(r"[，。；：:,]", text) and size(text) <= 22 and not text.startswith(("“", "「"))
    return not re.search(r"[。]", text)


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """Numbers of the display lines of each run."""
    runs: list[list[int]] = []
    open_run = False
    text = ""
    for index, line in enumerate(lines):
        if free(line) and is_display(line) and not (is_final(line.text) and not _is_marked(line) and runs_on(text, line.text)):
            same = (
                open_run and runs[-1] and (lines[runs[-1][-1]].page, lines[runs[-1][-1]].division) == (line.page, line.division)
            )
            if same:
                runs[-1].append(index)
            else:
                runs.append([index])
            open_run = True
        elif line.role not in _TRANSPARENT:
            open_run = False
            text = line.text if free(line) or line.role in ("note", "question", "answer") else ""
    return runs


def _displays(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> dict[int, Display]:
    marked = {
        line.page
        for line in lines
        if _is_marked(line) and sum(_is_marked(other) for other in lines if other.page == line.page) >= 2
    }
    lonely = [run[0] for run in runs if len(run) == 1]
    found: dict[int, Display] = {}
    for run in runs:
        for place, index in enumerate(run):
            line = lines[index]
            apart = place > 0 and any(between.kind in ("image", "rule") for between in lines[run[place - 1] + 1 : index])
            found[index] = Display(
                line,
                _is_marked(line) and line.page in marked,
                not _is_marked(line) and line.page in marked,
                _parallel(lines, index, [other for other in lonely if other != index and abs(other - index) < 40]),
                apart,
                _pictured(lines, index),
            )
    return found


def _pictured(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].kind == "image" and not _is_marked(lines[index]) and not signature(lines[index].text)


def _is_marked(line: Line) -> bool:
    return line.kind == "text" and rank(line) < 8 and line.role not in ("masthead", "furniture")


def _parallel(lines: Sequence[Line], index: int, others: Sequence[int]) -> float:
    """How alike the two nearest lonely display lines are: marks, length, punctuation."""
    line = lines[index]
    alike = sorted((_alike(line, lines[other]) for other in others if not _is_headed(lines, other)), reverse=True)
    return sum(alike[:2]) / 2 if len(alike) > 1 else (alike[0] * 0.6 if alike else 0.0)


def _is_headed(lines: Sequence[Line], index: int) -> bool:
    """Whether a dateline or byline follows: then it is a title for sure."""
    follow = next((line for line in lines[index + 1 : index + 4] if line.role not in _TRANSPARENT), None)
    return follow is not None and (follow.role == "dateline" or signature(follow.text) is not None)


def _alike(line: Line, other: Line) -> float:
    if (line.level, line.bold) != (other.level, other.bold):
        return 0.0
    merit = max(0.0, 1.0 - abs(size(line.text) - size(other.text)) / 6)
    shape = _shape(line.text), _shape(other.text)
    return merit * (1.0 if shape[0] == shape[1] else 0.6)


def _shape(text: str) -> str:
    return re.sub(r"[\u4e00-\u9fffA-Za-z0-9.]+", "x", fold(text).strip())


def _pass(lines: list[Line], index: int, opened: Open, number: int) -> tuple[Open, int]:
    """A line that is no display line: it goes on with the open article, or opens one without a title."""
    line = lines[index]
    if line.role in _TRANSPARENT or line.kind in ("image", "rule"):
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


def _decide(lines: list[Line], run: Sequence[int], displays: dict[int, Display], opened: Open, number: int) -> tuple[Open, int]:
    first = lines[run[0]]
    follow = next(
        (line for line in lines[run[-1] + 1 :] if line.role not in _TRANSPARENT and line.kind not in ("image", "rule")), None
    )
    if follow is not None and follow.page != first.page:
        follow = None
    inside = bool(first.division) and opened.stage != "kicked"
    context = Context(
        new=-20.0 if inside else _newness(lines, run, opened, follow),
        inside=inside or (opened.number >= 0 and opened.page == first.page and opened.kind != "teaser"),
        before_text=follow is not None and follow.role not in ("pointer", "jump"),
        young=opened.level > 0 and not opened.texts and opened.page == first.page,
        before_start=follow is not None and follow.role in ("dateline", "label", "resume"),
    )
    states, ahead = read_run([displays[index] for index in run], context)
    pointed = follow is not None and follow.role == "pointer"
    return _apply(lines, run, states, round(min(1.0, 0.5 + ahead / 10), 2), opened, number, pointed, displays)


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


def _newness(lines: Sequence[Line], run: Sequence[int], opened: Open, follow: Line | None) -> float:
    """Merit of a new article at this run: what closed the one before, what follows, how the marks and the words relate."""
    first = lines[run[0]]
    if opened.number < 0 or opened.page != first.page:
        return 8.0 if is_final(opened.last) or opened.number < 0 or opened.closed else 5.0
    merit = 4.0 if opened.closed else 0.0
    if follow is not None and follow.role in ("dateline", "pointer", "resume"):
        merit += 6.0
    if opened.last and not is_final(opened.last) and not opened.closed and not re.search(r"[：:；;—]$", opened.last):
        merit -= 3.0
    merit += _by_level(first, opened, len({rank(line) for line in lines if line.page == first.page and _is_marked(line)}))
    merit += 3.0 if _ends_in_verse(lines, run[0], opened) else 0.0
    merit += {"briefs": 3.0, "notice": 4.0, "news": 1.0}.get(opened.kind, -0.5 if opened.characters > 600 else 0.0)
    merit += 1.5 if any(line.kind == "rule" for line in lines[max(0, run[0] - 2) : run[0]]) else 0.0
    merit += 0.5 if first.gap >= 2 else 0.0
    merit += 4.0 if _photo_story(lines, run) else 0.0
    return merit + _cohesion(lines, run, opened)


def _ends_in_verse(lines: Sequence[Line], start: int, opened: Open) -> bool:
    before = next((line for line in reversed(lines[:start]) if line.role not in _TRANSPARENT), None)
    return before is not None and before.role == "verse" and before.article == opened.number


def _photo_story(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether one or two paragraphs follow, and then a photographer."""
    behind = [line for line in lines[run[-1] + 1 : run[-1] + 5] if line.role not in _TRANSPARENT and line.kind != "image"]
    place = next((at for at, line in enumerate(behind) if line.role == "credit" and line.rule == "photo credit"), 0)
    return 1 <= place <= 2 and all(free(line) for line in behind[:place])


def _by_level(line: Line, opened: Open, ranks: int) -> float:
    if not opened.level:
        return 0.0
    step = rank(line) - opened.level
    return 2.5 if step < 0 else -2.5 if step > 0 else 1.2 if ranks > 1 and line.level else 0.0


def _cohesion(lines: Sequence[Line], run: Sequence[int], opened: Open) -> float:
    """Words that the section behind the run shares with the open article and with nothing else on the page."""
    first, page = run[0], lines[run[0]].page
    before = "".join(line.text for line in lines[:first] if line.article == opened.number and line.kind != "image")
    end = next((at for at in range(run[-1] + 1, len(lines)) if free(lines[at]) and is_display(lines[at])), len(lines))
    behind = "".join(line.text for line in lines[run[0] : end] if line.page == page and line.kind == "text")
    shared = ngrams(before) & ngrams(behind)
    elsewhere = ngrams(
        "|".join(
            line.text
            for at, line in enumerate(lines)
            if line.page == page and line.article != opened.number and not run[0] <= at < end
        )
    )
    rare = len(shared - elsewhere)
    size_ = max(20, min(len(before), len(behind)))
    return max(-2.5, min(1.5, 1.2 - 40 * rare / size_))
