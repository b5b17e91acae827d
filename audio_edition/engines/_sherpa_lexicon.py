"""What a neural voice can look up, and how its own lexicon is made to say exactly our pinyin.

Voices read characters and look them up in `lexicon.txt`. We write a lexicon of our own beside it: for each syllable one
carrier, a character that has this reading only, with the tokens that the voice's own lexicon gives it. A text is then
sent as carriers, and the voice cannot choose a reading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from audio_edition.engines._text import Spans
from audio_edition.model.errors import SpeechRefused
from audio_edition.model.finding import Finding

AGAIN = "`audio-edition voices install` fetches it again"
SEEN = 1 << 16
"""Bytes of a lexicon in which its language shows."""
_MARKED = re.compile(r"(.)\{([a-zê]+[1-5])?\}")


class Lexicon(Struct, frozen=True):
    """The carrier of each syllable that a voice can say, and what it looks up."""

    carriers: Mapping[str, str]
    entries: Mapping[str, str]
    """Tokens of the words that are not Chinese, and of every single character; empty if the voice has no lexicon."""
    spells: bool = False
    """Whether the voice says words of letters that it cannot look up, by espeak-ng's rules."""

    def text(self, payload: str) -> str:
        """A payload as the model is given it: a character without a carrier goes as it is.

        >>> Lexicon({"zhong4": "众"}, {}).text("重{zhong4}、中{xx5}国")
        '众、中国'
        """
        return _MARKED.sub(lambda found: self.carriers.get(found[2], found[1]) if found[2] else "", payload)

    def findings(self, payload: str, spans: Spans, voice: str) -> tuple[Finding, ...]:
        """What of a payload the voice will not say as it is to be read, or not at all: each reading at its first place.

        >>> known = Lexicon({"zhong4": "众"}, {"众": "zh ong 4", "中": "zh ong 1"})
        >>> spans = ((0, 9, 0, 1), (9, 18, 1, 2), (18, 25, 2, 3))
        >>> [(finding.code, finding.where) for finding in known.findings("重{zhong4}中{zhong1}国{guo2}", spans, "tiny")]
        [('V102', '[1:2]'), ('V110', '[2:3]')]
        """
        if not self.carriers:
            return ()  # it reads by other means than a lexicon of characters
        found: dict[str, Finding] = {}
        for start, end, spoken_start, spoken_end in spans:
            written = payload[start:end]
            char, syllable = written[0], written[2:-1]
            if is_hanzi(char) and not written.endswith("{}") and syllable not in self.carriers:
                found.setdefault(written, self._finding(char, syllable, voice, f"[{spoken_start}:{spoken_end}]"))
        for word, start, end in () if self.spells else _words(payload, spans):
            if word.lower() not in self.entries and not all(letter in self.entries for letter in word.lower()):
                found.setdefault(
                    word, Finding("V110", f"{word} is not in the lexicon of {voice}, and is not spoken", f"[{start}:{end}]")
                )
        return tuple(found.values())

    def _finding(self, char: str, syllable: str, voice: str, where: str) -> Finding:
        said = f"{char} ({syllable})" if syllable else char
        if char in self.entries:
            return Finding("V102", f"{voice} knows no syllable for {said}: it is read as the voice sees fit", where)
        return Finding("V110", f"{said} is not in the lexicon of {voice}, and is not spoken", where)


def installed(voices: Path, name: str) -> Lexicon:
    """The lexicon of a voice below a folder of them. Raises SpeechRefused when it is not there, or damaged."""
    if not name or "/" in name or not (voices / name).is_dir():
        raise SpeechRefused(f"sherpa: no voice {name!r} is installed; `audio-edition voices install` fetches one")
    return read(voices / name)


def read(folder: Path) -> Lexicon:
    """The lexicon of the voice in a folder. Raises SpeechRefused for a damaged one."""
    entries = [entry for path in sorted(folder.glob("lexicon*.txt")) for entry in _entries(path)]
    single = {word: tokens for word, tokens in reversed(entries) if len(word) == 1 or not any(map(is_hanzi, word))}
    return Lexicon(carriers_of(entries), single, (folder / "espeak-ng-data").is_dir())


def is_chinese(folder: Path) -> bool:
    """Whether the voice in a folder looks up Hanzi."""
    return any(map(is_hanzi, "".join(map(_beginning, folder.glob("lexicon*.txt")))))


def carriers_of(entries: list[tuple[str, str]]) -> dict[str, str]:
    """For each syllable with its tone a character of the lexicon that stands for it: the first with this reading only.

    Characters of several readings serve where no other has the syllable; and for a neutral tone without any, the first
    of its other tones.

    >>> carriers_of([("中", "zh ong 1"), ("众", "zh ong 4"), ("行", "x ing 2"), ("刑", "x ing 2")])["xing2"]
    '刑'
    """
    single = [(char, tokens) for char, tokens in entries if len(char) == 1 and is_hanzi(char)]
    syllables_of = _syllables([char for char, _ in single])
    known = [(char, tokens, syllables_of[char]) for char, tokens in single]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, tokens, syllables in known:
        if len(syllables) == 1:
            votes[syllables[0]][tokens] += 1
    found: dict[str, str] = {}
    # A single entry of a lexicon is wrong now and then: the tokens that most characters of a syllable have are right.
    for sure in (True, False):
        for char, tokens, syllables in known:
            if not sure or (len(syllables) == 1 and votes[syllables[0]].most_common(1)[0][0] == tokens):
                found.setdefault(syllables[0], char)
    for syllable in list(found):
        found.setdefault(f"{syllable[:-1]}5", found[syllable])
    return found


def is_hanzi(char: str) -> bool:
    """Whether a code point is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def whole_text(path: Path) -> str:
    """The text of one of a voice's files. Raises SpeechRefused when there is none in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SpeechRefused(f"{path}: not UTF-8 at byte {error.start}: it is damaged; {AGAIN}") from error
    except OSError as error:
        raise SpeechRefused(f"{path}: {error.strerror or error}; {AGAIN}") from error
    if not text.strip():
        raise SpeechRefused(f"{path}: it is empty; {AGAIN}")
    return text


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(SEEN).decode("utf-8", "ignore")


def _words(payload: str, spans: Spans) -> Iterator[tuple[str, int, int]]:
    """The words of letters, and where they stand in the spoken text."""
    chars = [(payload[start], spoken_start, spoken_end) for start, _, spoken_start, spoken_end in spans]
    for is_word, run in groupby(chars, lambda char: char[0].isascii() and char[0].isalpha()):
        if is_word:
            letters, starts, ends = zip(*run, strict=True)
            yield "".join(letters), starts[0], ends[-1]


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    for line in whole_text(path).splitlines():
        word, _, tokens = line.strip().partition(" ")
        if tokens:
            yield word, tokens.strip()


def _syllables(chars: list[str]) -> dict[str, list[str]]:
    """The readings of each character, the usual one first; for all at once, and each spelling once, it takes a third."""
    from pypinyin import Style, pinyin
    from pypinyin.contrib.tone_convert import to_tone3

    spelled = cache(lambda reading: to_tone3(reading, neutral_tone_with_five=True).replace("ü", "v"))
    readings = pinyin(chars, style=Style.TONE, heteronym=True)
    return {char: list(map(spelled, found)) for char, found in zip(chars, readings, strict=True)}
