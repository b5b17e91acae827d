"""Addresses in American towns: the number of the house, the direction of the street.

at 210 W. Washington Ave., 1408 N. Main St. => at two ten West Washington Avenue, fourteen oh eight North Main Street.
900 K St. NW, Main St. N. and E 42nd Street => nine hundred K Street Northwest, Main Street North and East forty-second Street
a N. Korean, J. S. Hill and W. Yorkshire => a North Korean, J S Hill and West Yorkshire
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import STREETS, with_stop
from audio_edition.normalization.rule import rule

_WAYS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_WAYS |= {a + b: _WAYS[a] + _WAYS[b].lower() for a in "NS" for b in "EW"}
_SHORT = r"(?:NE|NW|SE|SW|N\.[EW]\.|S\.[EW]\.|[NSEW]\b\.?)"
_STREET = rf"(?:(?:{'|'.join(STREETS)})\b|{'|'.join(STREETS.values())}|Broadway|Way|Plaza|Terrace|Trail|Row|Walk)"
_LANDS = "(?:Africa|Bank|Carolina|Dakota|German|Ireland|Korea|Lothian|Sudan|Sussex|Virginia|Yorkshire)"
_NAMED = rf"(?:(?:[A-Z][\w'’-]+\.?|\d+(?:st|nd|rd|th)) ){{1,3}}{_STREET}"


@rule(rf"({_SHORT})(?= {_NAMED})", cost=0.13, at="NSEW", after=r"^|[^A-Za-z.'’] |[^A-Z.] ")
def before(match: re.Match[str]) -> str:
    return _WAYS[match[1].replace(".", "")]


@rule(rf"({_SHORT})(?=[,.;:)]|\Z| [a-z])", cost=0.13, at="NSEW", after=rf" {_STREET}\.? ")
def behind(match: re.Match[str]) -> str:
    return with_stop(_WAYS[match[1].replace(".", "")], match)


@rule(rf"([NSEW])\.(?= {_LANDS})", cost=0.13, at="NSEW", after=r"^|[^A-Za-z.'’] |[^A-Z.] ")
def part(match: re.Match[str]) -> str:
    return _WAYS[match[1]]


@rule(rf"(\d{{3,4}})(?= {_SHORT} {_NAMED})", cost=1)
def house(match: re.Match[str]) -> str:
    return english.paired(match[1])
