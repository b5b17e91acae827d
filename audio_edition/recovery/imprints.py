"""Labels the imprint of an English paper: who publishes, prints and edits it, and where they are called."""

import re
from itertools import pairwise

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import is_column

_INVITES = "how to write to the paper"
_HEADING = 10
"""Hanzi of the heading above it."""
_LONGEST = 160
"""Signs of an imprint; a longer text is an article about a publisher."""
_OWN = re.compile(
    r"^Published (?:\w+ ){0,3}by [A-Z]|\b(?:is|are) published (?:\w+ ){1,4}by [A-Z]"
    r"|\b[Pp]rinted(?: and [Pp]ublished)? (?:\w+ ){0,3}by [A-Z]|\bISSN:? \d{4}-\d{3}[\dX]"
    r"|(?:^|[.|·;] ?)(?:Managing |Deputy |News |Sports? )?Editor(?:-in-[Cc]hief)?: ?[A-Z]|\bPublisher: ?[A-Z]"
    r"|\b[Rr]egistered as a newspaper|\bUSPS (?:No\. )?\d{3}-?\d{3}|\bPOSTMASTER: ?[A-Z]|\b[Pp]eriodicals? postage"
    r"|\b(?:News ?(?:desk|room)|Switchboard|Subscriptions|Circulation|Delivery): ?\S"
)
"""What only papers print of themselves."""
_ANY = re.compile(
    rf"{_OWN.pattern}|©|\bCopyright\b|\b[Aa]ll rights reserved|\b[Rr]egistered (?:[Oo]ffice|in England|number)"
    r"|\b(?:Advertising|Classifieds?|Tel|Telephone|Phone|E-?mail|Web(?:site)?): ?\S"
    r"|\bP\.? ?O\.? Box \d|\b[Pp]ostage paid\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bLtd\b|\b[Ll]imited\b|\bplc\b"
    r"|\b(?:www\.)?[\w-]+\.(?:com|co\.uk|org|example|net)\b"
)
"""What they print beside it."""


_LETTERS = re.compile(
    r"\b[Ww]rite to (?:us|the [Ee]ditor)\b|\b[Ww]rite to: |\bright to (?:edit|shorten|cut)\b"
    r"|\b[Ss]end (?:us )?your (?:letters|views|comments)\b"
    r"|\bLetters (?:should|must|may|are|can)\b|\binclude (?:your|a|their|the writer’s|the writer's) (?:full )?name\b"
    r"|\b(?:no (?:more|longer) than|under|fewer than|up to|limit of) \d{2,3} words\b"
    r"|^(?:Have|Got|Know) (?:a |an |any |some )?(?:news|story|tip|question|event|photo)s?\b[^.?]{0,40}\?"
    r"|(?<![\w.-])[\w.-]+@[\w-]+\.\w|\bLetters to the Editor,"
)
"""How readers write to an English paper, and what becomes of it; two of them are a standing note."""


def drop_imprints(sheet: Sheet) -> Sheet:
    """Label lines that hold two and more such fields, one of them no other than a paper's own; and how to write to it."""
    return with_lines(sheet, _headless([_labelled(line) for line in sheet.lines]))


def _headless(lines: list[Line]) -> list[Line]:
    """The lines; a heading of which nothing but how to write to the paper is left below is not read either."""
    for index, (line, below) in enumerate(pairwise(lines)):
        behind = lines[index + 2] if index + 2 < len(lines) else None
        ends = behind is None or behind.page != line.page or 0 < behind.level <= line.level
        heads = free(line) and line.level > 0 and is_latin(line.text) and size(line.text) <= _HEADING and not is_column(line.text)
        if heads and below.rule == _INVITES and ends:
            lines[index] = label(line, "furniture", _INVITES)
    return lines


def _labelled(line: Line) -> Line:
    if not free(line) or line.level or size(line.text) > _LONGEST or not is_latin(line.text):
        return line
    if _is_imprint(fold(line.text).strip("*_ ")):
        return label(line, "furniture", "imprint")
    invites = {found[0] for found in _LETTERS.finditer(line.text)}
    return label(line, "furniture", _INVITES) if len(invites) > 1 else line


def _is_imprint(text: str) -> bool:
    return bool(_OWN.search(text)) and len({found[0] for found in _ANY.finditer(text)}) > 1
