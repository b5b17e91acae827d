"""What is decided so far about the readings of a text."""

from collections.abc import Mapping, Sequence

from audio_edition.model.speech import Origin, Reading
from audio_edition.model.text import Span

_NONE: Mapping[str, Sequence[str]] = {}


class Draft:
    """Readings while they are being decided: one entry per code point of the text, empty where it is no Hanzi."""

    def __init__(self, text: str, printed: str) -> None:
        """Nothing is decided yet. `text` is what is printed, in simplified characters."""
        size = len(text)
        self.text = text
        self.printed = printed
        self.syllables = [""] * size
        self.origins: list[Origin] = ["default"] * size
        self.confidences = [0.0] * size
        self.others: list[tuple[str, ...]] = [()] * size

    def put(self, at: int, pinyin: str, origin: Origin, confidence: float, others: tuple[str, ...] = ()) -> None:
        """Decide one reading; what was decided before gives way."""
        self.syllables[at] = pinyin
        self.origins[at] = origin
        self.confidences[at] = confidence
        self.others[at] = others

    def put_all(
        self,
        span: Span,
        pinyin: Sequence[str],
        origin: Origin,
        confidence: float,
        chars: Mapping[str, Sequence[str]] = _NONE,
    ) -> None:
        """Decide the readings of a stretch; what `chars` knows beside them are the others."""
        for at, part in zip(range(*span), pinyin, strict=True):
            others = tuple([other for other in chars.get(self.text[at], ()) if other != part])
            self.put(at, part, origin, confidence, others)

    def readings(self, surface: Sequence[str]) -> tuple[Reading, ...]:
        """The readings of all Hanzi, with their surface forms."""
        return tuple([
            Reading(self.printed[at], at, pinyin, surface[at], self.origins[at], self.confidences[at], self.others[at])
            for at, pinyin in enumerate(self.syllables) if pinyin
        ])  # fmt: skip
