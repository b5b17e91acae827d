"""What two header lines that follow each other say of each other, by how they are set and what they say."""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import is_capitals
from audio_edition.recovery.merits import Display, State, rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.occasions import names_campaign, names_occasion
from audio_edition.recovery.prose import cuts_word, size
from audio_edition.recovery.tellings import in_two_clauses, names_part, says_who_spoke, tells_attendance, tells_event
from audio_edition.recovery.vocabulary import BARE, is_column


def relation(before: State, state: State, title: Display | None, last: Display, display: Display) -> float:
    """How much speaks for a line being `state` behind `last`, which is `before`, below the title (if there is one yet)."""
    above = fold(last.line.text)
    if before in ("title", "more") and above.endswith(","):
        return 3.0 if state == "more" and rank(last.line) == rank(display.line) else -5.0
    if before == state == "byline":
        return 0.0 if signature(last.line.text) and signature(display.line.text) else -3.0
    if before == "kicker" and state in ("kicker", "title"):
        return _below_kicker(state, last, display)
    if before == "title" and state == "text":
        return 0.0 if re.search(r"[:,]|\d.*\d", fold(display.line.text)) or not display.plain else -3.5
    if before == state == "heading" and (is_column(above) or BARE.fullmatch(above)):
        return 5.0
    if before == state == "subtitle" and title and tells_attendance(fold(display.line.text)) and not _step(title, last):
        # Who presided and spoke is all of a subtitle: what stands above it, set as the title is, goes on with that.
        return -3.0
    if before == state == "subtitle" and (above.startswith("——") or rank(last.line) < rank(display.line)):
        return -3.0
    if before == "byline" and state in ("byline", "heading") and _unsure(last, display):
        return -3.0
    if before == "column" and state == "byline":
        found = signature(display.line.text)
        return 1.5 if found and found.told else 0.0
    return _below_title(before, state, title, last, display) if title else 0.0


def _unsure(last: Display, display: Display) -> bool:
    """Whether neither of two lines is a name for sure: the second is no writer, and no cross-head, below the first."""
    if display.marked or is_latin(last.line.text):
        return False
    return not signature(last.line.text) and not signature(display.line.text)


def _below_kicker(state: State, last: Display, display: Display) -> float:
    if state == "kicker":
        # Behind who said it stands what was said.
        told = -2.0 if says_who_spoke(fold(last.line.text)) else 0.0
        return 4.5 if fold(display.line.text).startswith("——") else told
    step = _step(last, display)
    return (1.5 if step < 0 else -1.0 if step > 0 else 0.0) + _leads(last, display)


def _step(first: Display, second: Display) -> int:
    """How far a line is set below the one above it: of two marked alike, capitals that are no label are above small letters."""
    step = rank(second.line) - rank(first.line)
    if step or first.labels or second.labels or not (is_latin(first.line.text) and is_latin(second.line.text)):
        return step
    return is_capitals(first.line.text) - is_capitals(second.line.text)


def _below_title(before: State, state: State, title: Display, last: Display, display: Display) -> float:
    step = _step(title, display)
    if state == "more":
        return _more(title, last, display)
    if state == "column":
        return _names_column(last if before in ("title", "more") else title, display)
    if state == "subtitle":
        return 1.0 if step > 0 else -2.0 if step < 0 else 0.0
    if state == "heading":
        return 1.5 if step > 0 else -4.0 if step < 0 else -1.0 if before != "byline" else 0.0
    return 0.0


_SLOGAN = re.compile(
    r"^(?:以|坚持|深入|深化|全力|奋力|扎实|聚力|着力|加快|推动|推进|凝心聚力|高标准|践行|牢记|弘扬|打造|落实|学习|强化)"
)


_SPAN = re.compile(r"从\S{3,12}到\S{3,12}")
"""From one to another: no clause, what happened stands in the line behind it."""


