"""Facts of an edition that several output forms tell: who publishes it, what it is called, by which name clients know it."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from audio_edition.model.edition import Edition, Track
from audio_edition.publishers._persons import persons
from audio_edition.publishers._phrases import phrases, written_date
from audio_edition.publishers._text import label
from audio_edition.settings import Paper

NAME = 128
"""Most code points of a person's name (Podcasting 2.0)."""

_ISO639 = {"zh": "zho", "yue": "yue", "cmn": "cmn", "en": "eng", "bo": "bod", "ug": "uig", "mn": "mon", "ko": "kor", "ja": "jpn"}


def articles(edition: Edition) -> tuple[Track, ...]:
    """The tracks that are articles: each has files of its own."""
    return tuple(track for track in edition.tracks if track.kind == "article")


def name(edition: Edition, paper: Paper) -> str:
    """The paper's name on one line; its slug when nobody says it."""
    return label(paper.title or edition.title, 120) or edition.paper


def author(edition: Edition, paper: Paper) -> str:
    """Who publishes it."""
    masthead = edition.issue.masthead
    return label(paper.author or masthead.publisher or masthead.owner, 120) or name(edition, paper)


def track_title(edition: Edition, track: Track, limit: int) -> str:
    """Its title on one line; where it has none, the beginning of what it says."""
    texts = (label(text, limit) for text in (track.title, *(label(passage.text, 24) for passage in track.passages)))
    return next(filter(None, texts), phrases(edition.lang).untitled)


def reporters(tracks: Sequence[Track]) -> tuple[str, ...]:
    """Names of those who wrote them, each once."""
    named = (label(name, NAME) for track in tracks if track.article for name in persons(track.article))
    return tuple(dict.fromkeys(filter(None, named)))


def edition_title(edition: Edition, paper: Paper) -> str:
    """`青澜日报 2023年11月8日`."""
    words = phrases(edition.lang)
    return words.edition.format(name(edition, paper), written_date(words, edition.date))


def guid(edition: Edition, part: str) -> str:
    """Name of an episode for ever: made of paper, date and the article's id, never of text, time or order."""
    return label(f"{edition.paper}/{edition.date}/{part}", 255)


def published(edition: Edition, paper: Paper, minutes: int = 0) -> datetime:
    """When it appeared: the paper's hour on the day of the issue, and so many minutes later."""
    return datetime.fromisoformat(f"{edition.date}T{paper.time or morning(edition.lang)}") + timedelta(minutes=minutes)


_OFFSETS = dict.fromkeys(("cn", "hk", "mo", "tw", "sg", "my", "ph"), "+08:00")
_OFFSETS |= {"jp": "+09:00", "kr": "+09:00", "in": "+05:30", "us": "-05:00", "ca": "-05:00"}
"""Of countries with one time all the year; of two with several the easterners', when it is the same day in all of them."""


def morning(lang: str) -> str:
    """Six o'clock where papers in a language appear, as far as its BCP 47 tag tells the country; else in UTC.

    >>> [morning(lang) for lang in ("zh-CN", "zh-Hant-TW", "en-US", "en-GB", "zh")]
    ['06:00+08:00', '06:00+08:00', '06:00-05:00', '06:00Z', '06:00Z']
    """
    parts = lang.lower().split("-")[1:]
    return "06:00" + next((_OFFSETS[part] for part in parts if part in _OFFSETS), "Z")


def iso639(lang: str) -> str:
    """The three-letter code (ISO 639-2) of a BCP 47 tag; `und` when it has none here.

    >>> iso639("zh-CN"), iso639("en"), iso639("tlh")
    ('zho', 'eng', 'tlh')
    """
    primary = lang.lower().split("-")[0]
    return _ISO639.get(primary) or (primary if re.fullmatch("[a-z]{3}", primary) else "und")
