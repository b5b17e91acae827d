"""Finds the display lines of a page, the runs they stand in, and what can be said of each before its run is read."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from audio_edition.model.page import Line
from audio_edition.recovery.columns import heads_pieces
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import LONGEST, capitals_are_labels, is_capitals
from audio_edition.recovery.merits import Display, rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, is_latin, quote_depth, runs_on, size, strands
from audio_edition.recovery.sheet import free
from audio_edition.recovery.vocabulary import LINKS

TRANSPARENT = frozenset(("image", "rule", "furniture", "masthead", "caption"))
"""Roles of lines that do not end a run."""
_LONGEST = 60
"""Display lines of a run: no header has more, and longer runs would cost too much."""
_ALIKE = 3
"""Headers that begin alike, at least, before the form says something."""
_LABEL = 8
"""Hanzi that the label of a column may have."""
_NEAR = 40
"""Lines within which lonely display lines are compared."""

_FIELD = re.compile(r"[^：:，。\s]{2,10}[：:]\s*(?=\S)(?=.*\d.*\d.*\d)|.*\d{8,}|.*\d{3,4}-\d{4}")
"""A field and its value, a number to call: no title says such a thing."""

_CLAUSES = re.compile(r"(?=.{1,30}$)(?:[^，,]+[，,]){2,}[^，,]{1,8}")
"""Three clauses, the last a short one: a text that was cut."""


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
    if _FIELD.match(text):
        return False
    if is_latin(text) and (re.match(r"[a-z]|.*[.,;]$", text) or len(text) > LONGEST):
        return False
    if (
        len(re.findall("[，,]", text)) > 1
        and not is_latin(text)
        and size(text) < 30
        and re.search(r"[，,][^，,]{1,8}$", text)
        and not is_final(text)
    ):
        return False
    if re.search(r"[。;；，,、:：]$", text) or quote_depth(text) or re.search(r"[。？！?!].", re.sub(r"[”’」』）)]+$", "", text)):
        return False
    if re.search(r"[。！？!?…][”’」』）)]?$", text):
        return not re.search(r"[，。；：:,]", text) and size(text) <= 22 and not text.startswith(("“", "「"))
    return not re.search(r"[。]", text)


def runs_of(lines: Sequence[Line]) -> list[list[int]]:
    """Numbers of the display lines of each run: nothing but transparent lines stands between them."""
    runs: list[list[int]] = []
    ranks = _marks(lines)
    open_run = False
    text = ""
    for index, line in enumerate(lines):
        shown = free(line) and (
            is_display(line) or is_half(lines, index) or _is_pointed(lines, index) or _is_question(lines, index)
        )
        piece = len(ranks.get(line.page, ())) > 1 and not open_run and _is_piece(lines, index)
        behind = lines[min(index + 1, len(lines) - 1)]
        if shown and not piece and not _goes_on(line, text, lines[max(0, index - 1)], behind):
            last = lines[runs[-1][-1]] if open_run else None
            if last is not None and (last.page, last.division) == (line.page, line.division) and len(runs[-1]) < _LONGEST:
                runs[-1].append(index)
            else:
                runs.append([index])
            open_run = True
        elif line.role not in TRANSPARENT:
            open_run = False
            text = line.text if free(line) or line.role in ("note", "question", "answer", "paragraph") else ""
    return runs


def is_half(lines: Sequence[Line], index: int) -> bool:
    """Whether a line ends in a comma or colon, and nothing but it and a short line at once behind stand between two gaps.

    Where all lines have gaps, whether it ends in a comma between the end of a text and a short line.
    """
    if index + 1 >= len(lines) or not re.search(r"[，：,:]$", lines[index].text):
        return False
    line, other = lines[index], lines[index + 1]
    alone = line.gap > 0 and other.gap == 0 and (index + 2 == len(lines) or lines[index + 2].gap > 0)
    spaced = line.gap > 0 and other.gap > 0 and line.text[-1] in "，," and (not index or _ends(lines[index - 1]))
    return (
        (alone or spaced)
        and free(other)
        and line.page == other.page
        and max(size(line.text), size(other.text)) <= 20
        and is_display(other)
    )


def _ends(line: Line) -> bool:
    return is_final(line.text) or not free(line)


def _is_question(lines: Sequence[Line], index: int) -> bool:
    """Whether a question or call of several clauses stands below the end of a text, and a writer or a dateline soon below it."""
    if not re.fullmatch(r"[^。？！?!]{8,30}[？！?!]", lines[index].text) or (index and not _ends(lines[index - 1])):
        return False
    behind = lines[index + 1 : index + 3]
    if not behind or not (behind[0].role == "dateline" or (free(behind[0]) and is_display(behind[0]))):
        return False
    return any(line.role == "dateline" or ((found := signature(line.text)) is not None and found.told) for line in behind)


def _is_pointed(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line stands at once above a pointer to another page."""
    return (
        index + 1 < len(lines)
        and lines[index + 1].role == "pointer"
        and size(lines[index].text) <= 40
        and lines[index].text[-1:] != "。"
    )


