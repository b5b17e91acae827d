"""Lexicons: curated readings in plain TSV (word, pinyin, scope, note), checked when they are read."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import syllable

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
    audio_edition.model.errors.ConfigError: a.tsv:1: `应县` has 2 characters, `ying4` has 1 syllables
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    lexicon = Lexicon(name, tuple(_entries(text, name)))
    for first, second in conflicts(lexicon):
        raise ConfigError(f"{name}:{second.line}: `{second.word}` contradicts line {first.line}: "
                          f"{' '.join(first.pinyin)} there, {' '.join(second.pinyin)} here")  # fmt: skip
    return lexicon


def serialize(lexicon: Lexicon) -> bytes:
    """The TSV of a lexicon, which `parse` reads back.

    >>> serialize(Lexicon("a", (Entry("应县", ("ying4", "xian4"), "place"),))).decode()
    '应县\\tying4 xian4\\tplace\\t\\n'
    """
    rows = ("\t".join((entry.word, " ".join(entry.pinyin), entry.scope, entry.note)) for entry in lexicon.entries)
    return "".join(row + "\n" for row in rows).encode()


def conflicts(lexicon: Lexicon) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries that read one word, in one scope, in two ways."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in lexicon.entries:
        known = first.setdefault((entry.word, entry.scope), entry)
        if known.pinyin != entry.pinyin:
            yield known, entry


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


def _entries(text: str, name: str) -> Iterator[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                word, pinyin, scope, note = _fields(line)
                yield entry(word, pinyin, scope, note, number)
            except ValueError as error:
                raise ConfigError(f"{name}:{number}: {error}") from error


def _fields(line: str) -> list[str]:
    fields = [field.strip() for field in line.split("\t")]
    if not 2 <= len(fields) <= 4:
        raise ValueError(f"expected word, pinyin, scope, note with tabs between them, found {len(fields)} fields")
    return fields + [""] * (4 - len(fields))


def entry(word: str, pinyin: str, scope: str = "", note: str = "", line: int = 0) -> Entry:
    """A checked entry.

    Raises ValueError when the pinyin is none, or not one syllable per character, or the scope unknown.
    """
    syllables = syllable.split(pinyin)
    if scope not in get_args(Scope):
        raise ValueError(f"unknown scope `{scope}`; there are {', '.join(filter(None, get_args(Scope)))}, or none")
    if not word or len(word) != len(syllables):
        raise ValueError(f"`{word}` has {len(word)} characters, `{pinyin}` has {len(syllables)} syllables")
    return Entry(word, syllables, scope, note, line)  # type: ignore[arg-type]  # checked above
