"""Reads a run of display lines between two texts: kicker, title, subtitle, byline, cross-head, in the cheapest order.

Each line may be each of these at a price; each may follow each other one at a price; the dearest sum of merits wins
(Viterbi). No rule looks at the result of another.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.signatures import ORGANIZATION
from audio_edition.recovery.vocabulary import BOXES, BRIEFS, NOTICES, WEATHER, is_column

State = Literal["kicker", "title", "more", "subtitle", "byline", "heading", "text", "ending", "rest"]
"""`more`: a further line of the title; `text`: a short paragraph; `ending`: signs the article before; `rest`: none of these."""
SHORT_TEXT = "display line read as text"
"""Rule of a short paragraph: it neither goes on nor is gone on with."""
STATES: tuple[State, ...] = ("kicker", "title", "more", "subtitle", "byline", "heading", "text", "ending", "rest")


class Display(NamedTuple):
    """A line of a run, and what is known of it before the run is read."""

    line: Line
    marked: bool
    """Heading or bold, on a page where titles are."""
    plain: bool
    """Neither, on a page where titles are."""
    parallel: float
    """0 to 1: how much it looks like other lonely display lines near by."""
    apart: bool
    """A picture or a rule stands between it and the display line before."""
    pictured: bool = False
    """Stands at once below a picture, unmarked."""


class Context(NamedTuple):
    """What stands around a run."""

    new: float
    """Merit of beginning an article here, over going on with the one before."""
    inside: bool
    """An article is open before it."""
    before_text: bool
    """A text follows, not a pointer or the end of the page."""
    young: bool = False
    """The open article has a title, and no text but notes yet."""
    before_start: bool = False
    """What follows is the beginning of an article: a dateline, an editor's note."""


class Path(NamedTuple):
    """The best reading so far that ends in a state."""

    merit: float
    states: tuple[State, ...]
    title: Display | None
    last: Display


def read_run(run: Sequence[Display], context: Context) -> tuple[tuple[State, ...], float]:
    """The state of each line, and how far the best reading is ahead of the next best (in merit).

    >>> def display(text, level=0): return Display(Line(text, level=level), level > 0, level == 0, 0.0, False)
    >>> run = display("向海图强", 2), display("——系列报道①"), display("老渔港的新活法", 1), display("本报记者 沈砚秋")
    >>> read_run(run, Context(8, False, True))[0]
    ('kicker', 'kicker', 'title', 'byline')
    """
    paths = {
        state: Path(_enter(state, run[0], context) + _merit(state, run[0]), (state,), _title(state, run[0], None), run[0])
        for state in STATES
    }
    for display in run[1:]:
        paths = {state: _best(paths, state, display, context) for state in STATES}
    ended = sorted(
        (path._replace(merit=path.merit + _leave(path, context)) for path in paths.values()),
        key=lambda path: -path.merit,
    )
    return ended[0].states, ended[0].merit - ended[1].merit


def _best(paths: dict[State, Path], state: State, display: Display, context: Context) -> Path:
    path = max(paths.values(), key=lambda path: path.merit + _follow(path, state, display, context))
    merit = path.merit + _follow(path, state, display, context) + _merit(state, display)
    return Path(merit, (*path.states, state), _title(state, display, path.title), display)


def _title(state: State, display: Display, before: Display | None) -> Display | None:
    return display if state == "title" else None if state == "kicker" else before


def _enter(state: State, display: Display, context: Context) -> float:
    match state:
        case "kicker" | "title":
            return context.new
        case "heading":
            return 0.0 if context.inside else -9.0
        case "ending" | "rest":
            return -0.5 if context.inside else -6.0
        case "byline":
            return 1.0 if context.young else -4.0
    return -9.0


def _leave(path: Path, context: Context) -> float:
    state = path.states[-1]
    if state == "kicker":
        return -2.0 if is_column(fold(path.last.line.text)) else -4.0
    if state == "heading" and (context.before_start or not context.before_text):
        return -5.0
    return 0.0


_VERBS = re.compile(r"(?:强调|指出|要求|表示|时说|讲话|致信|贺信|批示|指示|会见|会谈|通电话|调研时|会议上|座谈会上?|之际|时)$")
_SERIES = re.compile(
    r"系列|专栏|特别报道|[①-⑳]$|之[一二三四五六七八九十]$|[·(]?[一二三四五六七八九十]+\)$|篇$|在行动$|进行时$|专题|走笔$|看\S{2}$|^向.{2,12}(?:学习|致敬|看齐|出发)$"
)
_SUBTITLES = re.compile(r"(?:纪实|见闻|侧记|综述|纪略|记|访谈|扫描|调查|观察|透视|追踪|掠影|之路|启示|解读|报告|工作|实践)$")
_ATTEND = re.compile(r"(?:出席|主持|参加|列席|讲话|作报告|致辞|陪同|发言)(?:并(?:讲话|致辞|发言|作报告))?$")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]"
    r"|第[一二三四五六七八九十]{1,2}[章节篇招步]|\d{1,2}[、.．]|[①-⑳]|[■●◆▲★]|[A-Z]\d?[ .]|0\d\b)\s*\S"
)


