"""Records of American teams and pitchers in English sentences: games won, lost and tied.

in Lee (11-6, 2.94 ERA) the Owls (78-60) => in Lee, eleven and six, two point nine four E R A, the Owls, seventy-eight and sixty
an 8-8-1 record, improved to 5-0, lost 5-3 => an eight, eight and one record, improved to five and oh, lost five to three
batting .342 with nine, a .275 average, at .500 => batting three forty-two with nine, a two seventy-five average, at five hundred
his .310/.392/.646 line => his three ten, three ninety-two, six forty-six line
The Tigers (7-2, 5-1) host Dalton => The Tigers, seven and two, five and one, host Dalton
the 49ers and 76ers => the forty-niners and seventy-sixers
No. 7 Port Harmon (10-2) had beaten St. Ann (11-1) => number seven Port Harmon, ten and two, had beaten Saint Ann, eleven and one
The quarterback is 9-3 in the 11-6 Bears' uniform => The quarterback is nine and three in the eleven and six Bears uniform
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.games import is_american, is_football, is_vote
from audio_edition.normalization.rule import before, rule

_RECORD = r"(?P<won>\d{1,3})-(?P<lost>\d{1,3})(?:-(?P<tied>\d{1,2}))?(?![\d%/-]|[.,:]\d)"
_OVERALL = r"(?:\d{1,3}-\d{1,3}(?:-\d{1,2})?, )?"
"""All games, before those of the league."""
_TEAM = re.compile(rf"\b[Tt]he (?:[A-Z][\w.]+ ){{0,2}}(?:[A-Z]\w+s|\d\ders) \({_OVERALL}\Z")
_BRACKETED = re.compile(r"[A-Z]\w+ \(\d{1,3}-\d{1,3}(?:-\d{1,2})?[),]")
"""Of two teams that meet, both records are told."""
_NEVER_SCORED = "|".join(
    ("[Rr]ecord (?:of|at|to|is|was|stands at) ", "[Ii]mprove[ds]? to ", "[Ff](?:a|e)lls? to ", "[Dd]ropp?(?:ed)? to ")
)


@rule(rf"{_RECORD}(?=\)|[,;] )", cost=1, after=rf"\({_OVERALL}")
def bracketed(match: re.Match[str]) -> str | None:
    """Behind a team or a player."""
    if is_american(match.string):
        return _said(match)
    named = _TEAM.search(before(match)) or len(_BRACKETED.findall(match.string)) > 1
    return _said(match) if named and not is_vote(match.string) and not is_football(match.string) else None


@rule(rf"{_RECORD}(?= records?\b)", cost=1)
def counted(match: re.Match[str]) -> str:
    return _said(match)


@rule(_RECORD, cost=1.05, after=_NEVER_SCORED)
def reached(match: re.Match[str]) -> str | None:
    return None if is_football(match.string) or is_vote(match.string) else _said(match)


@rule(_RECORD, cost=1.05, after=r"(?:[Ww]ent|[Ff]inish(?:ed)?|[Ss]tart(?:ed)?|season|[Aa]re|[Ww]ere|[Gg]o|now) (?:off )?")
def season(match: re.Match[str]) -> str | None:
    return _said(match) if is_american(match.string) else None


@rule(rf"{_RECORD}(?= (?:with|in|this|since|when|against|at|on|all-time|lifetime|over)\b)", cost=1.05, after="(?:[Ii]s|[Ww]as) ")
def career(match: re.Match[str]) -> str | None:
    return _said(match) if is_american(match.string) else None


@rule(rf"{_RECORD}(?= [A-Z])", cost=1.05, after="[Tt]he ")
def adjective(match: re.Match[str]) -> str | None:
    return _said(match) if is_american(match.string) else None


@rule(r"ERA(s?)(?![A-Za-z])", cost=0.15, at="E", after=r"^|[^A-Z] |[^A-Za-z ]")
def earned_runs(match: re.Match[str]) -> str:
    """Not the word, as a headline in capitals prints it."""
    return f"E R A{match[1]}"


@rule(r"(\d\d)ers(?![A-Za-z])", cost=0.5)
def team(match: re.Match[str]) -> str:
    return english.cardinal(match[1]).removesuffix("e") + "ers"


_SHARE = r"\.(?P<n>[1-9]\d\d)(?![\d%]|[.,-]\d)"
_UNIT = r"(?! ?(?:%|per|percent|in\.|inch|mile|million|seconds?\b|of an?\b|ounces?\b|grams?\b))"


@rule(
    _SHARE + _UNIT, cost=1.05, at=".", after=r"\b(?:[Bb]att(?:ing|ed)|[Hh]it(?:s|ting)?|[Bb]ats?|[Ss]lugg(?:ing|ed)) (?:[a-z]+ )?"
)
def batted(match: re.Match[str]) -> str:
    """Hits in a thousand."""
    return english.paired(match["n"])


@rule(
    _SHARE + r"(?=(?: [a-z]+){0,2}[ -](?:batting|average|hitters?|slugging|on-base|clip|winning|record|ball|baseball|team)\b)",
    cost=1.05,
    at=".",
)
def average(match: re.Match[str]) -> str:
    return english.paired(match["n"])


@rule(_SHARE + _UNIT, cost=1.05, at=".", after=r"(?:average|percentage|clip) (?:of|is|was|to|at|stands at|dropped to|rose to) ")
def averaged(match: re.Match[str]) -> str:
    return english.paired(match["n"])


@rule(r"\.\d{3}(?:/\.\d{3}){1,2}(?![\d/%])", cost=1, at=".", needs="/")
def slashed(match: re.Match[str]) -> str:
    return ", ".join(map(english.paired, re.findall(r"\d+", match[0])))


@rule(r"\.(?P<n>500)(?![\d%]|[.,-]\d)" + _UNIT, cost=1.05, at=".", after=r"\b(?:at|above|below|over|under|to|reach(?:ed)?) ")
def half_won(match: re.Match[str]) -> str:
    return english.paired(match["n"])


def _said(match: re.Match[str]) -> str:
    won, lost, tied = (number and ("oh" if number == "0" else english.cardinal(number)) for number in match.groups())
    return f"{won}, {lost} and {tied}" if tied else f"{won} and {lost}"
