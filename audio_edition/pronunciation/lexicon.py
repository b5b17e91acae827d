"""Lexicons: curated readings in plain TSV (word, pinyin, scope, note), checked when they are read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import syllable

_HANZI = re.compile(r"[〇㐀-䶿一-鿿豈-﫿𠀀-𲎯]+")

Scope = Literal["", "word", "name", "place"]
"""Where an entry holds: everywhere; only where the word stands as a word of its own; as part of a person's name; as a place."""


class Entry(Struct, frozen=True, omit_defaults=True):
    """The reading of a word."""

    word: str
    pinyin: tuple[str, ...]
    """One syllable per Hanzi of the word."""
    scope: Scope = ""
    note: str = ""
    line: int = 0
    """Where it stands in its file; 0 when it stands in none."""


class Lexicon(Struct, frozen=True, cache_hash=True):
    """Entries under the name of their file."""

    name: str
    entries: tuple[Entry, ...] = ()


def parse(content: bytes, name: str) -> Lexicon:
    """The lexicon of a TSV file; `name` is the file's, for errors. `#` begins a comment line.

    Raises ConfigError, naming file and line, when a line is not an entry, and both lines when two contradict each other.

    >>> parse("应县\\tying4 xian4\\tplace\\t山西\\n".encode(), "a.tsv").entries[0].pinyin
    ('ying4', 'xian4')
    >>> parse("应县\\tying4\\n".encode(), "a.tsv")
    Traceback (most recent call last):
    audio_edition.model.errors.ConfigError: a.tsv:1: `应县` has 2 characters, `ying4` has 1 syllable
    """
    entries, wrong = _sorted_out(content, name)
    if wrong:
        raise ConfigError(wrong[0])
    return Lexicon(name, entries)


def problems(content: bytes, name: str) -> tuple[str, ...]:
    """Everything for which `parse` would refuse a TSV file, one line each.

    >>> problems("应县\\tying4\\n单\\tshan9\\n".encode(), "a.tsv")
    ('a.tsv:1: `应县` has 2 characters, `ying4` has 1 syllable', 'a.tsv:2: `shan9` is not a pinyin syllable')
    """
    try:
        return _sorted_out(content, name)[1]
    except ConfigError as error:
        return (str(error),)


def amended(content: bytes, entry: Entry, name: str) -> bytes:
    """The TSV file with an entry added, or put in the place of the one for the same word and scope; comments stay.

    Raises ConfigError when the file is not a lexicon.

    >>> amended("# 人\\n单\\tdan1\\n".encode(), Entry("单", ("shan4",)), "a.tsv").decode()
    '# 人\\n单\\tshan4\\n'
    """
    old = [known.line for known in parse(content, name).entries if (known.word, known.scope) == (entry.word, entry.scope)]
    lines = content.decode("utf-8-sig").splitlines()
    row = "\t".join((entry.word, " ".join(entry.pinyin), entry.scope, entry.note)).rstrip("\t")
    kept = [row if number in old[:1] else line for number, line in enumerate(lines, 1) if number not in old[1:]]
    return "".join(line + "\n" for line in (kept if old else [*kept, row])).encode()


def serialize(lexicon: Lexicon) -> bytes:
    """The TSV of a lexicon, which `parse` reads back.

    >>> serialize(Lexicon("a", (Entry("应县", ("ying4", "xian4"), "place"),))).decode()
    '应县\\tying4 xian4\\tplace\\t\\n'
    """
    rows = ("\t".join((entry.word, " ".join(entry.pinyin), entry.scope, entry.note)) for entry in lexicon.entries)
    return "".join(row + "\n" for row in rows).encode()


def conflicts(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries that read one word, in one scope, in two ways."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        known = first.setdefault((entry.word, entry.scope), entry)
        if known.pinyin != entry.pinyin:
            yield known, entry


def contradictions(lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Words that several lexicons, the strongest first, read in different ways: which one has its way, one line each."""
    first: dict[tuple[str, str], tuple[str, Entry]] = {}
    for lexicon in lexicons:
        for entry in lexicon.entries:
            name, known = first.setdefault((entry.word, entry.scope), (lexicon.name, entry))
            if known.pinyin != entry.pinyin:
                yield (
                    f"{name}:{known.line}: `{entry.word}` is read {' '.join(known.pinyin)}, "
                    f"not {' '.join(entry.pinyin)} as {lexicon.name}:{entry.line} says"
                )


class Index(Struct, frozen=True):
    """Entries of several lexicons by word; the strongest lexicon has its way."""

    entries: dict[str, Entry]
    lengths: dict[str, tuple[int, ...]]
    """By first character: the lengths of the words that begin with it, longest first."""

    def longest(self, text: str, at: int) -> Entry | None:
        """The longest entry that begins at a place of a text."""
        for length in self.lengths.get(text[at], ()):
            found = self.entries.get(text[at : at + length])
            if found:
                return found
        return None


@lru_cache(maxsize=16)
def index(lexicons: tuple[Lexicon, ...], scopes: tuple[Scope, ...] = ("", "place")) -> Index:
    """The entries of some scopes, by word; of two for one word the first lexicon's counts."""
    entries: dict[str, Entry] = {}
    lengths: dict[str, set[int]] = {}
    for entry in (entry for lexicon in lexicons for entry in lexicon.entries if entry.scope in scopes):
        entries.setdefault(entry.word, entry)
        lengths.setdefault(entry.word[0], set()).add(len(entry.word))
    return Index(entries, {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()})


def _sorted_out(content: bytes, name: str) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of a file, and what is wrong with the other lines."""
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    entries, wrong = [], []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            try:
                word, pinyin, scope, note = _fields(line)
                entries.append(entry(word, pinyin, scope, note, number))
            except ValueError as error:
                wrong.append(f"{name}:{number}: {error}")
    wrong += [
        f"{name}:{second.line}: `{second.word}` contradicts line {first.line}: "
        f"{' '.join(first.pinyin)} there, {' '.join(second.pinyin)} here"
        for first, second in conflicts(entries)
    ]
    return tuple(entries), tuple(wrong)


def _fields(line: str) -> list[str]:
    fields = [field.strip() for field in line.split("\t")]
    if not 2 <= len(fields) <= 4:
        raise ValueError(f"expected word, pinyin, scope, note with tabs between them, found {len(fields)} fields")
    return fields + [""] * (4 - len(fields))


def entry(word: str, pinyin: str, scope: str = "", note: str = "", line: int = 0) -> Entry:
    """A checked entry.

    Raises ValueError when the word is not all Hanzi, the pinyin is none, or not one syllable per character, or the scope unknown.
    """
    syllables = syllable.split(pinyin)
    if scope not in get_args(Scope):
        raise ValueError(f"unknown scope `{scope}`; there are {', '.join(filter(None, get_args(Scope)))}, or none")
    if not _HANZI.fullmatch(word):
        raise ValueError(f"`{word}` is not all Hanzi")
    if len(word) != len(syllables):
        raise ValueError(f"`{word}` has {_counted(word, 'character')}, `{pinyin}` has {_counted(syllables, 'syllable')}")
    return Entry(word, syllables, scope, " ".join(note.split()), line)  # type: ignore[arg-type]  # checked above


def _counted(things: Sequence[str], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