def _merit(state: State, display: Display) -> float:
    line = display.line
    text, length = fold(line.text), size(line.text)
    marks = 1.0 if display.marked else -1.0 if display.plain else 0.0
    match state:
        case "kicker":
            return _kicker(text, length)
        case "title":
            return 1.5 + marks + _title_merit(text, length)
        case "more":
            return min(0.0, _title_merit(text, length)) - (1.5 if length < 4 or length > 20 else 0.0)
        case "subtitle":
            return _subtitle(text)
        case "byline":
            return _byline(text, display)
        case "heading":
            return _heading(text, length, display) + 1.5 + marks
        case "text":
            return _text(text, length, display)
        case "ending":
            return _ending(text, display)
    if NOTICES.fullmatch(re.sub(r"\s", "", text)) or BOXES.fullmatch(text) or WEATHER.fullmatch(text):
        return -6.0
    return 3.0 if display.pictured and display.plain else 0.0 if display.plain or display.pictured else -1.5


def _kicker(text: str, length: int) -> float:
    merit = -1.0
    merit += 4.0 if is_column(text) or BRIEFS.fullmatch(text) else 0.0
    merit += 4.5 if text.endswith("——") else 0.0
    merit += 2.5 if _VERBS.search(text) and length > 8 else 0.0
    merit += 2.0 if _SERIES.search(text) else 0.0
    merit += 1.0 if length <= 4 or re.match(r"[【\[●■◆★]", text) else 0.0
    merit -= 2.0 if is_final(text) or length > 45 else 0.7 if length > 16 and not _VERBS.search(text) else 0.0
    merit -= 3.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    return merit - (6.0 if signature(text) and not is_column(text) else 0.0)


def _title_merit(text: str, length: int) -> float:
    merit = 1.0 if 5 <= length <= 32 else -2.0 if length > 48 else -1.0 if length <= 3 else 0.0
    merit += 3.0 if BOXES.fullmatch(text) else 0.0
    merit -= 4.0 if is_column(text) else 0.0
    merit += 3.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    merit -= 6.0 if text.startswith("——") else 5.0 if text.endswith("——") else 0.0
    merit -= 3.0 if text.endswith(("。", ";", ",")) else 2.0 if text.endswith(":") or "。" in text else 0.0
    merit -= 1.5 if _ATTEND.search(text) and length < 20 else 0.0
    found = signature(text)
    return merit - (8.0 if found and found.told else 2.5 if found else 0.0)


def _subtitle(text: str) -> float:
    merit = -0.4
    merit += 5.5 if text.startswith("——") else 0.0
    merit += 2.5 if _ATTEND.search(text) else 0.0
    merit += 1.5 if _SUBTITLES.search(text) else 0.0
    merit += 1.0 if re.fullmatch(r"\(.+\)", text) else 0.0
    merit -= 4.0 if is_column(text) or text.endswith("——") else 0.0
    found = signature(text)
    return merit - (6.0 if found and found.told else 2.0 if found else 0.0)


