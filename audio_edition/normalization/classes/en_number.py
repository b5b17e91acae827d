"""Numbers in English sentences.

12,345 people, the 21st => twelve thousand three hundred and forty-five people, the twenty-first
up 12.5%, 5-8%, ages 3-6 => up twelve point five percent, five to eight percent, ages three to six
won 3-2, 1/2, 3/4 of it => won three to two, one half, three quarters of it
the G20, COVID-19, iPhone15 => the G twenty, COVID nineteen, iPhone fifteen
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.patterns import INT, NUM
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_TO = r" ?[-–—~] ?"
_PART = {"2": "half", "4": "quarter"}


@rule(NUM, cost=2, lang="en")
def bare(match: re.Match[str]) -> str:
    return english.number(match[0])


@rule(r"(?:0\d+|\d{7,})(?![.,]\d)", cost=1.8, lang="en")
def code(match: re.Match[str]) -> str:
    return english.digits(match[0])


@rule(r"\d+", cost=5, lang="en")
def run(match: re.Match[str]) -> str:
    return english.digits(match[0])


@rule(rf"([-+±])({NUM})", cost=1.5, at="-+±", after=r"^|[\s(]", lang="en")
def signed(match: re.Match[str]) -> str:
    return english.number(match[0])


@rule(r"(\d{1,6})(?:st|nd|rd|th)\b", cost=1, lang="en")
def ordinal(match: re.Match[str]) -> str:
    return english.ordinal(match[1])


@rule(rf"([-+±]?)({NUM}) ?([%‰])", cost=1, at=DIGIT + "-+±", lang="en")
def percent(match: re.Match[str]) -> str:
    return english.number(match[1] + match[2]) + (" percent" if match[3] == "%" else " per mille")


@rule(rf"({NUM})(?: ?%)?{_TO}({NUM}) ?%", cost=1, lang="en")
def percents(match: re.Match[str]) -> str:
    return f"{english.number(match[1])} to {english.number(match[2])} percent"


@rule(rf"({NUM}){_TO}({NUM})(?![-\d])", cost=1.8, lang="en")
def span(match: re.Match[str]) -> str:
    return f"{english.number(match[1])} to {english.number(match[2])}"


@rule(
    r"\+?\d{2,4}[- ]\d{3,4}[- ]?\d{4}(?![-\d])|(?!(?:1[1-9]|20)\d\d-)\d{4}[- ]\d{4}(?![-\d])|1[3-9]\d{9}(?!\d)",
    cost=1,
    at=DIGIT + "+",
    lang="en",
)
def telephone(match: re.Match[str]) -> str:
    return ", ".join(english.digits(group) for group in re.findall(r"\d+", match[0]))


@rule(r"\d{3}(?:-\d{1,4})?(?!\d)", cost=1, after="(?:Boeing|Airbus A?) ?", lang="en")
def aircraft(match: re.Match[str]) -> str:
    return " ".join(english.digits(group) for group in match[0].split("-"))


@rule(rf"({INT})/({INT})(?![/\d])", cost=1.8, lang="en")
def fraction(match: re.Match[str]) -> str | None:
    above, below = match.groups()
    if int(below) < 2:
        return None
    part = _PART.get(below) or english.ordinal(below)
    plural = "halves" if below == "2" else part + "s"
    return f"{english.cardinal(above)} {part if above == '1' else plural}"


@rule(r"([A-Za-z]{1,12})-?(\d{1,4})([A-Za-z]{0,3})(?![\d.,%]?\d|[A-Za-z])", cost=1.5, at=LATIN, lang="en")
def name(match: re.Match[str]) -> str:
    return " ".join(
        filter(None, (match[1], english.cardinal(match[2]) if len(match[2]) < 3 else english.digits(match[2]), match[3]))
    )


@rule(r"(\d{1,4})([A-Za-z]{1,3})(?![A-Za-z\d])", cost=2.5, lang="en")
def digits_first(match: re.Match[str]) -> str:
    return f"{english.cardinal(match[1])} {match[2]}"


@rule(r"[²³¹⁰⁴-⁹₀-₉½¼¾①-⑳Ⅰ-Ⅻ]", cost=1, at="²³⁰¹⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉½¼¾①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", lang="en")
def special(match: re.Match[str]) -> str:
    import unicodedata

    value = unicodedata.numeric(match[0])
    said = {0.5: "one half", 0.25: "one quarter", 0.75: "three quarters"}.get(value) or english.cardinal(str(int(value)))
    return {"²": " squared", "³": " cubed"}.get(match[0], said)
