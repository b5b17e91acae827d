"""English lines that name who wrote or photographed.

Their patterns are long, and most Chinese papers never need them: they are compiled when the first line in Latin letters comes.
"""

import re
from functools import cache

from audio_edition.recovery.vocabulary import ENGLISH_POST

_LATIN = re.compile(r"(?:—\s?)?[A-Za-z]")
_AND = re.compile(r",? (?i:and) |, | & ")
_PICTURES = re.compile("photo|^picture", re.I)
_WIRES = (
    r"(?i:(?:(?:by|from)(?: the| our)? )?(?:"
    r"(?:(?:combined|various|staff|news|wire|agency|press|local)(?: and |, | & | ))*"
    r"(?:(?:wire|news|press) services?|(?:news|wire|press) agencies|(?:staff|wire|agency|news) reports?|wires)"
    r"|(?<=by )(?:staff|agencies)|(?<=the )(?:staff|agencies)|(?:the )?(?:associated press|press association)"
    r"|(?<=by )(?:AP|AFP|Reuters|UPI|Bloomberg(?: News)?|Xinhua)))"
)
"""Who sends news to a paper, or wrote it without being named."""


def named(line: str) -> tuple[str, ...]:
    """The names in a line such as `By Jason Jiang and Li Na`; none in any other line.

    >>> named("By Jason Jiang in Leeds and Li Na, Courier Staff Writers"), named("By the Numbers"), named("Jason Jiang")
    (('Jason Jiang', 'Li Na'), (), ())
    """
    found = _byline().fullmatch(line) if _LATIN.match(line) else None
    return tuple(name for name in _AND.split(_post().sub("", found["names"])) if name) if found else ()


def tells_of_pictures(line: str) -> bool:
    """Whether a line with names says that they photographed."""
    return _PICTURES.search(line) is not None


def special(line: str) -> re.Match[str] | None:
    """The match of a line that signs in a form of its own; its groups are names."""
    return _special().fullmatch(line) if _LATIN.match(line) else None


_PLACE = r"(?:at|from|in) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
"""From where somebody reports."""


@cache
def _byline() -> re.Pattern[str]:
    name = rf"(?!{ENGLISH_POST}|(?i:the|an?)\s)[A-Z][\w.'’-]+(?: (?!{ENGLISH_POST})(?:[A-Z][\w.'’-]*|de|van|von|bin|al))*"
    known_as = rf"(?:{ENGLISH_POST} )?{name}(?:,? {ENGLISH_POST})?(?: {_PLACE})?"
    return re.compile(
        r"(?i:(?:Reporting |Story |Photos? |Text |Words |Pictures? |Photographs? )?by\s"
        r"|(?:Words|Report|Pictures?|Photos?|Photographs?):)"
        rf"\s*(?P<names>{known_as}(?:(?:, and|,| and| &) {known_as})*)"
        r"(?:\s*[|,/]?\s*(?i:Staff (?:Reporter|Writer)|Correspondent|in [A-Z]\w+|[\w.-]+@[\w.-]+))*"
        r"(?:\s*[/|]\s*(?:(?i:the|for) )*[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?"
        r"(?:,? (?:at|from|in) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})?",
    )


@cache
def _post() -> re.Pattern[str]:
    house = r", (?:[A-Z][\w.]+ )?"
    return re.compile(rf"(?:{house}|,? ?){ENGLISH_POST} ?(?=,| and | &|\Z)|{ENGLISH_POST} |,? {_PLACE}(?=,| and | &|\Z)")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:by (?:an? |our )?(?:own )?(?:Correspondent|Reporter|{ENGLISH_POST})|{ENGLISH_POST})"
        rf"|(?P<posted>(?![Bb][Yy] )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{1,3}}), {ENGLISH_POST}"
        r"|Special to [\w ]{3,30}"
        r"|(?:—\s?)?(?P<photographer>(?![Bb][Yy] )[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})"
        r"\s*[/|]\s*(?:[Tt]he |[Ff]or |THE |FOR )*[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}"
        rf"|{_WIRES}|Tribune News Service|[A-Z]\w+ News Service",
    )
