"""British parties in brackets behind a name, and the seats that they hold and gain.

Cllr Hall (Lab, Eastgate) and Bob Fell (Con) => Councillor Hall, Labour, Eastgate, and Bob Fell, Conservative
The Lib Dems lost to Ray Poe (Ind., Hill) => The Liberal Democrats lost to Ray Poe, Independent, Hill
Lab gain from Con; a Lab test in Lab 3 => Labour gain from Conservative; a Lab test in Lab three
"""

import re

from audio_edition.normalization.rule import rule

_NAMES = {
    "Con": "Conservative",
    "Cons": "Conservative",
    "Ind": "Independent",
    "Lab": "Labour",
    "Lib Dem": "Liberal Democrat",
    "LDem": "Liberal Democrat",
    "LD": "Liberal Democrat",
    "PC": "Plaid Cymru",
}
_SHORT = "|".join(sorted(_NAMES, key=len, reverse=True))


@rule(rf"({_SHORT})\.?(?= ?[,/)-]| Co-?op)", cost=0.15, at="CILP", after=r"[A-Za-z.'’] \(")
def bracketed(match: re.Match[str]) -> str:
    return _NAMES[match[1]]


@rule(r"Lib[ -]Dem(?P<s>s?)(?![A-Za-z])", cost=0.15, at="L", after=r"^|[^A-Za-z]")
def democrats(match: re.Match[str]) -> str:
    return f"Liberal Democrat{match['s']}"


@rule(r"(Lab|Con|LD|Ind)(?= (?:gain|hold|maj(?:ority)?)\b)", cost=0.15, at="CIL", after=r"^|[^A-Za-z]")
def holder(match: re.Match[str]) -> str:
    return _NAMES[match[1]]


@rule(r"(Lab|Con|LD|Ind)(?![A-Za-z])", cost=0.15, at="CIL", after=r"(?:gain|win|won) from ")
def loser(match: re.Match[str]) -> str:
    return _NAMES[match[1]]
