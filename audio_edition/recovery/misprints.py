"""Suspected misprints of the newspaper or of its recognition, as findings; nothing is changed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from audio_edition.model.dates import is_day
from audio_edition.model.finding import Finding
from audio_edition.model.hanzi import HANZI
from audio_edition.model.issue import Article, Masthead
from audio_edition.model.passage import passages
from audio_edition.recovery.folding import fold
from audio_edition.recovery.phrases import is_doubled, is_phrase, sound_alike

_LETTERS = re.compile(r"(?<![A-Za-z\d])\d+[OoIl][\dOoIl]*(?![A-Za-z\d])|(?<![A-Za-z\d])[OoIl]\d[\dOoIl]*(?=[元年月日个%万亿人])")
_DIGITS = str.maketrans("OoIl", "0011")
_DOUBLED = re.compile(rf"({HANZI})\1")
# Not 一个项目一个项目地抓: that is one after the other.
_REPEATED = re.compile(rf"(?<!一)((?!一){HANZI}{{2,6}})\1(?={HANZI}{{2}})")
_PLACE = re.compile(rf"{HANZI}{{2}}(?:街|路|巷|村|镇|乡|桥|社区|小区|公园|大道)")
_MOST = 200
"""Names of places in an article that are compared."""
_UNREADABLE = re.compile("[\ufffd□■▇█]")
_WEEKDAYS = "一二三四五六日"


def misprints(articles: Sequence[Article], masthead: Masthead) -> tuple[Finding, ...]:
    """Findings S501 to S507 over all texts that are read."""
    found = [finding for article in articles if article.read != "skip" for finding in _article(article)]
    return (*found, *_day(masthead))


def _article(article: Article) -> Iterator[Finding]:
    for passage in passages(article):
        where = f"{article.id}/{passage.id}"
        for match in _LETTERS.finditer(passage.text):
            yield Finding("S501", f"a letter in a number: {match[0]}", _at(where, match), suggestion=match[0].translate(_DIGITS))
        if passage.role in ("body", "question", "answer", "note"):
            yield from _doubled(passage.text, where)
            for match in _REPEATED.finditer(passage.text):
                yield Finding("S503", f"the same words twice: {match[0]}", _at(where, match), "note", match[1])
        for match in _UNREADABLE.finditer(passage.text, 1):
            yield Finding(
                "S507",
                f"a sign that could not be read: {passage.text[max(0, match.start() - 4) : match.end() + 4]}",
                _at(where, match),
            )
    yield from _spellings(article)


def _at(where: str, match: re.Match[str]) -> str:
    return f"{where}[{match.start()}:{match.end()}]"


def _doubled(text: str, where: str) -> Iterator[Finding]:
    """A sign printed twice that no phrase doubles, or that is doubled before an object as only verbs of every day are."""
    folded = fold(text)
    for match in _DOUBLED.finditer(folded):
        sign, before, after = match[1], folded[max(0, match.start() - 1) : match.start()], folded[match.end() : match.end() + 1]
        if sign in _REDUPLICATED or is_phrase(sign + after) or is_phrase(before + sign) or before == "一" or _aabb(folded, match):
            continue
        if not is_doubled(sign) or after in tuple("每各整全"):
            yield Finding(
                "S502", f"the same sign twice: {text[max(0, match.start() - 2) : match.end() + 2]}", _at(where, match), "note"
            )


def _aabb(text: str, match: re.Match[str]) -> bool:
    return bool(_DOUBLED.match(text, match.end()) or _DOUBLED.fullmatch(text, max(0, match.start() - 2), match.start()))


_REDUPLICATED = frozenset(
    "一二三四五六七八九十百千万个天年月日人家处事时代层步声种样条次户村点件句字块片张队项批组排箱串行棵座声阵份股本台辆盏"
    "爸妈爷奶哥姐弟妹叔伯舅姑姨婆公宝娃星看听说走试想问谈聊等坐歇写读尝笑跑跳玩动摸拍谢区省市县镇乡所局部会"
    "大小多少长高远近深慢轻重满早好真常渐纷频屡往刚偏仅缓牢紧稳默悄静暗环隆滚滴"
)
"""Signs that are doubled every day: classifiers, kinship, verbs and adverbs; and those that end one word and begin the next."""


def _spellings(article: Article) -> Iterator[Finding]:
    """Names of places that differ in one sign of the same sound."""
    texts = [(passage.id, passage.text) for passage in passages(article)]
    names = {match[0]: _at(f"{article.id}/{id}", match) for id, text in texts for match in _PLACE.finditer(text)}
    for one, other in combinations(list(names)[:_MOST], 2):
        differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
        if len(one) == len(other) and len(differing) == 1 and sound_alike(*differing[0]):
            yield Finding("S504", f"one name, or two? {one} and {other}", names[other], suggestion=one)


def _day(masthead: Masthead) -> Iterator[Finding]:
    if not is_day(masthead.date):
        if masthead.date:
            yield Finding("S505", f"the masthead says {masthead.date}, which is no day", suggestion="say it with --date")
        return
    right = _WEEKDAYS[date.fromisoformat(masthead.date).weekday()]
    said = masthead.weekday.replace("天", "日")
    if said[:2] in ("星期", "礼拜") and said[-1:] in _WEEKDAYS and said[-1:] != right:
        yield Finding("S506", f"{masthead.date} was no {masthead.weekday}", suggestion=f"星期{right}")
