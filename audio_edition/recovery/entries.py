"""Labels the lines of a service column: draws, timetables, quotations. They are text, in the order in which they are printed.

No title, cross-head or signature is made of names and figures. Cross-heads stand alone, each above its text: lines of words and
figures that follow each other, below a text and where titles are marked, are entries of a list.
"""

import re
from collections import Counter
from collections.abc import Sequence

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.runs import is_marked
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

ENTRY = "names and figures"
"""Rule of such a line."""
_FIGURES = r"\d[\d.,/%+*—-]*(?:[ 、]+[+]?[ ]?\d[\d.,/%+*—-]*)*"
_FIELD = rf"[^:。,;!?]{{2,28}}:[ ]?{_FIGURES}\S{{0,3}}"
_FIELDS = re.compile(rf"{_FIELD}(?:[ ,;、]+{_FIELD})*[。;]?")
"""A name and its figures, once or several times: `红球:02 06 11 蓝球:09`."""
_CLOCK = re.compile(r"[^:]*\d:\d\d\D*")
"""A clock's time and no other figure behind a colon: titles say it as well."""
_LIST = re.compile(r"\d[\d.,]*(?: +\d[\d.,]*){2,}")
"""Three figures with nothing but spaces between."""
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_WORDS = re.compile(r"(?=.*\d)\S+(?: +\S+)+")
_STOPS = re.compile(r"[。;!?]|,(?!\d)")
_NOTE = re.compile(r"[(*※]*(?:以上|注:|备注|具体|最终|如有|单位:).{2,40}|.{2,40}(?:为准|仅供参考)[)。]*")
"""What is said of a list below it."""
_EXERCISE = re.compile(r"A ?[.、:)] ?[^ ].* +B ?[.、:)] ?[^ ].*|.{4,}(?:\( *\)|_{2,})[。.?]?")
"""Answers to choose from, `A.2 B.4 C.-4 D.8`, and what leaves room for one."""
_LONGEST = 80
_COLUMNS = 3
"""Columns of a table that was read as text, at least."""
_HEADER = 3
"""Lines of words and figures at once below a title from which on they are no subtitles."""


def label_entries(sheet: Sheet) -> Sheet:
    """Unmarked lines of names and figures, and such as follow each other, are paragraphs."""
    lines = list(sheet.lines)
    marks = Counter(line.page for line in lines if is_marked(line))
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].page == lines[start].page and _is_worded(lines[end]):
            end += 1
        if end - start > 1 and marks[lines[start].page] > 1 and _is_list(sheet.lines, start, end):
            lines[start:end] = [label(line, "paragraph", ENTRY, 0.8) for line in lines[start:end]]
        start = max(end, start + 1)
    lines = [label(line, "paragraph", ENTRY, 0.9) if _is_timed(lines, at) else line for at, line in enumerate(lines)]
    lines = [label(line, "paragraph", ENTRY, 0.9) if _is_entry(line) else line for line in lines]
    lines = [label(line, "paragraph", ENTRY, 0.8) if _heads_columns(lines, at) else line for at, line in enumerate(lines)]
    for index, line in enumerate(lines):
        below = index > 0 and (lines[index - 1].rule == ENTRY or lines[index - 1].kind == "table")
        if below and _is_plain(line) and _NOTE.fullmatch(fold(line.text).strip()):
            lines[index] = label(line, "paragraph", "note below names and figures", 0.8)
    return with_lines(sheet, lines)


_TIMED = re.compile(r"\d{1,2}:[0-5]\d(?: ?[-—~至] ?\d{1,2}:[0-5]\d)?[ :、]*[^\d:].*")


def _is_timed(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins with a time of day, and so does one beside it: programmes, departures, hours without water."""
    near = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    return _begins_timed(lines[index]) and any(line.page == lines[index].page and _begins_timed(line) for line in near)


def _begins_timed(line: Line) -> bool:
    plain = line.kind == "text" and (free(line) or line.rule == ENTRY) and not line.level and len(line.text) <= _LONGEST
    return plain and not line.text.endswith("。") and bool(_TIMED.fullmatch(fold(line.text).strip()))


def _heads_columns(lines: Sequence[Line], index: int) -> bool:
    """Whether a line says, word by word, what the columns are of the figures below it."""
    words, below = fold(lines[index].text).split(), lines[index + 1 : index + 2]
    if not _is_plain(lines[index]) or len(words) < _COLUMNS or not below or below[0].rule != ENTRY:
        return False
    return len(fold(below[0].text).split()) == len(words) and not _FIGURE.search(lines[index].text)


def _is_plain(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and not line.centred and len(line.text) <= _LONGEST


def _is_worded(line: Line) -> bool:
    """Whether a line is some words with spaces between, a figure among them, and no sentence."""
    text = fold(line.text).strip()
    return _is_plain(line) and not is_latin(text) and bool(_WORDS.fullmatch(text)) and not _STOPS.search(text)


def _is_list(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether lines of words and figures are no header: they give several figures, and no writer or dateline stands below."""
    if sum(len(_FIGURE.findall(line.text)) > 1 for line in lines[start:end]) < 2:
        return False
    if start and is_marked(lines[start - 1]) and end - start < _HEADER:
        return False
    return not any(DATELINE.match(fold(line.text[:80])) or signature(line.text) for line in lines[end : end + 1])


def _is_entry(line: Line) -> bool:
    """Whether a line gives a list of figures, or holds nothing but names and figures.

    >>> [_is_entry(Line(text)) for text in ("双色球第63期 红球:02 06 11 蓝球:09", "排列3第24147期:5 0 8", "明天8:00停水")]
    [True, True, False]
    """
    text = fold(line.text).strip()
    if _is_plain(line) and _EXERCISE.fullmatch(text):
        return True
    if not _is_plain(line) or (_STOPS.search(text) and not _FIELDS.fullmatch(text)):
        return False
    return bool(_LIST.search(text)) or (text.count(":") > 1 and bool(_FIELDS.fullmatch(text)) and not _CLOCK.fullmatch(text))
