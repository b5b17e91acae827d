"""Readings that words decide, and for the rest the learned model, and for the rest the commonest reading."""

from collections.abc import Iterable, Iterator

from audio_edition.model.text import Span
from audio_edition.pronunciation import model
from audio_edition.pronunciation.draft import Draft
from audio_edition.pronunciation.table import Table

CERTAIN = 0.999
"""Of a character that has one reading."""
_WORD = 0.99
"""Of a character with several in a word that decides. Counted on g2pL and CPP, see `benchmarks/pronunciation.py`."""
_COMMONEST = 0.9
"""Of a character with several that neither a word nor the model decides."""
_FOREIGN = 0.8
"""Of a character outside the table."""


def read(draft: Draft, tokens: list[Span], known: Table) -> None:
    """Decide all Hanzi of the tokens that nothing has decided before."""
    text, decided = draft.text, draft.syllables
    words = [text[start:end] for start, end in tokens]
    seen: model.View | None = None
    learned = model.load()
    for number, (start, _) in enumerate(tokens):
        if decided[start]:
            continue
        for offset in _undecided(draft, start, words[number], known):
            char = text[start + offset]
            if char in learned.packed:
                seen = seen or model.view(text, words, known)
                found = learned.decide(char, model.features(seen, start + offset, number, offset))
                draft.put(start + offset, found.pinyin, "model", found.confidence, found.others)
            else:
                _guess(draft, start + offset, char, known)


def _undecided(draft: Draft, start: int, word: str, known: Table) -> Iterable[int]:
    """Read what the word decides; the offsets of what it does not."""
    open_offsets = []
    chars = known.chars
    for offset, pinyin in enumerate(known.reading(word)):
        if not pinyin:
            open_offsets.append(offset)
        elif len(chars[word[offset]]) == 1:
            draft.put(start + offset, pinyin, "phrase" if len(word) > 1 else "default", CERTAIN)
        else:
            draft.put(start + offset, pinyin, "phrase", _WORD)
    return open_offsets


def _guess(draft: Draft, at: int, char: str, known: Table) -> None:
    readings = known.chars.get(char)
    if readings:
        draft.put(at, readings[0], "default", _COMMONEST, readings[1:])
    elif char >= "㐀" and not char.isdigit() and _is_hanzi(char):
        for pinyin in _outside(char):
            draft.put(at, pinyin, "default", _FOREIGN)


def _is_hanzi(char: str) -> bool:
    return char == "〇" or "㐀" <= char <= "䶿" or "一" <= char <= "鿿" or "豈" <= char <= "﫿" or char >= "𠀀"


def _outside(char: str) -> Iterator[str]:
    """The reading of a character outside the table, from pypinyin, which takes long to import."""
    from pypinyin import Style, pinyin

    from audio_edition.pronunciation.syllable import canonical

    for (found,) in pinyin(char, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore"):
        yield canonical(found)
