"""Whom a line names that is known to be a byline, whatever its form."""

import re
from collections.abc import Iterator

from audio_edition.model.hanzi import HANZI
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.vocabulary import BYLINE_WORDS, ENGLISH_POST, POST

_DOINGS = r"(?:reporting|report|story|text|words|written|photos?|photographs?|pictures?|compiled|edited)"
_APART = re.compile(
    rf"\([^()]*\)|[、,;/|&:·•]|(?<={HANZI}{{2}})\s+(?={HANZI}{{2}})|\s(?:and|with)\s|\s(?={_DOINGS}\s+by\s)", re.I
)
"""Stands between two names of a folded line; in brackets is said what somebody did."""
_DOT = re.compile(rf"(?<={HANZI})[·•](?={HANZI})")
"""Within a name that is written in Hanzi: 阿迪力·买买提."""
_BARE = re.compile(
    rf"\s*(?:{BYLINE_WORDS}\s*(?!{HANZI})|(?i:(?:{_DOINGS}\s+)?(?:by|from)\s+|{_DOINGS}\s*\Z))?"
    r"(?P<name>.*?)(?:\s+(?:in|at|from)\s+(?:the\s)?[A-Z].*|\s+reports?)?\s*"
)
_NOBODY = re.compile(
    rf"{ENGLISH_POST}|(?:.*\s)?(?i:staff|agencies|correspondent|editor|reporter|writer|columnist|director|fellow|professor|news"
    r"|press|times|post|agency|service|desk|bureau|media|university)|.*\b(?i:of|at|for)\b.*"
)
"""Behind a name: as what, and for whom, somebody writes."""
_LONGEST = 80
"""Code points of a name with what is told of it."""
_HANZI_APART = re.compile(rf"(?<={HANZI})\s+(?={HANZI})")


def writers(printed: str) -> tuple[str, ...]:
    """The names in the order of print, as printed, each once; none where only a post is told.

    >>> writers("黄子衿（文）、Ahmad Faizal（摄影）"), writers("By Jane Doe with Zoë Ek"), writers("北京协和医院主任医师查蕾")
    (('黄子衿', 'Ahmad Faizal'), ('Jane Doe', 'Zoë Ek'), ('查蕾',))
    """
    first, *others = *_named(printed), ""
    return tuple(dict.fromkeys(filter(None, (first, *(name for name in others if not _NOBODY.fullmatch(name))))))


def _named(printed: str) -> Iterator[str]:
    """Who is named, and behind them houses and posts."""
    found = signature(printed)
    last = "" if found else posted(_HANZI_APART.sub("", printed))
    if found or last:
        yield from found.names if found else (last,)
        return
    for piece in _pieces(printed):
        found = signature(piece)
        yield from found.names if found else filter(None, (_bare(piece),))


def posted(text: str) -> str:
    """The name at the end of a byline that says before it, without a space, as what its writer is known; else nothing.

    >>> posted("北京协和医院临床营养科主任医师查蕾"), posted("本报评论员")
    ('查蕾', '')
    """
    return next((text[-length:] for length in (3, 2, 4) if is_person(text[-length:]) and POST.fullmatch(text[:-length])), "")


def _pieces(printed: str) -> Iterator[str]:
    plain = _DOT.sub("-", fold(printed))
    at = 0
    for cut in _APART.finditer(plain):
        yield printed[at : cut.start()].strip()
        at = cut.end()
    yield printed[at:].strip()


def _bare(piece: str) -> str:
    """A name without what is told of it; one in Hanzi without the spaces that fill its line."""
    piece = piece.lstrip("□○◇■●◆ ")
    bare = _BARE.fullmatch(piece) if len(piece) <= _LONGEST else None
    return _HANZI_APART.sub("", bare["name"] if bare else piece)
