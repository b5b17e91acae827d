"""Spaces between thousands, as ISO 80000-1 and many journals write them: 2 800万, 11 068.30点."""

import re

from audio_edition.normalization.quantities import has_measure, has_unit

_SPACED = re.compile(r"(?<![\d.,:/+-])(?<![a-z\d)] )[1-9]\d{0,2}(?: \d{3}){1,4}(?!\d| \d|[,:/]\d)")
_QUANTITY = re.compile(r"\.\d{1,6}(?![\d.])| ?[万亿%‰]| ?[-—~至到]{1,2} ?[1-9]\d{0,2}(?: \d{3}){1,4}(?! ?\d)")


def joined(text: str) -> str:
    """A folded text with commas for these spaces, so that every rule finds one number; as long as `text`.

    Two numbers beside each other stay two, unless something shows that they are a quantity.

    >>> joined("2 800万至3 200万亩，1 862 mg，拨打3 110，iPhone 15 128G")
    '2,800万至3,200万亩，1,862 mg，拨打3 110，iPhone 15 128G'
    """
    return _SPACED.sub(_joined, text) if " " in text else text


def _joined(match: re.Match[str]) -> str:
    text, end = match.string, match.end()
    alone = match[0] == text
    if alone or _QUANTITY.match(text, end) or has_measure(text, end) or has_unit(text, end):
        return match[0].replace(" ", ",")
    return match[0]
