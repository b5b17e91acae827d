"""Sentences of a passage: where one utterance ends and the next begins."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.text import Span
from audio_edition.normalization.abbreviations import ends_sentence

LONGEST = 240
"""Code points of one utterance. A newspaper's sentence seldom has more than 150; every engine takes 240, XML-escaped, in one
request (edge-tts sends up to 4096 bytes), and a listener needs a breath before that."""

_END = re.compile(r"(?:[。！？!?]+|…{1,2}|(?<=[^.])(?P<stop>\.)(?=[”’\"')\]]*(?:\s|$)))[”’」』】）)\"']*\s*|\n+")
_PAUSE = re.compile(r"[；;：:，,、—\s]+[”’」』）)]*")


def sentences(text: str, edges: Sequence[int]) -> tuple[Span, ...]:
    """Spans of the sentences of a text: they tile it, and never cut where a token would be torn.

    `edges` are the places, in code points, at which the text may be cut.

    >>> [text[a:b] for text in ["今天下雨。“明天呢？”他问。"] for a, b in sentences(text, range(1, len(text) + 1))]
    ['今天下雨。', '“明天呢？”', '他问。']
    """
    allowed = set(edges)
    ends = [match.end() for match in _END.finditer(text) if match.end() in allowed and _is_end(text, match)]
    spans = list(_between(0, len(text), ends))
    return tuple(piece for span in spans for piece in _within_limit(text, span, allowed))


def split_at_quotations(spans: Sequence[Span], quoted: Sequence[Span], edges: Sequence[int]) -> tuple[Span, ...]:
    """The same spans, cut where direct speech begins and ends."""
    allowed = set(edges)
    edges = sorted({edge for span in quoted for edge in span if edge in allowed})
    return tuple(piece for start, end in spans for piece in _between(start, end, edges))


def _is_end(text: str, match: re.Match[str]) -> bool:
    """A full stop of Latin text may belong to an abbreviation, and a question within a sentence: “Who?” she asked."""
    goes_on = match[0][0] in "!?" and match[0][-1] != "\n" and re.match("[a-z]", text[match.end() :])
    return not goes_on and (match["stop"] is None or ends_sentence(text, match.start()))


def _between(start: int, end: int, cuts: Sequence[int]) -> Iterator[Span]:
    for cut in cuts:
        if start < cut < end:
            yield start, cut
            start = cut
    if start < end:
        yield start, end


def _within_limit(text: str, span: Span, allowed: set[int]) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST:
        cut = _cut(text, start, min(start + LONGEST, end), allowed)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, limit: int, allowed: set[int]) -> int:
    """Last pause in the later half before the limit, else the last token's end, else (one token only) the limit itself."""
    pauses = [match.end() for match in _PAUSE.finditer(text, start + LONGEST // 2, limit) if match.end() in allowed]
    if pauses:
        return pauses[-1]
    return next((place for place in range(limit, start, -1) if place in allowed), limit)