def _byline(text: str, display: Display) -> float:
    found = signature(text)
    if found:
        return 6.0 if found.told else 3.5 - (2.5 if display.marked else 0.0)
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) and not display.marked and not is_column(text) and not NOTICES.fullmatch(text):
        return 1.5
    if re.fullmatch(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", text) and is_person(text.replace(" ", "")) and not display.marked:
        return 2.5
    return -6.0


def _heading(text: str, length: int, display: Display) -> float:
    merit = 1.0 if 4 <= length <= 24 else -1.5 if length > 30 else -1.0
    merit += 3.0 * display.parallel + (3.0 if _NUMBERED.match(text) else 0.0)
    merit -= 5.0 if BOXES.fullmatch(text) else 0.0
    merit -= 3.0 if is_column(text) or BRIEFS.fullmatch(text) else 0.0
    merit -= 5.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    merit -= 4.0 if re.match("——", text) or text.endswith("——") else 3.0 if text.endswith(("。", ";", ",")) else 0.0
    found = signature(text)
    return merit - (7.0 if found and found.told else 3.0 if found else 0.0)


def _text(text: str, length: int, display: Display) -> float:
    """A line without a full stop that is text all the same: no heading where titles are marked, and it says figures."""
    merit = -0.5 if display.plain else -6.0 if display.marked else -4.0
    merit += 1.5 if re.search(r"[:,]|\d.*\d", text) else 0.0
    merit -= 5.0 if text.startswith("——") or text.endswith("——") else 0.0
    return merit - (6.0 if signature(text) or is_column(text) else 1.0 if length < 6 else 0.0)


def _ending(text: str, display: Display) -> float:
    found = signature(text)
    if found:
        return 5.0 if found.told else 1.0
    if display.line.level or display.line.bold:
        return -4.0
    if re.fullmatch(r"(?:—\s?)?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)+(?:, [A-Z][\w ]{2,24}){0,2}", text):
        return 3.0
    return (
        2.5
        if ORGANIZATION.fullmatch(text) and not display.line.centred
        else 3.0
        if re.fullmatch(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日", text)
        else -4.0
    )


_NEW_AFTER = 8.5
"""What an article without a text costs."""


def _follow(path: Path, state: State, display: Display, context: Context) -> float:
    before = path.states[-1]
    if state in ("kicker", "title") and before == "text":
        return (1.5 if display.marked else -2.0) - (
            0.0 if path.title is None or rank(display.line) <= rank(path.title.line) else 3.0
        )
    if state in ("kicker", "title") and before in ("title", "more", "subtitle", "byline", "heading"):
        return -(3.0 if display.apart else _NEW_AFTER)
    if before in ("ending", "rest"):
        if any(earlier in ("kicker", "title") for earlier in path.states) and state not in ("ending", "rest"):
            return -(3.0 if display.apart else _NEW_AFTER)
        return _enter(state, display, context) + (1.0 if before == "ending" and state in ("kicker", "title") else 0.0)
    if state in ("ending", "rest"):
        return -8.0 if before != "kicker" else -12.0
    return _INNER.get((before, state), -9.0) + _relation(path, state, display)


_INNER: dict[tuple[State, State], float] = {
    ("kicker", "kicker"): -0.3,
    ("kicker", "title"): 0.0,
    ("kicker", "byline"): -6.0,
    ("kicker", "subtitle"): -5.0,
    ("title", "more"): -0.8,
    ("title", "subtitle"): 0.0,
    ("title", "byline"): 0.0,
    ("title", "heading"): -3.5,
    ("more", "more"): -1.0,
    ("more", "subtitle"): 0.0,
    ("more", "byline"): 0.0,
    ("more", "heading"): -3.5,
    ("subtitle", "subtitle"): -0.6,
    ("subtitle", "byline"): 0.0,
    ("subtitle", "heading"): -3.5,
    ("byline", "byline"): -0.2,
    ("byline", "subtitle"): -2.0,
    ("byline", "heading"): 0.0,
    ("heading", "heading"): -5.0,
    ("heading", "byline"): -6.0,
    ("title", "text"): -0.5,
    ("more", "text"): -0.5,
    ("subtitle", "text"): -0.5,
    ("byline", "text"): 0.0,
    ("heading", "text"): 0.0,
    ("text", "text"): 0.5,
    ("text", "heading"): 0.0,
}


def _relation(path: Path, state: State, display: Display) -> float:
    """What the marks of a line say beside those of the title (or kicker) before it."""
    if path.states[-1] == "kicker" and state == "kicker":
        return 4.5 if fold(display.line.text).startswith("——") else 0.0
    title = path.title
    if path.states[-1] == "subtitle" and state == "subtitle" and re.match(r"——", fold(path.last.line.text)):
        return -3.0
    if path.states[-1] == "kicker" and state == "title":
        step = rank(display.line) - rank(path.last.line)
        return 1.5 if step < 0 else -1.0 if step > 0 else 0.0
    if title is None or state not in ("more", "subtitle", "heading"):
        return 0.0
    step = rank(display.line) - rank(title.line)
    if state == "more":
        lengths = size(title.line.text), size(display.line.text)
        if re.match(r"[用让把将被从为在是却也还就竟]|如何|怎么|何以|为何", fold(display.line.text)):
            return 2.0 if not step else -9.0
        return (
            -9.0
            if step
            else 2.0
            if abs(lengths[0] - lengths[1]) <= 1 and max(lengths) <= 14
            else 0.0
            if max(lengths) <= 16
            else -1.0
        )
    if state == "subtitle":
        return 1.0 if step > 0 else -2.0 if step < 0 else 0.0
    return 1.5 if step > 0 else -4.0 if step < 0 else -1.0 if path.states[-1] != "byline" else 0.0


def rank(line: Line) -> int:
    """1 for the largest heading, 7 for bold, 8 for plain."""
    return line.level or (7 if line.bold or line.centred else 8)
