"""Words, abbreviations and signs in English sentences; the pauses stay as printed.

Dr. Smith vs. Mr. Li, R&D => Doctor Smith versus Mister Li, R and D
write to a.b@news.com, see www.news.cn/a => write to a dot b at news dot com, see www dot news dot cn slash a
“No. 1,” he said — twice. => number one, he said, twice.
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_ABBREVIATIONS = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Gen": "General",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Co": "Company",
    "Inc": "Incorporated",
    "Ltd": "Limited",
    "Corp": "Corporation",
    "vs": "versus",
    "etc": "et cetera",
    "approx": "approximately",
    "dept": "department",
    "est": "established",
    "Jr": "Junior",
    "Sr": "Senior",
    "Mt": "Mount",
    "Ave": "Avenue",
}
_SAID = {"@": " at ", ".": " dot ", "/": " slash ", "-": " dash ", "_": " underscore ", ":": " colon "}
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?"
_SIGNS = {
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "×": " times ",
    "<": " less than ",
    ">": " greater than ",
    "≥": " at least ",
    "≤": " at most ",
}

_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_DAY = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@rule(r"[A-Za-z]{1,64}(?:['’-][A-Za-z]{1,30}){0,4}", cost=0.5, at=LATIN, lang="en")
def word(match: re.Match[str]) -> str:
    return match[0].replace("’", "'")


@rule(
    rf"({'|'.join(_ABBREVIATIONS)})\.(?=[ ,;:)]|$)",
    cost=0.4,
    at=LATIN,
    lang="en",
)
def abbreviation(match: re.Match[str]) -> str:
    return _ABBREVIATIONS[match[1]]


@rule(r"(?:[A-Za-z]\.){2,6}", cost=0.4, at=LATIN, lang="en")
def initials(match: re.Match[str]) -> str:
    return match[0]


@rule(r"[Nn]o\. ?(\d{1,6})", cost=0.8, at="Nn", lang="en")
def number(match: re.Match[str]) -> str:
    return "number " + english.cardinal(match[1])


def _address(match: re.Match[str]) -> str:
    written = re.sub(r"^https?://", "", match[0]).rstrip("/.")
    said = re.sub(r"\d+", lambda n: f" {english.digits(n[0])} ", written)
    return " ".join("".join(_SAID.get(char, char) for char in said).split())


mail = rule(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,62}}@{_PART}(?:\.{_PART}){{1,5}}", cost=0.3, at=DIGIT + LATIN, lang="en")(_address)
site = rule(
    rf"(?:https?://)?(?:{_PART}\.){{1,5}}(?:com|cn|net|org|gov|edu|hk|tw|uk|us|io|info"
    rf"|tv)(?![A-Za-z0-9])(?:/[A-Za-z0-9_./-]{{0,200}}(?<![.]))?",
    cost=0.3,
    at=DIGIT + LATIN,
    lang="en",
)(_address)


@rule(r" {0,4}([&+=@×<>≥≤]) {0,4}", cost=0.4, at=" &+=@×<>≥≤", lang="en")
def sign(match: re.Match[str]) -> str:
    return _SIGNS[match[1]]


@rule(r"[ \t\n]{1,40}", cost=0.5, at=" \t\n", lang="en")
def space(match: re.Match[str]) -> str:
    return " " if match.start() and match.end() < len(match.string) else ""


@rule(r"[,.!?;:]|\.{3}|…{1,2}", cost=0.5, at=",.!?;:…", lang="en")
def pause(match: re.Match[str]) -> str:
    return match[0]


@rule(r" {0,4}(?:—{1,3}|--| - ) {0,4}", cost=0.45, at=" —-", lang="en")
def dash(match: re.Match[str]) -> str:
    return ", " if match.start() and match.end() < len(match.string) else ""


@rule(r"[“”‘’\"'()\[\]{}*_#|<>/\\~^`·-]", cost=0.6, at="“”‘’\"'()[]{}*_#|<>/\\~^`·-", lang="en")
def silent(match: re.Match[str]) -> str:
    return ""


@rule(r"-(?=\d)", cost=0.4, at="-", after="[A-Za-z]", lang="en")
def hyphen_before_number(match: re.Match[str]) -> str:
    return " "


@rule(r" {0,2}\(", cost=0.45, at=" (", after=r"[^\s(]", lang="en")
def opening(match: re.Match[str]) -> str:
    return ", "


@rule(r"\)(?= )", cost=0.45, at=")", lang="en")
def closing(match: re.Match[str]) -> str:
    return ","


@rule(rf"({_DAY})\.?(?: ?[-–—] ?({_DAY})\.?)?(?![A-Za-z])", cost=0.4, at="MTWFS", lang="en")
def weekdays(match: re.Match[str]) -> str:
    return " to ".join(_DAYS[day[:3]] for day in match.groups() if day)


@rule(
    r"(?:III?|IV|VI{0,3}|IX|I)(?![A-Za-z])",
    cost=0.3,
    at="IV",
    after="(?:Phase|Part|Type|Class|Grade|Level|Chapter|World War|Volume) ",
    lang="en",
)
def roman(match: re.Match[str]) -> str:
    return english.cardinal(str(_ROMAN.index(match[0]) + 1))


@rule(r"\.(?=[A-Za-z0-9])", cost=0.45, at=".", after="[A-Za-z0-9]", lang="en")
def dot(match: re.Match[str]) -> str:
    return " dot "
