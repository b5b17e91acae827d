"""Bold and emphasis over several physical lines of one paragraph: `**A title⏎in two lines**`, `*An office⏎and a date*`."""

import re
from typing import NamedTuple

_SPREAD = re.compile(
    r"^(?P<mark>\*{1,3}|_{2})(?=[^\s*_])(?P<inner>[^*\n]{1,200}(?:\n[^*\n]{1,200}){1,5})(?<=\S)(?P<end>(?P=mark)[ \t]*)\r?$", re.M
)


class Spread(NamedTuple):
    """What such a pair of marks says of one physical line."""

    opening: int = 0
    """Code points of the mark that stands at its beginning."""
    closing: int = 0
    """Code points of the mark, and white space, that stand at its end."""
    bold: bool = False


def spreads(text: str) -> dict[int, Spread]:
    r"""Start of the physical line → what the marks around its paragraph say of it.

    >>> spreads("**四年用好\n六千万**\n\n*6* 和 *7*")
    {0: Spread(opening=2, closing=0, bold=True), 7: Spread(opening=0, closing=2, bold=True)}
    """
    found: dict[int, Spread] = {}
    for match in _SPREAD.finditer(text):
        starts = [match.start(), *(match.start("inner") + at.end() for at in re.finditer("\n", match["inner"]))]
        if re.search(r"\n[ \t]*\n|\n[ \t]*(?:#|>|\||[-+•] )", match[0]):
            continue
        mark = len(match["mark"])
        for start in starts:
            found[start] = Spread(mark * (start == starts[0]), len(match["end"]) * (start == starts[-1]), mark > 1)
    return found
