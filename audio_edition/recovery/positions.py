"""Captions that say where their picture is (`ABOVE: …`), or where in it somebody is: `县长（左）`, `(second from left)`."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size

_PLACE = re.compile(
    r"[(](?:图?[前后]排?)?(?:[左右中]|居中|正中)(?:起?第?[一二三四五六\d]|[侧边]|[前后]排)?[)]|[(](?:[前后]排|坐者|立者|站立者)[)]"
    r"|[(,] ?(?:(?:second |third )?from )?(?:left|right|center)[,)]"
)
_LONGEST = 60
"""Hanzi of such a caption."""


def says_position(lines: Sequence[Line], index: int) -> bool:
    """Whether a line says so below a text; below a title it would be a text itself."""
    text = fold(lines[index].text)
    if size(text) > _LONGEST or not _PLACE.search(text):
        return False
    above = next((line for line in lines[max(0, index - 3) : index][::-1] if line.kind == "text"), None)
    return above is not None and not above.level and not above.bold and (size(above.text) > 38 or is_final(above.text))


_HEAD = re.compile(
    r"(?:main |inset |far |top |bottom |upper |lower )?(?:above|below|left|right|top|bottom|pictured|inset|opposite|picture)"
    r"(?:,? (?:left|right|inset|and inset|main))?(?=:\s)",
    re.I,
)


def points_at_picture(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins with where its picture is, in capitals or with a picture beside it."""
    found = _HEAD.match(lines[index].text)
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return found is not None and (found[0].isupper() or any(line.kind == "image" for line in beside))
