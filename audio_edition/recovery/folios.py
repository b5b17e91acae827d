"""Forms of lines at the head of a page that say which page it is: with a date, a section, a supplement."""

import re

from audio_edition.recovery.fields import Tiling
from audio_edition.recovery.prose import size
from audio_edition.recovery.vocabulary import SECTIONS

OWN = "the paper's address"
"""Rule of a line that says where the paper itself is to be found or called."""
_LONGEST = 14
"""Hanzi that the names of a page and of its paper may have together."""
NUMBERED = re.compile(r"\w{2,6}\s*[|/·]\s*[A-H]?\d{1,2}|[A-H]?\d{1,2}\s*[|/·]\s*\w{2,6}")
"""The name of a page and its number, with a stroke between."""


SPACED = re.compile(rf"[A-H]?\d{{1,2}}版?(?:{SECTIONS.pattern})(?:新闻)?版?")
"""The number and the section of a page, whose signs may stand apart from each other."""


def names_supplement(tiling: Tiling, text: str) -> bool:
    """Whether a line is the number of a page, its section and the name of its supplement: `4 副刊 河畔`."""
    words = tiling.rest.split()
    numbered = bool(tiling.names) and tiling.names <= {"page", "lone"}
    return numbered and len(words) == 2 and size(text) <= 12 and bool(SECTIONS.fullmatch(words[0].removesuffix("版")))


def dates_page(tiling: Tiling) -> bool:
    """Whether a line says the day, the page or who made it, and little else."""
    return "date" in tiling.names and bool(tiling.names & {"page", "lone", "editors"}) and size(tiling.rest) <= _LONGEST
