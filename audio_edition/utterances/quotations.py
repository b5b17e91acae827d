"""Direct speech in a passage: what stands in quotation marks and is a clause of its own, not a mere quoted word or title."""

import re
from collections.abc import Callable, Iterator

from audio_edition.model.text import Span

FEWEST = 5
"""Words of an English quotation that is known by its length; a shorter one needs a word of saying beside it."""

REACH = 120
"""Code points before a quotation among which a word of saying, or the end of a sentence, is looked for."""

_CHINESE = re.compile(r"“[^“”]{5,}[。！？，…]”|「[^「」]{5,}[。！？，…]」")
_BEHIND = r",?(?:\s+(?![—–\s(\[-]))?"
_DOUBLE = re.compile(
    rf"(?:“(?P<curly>[^“”]+)(?:”{_BEHIND}|\Z)|(?<![^\s(\[—–-])\"(?=\S)(?P<straight>[^\"]+)(?:(?<=\S)\"(?!\w){_BEHIND}|\Z))"
)
_SINGLE = re.compile(rf"(?<![^\s(\[—–-])[‘'](?P<inner>[A-Z](?:[^“”\"‘’']|(?<=\w)[’'](?=\w))+[,.!?])[’'](?!\w){_BEHIND}")
_SAYING = (
    r"\b(?:says?|said|saying|asks?|asked|asking|tells?|told|adds?|added|adding|repl(?:y|ies|ied)|answer(?:s|ed)|writes?|wrote|explain(?:s|ed)"
    r"|recall(?:s|ed)|shout(?:s|ed)|cried|yelled|whispered|insist(?:s|ed)|jokes?|joked|warn(?:s|ed)|argue[sd]|notes|noted|declared"
    r"|announced|observed|continued|remarked|testified|tweeted|posted|texted|wondered|admit(?:s|ted)|acknowledged|conceded|concluded"
    r"|quipped|exclaimed|according to)\b"
)
_SAID_BEHIND = re.compile(rf"(?:[^.!?“”\"]|\b[A-Z][a-z]{{0,4}}\.){{0,80}}?{_SAYING}")
_SAID_BEFORE = re.compile(rf"{_SAYING}[^.!?“”\"]{{0,60}}[,:]\s*\Z")
_APART = re.compile(r"(?:\A|[,.:;!?—–)”’\"'-]\s*|\n)\Z")
_SENTENCE = re.compile(r"(?:\A|[.!?][)”’\"']*\s+)\Z")


def quotations(text: str, lang: str) -> tuple[Span, ...]:
    """Spans of direct speech in a text of a language (BCP 47); of English ones with the blanks behind.

    >>> [text[a:b] for text in ["“出来买菜也方便多了。”居民说，“脏乱差”不见了。"] for a, b in quotations(text, "zh")]
    ['“出来买菜也方便多了。”']
    >>> [text[a:b] for text in ['"It is gone," Li said of the "old mill," a ruin.'] for a, b in quotations(text, "en")]
    ['"It is gone," ']
    """
    if not lang.lower().startswith("en"):
        return tuple(match.span() for match in _CHINESE.finditer(text))
    double = tuple(_accepted(text, _DOUBLE, _is_speech))
    return double or tuple(_accepted(text, _SINGLE, lambda text, match, _: _is_apart(text, match) and _is_said(text, match)))


def _accepted(text: str, pattern: re.Pattern[str], is_speech: Callable[[str, re.Match[str], bool], bool]) -> Iterator[Span]:
    """`is_speech` is told whether somebody has spoken before in this text."""
    spoken = False
    for match in pattern.finditer(text):
        if is_speech(text, match, spoken):
            spoken = True
            yield match.span()


def _is_speech(text: str, match: re.Match[str], spoken: bool) -> bool:
    inner = match["curly"] or match["straight"]
    words = inner.split()
    closed = inner[-1] in ",.!?…—–-" or match[0].rstrip().endswith(",")
    if not (_is_apart(text, match) and (closed or _is_said(text, match))):
        return False
    if _is_said(text, match):
        return True
    goes_on = spoken and _stands_before(text, match, _SENTENCE) and inner[-1] in ".!?…"
    return (len(words) >= FEWEST or goes_on) and not _is_title(words)


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether it begins where a clause may begin: of `called it "a shame."` only a word or two are quoted."""
    return bool(_APART.search(text[max(0, match.start() - 4) : match.start()])) or match.start() == 0


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Whether a word of saying stands before it, or behind what does not end the sentence."""
    goes_on = not match[0].rstrip().rstrip("”’\"'").endswith((".", "…"))
    behind = goes_on and _SAID_BEHIND.match(text, match.end())
    return bool(behind) or _stands_before(text, match, _SAID_BEFORE)


def _stands_before(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern.search(text, max(0, match.start() - REACH), match.start()) is not None


def _is_title(words: list[str]) -> bool:
    """Whether words are written as in the name of a book."""
    bare = [word.strip("‘’'\".,!?") for word in words]
    high = sum(word[:1].isupper() for word in bare)
    return high * 2 >= len(bare) and all(word[:1].isupper() for word in bare if len(word) > 3 and word.isalpha())
