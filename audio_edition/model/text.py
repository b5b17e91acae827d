"""Written text and how it is said: tokens that tile it, finer spans inside them."""

from collections.abc import Iterator

from msgspec import Struct

from audio_edition.model.finding import Finding

Span = tuple[int, int]
"""Half-open, in code points."""


class Alternative(Struct, frozen=True, gc=False):
    """Another way in which a token could have been said, and what it would have cost."""

    spoken: str
    semiotic_class: str
    cost: float


class Token(Struct, frozen=True, omit_defaults=True, gc=False):
    """A stretch of written text together with its verbalization."""

    start: int
    end: int
    """Half-open, code points of the text as written."""
    spoken: str
    semiotic_class: str = "plain"
    cost: float = 0.0
    spans: tuple[Span, ...] = ()
    """For each spoken code point the written span it says; empty when each spoken one says the written one at its place
    (equal lengths), else the whole token."""
    alternatives: tuple[Alternative, ...] = ()

    def span_of(self, index: int) -> Span:
        """Written span of the spoken code point `index` of this token."""
        if self.spans:
            return self.spans[index]
        if len(self.spoken) == self.end - self.start:
            return self.start + index, self.start + index + 1
        return self.start, self.end


class SpokenText(Struct, frozen=True, omit_defaults=True):
    """A text and its verbalization: the tokens tile the written text."""

    written: str
    tokens: tuple[Token, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole verbalization."""
        return "".join(token.spoken for token in self.tokens)

    def written_span(self, start: int, end: int) -> Span:
        """The smallest written span that says the spoken code points [start, end)."""
        spans = [span for index, span in enumerate(self.spans()) if start <= index < end]
        if not spans:
            return (len(self.written), len(self.written))
        return min(span[0] for span in spans), max(span[1] for span in spans)

    def spoken_span(self, start: int, end: int) -> Span:
        """The smallest spoken span that says the written code points [start, end)."""
        said = [index for index, (a, b) in enumerate(self.spans()) if a < end and b > start]
        return (said[0], said[-1] + 1) if said else (0, 0)

    def spans(self) -> Iterator[Span]:
        """The written span of each spoken code point, in order."""
        for token in self.tokens:
            for index in range(len(token.spoken)):
                yield token.span_of(index)
