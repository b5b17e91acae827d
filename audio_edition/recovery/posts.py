"""Labels the line below an English byline that says for whom its writer works: `For the Courier`, `Courier Sports`."""

import re

from audio_edition.model.page import Line
from audio_edition.recovery.names import signature
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

EMPLOYER = "whom the writer works for"
"""Rule of such a line."""
_FOR = re.compile(r"(?i:for|special (?:to|for)|writing for) (?i:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}")
_MOST = 5
"""Words of such a line."""


def label_posts(sheet: Sheet) -> Sheet:
    """The line, as another one of the byline."""
    own = sheet.masthead.title.split()[-1:]
    pairs = zip([None, *sheet.lines], sheet.lines, strict=False)
    return with_lines(sheet, [_labelled(line, above, own) for above, line in pairs])


def _labelled(line: Line, above: Line | None, own: list[str]) -> Line:
    if above is None or not free(line) or not _is_english_byline(above) or line.page != above.page or line.level > above.level:
        return line
    text = line.text.strip()
    words = [word.casefold() for word in text.split()]
    named = any(word.casefold() in words for word in own) and text[-1] not in ".!?:,"
    if len(words) > _MOST or not (named or _FOR.fullmatch(text)):
        return line
    return label(line, "byline", EMPLOYER, 0.9)


def _is_english_byline(line: Line) -> bool:
    found = signature(line.text) if len(line.text) < 80 else None
    return found is not None and found.told and any(name.isascii() for name in found.names)
