"""The words of a text that is not all Hanzi."""

import re

from audio_edition.model.text import Span
from audio_edition.pronunciation import lattice, table

_HANZI = re.compile(r"[〇㐀-䶿一-鿿豈-﫿𠀀-𲎯]+")


def cut(text: str) -> list[Span]:
    """The words of the Hanzi of a text.

    >>> cut("朔州，在行动")
    [(0, 2), (3, 4), (4, 6)]
    """
    known = table.load()
    return [(run.start() + a, run.start() + b) for run in _HANZI.finditer(text) for a, b in lattice.segment(run[0], known)]
