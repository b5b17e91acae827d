"""Takes the mark from names in bold below titles: where an issue sets who wrote in bold, such a line is no label."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.sheet import Sheet, free, with_lines
from audio_edition.recovery.vocabulary import NOTICES, is_column

_NAME = re.compile(r"\w{2,4}|\w \w")


def plain_names(sheet: Sheet) -> Sheet:
    """A few signs in bold between a heading and a text are set plain on pages where names stand there in bold."""
    lines = sheet.lines
    named = {line.page for index, line in enumerate(lines) if _below_title(lines, index) and _names(line)}
    return with_lines(
        sheet,
        (
            structs.replace(line, bold=False, lead=0)
            if line.page in named and _below_title(lines, index) and _may_name(line)
            else line
            for index, line in enumerate(lines)
        ),
    )


def _below_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line in bold stands between a heading and a line that is none."""
    line, above, below = lines[index], lines[index - 1 : index], lines[index + 1 : index + 2]
    if not free(line) or not line.bold or line.level or not above or not below:
        return False
    heads = above[0].level > 0 and above[0].page == line.page and free(above[0])
    return heads and below[0].page == line.page and not (below[0].level or below[0].bold)


def _names(line: Line) -> bool:
    found = signature(line.text) if len(line.text) < 60 else None
    return found is not None and found.told and not found.photo


def _may_name(line: Line) -> bool:
    text = fold(line.text).strip()
    return bool(_NAME.fullmatch(text)) and not is_column(text) and not NOTICES.fullmatch(text)
