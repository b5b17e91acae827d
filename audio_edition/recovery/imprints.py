"""Labels the imprint of an English paper: who publishes, prints and edits it, and where they are called."""

import re

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_latin, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_LONGEST = 160
"""Signs of an imprint; a longer text is an article about a publisher."""
_OWN = re.compile(
    r"^Published (?:\w+ ){0,3}by [A-Z]|\b(?:is|are) published (?:\w+ ){1,4}by [A-Z]"
    r"|\b[Pp]rinted(?: and [Pp]ublished)? (?:\w+ ){0,3}by [A-Z]|\bISSN:? \d{4}-\d{3}[\dX]"
    r"|(?:^|[.|·;] ?)(?:Managing |Deputy |News |Sports? )?Editor(?:-in-[Cc]hief)?: ?[A-Z]|\bPublisher: ?[A-Z]"
    r"|\b[Rr]egistered as a newspaper|\b(?:News ?(?:desk|room)|Switchboard|Subscriptions|Circulation|Delivery): ?\S"
)
"""What only papers print of themselves."""
_ANY = re.compile(
    rf"{_OWN.pattern}|©|\bCopyright\b|\b[Aa]ll rights reserved|\b[Rr]egistered (?:[Oo]ffice|in England|number)"
    r"|\b(?:Advertising|Classifieds?|Tel|Telephone|Phone|E-?mail|Web(?:site)?): ?\S"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bLtd\b|\b[Ll]imited\b|\bplc\b"
    r"|\b(?:www\.)?[\w-]+\.(?:com|co\.uk|org|example|net)\b"
)
"""What they print beside it."""


def drop_imprints(sheet: Sheet) -> Sheet:
    """Label lines that hold two and more such fields, one of them no other than a paper's own."""
    return with_lines(sheet, [label(line, "furniture", "imprint") if _is_imprint(line) else line for line in sheet.lines])


def _is_imprint(line: Line) -> bool:
    if not free(line) or line.level or size(line.text) > _LONGEST or not is_latin(line.text):
        return False
    text = fold(line.text).strip("*_ ")
    return bool(_OWN.search(text)) and len({found[0] for found in _ANY.finditer(text)}) > 1
