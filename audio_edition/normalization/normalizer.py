"""The room's door: a text and what surrounds it in, its verbalization out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.text import SpokenText, Token
from audio_edition.normalization import lattice
from audio_edition.normalization.context import Context, SayAs, expression
from audio_edition.normalization.folding import folded, is_traditional, traditional
from audio_edition.normalization.rule import Lang
from audio_edition.normalization.thousands import joined

if TYPE_CHECKING:
    from audio_edition.model.issue import Note

CLOSE = 0.3
"""A runner-up that costs no more than this above the winner makes a finding."""

_ENGLISH = re.compile(r"(?:[A-Za-z]|[$£€](?= ?\d))[A-Za-z0-9 ,.:;%$£€&/@°’'+-]{12,}[A-Za-z0-9.%]")
_WORD = re.compile(" (?!to(?![a-z]))[a-z]{2,}(?![A-Za-z])")
_WORDS = 3
"""English words that make a stretch of Latin letters an English sentence rather than names; `to` is also said for 2 (O2O)."""

_TRADITIONAL = re.compile("-(?:Hant|HK|MO|TW)")
"""In tags of languages that are written in traditional Hanzi; their speakers call 1 一, not 幺 as on the mainland."""
_PINYIN = re.compile(r"\s*(?:[a-zü:]+[1-5]\s*)+", re.IGNORECASE)


def normalize(text: str, context: Context = Context(), notes: "Sequence[Note]" = ()) -> SpokenText:
    """How a newsreader says a text.

    A note whose `say` is not pinyin is obeyed, then the table `context.say_as`, then the semiotic classes.

    >>> normalize("同比增长12.5%。").spoken
    '同比增长百分之十二点五。'
    """
    simplified = folded(text) if context.lang.startswith("en") else joined(folded(text))
    tokens = list(_tokens(text, simplified, context, notes))
    traditionally = _TRADITIONAL.search(context.lang)
    if traditionally or is_traditional(text, simplified):
        tokens = [_respoken(token, traditional) for token in tokens]
    if traditionally:
        tokens = [_respoken(token, lambda spoken: spoken.replace("幺", "一")) for token in tokens]
    return SpokenText(text, tuple(tokens), tuple(_findings(text, tokens)))


def _tokens(text: str, simplified: str, context: Context, notes: "Sequence[Note]") -> Iterator[Token]:
    rules = {lang: lattice.Rules(simplified, lang, context.section, context.date, context.lang) for lang in ("zh", "en")}
    at = 0
    for fixed in sorted(_fixed(text, context, notes), key=lambda token: token.start):
        if fixed.start >= at:
            yield from _tiled(text, simplified, at, fixed.start, context.lang, rules)
            yield fixed
            at = fixed.end
    yield from _tiled(text, simplified, at, len(text), context.lang, rules)


def _tiled(text: str, simplified: str, start: int, end: int, lang: str, rules: Mapping[str, lattice.Rules]) -> Iterator[Token]:
    for first, last, spoken_in in _stretches(simplified, start, end, lang):
        for token in lattice.tile(simplified, first, last, rules[spoken_in]):
            if token.semiotic_class == lattice.PLAIN:
                yield structs.replace(token, spoken=text[token.start : token.end])
            else:
                yield token


def _stretches(simplified: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int, Lang]]:
    """Parts of a text that are read as one language: English sentences stand in Chinese pages."""
    if lang.startswith("en"):
        yield start, end, "en"
        return
    at = start
    for match in _ENGLISH.finditer(simplified, start, end):
        if len(_WORD.findall(match[0])) >= _WORDS:
            yield at, match.start(), "zh"
            yield match.start(), match.end(), "en"
            at = match.end()
    yield at, end, "zh"


def _fixed(text: str, context: Context, notes: "Sequence[Note]") -> Iterator[Token]:
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
            yield Token(start, end, match.expand(entry.reading) if entry.is_pattern else entry.reading, "say_as")


def _respoken(token: Token, change: Callable[[str], str]) -> Token:
    """A token as a class of ours says it, changed; what is printed so, or asked for, stays."""
    if token.semiotic_class in (lattice.PLAIN, "note", "say_as"):
        return token
    return structs.replace(token, spoken=change(token.spoken))


def _findings(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    for token in tokens:
        written = text[token.start : token.end]
        for rival in token.alternatives[:1]:
            if rival.cost - token.cost <= CLOSE and rival.spoken and any(char.isalnum() for char in written):
                message = f"{written} is read {token.spoken}; it could be {rival.spoken}"
                yield Finding("N101", message, f"[{token.start}:{token.end}]", "note", rival.spoken)
