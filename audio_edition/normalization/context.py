"""What surrounds a text: the article's date and section, the language, the paper's own table of readings."""

import re

from msgspec import Struct

from audio_edition.model.errors import ConfigError


class SayAs(Struct, frozen=True):
    """A paper's own reading: everywhere, or in the sections of its scope."""

    pattern: str
    """A word, or a regular expression between slashes."""
    reading: str
    """The verbalization; of a regular expression it may name groups: `\\1`."""
    scope: str = ""
    """Name of the section it holds in; empty: all."""

    @property
    def is_pattern(self) -> bool:
        """Whether it is a regular expression."""
        return len(self.pattern) > 2 and self.pattern[0] == self.pattern[-1] == "/"


class Context(Struct, frozen=True):
    """What a text alone does not say."""

    date: str = ""
    """Of the issue, YYYY-MM-DD."""
    section: str = ""
    """Name of the page or section: 要闻, 体育."""
    lang: str = "zh-CN"
    """BCP 47."""
    say_as: tuple[SayAs, ...] = ()


def say_as(content: bytes, name: str) -> tuple[SayAs, ...]:
    """The table of a `say-as.tsv`, longest pattern first: `pattern or word <tab> reading [<tab> scope]`; # begins a comment.

    Raises ConfigError with `name` and line for a line that is none of this.

    >>> say_as("太旧路\\t太旧高速\\n".encode(), "say-as.tsv")
    (SayAs(pattern='太旧路', reading='太旧高速', scope=''),)
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8: {error}") from error
    table = [_entry(line, f"{name}:{number}") for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    return tuple(sorted(table, key=lambda entry: -len(entry.pattern)))


def expression(entry: SayAs) -> re.Pattern[str]:
    """The regular expression of an entry.

    Raises re.error when it is not one.
    """
    return re.compile(entry.pattern[1:-1] if entry.is_pattern else re.escape(entry.pattern))


def _entry(line: str, where: str) -> SayAs:
    columns = [column.strip() for column in line.split("\t")]
    if not 2 <= len(columns) <= 3 or not columns[0]:
        raise ConfigError(f"{where}: expected `pattern<tab>reading[<tab>scope]`, got {line!r}")
    entry = SayAs(*columns)
    try:
        pattern = expression(entry)
    except re.error as error:
        raise ConfigError(f"{where}: not a regular expression: {error}") from error
    try:
        pattern.sub(entry.reading if entry.is_pattern else "", "")
    except (re.error, IndexError) as error:  # a group that the pattern has not; a backslash that says nothing
        raise ConfigError(f"{where}: {entry.reading!r} is no reading for {entry.pattern}: {error}") from error
    return entry
