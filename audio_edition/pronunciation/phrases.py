"""Readings that words decide, then grammar, and for the rest the learned model, and for the rest the commonest reading."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from audio_edition.model.text import Span
from audio_edition.pronunciation import grammar, model
from audio_edition.pronunciation.draft import Draft
from audio_edition.pronunciation.table import Table

CERTAIN = 0.999
"""Of a character that has one reading."""
_WORD = 0.99
"""Of a character with several in a word that decides. Counted on g2pL and CPP, see `benchmarks/pronunciation.py`."""
_CHOSEN = 0.95
"""Of one in a word that has a second reading."""
_SETTLED = 0.97
"""Of one that grammar settles."""
_COMMONEST = 0.9
"""Of a character with several that neither a word nor the model decides."""


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
            settled = grammar.decide(text, start + offset, known)
            if settled:
                others = tuple([other for other in known.chars[char] if other != settled])
                draft.put(start + offset, settled, "phrase", _SETTLED, others)
            elif char in learned.packed:
                seen = seen or model.view(text, words, known)
                found = learned.decide(char, model.features(seen, start + offset, number, offset))
                draft.put(start + offset, found.pinyin, "model", found.confidence, found.others)
            else:
                _guess(draft, start + offset, char, known)


@lru_cache(maxsize=1)
def choices() -> dict[str, list[str]]:
    """Words that have a second reading, with that one.

    >>> choices()["生意"]
    ['sheng1', 'yi4']
    """
    content = (files("audio_edition.pronunciation") / "data" / "choices.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in content.splitlines() if not line.startswith("#"))
    return {word: pinyin.split(" ") for word, pinyin in rows}


def _undecided(draft: Draft, start: int, word: str, known: Table) -> Iterable[int]:
    """Read what the word decides; the offsets of what it does not."""
    open_offsets = []
    chars = known.chars
    choice = choices().get(word)
    for offset, pinyin in enumerate(known.reading(word)):
        if not pinyin:
            open_offsets.append(offset)
        elif choice and choice[offset] != pinyin:
            draft.put(start + offset, pinyin, "phrase", _CHOSEN, (choice[offset],))
        elif len(chars[word[offset]]) == 1:
            draft.put(start + offset, pinyin, "phrase" if len(word) > 1 else "default", CERTAIN)
        else:
            draft.put(start + offset, pinyin, "phrase", _WORD)
    return open_offsets


def _guess(draft: Draft, at: int, char: str, known: Table) -> None:
    readings = known.chars.get(char)
    if readings:
        draft.put(at, readings[0], "default", _COMMONEST, readings[1:])
