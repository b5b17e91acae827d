"""Labels what stands at once above a table in the midst of an article and names it: neither a title nor a cross-head."""

import re
from collections import Counter
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.runs import is_display, is_marked
from audio_edition.recovery.sheet import Sheet, free, label, neighbours, with_lines
from audio_edition.recovery.vocabulary import BOXES, NOTICES, WEATHER, is_column

_ADDED = re.compile(
    r"(?:附|附表|附录|附件|表|图表)\s*(?:[\d一二三四五六七八九十]{1,2}\s*[:.、\s]|:)\s*\S.*|.*\(单位:[^()]{1,12}\)"
)
"""Says that a table belongs to the text above it."""
_TITLES = 2
"""Marked titles of a page that show that its titles are marked."""


def label_table_titles(sheet: Sheet) -> Sheet:
    """A line that adds a table to a text is a paragraph; where titles are marked, one without a mark is as well, if the text goes
    on below the table."""
    lines = sheet.lines
    titles = Counter(line.page for line in lines if is_marked(line))
    return with_lines(
        sheet,
        (
            label(line, "paragraph", "names a table") if _names_table(lines, index, titles[line.page]) else line
            for index, line in enumerate(lines)
        ),
    )


def _names_table(lines: Sequence[Line], index: int, titles: int) -> bool:
    line = lines[index]
    if not free(line) or size(line.text) > 30 or is_final(line.text):
        return False
    above, table, found = lines[index - 1 : index], lines[index + 1 : index + 2], signature(line.text)
    if above and _stands_below(line, above[0], table):
        return found is None or not found.told
    if found:
        return False
    if not table or table[0].kind != "table" or not above or not _leads_on(above[0], line.page):
        return False
    text = fold(line.text).strip()
    if _ADDED.fullmatch(text):
        return True
    below = neighbours(lines, index + 1, 1, lambda line: line.kind != "text")
    own = BOXES.fullmatch(text) or NOTICES.fullmatch(text) or WEATHER.fullmatch(text) or is_column(text)
    return titles >= _TITLES and not is_marked(line) and not own and below is not None and _is_text(below, line.page)


def _stands_below(line: Line, above: Line, below: Sequence[Line]) -> bool:
    """Whether an unmarked line is centred below a table, above a heading or nothing: that of a table, as parsers set it."""
    lone = line.centred and not line.level and not line.bold and above.kind == "table" and above.page == line.page
    return lone and (not below or below[0].page != line.page or below[0].level > 0)


def _leads_on(line: Line, page: int) -> bool:
    return _is_text(line, page) or (line.page == page and free(line) and not is_marked(line) and line.text.endswith(("：", ":")))


def _is_text(line: Line, page: int) -> bool:
    return line.page == page and free(line) and not is_marked(line) and not is_display(line) and is_final(line.text)
