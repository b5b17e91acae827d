"""Cutting and completing a SpokenText: a sentence's part of it, and asides that are spoken but not printed."""

from collections.abc import Sequence

from msgspec.structs import replace

from audio_edition.model.passage import Aside
from audio_edition.model.text import SpokenText, Token
from audio_edition.normalization import Context, normalize


def edges(spoken: SpokenText) -> tuple[int, ...]:
    """The places, in written code points, at which the text may be cut: ends of tokens, and anywhere in one said as written.

    >>> edges(SpokenText("7月雨。好", (Token(0, 2, "七月"), Token(2, 4, "，雨啊", "x"), Token(4, 5, "好"))))
    (1, 2, 4, 5)
    """
    return tuple(
        place for token in spoken.tokens for place in ([token.end] if _whole(token) else range(token.start + 1, token.end + 1))
    )


def part(spoken: SpokenText, start: int, end: int) -> SpokenText:
    """What says the written code points [start, end), which must be edges; spans count from `start`.

    >>> [(t.start, t.end, t.spoken) for t in part(SpokenText("7月雨。", (Token(0, 1, "七"), Token(1, 4, "月雨。"))), 2, 4).tokens]
    [(0, 2, '雨。')]
    """
    cut = (_cut(token, start, end) for token in spoken.tokens if _belongs(token, start, end))
    return SpokenText(spoken.written[start:end], tuple(_shifted(token, -start) for token in cut))


def with_asides(spoken: SpokenText, asides: Sequence[Aside], context: Context) -> SpokenText:
    """The same text with its asides said: tokens of class `aside` that have no written side."""
    tokens = list(spoken.tokens)
    for aside in asides:
        place = next((index for index, token in enumerate(tokens) if token.start >= aside.at), len(tokens))
        said = normalize(aside.say, context).spoken + _gap(aside.say)
        tokens.insert(place, Token(aside.at, aside.at, said, "aside", spans=((aside.at, aside.at),) * len(said)))
    return SpokenText(spoken.written, tuple(tokens), spoken.findings)


def _gap(say: str) -> str:
    """The space at the end of a text, which keeps its last word from the next one."""
    return say[len(say.rstrip()) :]


def _whole(token: Token) -> bool:
    """Whether a token can only be said whole; else each spoken code point says the written one at its place."""
    return bool(token.spans) or len(token.spoken) != token.end - token.start


def _belongs(token: Token, start: int, end: int) -> bool:
    """Tokens without a written side belong to what follows them."""
    return (token.start < end and start < token.end) or token.start == token.end == start


def _cut(token: Token, start: int, end: int) -> Token:
    if _whole(token) or (start <= token.start and token.end <= end):
        return token
    first, last = max(start, token.start), min(end, token.end)
    return replace(token, start=first, end=last, spoken=token.spoken[first - token.start : last - token.start])


def _shifted(token: Token, by: int) -> Token:
    return replace(token, start=token.start + by, end=token.end + by, spans=tuple((a + by, b + by) for a, b in token.spans))
