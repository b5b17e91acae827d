"""What the pages themselves say, in the language of the paper: Chinese or English, as its country writes it, else English.

The words lie in `templates/labels/<language>.json`; a country's file holds what it says otherwise than the file of its bare
language, if there is one (RFC 7396). A key that is missing or misspelt there is an error when it is read.
"""

from datetime import date as Date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
from msgspec import Struct

from audio_edition.model.language import fitting
from audio_edition.publishers._markup import short


class PlayerLabels(Struct, frozen=True, forbid_unknown_fields=True):
    """The player and its settings; `options` by setting and value."""

    player: str
    whole: str
    direct: str
    back_to_reading: str
    resumed_before: str
    resumed_after: str
    from_start: str
    title: str
    speed: str
    times: str
    timer: str
    minutes: str
    names: dict[str, str]
    options: dict[str, dict[str, str]]
    previous_article: str
    next_article: str
    previous_sentence: str
    next_sentence: str
    back: str
    forward: str
    play: str
    settings: str
    close: str
    place: str
    keep: str
    keys: tuple[tuple[tuple[str, ...], str], ...]
    """Keys and what they do; those that need several articles are in `article_keys`."""
    article_keys: tuple[tuple[tuple[str, ...], str], ...]


class ScriptLabels(Struct, frozen=True, forbid_unknown_fields=True):
    """What the script says; `{}` stands for what varies."""

    play: str
    pause: str
    failed: str
    speed: str
    stop_in: str
    stop_after: str
    timer_off: str
    slept: str
    place: str
    no_pinyin: str
    keeping: str
    kept: str
    not_kept: str
    forgotten: str
    forget: str
    keep: str
    keep_size: str


class TableLabels(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the report."""

    title: str
    about: str
    heads: tuple[str, ...]


class ReportLabels(Struct, frozen=True, forbid_unknown_fields=True):
    """The reading report."""

    title: str
    description: str
    skip: str
    back: str
    characters: str
    voice: str
    between: str
    nothing: str
    source: str
    silent: str
    suggestion: str
    count: str
    table: str
    findings: TableLabels
    doubts: TableLabels
    skipped: TableLabels
    expansions: TableLabels
    severities: dict[str, str]
    origins: dict[str, str]
    reasons: dict[str, str]


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """All that a page says of its own; `{}` stands for what varies."""

    lang: str
    """Of these words; `zh` stands for the paper's own tag."""
    date: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    month: str
    hours: str
    minutes: str
    seconds: str
    audio_edition: str
    paper: str
    untitled: str
    synthetic: str
    page: str
    again: str
    number: str
    articles: str
    length: str
    issues: str
    between: str
    issue_title: str
    issue_description: str
    article_title: str
    article_description: str
    archive_title: str
    archive_description: str
    skip_text: str
    skip_issues: str
    past: str
    download: str
    downloads: dict[str, str]
    """What each file of the issue's folder is, by name."""
    report: str
    contents: str
    listen: str
    from_here: str
    alone: str
    named: str
    before: str
    after: str
    beside: str
    table: str
    podcast: str
    printed: str
    player: PlayerLabels
    script: ScriptLabels
    reading: ReportLabels


def labels(lang: str) -> Labels:
    """The words for a page about a paper in the language of this BCP 47 tag.

    >>> labels("zh-TW").synthetic, labels("zh-HK").contents, labels("zh-CN").contents, labels("fr").contents
    ('本有聲版語音由人工智慧合成。', '目錄', '目录', 'Contents')
    """
    return _read(fitting(lang, _languages(), otherwise="en"))


@cache
def _languages() -> frozenset[str]:
    return frozenset(entry.name.removesuffix(".json") for entry in _folder().iterdir())


@cache
def _read(language: str) -> Labels:
    own, bare = _written(language), language.partition("-")[0]
    return msgspec.convert(_over(_written(bare), own) if bare in _languages() else own, Labels)


def _written(language: str) -> dict[str, Any]:
    return msgspec.json.decode(_folder().joinpath(f"{language}.json").read_bytes(), type=dict[str, Any])


def _over(words: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The words with a country's own in their places."""
    changed = {key: _over(words[key], value) if isinstance(value, dict) else value for key, value in own.items()}
    return words | changed


def _folder() -> Traversable:
    return files("audio_edition.publishers") / "templates" / "labels"


def page_lang(lang: str, say: Labels) -> str:
    """The language of a page whose paper is in `lang`: the paper's own tag, if the page's words are in that language."""
    return lang if lang.partition("-")[0].lower() == say.lang or say.lang == "zh" else say.lang


def day(iso: str, say: Labels) -> str:
    """A date in words.

    >>> [day("2022-07-26", labels(lang)) for lang in ("zh-CN", "en", "en-US")]
    ['2022年7月26日 星期二', 'Tuesday, 26 July 2022', 'Tuesday, July 26, 2022']
    """
    try:
        date = Date.fromisoformat(iso)
    except ValueError:
        return short(iso)
    name = say.months[date.month - 1]
    return say.date.format(year=date.year, month=name, day=date.day, weekday=say.weekdays[date.weekday()])


def month(iso: str, say: Labels) -> str:
    """The month of a date in words.

    >>> month("2022-07", labels("zh-CN"))
    '2022年7月'
    """
    year, _, number = iso.partition("-")
    known = number.isdigit() and 1 <= int(number) <= 12
    return say.month.format(year=year, month=say.months[int(number) - 1]) if known else short(iso)


def length(seconds: float, say: Labels) -> str:
    """A duration in words; only full seconds count, as in the clock of a player beside it.

    >>> length(192.6, labels("zh-CN")), length(3725, labels("en"))
    ('3分12秒', '1 h 2 min')
    """
    whole = int(seconds)
    if whole >= 3600:
        return say.hours.format(whole // 3600, whole % 3600 // 60)
    return say.minutes.format(whole // 60, whole % 60) if whole >= 60 else say.seconds.format(whole)
