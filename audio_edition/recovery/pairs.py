"""Lines that say in pairs what everybody did: `文：阿May 图：受访者提供`."""

import re

_WROTE = r"撰?文|文字|采访|采写|整理|口述|文图|图文"
_PAIR = re.compile(
    rf"[\s|;、]*(?:(?P<wrote>{_WROTE})|部分图片|图片?|摄影?|照片|[绘制]图|插[图画]|漫画|设计|策划|视频)\s*[:/]\s*"
    r"(?:(?:本报|本刊|特约|见习|实习|首席)*(?:记者|通讯员)\s*)?(?P<name>[^\s:/|、,。!?()]{1,12})(?=[\s|;、]|$)"
)


def told_in_pairs(text: str, folded: str) -> tuple[str, ...]:
    """Who wrote, whatever the name looks like; nobody where a line holds more than such pairs, or names no writer first.

    >>> told_in_pairs(line := "文:阿May 图:受访者提供", line), told_in_pairs(line := "图:林志明", line)
    (('阿May',), ())
    """
    pairs, at = [], 0
    while found := _PAIR.match(folded, at):
        pairs.append(found)
        at = found.end()
    if not pairs or folded[at:].strip() or not pairs[0]["wrote"]:
        return ()
    return tuple(text[slice(*pair.span("name"))] for pair in pairs if pair["wrote"])
