"""Finds the display lines of a page, and the runs they stand in: titles, cross-heads and their like, between two texts."""

import re
from collections.abc import Sequence

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.headlines import LONGEST
from audio_edition.recovery.merits import rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import cuts_word, is_final, quote_depth, runs_on, size, strands
from audio_edition.recovery.sheet import free, neighbours

TRANSPARENT = frozenset(("image", "rule", "furniture", "masthead", "caption"))
"""Roles of lines that do not end a run."""
_LONGEST = 60
"""Display lines of a run: no header has more, and longer runs would cost too much."""

_CLAUSED = 25
"""Hanzi from which on three clauses without a mark are a text that was cut."""
_FIELD = re.compile(
    r"[^：:，。\s]{2,10}[：:]\s*(?=\S)(?=.*\d.*\d.*\d)|[今明后昨][天日晚晨][^：:，。\s]{0,4}[：:]|.*\d\s*[～~—–-]+\s*-?\d+\s*(?:℃|°C|度)|.*\d{7,}|.*\d{3,4}-\d{4}"
)
"""A field and its value, a number to call: no title says such a thing."""


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
    if is_latin(text) and (re.match(r"[a-z]|.*[.,;][\"”’]?$", text) or len(text) > LONGEST):
        return False
    clauses = len(re.findall("[，,]", text)) > 1 and not is_latin(text) and not is_final(text)
    if clauses and (size(text) >= _CLAUSED or re.search(r"[，,][^，,]{1,8}$", text)):
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
    text: Line | None = None
    for index, line in enumerate(lines):
        shown = is_display(line) or is_half(lines, index) or _is_pointed(lines, index)
        shown = shown or _asks(lines, index) or _is_question(lines, index) or _is_signed(lines, index)
        shown = free(line) and (shown or (open_run and _ends_word(lines[index - 1], line)))
        piece = len(ranks.get(line.page, ())) > 1 and not open_run and _is_piece(lines, index)
        behind = lines[min(index + 1, len(lines) - 1)]
        if shown and not piece and not _goes_on(line, text, lines[index - 1] if index else None, behind):
            last = lines[runs[-1][-1]] if open_run else None
            if last is not None and (last.page, last.division) == (line.page, line.division) and len(runs[-1]) < _LONGEST:
                runs[-1].append(index)
            else:
                runs.append([index])
            open_run = True
        elif line.role not in TRANSPARENT:
            open_run = False
            text = line if free(line) or line.role in ("note", "question", "answer", "paragraph") else None
    return runs


def _asks(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a question or a call of two clauses above everything else on its page."""
    above = neighbours(lines, index, -1, lambda line: line.role in TRANSPARENT)
    first = above is None or above.page != lines[index].page
    return (
        first
        and bool(re.fullmatch(r"[^，。；：:,？！?!]+[，,][^，。；：:,？！?!]+[？！?!]", lines[index].text))
        and size(lines[index].text) <= 22
    )


def _ends_word(before: Line, line: Line) -> bool:
    """Whether a line ends the word that the one above it breaks."""
    return bool(re.search(r"[a-z]-$", before.text) and re.match(r"[a-z]", line.text)) and size(line.text) <= 20


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


_STATEMENT = re.compile(r"[^：:]{2,16}[：:](?=[^：:]{6,}$)(?!.*(?:\d{5,}|\d{3,4}-\d{4}))[^。！？!?；;]*[^。！？!?；;，,、：:\d]")
_LONGEST_STATEMENT = 38
"""Hanzi of a title."""


def _is_signed(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of a topic, a colon and clauses without an end stands above who wrote what follows, below a text's end."""
    line, behind = lines[index], lines[index + 1 : index + 2]
    if not _STATEMENT.fullmatch(line.text) or size(line.text) > _LONGEST_STATEMENT or not behind or behind[0].page != line.page:
        return False
    above = neighbours(lines, index, -1, lambda other: other.role in TRANSPARENT)
    if above is not None and above.page == line.page and not _ends(above):
        return False
    found = signature(behind[0].text) if free(behind[0]) else None
    heads = found is not None and found.told and not found.photo and not re.match(r"[(（【]", behind[0].text)
    return behind[0].role == "dateline" or heads


def _is_pointed(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line stands at once above a pointer to another page."""
    return (
        index + 1 < len(lines)
        and lines[index + 1].role == "pointer"
        and size(lines[index].text) <= 40
        and lines[index].text[-1:] != "。"
    )


def _marks(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Of each page, the ranks of its marked lines."""
    found: dict[int, set[int]] = {}
    for line in lines:
        if is_marked(line):
            found.setdefault(line.page, set()).add(rank(line))
    return found


_TURN = 16
"""Hanzi of a cross-head of two clauses, at most; few pieces of a paragraph are as short, but where a word is cut."""


def _is_piece(lines: Sequence[Line], index: int) -> bool:
    """Whether an unmarked line with a comma between two texts is a piece of a text that was cut; cross-heads are marked there."""
    line = lines[index]
    if is_marked(line) or size(line.text) < 10 or not re.search(r"[，,].{2}", line.text) or not 0 < index < len(lines) - 1:
        return False
    before, other = lines[index - 1], lines[index + 1]
    if size(line.text) <= _TURN and is_final(before.text) and not cuts_word(line.text, other.text):
        return False
    return all(free(one) and one.page == line.page and not is_display(one) for one in (before, other)) and runs_on(
        line.text, other.text
    )


def _goes_on(line: Line, text: Line | None, before: Line | None, behind: Line) -> bool:
    """Whether a short line without marks is a piece of a text that was cut, or the first piece behind a dateline."""
    if is_marked(line) or behind.role == "resume":
        return False
    if re.search(r"[a-z]-$", line.text) and not _ends_word(line, behind):
        return True
    if behind.role == "jump" and not behind.gap and text:
        return True
    if before is not None and (before.role in ("dateline", "label") or (before.role == "title" and before.starts == "brief")):
        return True
    if text is None or text.page != line.page or _FIELD.match(text.text) or not runs_on(text.text, line.text):
        return False
    cut = strands(text.text, line.text) + (free(behind) and strands(line.text, behind.text)) - strands(text.text, behind.text)
    return cut > 0 or is_final(line.text) or bool(re.search(r"[，、,]", line.text))


def is_marked(line: Line) -> bool:
    """Whether a line is marked as a heading, bold or centred, and is not furniture."""
    return line.kind == "text" and rank(line) < 8 and line.role not in ("masthead", "furniture")
