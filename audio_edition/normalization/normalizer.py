"""The room's door: a text and what surrounds it in, its verbalization out."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Note
from audio_edition.model.text import SpokenText, Token
from audio_edition.normalization import lattice
from audio_edition.normalization.context import Context, SayAs, expression
from audio_edition.normalization.folding import folded, is_traditional, traditional
from audio_edition.normalization.rule import Lang

CLOSE = 0.3
"""A runner-up that costs no more than this above the winner makes a finding."""

_PINYIN = re.compile(r"\s*(?:[a-zü:]+[1-5]\s*)+", re.IGNORECASE)


def normalize(text: str, context: Context = Context(), notes: Sequence[Note] = ()) -> SpokenText:
    """How a newsreader says a text.

    A note whose `say` is not pinyin is obeyed, then the table `context.say_as`, then the semiotic classes.

    >>> normalize("同比增长12.5%。").spoken
    '同比增长百分之十二点五。'
    """
    simplified = folded(text)
    tokens = list(_tokens(text, simplified, context, notes))
    if is_traditional(text, simplified):
        tokens = [_in_traditional(token) for token in tokens]
    return SpokenText(text, tuple(tokens), tuple(_findings(text, tokens)))


def _tokens(text: str, simplified: str, context: Context, notes: Sequence[Note]) -> Iterator[Token]:
    lang: Lang = "en" if context.lang.startswith("en") else "zh"
    rules = lattice.Rules(simplified, lang, context.section, context.date)
    at = 0
    for fixed in sorted(_fixed(text, context, notes), key=lambda token: token.start):
        if fixed.start >= at:
            yield from _tiled(text, simplified, at, fixed.start, rules)
            yield fixed
            at = fixed.end
    yield from _tiled(text, simplified, at, len(text), rules)


def _tiled(text: str, simplified: str, start: int, end: int, rules: lattice.Rules) -> Iterator[Token]:
    for token in lattice.tile(simplified, start, end, rules):
        if token.semiotic_class == lattice.PLAIN:
            yield structs.replace(token, spoken=text[token.start : token.end])
        else:
            yield token


def _fixed(text: str, context: Context, notes: Sequence[Note]) -> Iterator[Token]:
    taken = bytearray(len(text))
    for note in notes:
        if not _PINYIN.fullmatch(note.say) and 0 <= note.start < note.end <= len(text) and not any(taken[note.start : note.end]):
            taken[note.start : note.end] = b"\1" * (note.end - note.start)
            yield Token(note.start, note.end, note.say, "note")
    for entry in context.say_as:
        if entry.scope in ("", context.section):
            yield from _said_as(text, entry, taken)


def _said_as(text: str, entry: SayAs, taken: bytearray) -> Iterator[Token]:
    for match in expression(entry).finditer(text):
        start, end = match.span()
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield Token(start, end, match.expand(entry.reading) if entry.pattern[0] == "/" else entry.reading, "say_as")


def _in_traditional(token: Token) -> Token:
    if token.semiotic_class in (lattice.PLAIN, "note", "say_as"):
        return token
    return structs.replace(token, spoken=traditional(token.spoken))


def _findings(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    for token in tokens:
        for rival in token.alternatives[:1]:
            if rival.cost - token.cost <= CLOSE:
                yield Finding(
                    "N101",
                    f"{text[token.start : token.end]} is read {token.spoken}; it could be {rival.spoken}",
                    f"[{token.start}:{token.end}]",
                    "note",
                    rival.spoken,
                )
