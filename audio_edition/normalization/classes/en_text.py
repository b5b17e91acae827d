"""Words and signs in English sentences; the pauses stay as printed.

the R&D team, a 34-year-old, in a 9th-minute goal => the R and D team, a thirty-four year-old, in a ninth minute goal
The Sun on Wed., May 28, Fri and Sat-Sun => The Sun on Wednesday, May twenty-eighth, Friday and Saturday to Sunday
the #1 seed, ~50 people, ~$5m => the number one seed, about fifty people, about five million dollars
18,500 vehicles/day, $81/bbl => eighteen thousand five hundred vehicles per day, eighty-one dollars per barrel
write to a.b@news.com, see www.news.cn/a => write to a dot b at news dot com, see www dot news dot cn slash a
“No. 1,” he said — twice. => number one, he said, twice.
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.abbreviations import ends_sentence
from audio_edition.normalization.rule import DIGIT, LATIN, rule

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
    "≈": " about ",
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
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"


@rule(r"[A-Za-z]{1,64}(?:['’-][A-Za-z]{1,30}){0,4}", cost=0.5, at=LATIN)
def word(match: re.Match[str]) -> str:
    return match[0].replace("’", "'")


def _address(match: re.Match[str]) -> str:
    written = re.sub(r"^https?://", "", match[0]).rstrip("/.")
    said = re.sub(r"\d+", lambda n: f" {english.digits(n[0])} ", written)
    return " ".join("".join(_SAID.get(char, char) for char in said).split())


mail = rule(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,62}}@{_PART}(?:\.{_PART}){{1,5}}", cost=0.3, at=DIGIT + LATIN)(_address)
site = rule(
    rf"(?:https?://)?(?:{_PART}\.){{1,5}}(?:com|cn|net|org|gov|edu|hk|tw|uk|us|io|info"
    rf"|tv)(?![A-Za-z0-9])(?:/[A-Za-z0-9_./-]{{0,200}}(?<![.]))?",
    cost=0.3,
    at=DIGIT + LATIN,
)(_address)


@rule(r" {0,4}([&+=@×<>≥≤≈])\1{0,9} {0,4}", cost=0.4, at=" &+=@×<>≥≤≈")
def sign(match: re.Match[str]) -> str:
    last = not match.string[match.end() : match.end() + 1].isalnum() and not match[0].endswith(" ")
    return _SIGNS[match[1]].rstrip() if last else _SIGNS[match[1]]


@rule(r"§ ?(?=\d)", cost=0.4, at="§")
def section(match: re.Match[str]) -> str:
    return "section "


@rule(r"~(?=[\d$£€])", cost=0.4, at="~", after=r"^|[\s(]")
def about(match: re.Match[str]) -> str:
    return "about "


@rule(r"#(?=\d{1,3}(?![\dA-Za-z]))", cost=0.4, at="#", after=r"^|[\s(“\"‘]")
def number(match: re.Match[str]) -> str:
    return "number "


@rule(r" ?[x×] ?(?=\d)", cost=0.15, at=" x×", after=r"\d ?(?:[a-z]{1,3})?")
def by(match: re.Match[str]) -> str:
    return " by "


@rule(r"['’]s(?![A-Za-z])", cost=0.4, at="'’", after=r"[A-Za-z0-9.]")
def own(match: re.Match[str]) -> str:
    return "'s"


@rule(
    r" ?/(?=(?P<w>day|week|month|year|hour|person|head|mile|barrel|bbl|pound|acre|ton)(?![A-Za-z]))",
    cost=0.3,
    at=" /",
    after=r"\d[\d.,]{0,9}(?: ?(?:[mbk]|bn|million|billion))?(?: [a-z]{2,12})?",
)
def per(match: re.Match[str]) -> str:
    """A rate: 18,500 vehicles/day."""
    return " per "


barrel = rule(r"bbl(?![A-Za-z])", cost=0.3, at="b", after="/")(lambda match: "barrel")


@rule(r"/(?=[A-Za-z0-9$£€])", cost=0.55, at="/", after="[A-Za-z0-9)]")
def stroke(match: re.Match[str]) -> str:
    return " "


@rule(r"[ \t\n]{1,40}", cost=0.5, at=" \t\n")
def space(match: re.Match[str]) -> str:
    return " " if match.start() and match.end() < len(match.string) else ""


@rule(r"[,.!?;:]|\.{3}|…{1,2}", cost=0.5, at=",.!?;:…")
def pause(match: re.Match[str]) -> str:
    return match[0]


@rule(r" {0,4}(?:—{1,3}|--| - | · ) {0,4}", cost=0.45, at=" —-·")
def dash(match: re.Match[str]) -> str:
    return ", " if match.start() and match.end() < len(match.string) else ""


@rule(r"[“”‘’\"'()\[\]{}*_#|<>/\\~^`·-]", cost=0.6, at="“”‘’\"'()[]{}*_#|<>/\\~^`·-")
def silent(match: re.Match[str]) -> str:
    return ""


@rule(r"-(?=\d)|(?<=[\dA-Za-z])-(?=[A-Za-z])", cost=0.4, at="-", after="[A-Za-z0-9½¼¾]")
def hyphen_beside_number(match: re.Match[str]) -> str:
    return " "


@rule(r" {0,2}\(", cost=0.45, at=" (", after=r"[^\s(]")
def opening(match: re.Match[str]) -> str:
    return ", "


@rule(r"\)(?= (?! {0,3}(?:—|--?)))", cost=0.45, at=")")
def closing(match: re.Match[str]) -> str:
    return ","


@rule(
    rf"(?P<a>{_DAY})(?:\. ?[-–—] ?(?P<b>{_DAY})\.?| ?[-–—] ?(?P<c>{_DAY})\.?|\.|(?=,? (?:\d|{_MONTH}))"
    r"|(?<=Tue|Thu|Fri)|(?<=Tues|Thur)|(?<=Thurs))(?![A-Za-z])",
    cost=0.15,
    at="MTWFS",
)
def weekdays(match: re.Match[str]) -> str | None:
    stop = "." if match[0].endswith(".") and ends_sentence(match.string, match.end() - 1) else ""
    if stop and match[0] == "Sun.":
        return None
    return " to ".join(_DAYS[day[:3]] for day in match.group("a", "b", "c") if day) + stop


@rule(r"\.(?=[A-Za-z0-9])", cost=0.45, at=".", after="[A-Za-z0-9]")
def dot(match: re.Match[str]) -> str:
    return " dot "
