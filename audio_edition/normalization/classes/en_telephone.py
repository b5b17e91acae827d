"""Numbers that are called, in English sentences: digit by digit, a pause between two groups.

call 01308 555 0142 => call zero one three zero eight, five five five, zero one four two
at (020) 7946-0958 => at zero two zero, seven nine four six, zero nine five eight
phone +44 20 7946 0958 => phone four four, two zero, seven nine four six, zero nine five eight
ring 01308 555142, ext 23 => ring zero one three zero eight, five five five one four two, extension two three
text 1-800-555-0199 => text one, eight zero zero, five five five, zero one nine nine
dial 999, ring 0800 1111 => dial nine nine nine, ring zero eight zero zero, one one one one
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import DIGIT, rule

_GROUP = r"[ .-]?\d{3,4}"


def _called(match: re.Match[str]) -> str:
    return ", ".join(english.digits(group) for group in re.findall(r"\d+", match[0]))


_REST = rf"{_GROUP}(?:{_GROUP}){{0,2}}(?![\d.-]\d|\d|,\d)"
bracketed = rule(rf"\(0\d{{2,5}}\){_REST}", cost=0.7, at="(")(_called)
national = rule(rf"0\d{{2,5}}{_REST}", cost=0.8, at="0")(_called)
american = rule(r"(?:1[- .])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])\d{3}[-.]\d{4}(?!\d)", cost=0.9, at="(" + DIGIT)(_called)
abroad = rule(r"\+\d{1,3}(?:[ -]?\(?\d{1,5}\)?){2,5}(?!\d)", cost=0.9, at="+")(_called)
seven = rule(r"[2-9]\d\d-0\d{3}(?![\d-])", cost=0.9)(_called)
short = rule(
    r"(?:\d{3}-\d{4}|\d{3,6})(?![\d,.%]\d|\d| (?:people|times|on|customers))",
    cost=0.9,
    after=r"(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone|[Tt]ext|[Tt]el[.:]*) ",
)(_called)
others = rule(
    r"\+?\d{2,4}[- ]\d{3,4}[- ]?\d{4}(?![-\d])|(?!(?:1[1-9]|20)\d\d-)\d{4}[- ]\d{4}(?![-\d])|1[3-9]\d{9}(?!\d)",
    cost=1,
    at=DIGIT + "+",
)(_called)


@rule(r"(?:ext\.?|x) ?(\d{1,5})(?!\d|[.,]\d)", cost=0.5, at="ex", after=r"\d,? ")
def extension(match: re.Match[str]) -> str:
    return f"extension {english.digits(match[1])}"
