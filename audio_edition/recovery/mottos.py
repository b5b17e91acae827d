"""Labels what stands beside the name of an English paper: its motto, and the place where it appears."""

import re
from collections.abc import Sequence

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.runs import is_marked
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_HEAD = 14
"""Lines of the issue among which they stand."""
_PAPER = r"\b(?:newspaper|daily|weekly|evening|journal|voice)\b"
_DATED = re.compile(
    r"(?:(?:Proudly |Faithfully )?[Ss]erving|[Vv]oice|Independent|Published|Incorporating|Established|Founded|Est\.?"
    rf"|(?:Your|Our|The|An?) [^.]{{0,40}}{_PAPER})\b.{{0,70}}\b(?:[Ss]ince|[Ee]st(?:\.|ablished)|[Ff]ounded|[Ii]n) ?"
    r"(?:1[6-9]|20)\d\d\b.{0,12}"
)
"""Says since when the paper does what."""
_SAID = re.compile(
    r"(?:Proudly |Faithfully )?[Ss]erving [^.]{3,80}|(?:The )?[Vv]oice of [^.]{3,60}|Incorporating [^.]{3,80}"
    rf"|(?:Your|Our|The|An?) [^.]{{0,40}}{_PAPER}[^.]{{0,50}}|All the [Nn]ews\b[^.]{{0,50}}"
    r"|[A-Z][\w’' ]{2,30}[’']s (?:oldest|favou?rite|leading|only|best|own|independent|first|largest)\b[^.]{3,60}"
)
"""Speaks of the paper or of whom it serves."""
_WORD = r"[A-Z][\w.'’-]+"
_PLACE = re.compile(rf"{_WORD}(?: {_WORD}){{0,3}}, {_WORD}(?: {_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD})?)?")


def label_mottos(sheet: Sheet) -> Sheet:
    """Lines at once beside the masthead; what only sounds like a motto must differ from marked titles."""
    lines = list(sheet.lines)
    titled = lines and sum(is_marked(line) for line in lines if line.page == lines[0].page) > 1
    for index in range(min(_HEAD, len(lines))):
        rule = _rule(lines[index].text, bool(titled)) if _is_beside(lines, index) else ""
        if rule:
            lines[index] = label(lines[index], "masthead", rule, 0.9)
    return with_lines(sheet, lines)


def _is_beside(lines: Sequence[Line], index: int) -> bool:
    """Whether an unmarked Latin line stands at once above or below one of the masthead."""
    line = lines[index]
    near = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    plain = free(line) and not line.level and not line.division and is_latin(line.text)
    return plain and any(other.role == "masthead" and other.page == line.page for other in near)


def _rule(text: str, titled: bool) -> str:
    said = text.strip("\"“”'‘’ ")
    if _DATED.fullmatch(said) or (titled and _SAID.fullmatch(said)):
        return "motto"
    return "place of the paper" if _PLACE.fullmatch(text.strip()) else ""
