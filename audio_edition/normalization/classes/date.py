"""Dates.

2022年7月26日，2022 年 7 月 26 日 => 二零二二年七月二十六日，二零二二年七月二十六日
2022/7/26，2022-07-26，2022.7.26 => 二零二二年七月二十六日，二零二二年七月二十六日，二零二二年七月二十六日
7月1日—15日，3-5日 => 七月一日至十五日，三至五日
8月1日—8月7日，3月下旬—5月初，上旬~中旬 => 八月一日至八月七日，三月下旬至五月初，上旬至中旬
活动时间：7.20—7.31。 => 活动时间：七月二十日至七月三十一日。
1—6月，7、8月份 => 一至六月，七、八月份
有期徒刑10年6个月，为期2日 => 有期徒刑十年六个月，为期两日
12.08首发，12.05周四，收于12.08元，跑出10.05秒 => 十二月八日首发，十二月五日周四，收于十二点零八元，跑出十点零五秒
工期12.5个月，票价：12.05，占比10.08 => 工期十二点五个月，票价：十二点零五，占比十点零八
4月10日9:00—4月20日17:00 => 四月十日九点至四月二十日十七点
08-08，2008-08，08/2008 => 八月八日，二零零八年八月，二零零八年八月
"""

import re
from collections.abc import Iterator

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, DAY, LINE, MONTH, TO_END
from audio_edition.normalization.quantities import has_unit
from audio_edition.normalization.rule import Piece, Rule, part, rule, until

_NEAR = 14
"""Days around the issue's date in which 7.26 is taken for a day."""
_MD = rf"(?P<m>{MONTH}) ?(?P<mw>月)(?:(?: ?(?P<d>{DAY}) ?(?P<dw>[日号]))|(?! ?\d|龄))"
_DATED = r"(?:时间|日期|[展会工假档赛学租]期|截至|截止|即日起?[至到])[为是:]? ?"
_NO_VERSION = r"(?<![A-Za-z])(?<![A-Za-z] )(?<!版本)(?<!系统)(?<!(?:升级|更新)[到至])"
"""No program's name or the like before a number with two points."""
_POINT = r"[.\-/·]"
_NO_VALUE = (
    r"(?<![价率比值数绩额量约达涨跌报])(?<![价率比值数绩额量]:)(?<![收报]于)(?<!报收)(?<![得比]分)"
    r"(?<![低高大小优等]于)(?<!视力)(?<!血糖)(?<!指数)(?<!系数)(?<!不足)"
)
"""Not behind what is told by a number: 收于12.08."""
_UNIT = {"y": "年", "m": "月", "d": "日"}


def _read(match: re.Match[str], *groups: str) -> list[Piece]:
    """Groups y, m, d are numbers, others stand as they are; a missing group is left out."""
    said = []
    for group in groups:
        if match[group] is not None:
            written = match[group]
            read = numerals.digits if group == "y" else numerals.cardinal
            said.append(part(match, group, read(written) if written.isdigit() else written))
    return said


def _expanded(match: re.Match[str], groups: str) -> list[Piece]:
    """Numbers with the units that are not printed."""
    said: list[Piece] = []
    for group in groups:
        read = numerals.digits if group == "y" else numerals.cardinal
        start, end = match.span(group)
        said += [(read(match[group]), start, end), (_UNIT[group], start, end)]
    return said


@rule(rf"(?P<y>\d{{4}}) ?(?P<yw>年) ?{_MD}", cost=1, needs="月")
def full(match: re.Match[str]) -> list[Piece]:
    return _read(match, "y", "yw", "m", "mw", "d", "dw")


@rule(rf"(?P<y>\d\d) ?(?P<yw>年) ?{_MD}", cost=1.2, needs="月", after=r"(?<![刑役期])")
def short(match: re.Match[str]) -> list[Piece]:
    return _read(match, "y", "yw", "m", "mw", "d", "dw")


@rule(_MD, cost=1, needs="月")
def month_day(match: re.Match[str]) -> list[Piece]:
    return _read(match, "m", "mw", "d", "dw")


