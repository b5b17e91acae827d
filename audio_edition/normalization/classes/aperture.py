"""Apertures of lenses: a fraction of the focal length, told by its denominator.

光圈f/1.8，f/1.4—f/4.0可变光圈 => 光圈f一点八，f一点四至f四点零可变光圈
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import LINE
from audio_edition.normalization.rule import Piece, part, rule


@rule(r"(?P<f>[fF])/(?P<n>\d{1,2}(?:\.\d{1,2})?)(?![\d.]\d|[A-Za-z])", cost=0.9, at="fF", needs="/")
def aperture(match: re.Match[str]) -> list[Piece]:
    return [part(match, "f", match["f"]), part(match, "n", numerals.number(match["n"]))]


@rule(rf"{LINE}(?=[fF]/\d)", cost=0.3, at="-—~", needs="/", after=r"[fF]/\d{1,2}(?:\.\d{1,2})?")
def to(match: re.Match[str]) -> str:
    return "至"
