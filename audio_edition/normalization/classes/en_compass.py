"""Points of the compass in English weather reports.

NW wind 10-15 mph, winds SSE 5 to 10 => northwest wind ten to fifteen miles per hour, winds south-southeast five to ten
23 km NW of Elko => twenty-three kilometers northwest of Elko
"""

import re

from audio_edition.normalization.rule import rule

_POINTS = {
    **{"N": "north", "E": "east", "S": "south", "W": "west"},
    **{"NE": "northeast", "SE": "southeast", "SW": "southwest", "NW": "northwest"},
}
_POINT = r"[NS]?[NS]?[EW]|[NS]|[EW][NS][EW]"


@rule(rf"(?:{_POINT})(?= (?:winds?|breezes?|gales?|swells?|gusts)\b)", cost=0.15, at="NESW", after=r"^|[^A-Za-z.]")
def before_wind(match: re.Match[str]) -> str | None:
    return _said(match[0])


@rule(rf"(?:{_POINT})(?= (?:(?:at|around|about) )?\d)", cost=0.15, at="NESW", after=r"\b[Ww]inds?:? (?:from )?(?:the )?")
def behind_wind(match: re.Match[str]) -> str | None:
    return _said(match[0])


@rule(rf"(?:{_POINT})(?= of (?:the )?[A-Z])", cost=0.15, at="NESW", after=r"(?:km|mi\.?|miles?|kilomet[a-z]+|yards|feet|metres) ")
def from_a_place(match: re.Match[str]) -> str | None:
    return _said(match[0])


def _said(point: str) -> str | None:
    """A point of two letters, or one of three by what it lies between."""
    if len(point) < 3:
        return _POINTS.get(point)
    between = _POINTS.get(point[1:])
    return f"{_POINTS[point[0]]}-{between}" if between else None
