"""Frees the heading of a standing item from its colon: `CORRECTIONS:` below a rule opens an item, with the colon or without."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTICES, WEATHER, is_briefs

_LEAD = re.compile(r"(?P<name>[^:,。.!?]{2,30}):\s*")


def cut_leads(sheet: Sheet) -> Sheet:
    """The heading, its colon and the text on the same line become lines of their own."""
    return with_lines(sheet, (part for index in range(len(sheet.lines)) for part in _cut(sheet.lines, index)))


def _cut(lines: Sequence[Line], index: int) -> Iterator[Line]:
    line = lines[index]
    found = _LEAD.match(fold(line.text[:40])) if free(line) and not line.bullet else None
    alone = found is not None and found.end() == len(line.text)
    forecast = found is not None and _is_forecast(lines, index)
    apart = _is_set_apart(lines, index) or forecast or (alone and (line.level > 0 or line.bold))
    if found is None or not apart or not _names_item(found["name"], alone):
        yield line
        return
    name, rest = cut(line, found.end("name"))
    colon, text = cut(rest, 1)
    yield label(colon, "furniture", "colon behind a heading")
    yield name
    if text.text:
        yield label(text, "paragraph", "tells the weather", 0.9) if forecast else text


def _names_item(name: str, alone: bool) -> bool:
    """Whether a folded heading is that of a notice or the weather; alone on its line, also of briefs."""
    plain = re.sub(r"\s", "", name)
    return bool(NOTICES.fullmatch(plain) or WEATHER.fullmatch(name.strip())) or (alone and is_briefs(name))


def _is_set_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a rule stands at once above a line, or nothing of its page but furniture."""
    above = next(
        (line for line in reversed(lines[max(0, index - 8) : index]) if line.role not in ("furniture", "masthead")), None
    )
    return above is None or above.kind == "rule" or above.page != lines[index].page


_DEGREES = re.compile(r"\d\s*(?:℃|°|度)")


def _is_forecast(lines: Sequence[Line], index: int) -> bool:
    """Whether an unmarked line tells degrees as no line above it does, below the end of a text, and only furniture follows."""
    line, above = lines[index], lines[index - 1 : index]
    if line.level or line.bold or not above or not _DEGREES.search(line.text) or _DEGREES.search(above[0].text):
        return False
    below = (other for other in lines[index + 1 :] if other.kind == "text")
    last = next((other.page != line.page for other in below if other.role not in ("furniture", "masthead")), True)
    return last and (is_final(above[0].text) or not free(above[0]))
