"""Reads a run of display lines between two texts: kicker, title, subtitle, byline, cross-head, in the likeliest order.

Each line may be each of these at a price (`merits`); each may follow each other one at a price; the greatest sum wins
(Viterbi). No rule looks at the result of another.
"""

from collections.abc import Sequence
from typing import NamedTuple

from audio_edition.recovery.folding import fold
from audio_edition.recovery.merits import STATES, Display, State, merit, rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.relations import relation
from audio_edition.recovery.signatures import ORGANIZATION
from audio_edition.recovery.vocabulary import is_briefs, is_column


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
    last: bool = False
    """Nothing follows on the page."""
    signed: bool = False
    """The open article says above who wrote it: no office signs below."""
    whole: bool = False
    """The source says that it stands inside one article."""
    cut: bool = False
    """The text before breaks off, and the text behind goes on with it."""


class Path(NamedTuple):
    """The best reading so far that ends in a state."""

    merit: float
    states: tuple[State, ...]
    title: Display | None
    last: Display


def read_run(run: Sequence[Display], context: Context) -> tuple[tuple[State, ...], float]:
    """The state of each line, and how far the best reading is ahead of the next best (in merit).

    >>> from audio_edition.model.page import Line
    >>> def display(text, level=0): return Display(Line(text, level=level), level > 0, level == 0, 0.0, False)
    >>> run = display("向海图强", 2), display("——系列报道①"), display("老渔港的新活法", 1), display("本报记者 沈砚秋")
    >>> read_run(run, Context(8, False, True))[0]
    ('kicker', 'kicker', 'title', 'byline')
    """
    paths = {
        state: Path(_enter(state, run[0], context) + merit(state, run[0]), (state,), _title(state, run[0], None), run[0])
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
    gained = path.merit + _follow(path, state, display, context) + merit(state, display)
    return Path(gained, (*path.states, state), _title(state, display, path.title), display)


def _title(state: State, display: Display, before: Display | None) -> Display | None:
    return display if state == "title" else None if state == "kicker" else before


def _enter(state: State, display: Display, context: Context) -> float:
    match state:
        case "kicker" | "title":
            return context.new
        case "heading":
            return -9.0 if not context.inside or (context.cut and rank(display.line) == 8) else 0.0
        case "ending" | "rest":
            return _below_text(state, display, context) if context.inside else -6.0
        case "byline":
            return 1.0 if context.young else -4.0
        case "text":
            return 0.0 if context.inside and display.asks else -9.0
    return -9.0


def _below_text(state: State, display: Display, context: Context) -> float:
    """What stands below a text and belongs to nothing: it signs, or it is in its way."""
    if state == "ending" and context.signed and is_column(fold(display.line.text)):
        return -6.0
    return -0.5 if not context.cut else 1.5 if state == "rest" else -4.0


def _leave(path: Path, context: Context) -> float:
    state = path.states[-1]
    if state == "kicker":
        named = is_column(fold(path.last.line.text)) or is_briefs(fold(path.last.line.text))
        return (0.0 if context.before_start else -2.0) if named else -4.0
    if state in ("title", "more") and (fold(path.last.line.text).endswith(",") or (context.last and path.last.plain)):
        return -3.0
    if state == "heading" and (context.before_start or not context.before_text):
        return -5.0
    return 0.0


_NEVER = 20.0
_NEW_AFTER = 8.5
"""What an article without a text costs."""


def _follow(path: Path, state: State, display: Display, context: Context) -> float:
    before = path.states[-1]
    if state in ("kicker", "title") and context.whole:
        return -_NEVER
    if state in ("kicker", "title") and before == "text" and not {"kicker", "title", "heading"} & set(path.states):
        return _enter(state, display, context)
    if state in ("kicker", "title") and before == "text":
        return (1.5 if display.marked else -2.0) - (
            0.0 if path.title is None or rank(display.line) <= rank(path.title.line) else 3.0
        )
    if state in ("kicker", "title") and before in ("title", "more", "column", "subtitle", "byline", "heading"):
        return -(3.0 if display.apart else _NEW_AFTER)
    if before in ("ending", "rest"):
        if any(earlier in ("kicker", "title") for earlier in path.states) and state not in ("ending", "rest"):
            return -(3.0 if display.apart else _NEW_AFTER)
        return _enter(state, display, context) + _behind(path, state, display)
    if state in ("ending", "rest"):
        return -8.0 if before != "kicker" else -12.0
    return _INNER.get((before, state), -9.0) + relation(path.states[-1], state, path.title, path.last, display)


def _behind(path: Path, state: State, display: Display) -> float:
    """What a signature or a caption says of the line below it: a header follows the one, a further caption the other."""
    if path.states[-1] == "ending":
        signed = path.last.line.text
        found = signature(signed)
        told = found is not None and found.told and not found.photo
        closes = signed.startswith("— ") or told or bool(ORGANIZATION.fullmatch(fold(signed)))
        if state in ("kicker", "title"):
            return 4.0 if closes else 1.0
        return -1.0 if state == "heading" and closes else 0.0
    return 0.5 if state == "rest" else -1.5 if state == "kicker" and display.plain else 0.0


_INNER: dict[tuple[State, State], float] = {
    ("kicker", "kicker"): -0.3,
    ("kicker", "title"): 0.0,
    ("kicker", "byline"): -6.0,
    ("kicker", "subtitle"): -5.0,
    ("title", "more"): -0.8,
    ("title", "column"): 0.0,
    ("more", "column"): 0.0,
    ("subtitle", "column"): -0.5,
    ("column", "subtitle"): 0.0,
    ("column", "byline"): 0.0,
    ("column", "text"): -0.5,
    ("column", "heading"): -5.0,
    ("title", "subtitle"): 0.0,
    ("title", "byline"): 0.0,
    ("title", "heading"): -5.0,
    ("more", "more"): -1.0,
    ("more", "subtitle"): 0.0,
    ("more", "byline"): 0.0,
    ("more", "heading"): -5.0,
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
