"""What a semiotic class is made of: rules that propose a verbalization for a stretch of text.

A rule is a pattern that begins at its first code point, what may stand before, and a cost. Costs of all classes share a scale:

* 1    form and context agree: 电话 before a telephone number
* 1.5  the form is hardly anything else: 8:05, 2022-07-26
* 2    the form is usually this: 12-23 is a range
* 3    possible
* 6    only so that nothing stays unread

The lattice adds the costs of a tiling, so one token for a whole beats two for its parts at equal cost.
"""

import re
import sys
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

Piece = tuple[str, int, int]
"""What is said, and the half-open written span that says it (code points)."""
Said = str | Sequence[Piece]
Say = Callable[[re.Match[str]], Said | None]
"""Verbalizes a match of the folded text, or refuses it with None."""
Lang = Literal["zh", "en"]
"""Of a stretch of text. Classes whose names begin with `en_` read English, the others Chinese."""

DIGIT = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
WINDOW = 24
"""Code points before a match that `after` may look at."""

_REACH = 60
"""Code points before a match that a rule may look at."""


class Pattern:
    """A regular expression that is compiled when it is first used: a sentence needs few of the hundreds there are."""

    __slots__ = ("match", "search", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.match: Callable[..., re.Match[str] | None] = self._first_match
        self.search: Callable[..., re.Match[str] | None] = self._first_search

    def _first_match(self, text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        self._compile()
        return self.match(text, start, stop)

    def _first_search(self, text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        self._compile()
        return self.search(text, start, stop)

    def _compile(self) -> None:
        compiled = re.compile(self.source)
        self.match, self.search = compiled.match, compiled.search


class Rule(Struct, frozen=True):
    """Proposes one verbalization."""

    pattern: Pattern
    say: Say
    cost: float
    at: str
    """The code points that a match begins with."""
    needs: frozenset[str]
    """One of these code points is in every text in which the rule can match; empty: it can match in any."""
    after: Pattern | None
    """Must match the text before, up to the first code point; None: anything."""
    section: Pattern | None
    """Must be found in the name of the article's section; None: any."""


def rule(
    pattern: str, *, cost: float, at: str = DIGIT, needs: str = "", after: str = "", section: str = ""
) -> Callable[[Say], Rule]:
    """A rule from the function that verbalizes its matches; `after` is a pattern that ends where the match begins.

    `needs` only saves time: code points one of which is in every text in which the rule can match.

    >>> rule(r"[0-9]+", cost=2)(lambda match: "数").pattern.match("12").group()
    '12'
    """

    def made(say: Say) -> Rule:
        return Rule(
            Pattern(pattern),
            say,
            cost,
            at,
            frozenset(needs),
            Pattern(f"(?:{after})\\Z") if after else None,
            Pattern(section) if section else None,
        )

    return made


def part(match: re.Match[str], group: str | int, spoken: str) -> Piece:
    """`spoken`, said by a group of the match."""
    return (spoken, *match.span(group))


def until(match: re.Match[str], word: str) -> Piece:
    """The group `to` between the ends of a range: a dash is said `word`, a printed 至 or 到 stays.

    >>> until(re.match("1(?P<to>-)2", "1-2"), "至"), until(re.match("1(?P<to>到)2", "1到2"), "至")
    (('至', 1, 2), ('到', 1, 2))
    """
    written = match["to"].strip()
    return part(match, "to", written if written in ("至", "到") else word)


def before(match: re.Match[str]) -> str:
    """What stands just before a match. Never look at more: for each match of a long text that takes the square of its length."""
    return match.string[max(0, match.start() - _REACH) : match.start()]
