"""The text of a file, and the page that its name says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from audio_edition.model.errors import IssueError
from audio_edition.model.finding import Finding
from audio_edition.model.issue import SourceFile
from audio_edition.model.latin import join

TOLERATED = 0.01
"""Share of undecodable bytes up to which the rest of a file is still read."""
_BAD = re.compile(r"[\udc80-\udcff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode(file: SourceFile) -> tuple[str, tuple[Finding, ...]]:
    """The text of a UTF-8 file, each undecodable byte shown as U+FFFD with a Finding (R101).

    Raises IssueError when it is not UTF-8 at all.

    >>> decode(SourceFile("a.md", "好".encode()))
    ('好', ())
    """
    if file.content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise IssueError(f"{file.name}: not UTF-8 but UTF-16; save it as UTF-8")
    text = file.content.decode("utf-8", "surrogateescape")
    bad = [match.start() for match in _BAD.finditer(text)]
    if len(bad) > max(3, TOLERATED * len(file.content)):
        raise IssueError(
            f"{file.name}: not UTF-8 ({len(bad)} bytes do not decode, the first at character {bad[0]}); save it as UTF-8"
        )
    if text.count("\x00") > max(3, TOLERATED * len(text)):
        raise IssueError(f"{file.name}: a binary file, not text (holds NUL bytes)")
    findings = tuple(
        Finding("R101", "a byte that is not UTF-8, shown as �", f"{file.name}:{1 + text.count(chr(10), 0, place)}")
        for place in bad[:20]
    )
    return _CONTROL.sub(" ", _BAD.sub("\ufffd", text)), findings


_PAGE_NAMES = (
    re.compile(r"第\s*(?P<label>[A-H]?0*(?P<number>\d{1,3}))\s*[版页頁]"),
    re.compile(r"(?:page|版)[ _.-]?(?P<label>[A-H]?0*(?P<number>\d{1,3}))(?!\d)", re.I),
    re.compile(r"(?:^|[/_ -])(?P<label>[A-H]0*(?P<number>\d{1,2}))(?=$|[._ -])", re.I),
    re.compile(r"(?:^|[/_ -])p(?P<label>0*(?P<number>\d{1,2}))(?=$|[._ -])", re.I),
    re.compile(r"(?:^|[/_ -])(?P<label>0*(?P<number>\d{1,2}))(?:版[^/]*)?$"),
)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?P<mark>[-_.]?)\d\d(?P=mark)\d\d(?!\d)")


def page_of(name: str) -> tuple[int, str]:
    """Number and printed label of the page that a file's name says; (0, "") where it says none.

    >>> page_of("2022-07-26/page01.md"), page_of("A04.md"), page_of("000_158539ba2c247e0a.txt"), page_of("第3版.md")
    ((1, ''), (4, 'A04'), (0, ''), (3, ''))
    >>> page_of("青澜日报_2022-07-26.md"), page_of("2022-07-26_2.md")
    ((0, ''), (2, ''))
    """
    stem = _DATE.sub("", re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name))
    for pattern in _PAGE_NAMES:
        found = pattern.search(stem)
        if found:
            label = found["label"].upper()
            return int(found["number"]), label if label[0].isalpha() else ""
    return 0, ""


def joined(rows: Iterable[str]) -> str:
    """Printed lines as one text: between Latin letters a space, or a hyphen less.

    >>> joined(["Ferry re-", "opens on", "Monday"]), joined(["渡口重", "新开放"])
    ('Ferry reopens on Monday', '渡口重新开放')
    """
    return reduce(join, rows, "")


def wrapped(rows: Sequence[str]) -> Iterator[list[str]]:
    """Printed lines of Hanzi with those that go on with them: full ones that end within a sentence, and are too long for verse.

    >>> list(wrapped(["昨天上午九時渡口重新開放，首日接待", "市民千人。", "夜班明天起開。"]))
    [['昨天上午九時渡口重新開放，首日接待', '市民千人。'], ['夜班明天起開。']]
    >>> len(list(wrapped(["一等奖：朔城区第一中学高三二班张晓明", "二等奖：平鲁区李林中学高一五班李小红"])))
    2
    """
    full = max(map(_width, rows), default=0.0) - _RAGGED
    part: list[str] = []
    for row in rows:
        if part and (_width(part[-1]) < full or not _WITHIN.search(part[-1]) or _ENTRY.match(row)):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


_WITHIN = re.compile(r"\S{15}[\u4e00-\u9fff，、]$")
"""The end of such a line; white space parts what a masthead says."""
_ENTRY = re.compile(r"[^：:，。；]{1,10}[：:]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．）)]|[●▲■◆★▶·•-]")
"""The beginning of an entry of a list, which goes on with none."""
_RAGGED = 2.5
"""Widths of a Hanzi by which a full line may be shorter than another: the first of a paragraph is set in by two."""


def _width(row: str) -> float:
    """In widths of a Hanzi, of which a Latin letter takes half."""
    return sum(1.0 if char > "\u2e7f" else 0.5 for char in row)
