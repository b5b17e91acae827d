"""Labels advertisements: what stands under the word 广告, up to the next text or header."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.folios import OWN
from audio_edition.recovery.offers import praises
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.teasers import is_guide
from audio_edition.recovery.vocabulary import ADS

_LONGEST = 12
"""Lines that an advertisement may have."""


def label_ads(sheet: Sheet) -> Sheet:
    """The label, and the slogans, names and addresses under it."""
    lines = list(sheet.lines)
    titled = {line.division for line in lines if line.division and line.role == "title" and line.firm}
    for index, line in enumerate(lines):
        if line.division in titled and free(line) and ADS.fullmatch(fold(line.text).strip()):
            # The source says whose text it is: the label is of a picture or a link that stood here.
            lines[index] = label(line, "furniture", "advertisement", 0.8)
        elif free(line) and _sells(line):
            lines[index] = structs.replace(label(line, "paragraph", "advertisement on one line", 0.8), starts="ad")
        elif free(line) and ADS.fullmatch(fold(line.text).strip()):
            lines[index] = structs.replace(label(line, "kicker", "advertisement", 0.8), starts="ad")
            _label_under(lines, index)
        elif (free(line) or line.rule == OWN) and size(line.text) <= _SHORT and _DESK.fullmatch(fold(line.text).strip()):
            lines[index] = label(line, "furniture", "where advertisements are taken")
            _label_offers(lines, index)
    return with_lines(sheet, lines)


def _sells(line: Line) -> bool:
    """Whether the label and the offer under it, or where to call, stand on one line."""
    text = fold(line.text).strip()
    found = _LABEL.match(text) if not line.level and not line.bold and size(text) <= _LINE else None
    return found is not None and praises(text[found.end() :])


_LABEL = re.compile(rf"{ADS.pattern}(?:[\s:|]+|(?<=[】)\]]))(?=\S)")
_LINE = 60
"""Hanzi of an advertisement on one line."""


_DESK = re.compile(
    r"(?=.*(?:广告|刊登|登报|订版|启事))(?=.*(?:热线|电话|专线|刊登)).{2,36}?(?:\d{3,4}[- ])?(?:\d{4} \d{4}|\d{7,11})"
)
"""Where a newspaper takes advertisements, printed above them."""
_SHORT = 40
_CALLED = re.compile(r"\d{4} \d{4}\D{0,6}$|\d{7,11}\D{0,6}$|\d{3}-\d{4}\D{0,6}$")


def _label_offers(lines: list[Line], index: int) -> None:
    """Each short text at once below that ends with a number to call is an advertisement."""
    for at in range(index + 1, min(index + 1 + _LONGEST, len(lines))):
        line = lines[at]
        if not free(line) or line.level or line.page != lines[index].page or size(line.text) > _LINE:
            return
        if not _CALLED.search(fold(line.text).strip()):
            return
        lines[at] = structs.replace(label(line, "paragraph", "advertisement on one line", 0.8), starts="ad")


def _label_under(lines: list[Line], index: int) -> None:
    titled, marked = False, False
    for at in range(index + 1, min(index + 1 + _LONGEST, len(lines))):
        line = lines[at]
        if line.kind == "image" or line.role in ("furniture", "caption"):
            continue
        if (
            not free(line)
            or line.page != lines[index].page
            or _is_text(line)
            or is_guide(fold(line.text).strip())
            or (titled and (line.level or line.bold) and (not marked or _header_follows(lines, at)))
        ):
            return
        lines[at] = label(line, "paragraph" if titled else "title", "advertisement", 0.8)
        titled, marked = True, marked or line.level > 0 or line.bold


def _is_text(line: Line) -> bool:
    return size(line.text) > 60 and is_final(line.text)


def _header_follows(lines: Sequence[Line], at: int) -> bool:
    return any(_is_text(line) or line.role == "dateline" for line in lines[at + 1 : at + 4])
