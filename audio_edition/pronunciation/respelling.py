"""Readings for voices that know no pinyin: a homophone that has only that reading stands in for the character.

Only where somebody who knows demands a reading (an editor's note, a lexicon, a place, a name) and a voice would likely say
another: to respell every polyphone would spoil its phrasing. One character stands for one character, so places stay as they are.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.speech import Origin, Pronunciation, Reading
from audio_edition.pronunciation import syllable, table

_DEMANDED: tuple[Origin, ...] = ("note", "lexicon", "place", "name")


class Respelling(Struct, frozen=True):
    """A text in which homophones force readings, and the way back."""

    text: str
    places: tuple[int, ...]
    """For each code point of `text` the code point of the spoken text that it says."""
    findings: tuple[Finding, ...] = ()
    """P201: a reading that no common character can force."""


def respell(pronunciation: Pronunciation, keep: Sequence[str] = ()) -> Respelling:
    """What to send to a voice that takes only plain text, so that it says these readings; `keep` are words that it knows.

    >>> reading = Reading("单", 2, "shan4", "shan4", "name")
    >>> respell(Pronunciation("记者单雪", (reading,), ((0, 2), (2, 3), (3, 4)))).text
    '记者善雪'
    """
    spelled = list(pronunciation.text)
    findings = []
    for reading in _misread(pronunciation, keep):
        homophone = homophones().get(reading.pinyin)
        if homophone:
            spelled[reading.index] = homophone[0]
        else:
            findings.append(_unforced(pronunciation, reading))
    return Respelling("".join(spelled), tuple(range(len(spelled))), tuple(findings))


@lru_cache(maxsize=1)
def homophones() -> dict[str, str]:
    """For each syllable the common characters that are always read so, the best first."""
    text = (files("audio_edition.pronunciation") / "data" / "homophones.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {pinyin: characters for pinyin, _, characters in rows}


def _misread(pronunciation: Pronunciation, keep: Sequence[str]) -> Iterator[Reading]:
    demanded = [reading for reading in pronunciation.readings if reading.origin in _DEMANDED]
    if demanded:
        plain = _plain(pronunciation)
        kept = {index for word in keep for index in _inside(pronunciation.text, word)}
        yield from (reading for reading in demanded if reading.pinyin != plain[reading.index] and reading.index not in kept)


def _plain(pronunciation: Pronunciation) -> list[str]:
    """What a dictionary without names and places says of each character, in the word it stands in."""
    known = table.load()
    plain = [known.chars.get(char, ("",))[0] for char in pronunciation.text]
    for start, end in pronunciation.words:
        special = known.special.get(pronunciation.text[start:end], "").split(" ")
        for index, pinyin in zip(range(start, end), special, strict=False):
            plain[index] = plain[index] if pinyin in ("", "?") else pinyin
    return plain


def _inside(text: str, word: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield from range(at, at + len(word))
        at = text.find(word, at + 1)


def _unforced(pronunciation: Pronunciation, reading: Reading) -> Finding:
    said = syllable.marked(reading.pinyin)
    around = pronunciation.text[max(0, reading.index - 4) : reading.index + 5]
    message = f"this voice cannot be made to say {reading.char} as {said} in “{around}”"
    return Finding("P201", message, f"[{reading.index}:{reading.index + 1}]", "note")