@rule(
    rf"(?P<d>{DAY}) ?(?P<dw>[日号])(?![内游间均左之]|后再|之内)",
    cost=1.2,
    needs="日号",
    after=r"(?<!为期)(?<!历时)(?<!连续)(?<!短短)(?<!仅用)(?<!整整)",
)
def day(match: re.Match[str]) -> list[Piece]:
    return _read(match, "d", "dw")


@rule(r"\d{1,3}(?= ?日)", cost=1, needs="日", after=r"为期|历时|连续|短短|仅用|整整|[共停休]")
def days_long(match: re.Match[str]) -> str:
    return numerals.count(match[0])


@rule(rf"(?P<y>\d{{4}})(?P<s>{_POINT})(?P<m>{MONTH})(?P=s)(?P<d>{DAY})(?![\d.%])", cost=1, needs="-/.·")
def separated(match: re.Match[str]) -> list[Piece]:
    return _expanded(match, "ymd")


@rule(r"(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?![\d.%])", cost=1, needs="-/.")
def year_last(match: re.Match[str]) -> list[Piece] | None:
    first, second = int(match["m"]), int(match["d"])
    if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):
        return None
    month, day = ("m", "d") if first <= 12 and second > 12 else ("d", "m")
    year = [part(match, "y", numerals.digits(match["y"]) + "年")]
    return [
        *year,
        part(match, month, numerals.cardinal(match[month]) + "月"),
        part(match, day, numerals.cardinal(match[day]) + "日"),
    ]


@rule(r"(?P<y>(?:19|20)\d\d)(?:[-/.](?P<m>0[1-9]|1[0-2])|/(?P<n>[1-9]))(?![\d.%/-])", cost=1.5, needs="-/.")
def year_month(match: re.Match[str]) -> list[Piece]:
    month = "m" if match["m"] else "n"
    said = [part(match, "y", numerals.digits(match["y"])), ("年", match.end("y"), match.start(month))]
    return [*said, part(match, month, numerals.cardinal(match[month])), part(match, month, "月")]


@rule(r"(?P<m>0[1-9]|1[0-2])[-/.](?P<y>(?:19|20)\d\d)(?![\d.%/-])", cost=1.5, needs="-/.")
def month_year(match: re.Match[str]) -> list[Piece]:
    return _expanded(match, "ym")


@rule(r"(?P<m>0[1-9]|1[0-2])[-/.](?P<d>0[1-9]|[12]\d|3[01])(?![\d.%/-])", cost=1.7, needs="-/.", after=_NO_VALUE)
def padded(match: re.Match[str]) -> list[Piece] | None:
    return _day(match) if "0" in match["m"][0] + match["d"][0] else None


@rule(
    r"(?P<y>\d\d)(?P<s>[/.])(?P<m>1[0-2]|[1-9])(?P=s)(?P<d>3[01]|[12]\d|[1-9])(?![\d./])", cost=1.6, needs="/.", after=_NO_VERSION
)
def short_year(match: re.Match[str]) -> list[Piece] | None:
    """In a cell of a table three numbers are games won, drawn and lost."""
    return None if match["s"] == "/" and match[0] == match.string else _expanded(match, "ymd")


@rule(rf"(?P<m>{MONTH})[.](?P<d>{DAY})(?![\d.%])", cost=1, needs=".", after=_DATED)
def dotted(match: re.Match[str]) -> list[Piece] | None:
    return _day(match)


_MONTHS = r"(?P<y>(?:19|20)\d\d)[./](?P<m>0?[1-9]|1[0-2])"


@rule(rf"{_MONTHS} ?(?P<to>{LINE}) ?(?P<z>(?:19|20)\d\d)[./](?P<n>0?[1-9]|1[0-2])(?![\d.])", cost=1.2, needs="./")
def month_span(match: re.Match[str]) -> list[Piece]:
    last = [part(match, "z", numerals.digits(match["z"]) + "年"), part(match, "n", numerals.cardinal(match["n"]) + "月")]
    return [*_expanded(match, "ym"), until(match, "至"), *last]


