"""How a line of Latin letters is capitalized: like a headline, in capitals throughout, or like a sentence.

Where a paper capitalizes its headlines, a short line that is not capitalized so is a piece of a text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’]*")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and as at but by de for from if in into is it la nor not of off on onto or our out over per so than that the their"
        " to up upon v via vs with",
    )
)
"""Words that a headline may leave small."""


@lru_cache(maxsize=4096)
def is_headline(text: str) -> bool:
    """Whether all words that count begin with a capital, as in headlines and names.

    >>> is_headline("Storm Spares the Fleet"), is_headline("Storm spares the fleet"), is_headline("EDITORIAL")
    (True, False, True)
    """
    words = _WORD.findall(text)
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)


def is_capitals(text: str) -> bool:
    """Whether a text has no small letters.

    >>> is_capitals("METRO BRIEFS"), is_capitals("By RUTH ADEYEMI"), is_capitals("41,207")
    (True, False, False)
    """
    return text.isupper()


LONGEST = 100
"""Characters that a headline may have."""
_ENOUGH = 3
"""Headlines that show how a paper capitalizes them."""


def label_sentences(sheet: Sheet) -> Sheet:
    """Short lines that are no headlines, where headlines are capitalized, are text."""
    short = [_is_headline_like(line) for line in sheet.lines]
    sentences = [like and not is_headline(line.text) for like, line in zip(short, sheet.lines, strict=True)]
    if sum(short) - sum(sentences) < max(_ENOUGH, 2 * sum(sentences)):
        return sheet
    return with_lines(
        sheet,
        (
            label(line, "paragraph", "no headline is capitalized like this", 0.8) if sentence else line
            for line, sentence in zip(sheet.lines, sentences, strict=True)
        ),
    )


def _is_headline_like(line: Line) -> bool:
    """Whether a line could be a headline, by all but its capitals."""
    return (
        free(line)
        and not line.level
        and not line.bold
        and line.gap > 0
        and is_latin(line.text)
        and len(line.text) <= LONGEST
        and len(line.text.split()) >= _ENOUGH
        and not is_final(line.text)
    )


def capitals_are_labels(texts: Iterable[str]) -> bool:
    """Whether display lines in capitals are the labels of columns: short, and most of the others are not in capitals.

    >>> capitals_are_labels(["EDITORIAL", "Paint It This Time"]), capitals_are_labels(["BRIDGE TO BE REBUILT"])
    (True, False)
    >>> capitals_are_labels(["SENATE PANEL CLEARS HOSPITAL BILL", "Measure would send money to 340 towns"])
    False
    """
    latin = [text for text in texts if is_latin(text)]
    capitals = [text for text in latin if is_capitals(text)]
    return 0 < len(capitals) <= len(latin) / 2 and 2 * sum(size(text) <= _LABEL for text in capitals) >= len(capitals)


_LABEL = 8
"""Hanzi that most labels have at most."""
