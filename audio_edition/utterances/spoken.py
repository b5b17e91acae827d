"""Cutting and completing a SpokenText: a sentence's part of it, and asides that are spoken but not printed."""

from collections.abc import Sequence

from msgspec.structs import replace

from audio_edition.model.passage import Aside
from audio_edition.model.text import SpokenText, Token
from audio_edition.normalization import Context, normalize


def part(spoken: SpokenText, start: int, end: int) -> SpokenText:
    """What says the written code points [start, end), which must be edges of tokens; spans count from `start`.

    >>> part(SpokenText("7月雨。", (Token(0, 1, "七"), Token(1, 4, "月雨。"))), 1, 4).tokens
    (Token(start=0, end=3, spoken='月雨。'),)
    """
    inside = (token for token in spoken.tokens if _belongs(token, start, end))
    return SpokenText(spoken.written[start:end], tuple(_shifted(token, -start) for token in inside))


def with_asides(spoken: SpokenText, asides: Sequence[Aside], context: Context) -> SpokenText:
    """The same text with its asides said: tokens of class `aside` that have no written side."""
    tokens = list(spoken.tokens)
    for aside in asides:
        place = next((index for index, token in enumerate(tokens) if token.start >= aside.at), len(tokens))
        said = normalize(aside.say, context).spoken
        tokens.insert(place, Token(aside.at, aside.at, said, "aside", spans=((aside.at, aside.at),) * len(said)))
    return SpokenText(spoken.written, tuple(tokens), spoken.findings)


def _belongs(token: Token, start: int, end: int) -> bool:
    """Tokens without a written side belong to what follows them."""
    return start <= token.start and token.end <= end and (token.start < end or token.start == token.end == start)


def _shifted(token: Token, by: int) -> Token:
    return replace(token, start=token.start + by, end=token.end + by, spans=tuple((a + by, b + by) for a, b in token.spans))