@rule(rf" ?{LINE} ?(?=(?:\d{{4}}[-/.])?\d{{1,2}}[-/.]\d)", cost=0.4, at=" -—~", after=r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
def to_separated(match: re.Match[str]) -> str:
    return "至"


_DAYS = rf"(?P<m>{MONTH})\.(?P<d>{DAY}) ?(?P<to>{DASH}) ?(?P<n>{MONTH})\.(?P<e>{DAY})(?![\d.%])"


def _span(match: re.Match[str]) -> list[Piece]:
    end = [(numerals.cardinal(match["n"]), *match.span("n")), ("月", match.end("n"), match.start("e"))]
    last = [part(match, "e", numerals.cardinal(match["e"])), part(match, "e", "日")]
    return [*_expanded(match, "md"), until(match, "至"), *end, *last]


dotted_span = rule(_DAYS, cost=1, needs=".", after=_DATED)(_span)


@rule(rf"(?P<m>{MONTH})\.(?P<d>{DAY})(?![\d.%])", cost=1, needs=".", after=rf"\d{{4}}\.\d{{1,2}}\.\d{{1,2}} ?{DASH} ?")
def dotted_end(match: re.Match[str]) -> list[Piece]:
    return _expanded(match, "md")


@rule(_DAYS + TO_END, cost=1.9, needs=".")
def dotted_span_alone(match: re.Match[str]) -> list[Piece] | None:
    return _span(match) if len(match["d"] + match["e"]) > 2 else None


@rule(rf"(?P<a>{MONTH})(?P<to> ?{LINE} ?|、)(?P<b>{MONTH})(?= ?月(?! ?\d))", cost=1, needs="月")
def months(match: re.Match[str]) -> list[Piece]:
    return _pair(match)


@rule(rf"(?P<a>{DAY})(?P<to> ?{LINE} ?|、)(?P<b>{DAY})(?= ?[日号](?![内间楼院]|本(?!报)))", cost=1, needs="日号")
def days(match: re.Match[str]) -> list[Piece]:
    return _pair(match)


def _pair(match: re.Match[str]) -> list[Piece]:
    to = "、" if match["to"] == "、" else "至"
    return [
        part(match, "a", numerals.cardinal(match["a"])),
        part(match, "to", to),
        part(match, "b", numerals.cardinal(match["b"])),
    ]


@rule(rf" ?{LINE} ?(?=\d{{1,4}} ?[年月日号])", cost=0.5, needs="年月日号", at=" -—~", after=r"[年月日号时分旬初底末]|\d:\d\d")
def to_date(match: re.Match[str]) -> str:
    return "至"


@rule(
    rf" ?{LINE} ?(?=(?:\d{{1,2}}月)?[上中下]旬|[年月][初底末中])",
    cost=0.4,
    needs="旬初底末",
    at=" -—~",
    after="旬|[年月][初底末中]|[日月]",
)
def to_part_of_month(match: re.Match[str]) -> str:
    return "至"


def dated(issue: str) -> Iterator[Rule]:
    """Rules for the days around an issue: 7.26 in the issue of 2022-07-28 is a day.

    `issue` is YYYY-MM-DD; of another string there are none.
    """
    from datetime import date, timedelta

    try:
        middle = date.fromisoformat(issue)
    except ValueError:
        return
    days = [middle + timedelta(offset) for offset in range(-_NEAR, _NEAR + 1)]
    near = "|".join(f"0?{day.month}[.]0?{day.day}" for day in days)
    yield rule(rf"(?=(?:{near})(?![\d.%‰级]))(?P<m>\d+)\.(?P<d>\d+)", cost=1.6, after=_NO_VALUE)(_day)


def _day(match: re.Match[str]) -> list[Piece] | None:
    """A month and a day, unless a unit follows: then it is a decimal. The word for a day may be printed."""
    if has_unit(match.string, match.end()):
        return None
    said = _expanded(match, "md")
    return said[:-1] if match.string[match.end() : match.end() + 1] in ("日", "号") else said
