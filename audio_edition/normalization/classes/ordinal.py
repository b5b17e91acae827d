"""Ordinals.

（下转第2版） => 下转第二版
第200次执行任务，第3、4版，第1—3名 => 第二百次执行任务，第三、四版，第一到三名
三届2次职工代表大会，高三2班，大2学生，3营2连 => 三届二次职工代表大会，高三二班，大二学生，三营二连
    第1、2、3名，高三（2）班 => 第一、二、三名，高三二班
第（三）项，第（5）款，第(2)组，初二（三）班 => 第三项，第五款，第二组，初二三班
双色球第2022086期，第1000期，第2023-12号公告 => 双色球第二零二二零八六期，第一千期，第二零二三杠一二号公告
居No.1，编号No.2022-018 => 居第一，编号No二零二二零一八
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import INT, LINE
from audio_edition.normalization.rule import Piece, part, rule

_BRACKETED = r"\((?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\)"
_BEFORE = (
    r"第 ?|[一二三四五六七八九十]届|[高初大小][一二三四五六]|民国|光绪|康熙|乾隆|贞观|开元|洪武|永乐|万历|崇祯|嘉靖"
    r"|嘉庆|道光|咸丰|同治|宣统|雍正|顺治|昭和|平成|令和|明治|大正"
)


@rule(INT, cost=1, needs="第届高初大小民光康乾贞开洪永万崇嘉道咸同宣雍顺昭平令明", after=_BEFORE)
def ordinal(match: re.Match[str]) -> str | None:
    drawn = len(match[0]) > 4 and match.string.startswith("期", match.end()) and not match[0].endswith("000")
    return None if match[0][0] == "0" or drawn else numerals.cardinal(match[0])


@rule(r"(?!\d{1,16}000(?!\d))[1-9](?:\d{5,19}+(?=号)|\d{4,19}+(?=期))", cost=0.9, needs="第", after="第 ?")
def serial(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"(?P<y>(?:19|20)\d\d)(?P<s>[-—])(?P<n>\d{1,4})(?=号)", cost=0.9, needs="第", after="第 ?")
def of_a_year(match: re.Match[str]) -> str:
    return f"{numerals.digits(match['y'])}杠{numerals.digits(match['n'])}"


@rule(r"0\d{0,12}+", cost=1, needs="第", after="第 ?")
def numbered(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(rf"(?P<a>\d{{1,4}})(?P<to>{LINE}|、)(?P<b>\d{{1,4}})(?![\d.:%/])", cost=1, needs="第", after="第 ?")
def ordinals(match: re.Match[str]) -> list[Piece]:
    to = "、" if match["to"] == "、" else "到"
    return [
        part(match, "a", numerals.cardinal(match["a"])),
        part(match, "to", to),
        part(match, "b", numerals.cardinal(match["b"])),
    ]


@rule(r"\d{1,4}(?:、\d{1,4}){1,9}(?![\d.:%/]|、\d)", cost=1, needs="第", after="第 ?")
def several(match: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda number: numerals.cardinal(number[0]), match[0])


@rule(r"2(?=[旅团营连](?:\d{1,2}|[一二三四五六七八九十])[营连排班])", cost=0.9, needs="营连排班")
def two(match: re.Match[str]) -> str:
    """Troops are numbered, 2营3连, and years of study."""
    return "二"


year_of_study = rule(r"2(?=学生|年级|[上下]学期|[女男新]生|时|暑假|寒假)", cost=0.9, needs="学年生时假", after="[大初高研]")(
    two.say
)
below = rule(
    r"2(?=[营连排班](?![胜败冠]))", cost=0.9, needs="营连排班", after=r"(?:\d{1,3}|[一二三四五六七八九十])[师旅团营连排]"
)(two.say)


@rule(rf"{_BRACKETED}(?=[项款条目节章类点组批期届])", cost=0.4, at="(", needs="第", after="第 ?")
def bracketed(match: re.Match[str]) -> list[Piece]:
    """As laws number what stands below an article: in one breath."""
    return [part(match, "n", numerals.cardinal(match["n"]) if match["n"].isdigit() else match["n"])]


bracketed_class = rule(r"\((?P<n>\d{1,2})\)(?=[班连队组号])", cost=0.5, at="(", needs="班连队组号")(bracketed.say)
class_in_hanzi = rule(_BRACKETED + "(?=班)", cost=0.4, at="(", needs="班", after="[初高大小]?[一二三四五六七八九]|年级")(
    bracketed.say
)


@rule(r"(?P<l>[Nn][Oo])\.? ?(?P<n>\d{4,12}(?:-\d{1,8}){1,2}|\d{5,20}|0\d{1,20})(?![\d.-])", cost=0.9, at="Nn")
def number_of_many_digits(match: re.Match[str]) -> str:
    return match["l"] + numerals.digits(match["n"].replace("-", ""))


@rule(r"[Nn][Oo]\. ?([1-9]\d{0,3})(?![\d-])", cost=1, needs=".", at="Nn")
def number_one(match: re.Match[str]) -> str:
    return "第" + numerals.cardinal(match[1])