def _headed_alike(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> frozenset[int]:
    """Lines of a few signs above a longer line with their marks, at the head of its run, if the issue has several."""
    found = [run[0] for run in runs if len(run) > 1 and _is_short_head(lines[run[0]], lines[run[1]])]
    return frozenset(found if len(found) >= _ALIKE else ())


def _is_short_head(line: Line, other: Line) -> bool:
    alike = rank(line) == rank(other) and other.gap > 0
    return alike and 2 <= size(line.text) <= 5 and size(line.text) < size(other.text) and not signature(other.text)


def _marks(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Of each page, the ranks of its marked lines."""
    found: dict[int, set[int]] = {}
    for line in lines:
        if is_marked(line):
            found.setdefault(line.page, set()).add(rank(line))
    return found


def _is_piece(lines: Sequence[Line], index: int) -> bool:
    """Whether an unmarked line with a comma between two texts is a piece of a text that was cut; cross-heads are marked there."""
    line = lines[index]
    if is_marked(line) or size(line.text) < 10 or not re.search(r"[，,].{2}", line.text) or not 0 < index < len(lines) - 1:
        return False
    before, other = lines[index - 1], lines[index + 1]
    return all(free(one) and one.page == line.page and not is_display(one) for one in (before, other)) and runs_on(
        line.text, other.text
    )


def _goes_on(line: Line, text: str, before: Line, behind: Line) -> bool:
    """Whether a short line without marks is a piece of a text that was cut, or the first piece behind a dateline."""
    if is_marked(line) or behind.role == "resume":
        return False
    if behind.role == "jump" and not behind.gap and text:
        return True
    if before.role in ("dateline", "label") or (before.role == "title" and before.starts == "brief"):
        return True
    if not runs_on(text, line.text):
        return False
    cuts = strands(text, line.text) + (free(behind) and strands(line.text, behind.text)) - strands(text, behind.text)
    return cuts > 0 or is_final(line.text) or bool(re.search(r"[，、,]", line.text))


def displays_of(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> dict[int, Display]:
    """What is known of each display line."""
    counts = Counter(line.page for line in lines if is_marked(line))
    labelled = capitals_are_labels(lines[index].text for run in runs for index in run)
    lonely = [run[0] for run in runs if len(run) == 1 and not _is_headed(lines, run[0])]
    alike = _headed_alike(lines, runs)
    found: dict[int, Display] = {}
    for run in runs:
        for place, index in enumerate(run):
            line = lines[index]
            marked, titled = is_marked(line), counts[line.page] >= 2
            pieces = not place and heads_pieces(lines, run)
            alone = not place and marked and counts[line.page] == 1 and len(run) > 1 and size(line.text) <= _LABEL
            between = lines[run[place - 1] + 1 : index] if place else ()
            found[index] = Display(
                line,
                marked and titled,
                not marked and titled,
                _parallel(lines, index, lonely),
                any(other.kind in ("image", "rule") for other in between),
                sum(lines[other].level == line.level > 0 for other in run),
                index > 0 and lines[index - 1].kind == "image" and not marked and not signature(line.text),
                pieces or alone or (labelled and is_capitals(line.text) and is_latin(line.text) and not signature(line.text)),
                pieces,
                index in alike,
                is_half(lines, index) or (place > 0 and _stands_over([lines[at] for at in run[place - 1 : place + 2]])),
                _stands_over([lines[at] for at in run[place : place + 3]]),
                len(run) == 1 and LINKS.fullmatch(fold(line.text)) is not None,
            )
    return found


def _stands_over(lines: Sequence[Line]) -> bool:
    """Whether a line is much longer than the two behind it, which are of one length: a title in large letters on two lines."""
    if len(lines) < 3 or len({rank(line) for line in lines}) > 1 or any(signature(line.text) for line in lines):
        return False
    long, first, second = (size(line.text) for line in lines)
    return long >= 1.6 * max(first, second) and max(first, second) <= 11 and abs(first - second) <= 3 and min(first, second) >= 4


def is_marked(line: Line) -> bool:
    """Whether a line is marked as a heading, bold or centred, and is not furniture."""
    return line.kind == "text" and rank(line) < 8 and line.role not in ("masthead", "furniture")


def _is_headed(lines: Sequence[Line], index: int) -> bool:
    """Whether a dateline or byline follows: then it is a title for sure."""
    follow = next((line for line in lines[index + 1 : index + 4] if line.role not in TRANSPARENT), None)
    return follow is not None and (follow.role == "dateline" or signature(follow.text) is not None)


def _parallel(lines: Sequence[Line], index: int, lonely: Sequence[int]) -> float:
    """How alike the two nearest lonely display lines are: marks, length, punctuation."""
    near = lonely[bisect_right(lonely, index - _NEAR) : bisect_left(lonely, index + _NEAR)]
    alike = sorted((_alike(lines[index], lines[other]) for other in near if other != index), reverse=True)
    return sum(alike[:2]) / 2 if len(alike) > 1 else (alike[0] * 0.6 if alike else 0.0)


def _alike(line: Line, other: Line) -> float:
    if (line.level, line.bold) != (other.level, other.bold):
        return 0.0
    merit = max(0.0, 1.0 - abs(size(line.text) - size(other.text)) / 6)
    return merit * (1.0 if _shape(line.text) == _shape(other.text) else 0.6)


@lru_cache(maxsize=4096)
def _shape(text: str) -> str:
    return re.sub(r"[\u4e00-\u9fffA-Za-z0-9.]+", "x", fold(text).strip())
