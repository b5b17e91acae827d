"""How large printed lines are set, by their heights: what is set larger than the text is a heading, the larger the higher."""

from collections.abc import Iterable

from audio_edition.model.page import Box

STEPS = (2.6, 1.9, 1.7, 1.35)
"""How many times higher than the text a heading of level 1, 2, 3, 4 is set, at least; boxes of lines differ by a sixth."""
LARGE = 3
"""The lowest level of what begins an article rather than a part of one: beside a text of 小五 (9 points) the titles of short
items are set in 三号 (16 points) or more, cross-heads in 四号 (14 points) or less."""


def usual_height(rows: Iterable[tuple[str, float]]) -> float:
    """The height of the line in which the middle sign of all texts stands; 0 where none is known.

    >>> usual_height([("标题", 60.0), ("本报讯昨天", 21.0), ("下午", 20.0)])
    21.0
    """
    found = sorted((height, len(text)) for text, height in rows if height > 0)
    half, seen = sum(count for _, count in found) / 2, 0
    for height, count in found:
        seen += count
        if seen >= half:
            return height
    return 0.0


def level(height: float, usual: float) -> int:
    """The level of a heading of this height; 0 for a text, and where a height is not known."""
    return next((at for at, step in enumerate(STEPS, 1) if usual and height >= step * usual), 0)


def height(box: Box | None) -> float:
    """Of the letters of a printed line, whichever way it runs; 0 for none."""
    return min(box[2] - box[0], box[3] - box[1]) if box else 0.0
