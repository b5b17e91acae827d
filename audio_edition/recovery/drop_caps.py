"""Puts a drop cap before the text whose first letter it is: parsers give the large letter apart, `T` and `he storm`."""

import re

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.sheet import Sheet, free, merge, with_lines

_LETTER = re.compile(r"[“\"‘]?[A-Z]")
_REST = re.compile(r"(?P<first>[a-z]+|[A-Z]{2,}(?=\s[a-z]))(?:[’'-]|[,;]?\s)\S.{20}")
"""The text goes on in small letters; or in capitals, as papers set its first words."""
_WORDS = frozenset(("A", "I", "O"))
"""Letters that may be words of their own."""
_ENDS = frozenset(
    re.findall(r"\w+", "fter ll s t n f nd mid gainst lmost lthough nother mong ccording lso fall long cross ny re way ts")
)
"""What such letters begin: of these, no text behind a word does."""


def join_drop_caps(sheet: Sheet) -> Sheet:
    """The letter and the text are one line, without the marks of the letter."""
    made: list[Line] = []
    for line in sheet.lines:
        if made and _belongs(made[-1], line):
            letter = structs.replace(made.pop(), level=0, bold=False, large=False, centred=False, indent=False)
            line = structs.replace(merge(letter, line, _between(letter.text, line.text)), box=line.box)
        made.append(line)
    return with_lines(sheet, made)


def _belongs(letter: Line, line: Line) -> bool:
    alone = free(letter) and free(line) and letter.page == line.page and not (line.level or line.bold)
    return alone and bool(_LETTER.fullmatch(letter.text.strip()) and _REST.match(line.text))


def _between(letter: str, text: str) -> str:
    found = _REST.match(text)
    first = found["first"].lower() if found else ""
    return " " if letter.strip()[-1] in _WORDS and first not in _ENDS else ""
