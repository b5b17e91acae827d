"""A number in brackets inside the name of a day, a month or a year, as Taiwan's papers print it; days with a stroke.

台积电昨（11）日宣布，明(13)日起锋面接近 => 台积电昨十一日宣布，明十三日起锋面接近
甲午（1894）年，本（7）月，今（2025）年，去（113）年 => 甲午一八九四年，本七月，今二零二五年，去一百一十三年
昨（11）晚，今（12）天，明天（13）起，昨（十一）日 => 昨十一日晚，今天十二日，明天十三日起，昨十一日
展期12/1—12/3，8/28-9/1 => 展期十二月一日至十二月三日，八月二十八日至九月一日
今明（12、13）两日，共（3）日，本（第7）届 => 今明十二、十三两日，共，三，日，本，第七，届
"""

import re
from collections.abc import Iterator

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DAY, LINE, MONTH
from audio_edition.normalization.rule import Piece, Rule, part, rule

_NEAR = "[昨今明本当翌次隔同前后]"
_DAYS = rf"(?P<d>{DAY})(?:(?P<to>[、至到~-])(?P<e>{DAY}))?"


@rule(rf"\({_DAYS}\)(?=[两三]?日)", cost=0.8, needs="日", at="(", after=rf"{_NEAR}(?:、?[今明后])?")
def day(match: re.Match[str]) -> list[Piece]:
    first = part(match, "d", numerals.cardinal(match["d"]))
    if not match["e"]:
        return [first]
    to = part(match, "to", "、" if match["to"] == "、" else "至")
    return [first, to, part(match, "e", numerals.cardinal(match["e"]))]


@rule(
    rf"\((?P<d>{DAY})日?\)(?=[晚晨早夜]|[上中下正]午|凌晨|清晨|傍晚|深夜)", cost=0.8, needs=")", at="(", after="[昨今明当翌次前]"
)
def part_of_day(match: re.Match[str]) -> list[Piece]:
    return [part(match, "d", numerals.cardinal(match["d"]) + "日")]


@rule(rf"\((?P<d>{DAY})日?\)(?P<w>天)", cost=0.8, needs="天", at="(", after="[昨今明前后]")
def whole_day(match: re.Match[str]) -> list[Piece]:
    return [part(match, "w", "天"), part(match, "d", numerals.cardinal(match["d"]) + "日")]


@rule(rf"\((?P<d>{DAY})\)(?![年月日天])", cost=0.8, needs="天日", at="(", after="[昨今明前后]天|[昨今明翌次]日")
def behind_its_name(match: re.Match[str]) -> list[Piece]:
    return [part(match, "d", numerals.cardinal(match["d"]) + "日")]


@rule(rf"\((?P<d>{DAY})日\)(?!日)", cost=0.8, needs="日", at="(", after="[昨今明](?:、?[今明])?")
def with_its_unit(match: re.Match[str]) -> list[Piece]:
    return [part(match, "d", numerals.cardinal(match["d"]) + "日")]


@rule(r"\((?P<d>[一二三四五六七八九十]{1,3})\)(?=[日月])", cost=0.8, needs="日月", at="(", after="[昨今明本当翌同]")
def in_hanzi(match: re.Match[str]) -> list[Piece]:
    return [part(match, "d", match["d"])]


@rule(rf"\((?P<m>{MONTH})\)(?=月)", cost=0.8, needs="月", at="(", after="[本上下当同次]个?")
def month(match: re.Match[str]) -> list[Piece]:
    return [part(match, "m", numerals.cardinal(match["m"]))]


@rule(
    r"\((?P<y>\d{2,4})\)(?=年)",
    cost=0.8,
    needs="年",
    at="(",
    after="[今去明本前后当次翌同]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]",
)
def year(match: re.Match[str]) -> list[Piece]:
    """Of four digits, or of the Republic, which are counted."""
    read = numerals.digits if len(match["y"]) == 4 else numerals.cardinal
    return [part(match, "y", read(match["y"]))]


@rule(rf"(?P<m>{MONTH})/(?P<d>{DAY}) ?(?P<to>{LINE}) ?(?P<n>{MONTH})/(?P<e>{DAY})(?![\d.%/])", cost=1.6, needs="/")
def span(match: re.Match[str]) -> list[Piece] | None:
    """From a day to a day; parts of a whole are below one, and of no more than twelve."""
    first, last = (int(match["m"]), int(match["d"])), (int(match["n"]), int(match["e"]))
    over_new_year = first[0] - last[0] > 8
    if (first >= last and not over_new_year) or not any(month >= day or day > 12 for month, day in (first, last)):
        return None
    said = [
        (numerals.cardinal(match[group]) + unit, match.start(group), match.end(group))
        for group, unit in (("m", "月"), ("d", "日"), ("n", "月"), ("e", "日"))
    ]
    return [*said[:2], part(match, "to", "至"), *said[2:]]


def local(lang: str) -> Iterator[Rule]:
    """Rules for days with a stroke, as Taiwan's papers print them: 8/15前報名, 9/1開學."""
    if "TW" in lang.split("-"):
        day = rf"(?P<m>{MONTH})(?P<to>/)(?P<d>{DAY})(?![\d.%/]|局)"
        yield rule(day, cost=1.7, needs="/")(_unless_a_fraction)
        yield rule(day + r"(?=[前起后止晚]|上午|下午|中午|开[始学幕放]|截止|\()", cost=1, needs="/")(_month_and_day)


def _unless_a_fraction(match: re.Match[str]) -> list[Piece] | None:
    """What is no part of a whole, or has a day that divides nothing."""
    month, day = int(match["m"]), int(match["d"])
    return _month_and_day(match) if month >= day or day > 12 else None


def _month_and_day(match: re.Match[str]) -> list[Piece]:
    day = part(match, "d", numerals.cardinal(match["d"]) + "日")
    return [part(match, "m", numerals.cardinal(match["m"])), part(match, "to", "月"), day]
