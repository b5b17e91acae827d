"""Latin words among Hanzi: which of them a text is written in, and how printed lines of either are put together."""

import re

from audio_edition.model.hanzi import HANZI

_HANZI = re.compile(HANZI)
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_UNSPACED = re.compile(rf"{HANZI}|[\u3000-\u303f\uff00-\uffef]")
_NEAR = 200
"""Code points beside a seam that tell in which letters a text is: all of it would be counted again for every line of it."""


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters for the most part.

    >>> is_latin("China Daily"), is_latin("中国 Daily"), is_latin("A dish called 麻婆豆腐"), is_latin("2022")
    (True, True, True, False)
    """
    return len(_LATIN.findall(text)) > 2 * len(_HANZI.findall(text))


def join(left: str, right: str) -> str:
    """Two parts of a paragraph: Latin words get a space, or lose their hyphen.

    >>> join("统筹部", "署"), join("The new met-", "ro opens"), join("The new", "metro")
    ('统筹部署', 'The new metro opens', 'The new metro')
    """
    if re.search(r"[a-zA-Z]-$", left[-2:]) and re.match(r"[a-z]", right):
        return left[:-1] + right
    return f"{left}{between(left, right)}{right}"


def between(left: str, right: str) -> str:
    """What stands between two parts of a paragraph that loses no hyphen: a space, or nothing.

    >>> between("升级到iPhone", "Pro手机"), between("投资12", "34万元"), between("It rose to", "2022."), between("Covid-", "19")
    (' ', '', ' ', '')
    """
    end, start = left[-_NEAR:], right[:_NEAR]
    if not end or not start or end.endswith((" ", "-", "—")):
        return ""
    words = _LATIN.match(end[-1]) and _LATIN.match(start)
    return " " if words or (_has_spaces(end) and _has_spaces(start)) else ""


def _has_spaces(text: str) -> bool:
    """Whether the words of a text have spaces between them."""
    return is_latin(text) or not _UNSPACED.search(text)
