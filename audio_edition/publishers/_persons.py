"""Those who wrote an article, by their names and not by the type that they are set in."""

import re

from audio_edition.model.issue import Article

_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_MAC = re.compile(r"Ma?c(?=[^\W\d_])|MC(?=[^\W\d_]{3})")
"""Of a name in capitals whose small letters are printed, or that is known without them."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SPELT = re.compile("[BCDFGHJKLMNPQRSTVWXZ]{3,}")
"""Letters without a vowel: BBC."""
_PARTICLES = frozenset(("de", "der", "den", "van", "von", "bin"))
_NUMERALS = frozenset(("II", "III", "IV"))


def persons(article: Article) -> tuple[str, ...]:
    """The names, each once."""
    return tuple(dict.fromkeys(named(name) for byline in article.bylines for name in byline.names))


def named(printed: str) -> str:
    """A name as people write it; one word in capitals is left, for it may be an agency's.

    >>> [named(name) for name in ("By JANE DOE", "LUDWIG VAN BEETHOVEN", "J.K. McDONALD-O'BRIEN III", "AFP", "e. e. cummings")]
    ['Jane Doe', 'Ludwig van Beethoven', "J.K. McDonald-O'Brien III", 'AFP', 'e. e. cummings']
    """
    lead = _BY.match(printed)
    name = printed[lead.end() :] if lead else printed
    words = name.split(" ")
    if len(words) < 2 or not _MAC.sub("", name).isupper():
        return name
    first, *inner, last = words
    small = (word.lower() if word.lower() in _PARTICLES else _cased(word) for word in inner)
    return " ".join((_cased(first), *small, last if last in _NUMERALS else _cased(last)))


def _cased(word: str) -> str:
    return _LETTERS.sub(lambda run: run[0] if _SPELT.fullmatch(run[0]) else _capitalized(run[0]), word)


def _capitalized(run: str) -> str:
    mac = _MAC.match(run)
    lead = mac[0].capitalize() if mac else ""
    return lead + run[len(lead) :].capitalize()
