"""Which game an English text is about, by the words it uses."""

import re
from functools import lru_cache

_TENNIS = re.compile(
    r"\b(?:(?i:tennis|tie-?break\w*|straight sets|(?:first|second|third|final) set)|Wimbledon|Roland Garros)\b"
    r"|\b[67]-[0-7],? (?:\(\d+-\d+\),? )?[0-7]-[0-7]\b"
)
_CRICKET = re.compile(
    r"\b(?:cricket\w*|wickets?|wkts?|innings|stumps|lbw|Ashes|overs?|batsm[ae]n|batters?|bowled|bowlers?|not out|all out"
    r"|at tea)\b",
    re.I,
)
_FOOTBALL = re.compile(
    r"\b(?:[Ff]ootball\w*|[Ss]occer|goals?|goalless|goalkeeper\w*|half-time|full-time|extra time|aet|kick-?off|equalis\w+"
    r"|equaliz\w+|midfielder|striker|defender|headers?|Premier League|Championship|FA Cup|[Cc]up (?:final|tie|win)|semi-finals?"
    r"|A?FC|HT|Utd|Rovers|Wanderers|Albion|Athletic|hockey|rugby|netball)\b"
)
_AMERICAN = re.compile(
    r"\b(?:ERA|RBIs?|inning|MLB|NFL|NBA|WNBA|NHL|MLS|NCAA|AFC|NFC|Big (?:Ten|12|East)|ACC|SEC|Super Bowl|World Series"
    r"|(?:East|West|Central|North|South|[A-Z][a-z]+) Division|(?i:homers?|homered|home runs?|shutouts?|pitchers?|bullpen|dugout"
    r"|struck out|strikeouts?|double-?headers?|touchdowns?|quarterbacks?|rebounds?|playoffs?|preseason|postseason|wild[- ]card"
    r"|games? (?:back|behind|above|below)|by (?:\d+|\d*[ ]?(?:½|1/2)|\w+) games?))\b"
)
_VOTE = re.compile(r"\b(?:[Vv]ot\w+|Democrats|Republicans|Conservatives|Liberals|Senate|House|Council|Court|[Jj]ustices)\b")
_remembered = lru_cache(8)
"""Each number of a text asks about all of it."""


@_remembered
def is_tennis(text: str) -> bool:
    """Whether the numbers up to 7 in a text are of sets."""
    return bool(_TENNIS.search(text))


@_remembered
def is_cricket(text: str) -> bool:
    """Whether a text tells of wickets; baseball has innings too.

    >>> is_cricket("out in the first innings"), is_cricket("a 2.94 ERA over six innings")
    (True, False)
    """
    return bool(_CRICKET.search(text)) and not _AMERICAN.search(text)


@_remembered
def is_football(text: str) -> bool:
    """Whether a text is about a game of goals."""
    return bool(_FOOTBALL.search(text))


@_remembered
def is_american(text: str) -> bool:
    """Whether a text is about a league whose teams have records of games won and lost.

    >>> is_american("lead the Midwest Division by 2½ games"), is_american("lead by two goals")
    (True, False)
    """
    return bool(_AMERICAN.search(text))


@_remembered
def is_vote(text: str) -> bool:
    """Whether a text is about no game, but votes that are counted."""
    return bool(_VOTE.search(text))
