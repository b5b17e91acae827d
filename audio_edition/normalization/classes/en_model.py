"""Numbers of models and roads in English sentences.

pre-2000 the A35, G20, COVID-19, two F-16s => pre two thousand the A thirty-five, G twenty, COVID nineteen, two F sixteens
an F-150, two B-52s, bus route 115, a 4x4 => an F one fifty, two B fifty-twos, bus route one fifteen, a four by four
a Boeing 747-400, the 737, Airbus A320 => a Boeing seven forty-seven four hundred, the seven thirty-seven, Airbus A three twenty
case No. CV-2025-00123 => case number CV two zero two five, zero zero one two three
on United flight UA 328, Flight 1549 => on United flight UA three twenty-eight, Flight fifteen forty-nine
H5N1, a 401(k), a 501(c)(3), the A1(M) => H five N one, a four oh one k, a five oh one c three, the A one M
on Route 66, I-94, I-405, US-12, the A303 => on Route sixty-six, I ninety-four, I four oh five, U S twelve, the A three zero three
in the U.S. 151 died on U.S. 151 => in the U.S. one hundred and fifty-one died on U.S. one fifty-one
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import LATIN, before, rule

_END = r"(?:(?<=\d)(?P<s>s)(?![A-Za-z])|(?![A-Za-z]))(?![.,%]?\d)"
_ROADS = "[Rr]outes?|Rte\\.?|Highway|Hwy\\.?|Interstate|Turnpike|Expressway|Freeway|(?:County|State|Farm|Ranch) Road"


@rule(
    r"(?!(?<=\d)x|[a-z]+-(?:1[1-9]|20)\d\d(?!\d))([A-Za-z]{1,12})-?(\d{1,4})([A-Za-z]{0,3})(?![\d.,%]?\d|[A-Za-z])",
    cost=1.5,
    at=LATIN,
)
def name(match: re.Match[str]) -> str:
    """With no hyphen, three digits are said one by one, as British roads are."""
    number = english.cardinal(match[2]) if len(match[2]) < 3 else english.digits(match[2])
    if match[3] == "s" and len(match[2]) < 3:
        return f"{match[1]} {english.plural(number)}"
    return " ".join(filter(None, (match[1], number, match[3])))


@rule(r"(?P<l>[A-Z]{1,4})-(?P<a>\d{2,4})-(?P<b>0\d{1,7}|\d{4,8})(?![\d-])", cost=0.9, at=LATIN)
def case_of_court(match: re.Match[str]) -> str:
    return f"{match['l']} {english.digits(match['a'])}, {english.digits(match['b'])}"


@rule(r"(?:[A-Z]{1,2}\d{1,2}){2,3}(?![A-Za-z\d])", cost=1.4, at=LATIN)
def strain(match: re.Match[str]) -> str:
    return " ".join(english.cardinal(run) if run.isdigit() else run for run in re.findall(r"[A-Z]+|\d+", match[0]))


@rule(r"(?P<n>\d{3})(?P<x>(?:\([a-z]\))(?:\(\d\))?)", cost=0.9, needs="(")
def section(match: re.Match[str]) -> str:
    """Of the tax code."""
    rest = [english.cardinal(run) if run.isdigit() else run for run in re.findall(r"\w", match["x"])]
    return " ".join([english.paired(match["n"]), *rest])


@rule(r"(?P<r>[AB]\d{1,3})\((?P<m>M)\)", cost=0.9, at="AB", needs="(")
def motorway(match: re.Match[str]) -> str:
    number = match["r"][1:]
    return f"{match['r'][0]} {english.cardinal(number) if len(number) < 3 else english.digits(number)} M"


@rule(rf"(?P<type>[A-Z]{{1,3}}|[A-Z][a-z]{{2,8}})-(?P<n>\d{{2,4}}){_END}", cost=1.2, at=LATIN, after=r"^|[^A-Za-z\d-]")
def hyphened(match: re.Match[str]) -> str:
    return f"{_spelt(match['type'])} {_numbered(match)}"


@rule(rf"(?P<n>\d{{3}})(?:-(?P<variant>\d{{1,4}}))?{_END}", cost=1, after="(?:Boeing|Airbus) ?")
def aircraft(match: re.Match[str]) -> str:
    variant = [english.paired(match["variant"])] if match["variant"] else []
    said = " ".join([english.paired(match["n"]), *variant])
    return english.plural(said) if match["s"] else said


@rule(rf"(?P<n>7[0-8]7){_END}", cost=1, at="7", after=r"\b[Aa]n? |\b[Tt]he |[a-z] ")
def jet(match: re.Match[str]) -> str | None:
    return _numbered(match) if "Boeing" in match.string else None


@rule(r"(?P<type>A)(?P<n>\d{3})(?:-\d{1,4})?" + _END, cost=1, at="A", after="Airbus ")
def airbus(match: re.Match[str]) -> str:
    variant = match[0].partition("-")[2].rstrip("s")
    return " ".join(filter(None, ("A", _numbered(match), variant and english.paired(variant))))


@rule(
    r"(?P<n>\d{1,4})(?P<s>)(?![\d%A-Za-z]|[.,:/-]\d)", cost=1, after=rf"(?:{_ROADS}|Flight|Form|Room|Suite|Bus|bus) (?:No\.? )?"
)
def road(match: re.Match[str]) -> str:
    return _numbered(match)


@rule(r"(?P<n>\d{1,3})(?P<s>)(?![\d%A-Za-z]|[.,:/-]\d| (?:[a-z]+ed|million|billion|percent)\b)", cost=1, after=r"(?:U\.S\.|US) ")
def federal(match: re.Match[str]) -> str | None:
    """A road, not so many in the country."""
    return None if re.search(r"\bthe (?:U\.S\.|US) \Z", before(match)) else _numbered(match)


def _spelt(type: str) -> str:
    """Letters that a voice would take for a word."""
    return " ".join(type) if type in ("US", "IS", "AN", "AM", "BE", "DO", "ME", "OR") else type


def _numbered(match: re.Match[str]) -> str:
    said = english.paired(match["n"])
    return english.plural(said) if match["s"] else said


@rule(r"(?P<n>\d{3,4})(?!\d|[.,]\d)", cost=0.9, needs="Ff", after=r"\b[Ff]lights?,? (?:[A-Z][A-Z\d] )?")
def flight(match: re.Match[str]) -> str:
    return english.paired(match["n"])