def _leads(first: Display, second: Display) -> float:
    """How much speaks for a line being the kicker of the line behind it, by what both say."""
    kicker, title = fold(first.line.text), fold(second.line.text)
    merit = 2.5 if tells_event(title) and not tells_event(kicker) and _SLOGAN.search(kicker) else 0.0
    short, long = _letters(kicker), _letters(title)
    merit += 1.0 if short <= 5 and re.match(rf"{HANZI}{{2,6}}:\S", title) else 0.0
    merit += 2.0 if _SPAN.fullmatch(kicker) else 0.0
    merit += 2.5 if names_occasion(kicker) and not names_occasion(title) else 0.0
    merit += 2.5 if names_campaign(kicker) and not names_campaign(title) else 0.0
    merit += 2.0 if rank(first.line) == rank(second.line) and _details(kicker, title) else 0.0
    alike = first.line.level == second.line.level > 0 and (first.stack > 2 or short <= 5)
    merit += 0.8 if first.line.level == second.line.level == 0 and short <= 5 and long >= 2 * short else 0.0
    return merit + (1.4 if alike and short <= 8 and long >= 1.5 * short and not re.search(r"[,。?!:、]", kicker) else 0.0)


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def _details(first: str, second: str) -> bool:
    """Whether a line says figures at some length, and the shorter one behind it, in two clauses, says what they come to."""
    figures = [len(_FIGURE.findall(text)) for text in (first, second)]
    return figures[0] >= 2 and not figures[1] and in_two_clauses(second) and _letters(first) >= 1.25 * _letters(second)


def _letters(text: str) -> int:
    """Size of a text without its punctuation."""
    return size(re.sub(r"\W", "", text))


def _names_column(title: Display, display: Display) -> float:
    """How much speaks for a few signs behind a title being the name of its column, by how both are set."""
    step = rank(display.line) - rank(title.line)
    if names_part(fold(display.line.text)):
        return 0.0
    if step < 0 or GOES_ON.match(fold(display.line.text)):
        return -9.0
    short = size(title.line.text) >= 2.5 * size(display.line.text)
    return -1.5 if step and display.line.level else 0.0 if step or short else -3.0


GOES_ON = re.compile(r"[用让把将被从为在是却也还就竟]|促(?!销|膝|进会)|如何|怎么|何以|为何")
"""What a line begins with that goes on with the one above."""


_COUPLET = re.compile(rf"{HANZI}{{4,9}} {HANZI}{{4,9}}")
"""Two clauses with white between: where two marked lines are so built, the title has two lines, as papers of Hong Kong set it."""
_UNEVEN = 3
"""Hanzi by which the lines of such a title differ, at most."""
_TAIL = 2
"""Hanzi of a title's last line that had no place on the one above it."""


def _more(title: Display, before: Display, display: Display) -> float:
    """How much speaks for a line going on with the title above it."""
    if before.line.text.endswith("-") and display.line.text[:1].islower():
        return 9.0
    step = _step(title, display)
    if not step and _letters(display.line.text) <= _TAIL and cuts_word(before.line.text, display.line.text):
        return 9.0
    if before.half and not step:
        return 4.0
    if GOES_ON.match(fold(display.line.text)):
        return 2.0 if not step else -9.0
    if step:
        return -9.0
    if display.line.broken or before.line.text.endswith(("：", ":")):
        return 4.0
    if not title.marked and in_two_clauses(fold(title.line.text)):
        # Where titles are not marked, one that was printed on two lines has them side by side: it is complete.
        return -1.0
    lengths = size(title.line.text), size(display.line.text)
    glue = 1.5 * min(0, display.glue) if display.glue <= 0 or 2 * min(lengths) < max(lengths) else 2.0
    texts = title.line.text, display.line.text
    if title.marked and all(_COUPLET.fullmatch(fold(text)) for text in texts) and abs(lengths[0] - lengths[1]) <= _UNEVEN:
        glue += 1.0
    few = max(_letters(title.line.text), _letters(display.line.text)) <= 7
    if few or (abs(lengths[0] - lengths[1]) <= 1 and max(lengths) <= 14):
        return glue + 2.0
    return glue + (0.0 if max(lengths) <= 16 else -1.0)
