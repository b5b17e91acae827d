"""Years, decades, and ranges of years.

北京2022年冬奥会，公元前221年 => 北京二零二二年冬奥会，公元前二二一年
作家故居（1925—1998）修缮一新 => 作家故居，一九二五至一九九八，修缮一新
2年来，建党100年来，已有1500年历史 => 两年来，建党一百年来，已有一千五百年历史
2300多年建城史，20世纪90年代 => 两千三百多年建城史，二十世纪九十年代
95后教师，2008级毕业生，98抗洪 => 九五后教师，二零零八级毕业生，九八抗洪
他82年的小伙子，她是95年的，走过82年的历程，50年的老酒 => 他八二年的小伙子，她是九五年的，走过八十二年的历程，五十年的老酒
90后12人，00后3名，’98世界杯 => 九零后十二人，零零后三名，九八世界杯
2006、2007年，太和十八年（494），到2100年 => 二零零六、二零零七年，太和十八年，四九四，到二一零零年
公元618—907年，前5-前3世纪，2025Q1-Q3 => 公元六一八至九零七年，前五至前三世纪，二零二五Q一至Q三
    公元前760—前700年，前770—前476年 => 公元前七六零至前七零零年，前七七零至前四七六年
    投产于'25年初，’08年的地震 => 投产于二五年初，零八年的地震
“2022·中国丰收节”，2022中国国际服务贸易交易会 => 二零二二中国丰收节，二零二二中国国际服务贸易交易会
2021-2022学年，2021/22赛季 => 二零二一至二零二二学年，二零二一至二二赛季
1982-83西甲，1986、87年，1985-87年，《歌手2017》 => 一九八二至八三西甲，一九八六、八七年，一九八五至八七年，歌手二零一七
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DASH, LINE
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, before, part, rule, until

_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_LASTS = r"(?=(?: ?年)(?:来|间|多|以上|历史|的?历史|文明|之久|古|前(?!后|的\d)|有余|左右))"


def _digits(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


def _cardinal(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])


year = rule(r"(?:(?:[01]\d|20)\d\d|[2-9]\d{3}(?! ?年(?:前(?!后)|的?历史|来|间)))(?= ?年)", cost=1, needs="年")(_digits)
early = rule(r"\d{1,4}(?= ?年)", cost=0.8, needs="年", after=r"公元前?|佛历|回历|伊历|公元前?\d{1,4}年?(?:[-—~]{1,2}|至|到)")(
    lambda m: numerals.by_length(m[0])
)


@rule(
    rf"(?P<a>\d{{1,4}})(?P<w>年?) ?(?P<to>{DASH}) ?(?P<q>前?)(?P<b>\d{{1,4}})(?= ?年)", cost=0.8, needs="公前", after="公元前?|前"
)
def of_an_era(match: re.Match[str]) -> list[Piece] | None:
    if not match["q"] and "公元" not in before(match)[-3:]:
        return None
    unit = [part(match, "w", "年")] if match["w"] else []
    first, last = part(match, "a", numerals.by_length(match["a"])), part(match, "b", numerals.by_length(match["b"]))
    return [first, *unit, until(match, "至"), *([part(match, "q", "前")] if match["q"] else []), last]


lasting = rule(rf"\d{{1,2}}00{_LASTS}", cost=0.8, needs="年", after=r"(?<![于在自从])")(_cardinal)
after_verb = rule(
    r"\d{1,2}00(?= ?年)",
    cost=0.8,
    needs="年",
    after=r"(?:有|距今|历经|历时|近|约|逾|超|超过|达|长达|跨越|穿越|上下|绵延|传承|沉睡|走过|经历|经过)了?",
)(_cardinal)
future = rule(r"(?:2[1-9]|[3-9]\d)\d\d(?= ?年)", cost=0.9, needs="年", after=r"(?<![到至])")(_cardinal)
in_brackets = rule(r"\d{3}(?= ?年)", cost=0.9, needs="年", after=r"\(")(_digits)
of_a_reign = rule(r"\d{3}(?=\))", cost=0.9, needs="年", after=r"[一二三四五六七八九十元]年\(")(_digits)
listed = rule(r"(?:19|20)\d\d(?=(?:、(?:19|20)\d\d){0,8}[、和及与](?:19|20)\d\d ?年(?![来间多]))", cost=1, needs="年")(_digits)
in_brackets_end = rule(r"\d{3}(?= ?年\))", cost=0.9, needs="年", after=rf"年?{DASH}")(_digits)
document_year = rule(rf"{_YEAR}(?=[〕\])])", cost=1, needs="〔[(", after=r"[〔\[(]")(_digits)
open_ended = rule(rf"{_YEAR}(?= ?[—-]{{1,2}} ?[)）])", cost=1, needs=")")(_digits)
school_year = rule(
    rf"{_YEAR}(?=[级届版款]|赛季|财年|财政年|学年|年度|春晚|世界杯|奥运|亚运)", cost=1, needs="级届版款赛财学年春世奥亚"
)(_digits)
two_digit_class = rule(r"(?:[5-9]\d|0\d)(?=[级届](?!台风|大风|风|地震|以上))", cost=1, needs="级届")(_digits)
games = rule(r"(?:[5-9]\d|0\d)(?=世界杯|欧洲杯|奥运|亚运|冬奥|春晚|抗洪)", cost=1, needs="杯奥亚春洪")(_digits)
generation = rule(r"\d[05](?= ?后(?![\d卫排面]))", cost=1, needs="后")(_digits)
generation_counted = rule(r"(?:[5-9]0|[89]5|0[05])(?= ?后 ?\d{1,5} ?[人名位个%])", cost=1, needs="后")(_digits)
abbreviated = rule(r"[5-9]\d(?![\d.,%'’”\"])", cost=1, needs="'’", after="['’]")(
    lambda match: None if has_measure(match.string, match.end()) else _digits(match)
)
abbreviated_after = rule(r"[0-4]\d(?= ?年)", cost=0.9, needs="'’", after=r"(?:^|[\s，。；、(从自在到至于])['’]")(_digits)
quarter_of = rule(r"20\d\d(?=(?:Q[1-4]|H[12])(?![A-Za-z\d]))", cost=0.9, needs="QH")(_digits)
generations = rule(r"\d[05](?=(?:、\d[05]){1,3} ?后)", cost=1, needs="后")(_digits)
zero_year = rule(r"0\d(?= ?年)", cost=1, needs="年")(_digits)
season_year = rule(r"[5-9]\d(?= ?年[春夏秋冬初底末])", cost=1, needs="年")(_digits)
past_year = rule(
    r"[6-9]\d(?= ?年(?![来间的后前代多余以时里如历之大华校庆周]))", cost=1.8, needs="年", after=r"^|[，。；“]|[从自于在到至是]"
)(_digits)


born = rule(
    r"[4-9]\d(?= ?年的 ?(?:[，。；！？、”]|$|小伙|姑娘|拉菲|茅台|红酒|[男女]孩"
    r"|兵|党员|[男女]生|大学生|毕业生|人(?![生类口])))",
    cost=1,
    needs="年",
    after=r"[是我他她你您属]|拉菲|^|[，。；“]",
)(_digits)


@rule(rf"(?:19[5-9]\d|20[0-4]\d)(?=·?(?:{HANZI}|[“《]))", cost=1.7)
def event(match: re.Match[str]) -> str | None:
    return None if has_measure(match.string, match.end()) else _digits(match)


@rule(rf"(?P<a>{_YEAR})(?P<w>年?) ?(?P<to>{DASH}) ?(?P<b>{_YEAR})(?!\d|[万亿元个名多余])", cost=1, needs="-—~至到")
def years(match: re.Match[str]) -> list[Piece] | None:
    text, end = match.string, match.end()
    if not text.startswith("年", end) and has_measure(text, end):
        return None
    unit = [part(match, "w", "年")] if match["w"] else []
    first, last = part(match, "a", numerals.digits(match["a"])), part(match, "b", numerals.digits(match["b"]))
    return [first, *unit, until(match, "至"), last]


@rule(rf"(?P<a>{_YEAR})(?P<c>、|和)(?P<b>\d\d)(?= ?年(?![来间内]))", cost=1, needs="、和")
def and_next_year(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(rf"(?P<a>{_YEAR})(?P<to>[-—/])(?P<b>1[3-9]|[02-9]\d)(?![\d.%/年-])", cost=1.4, needs="-—/")
def season_by_its_years(match: re.Match[str]) -> list[Piece] | None:
    """Two years that follow one another and can be no month: 1982-83."""
    if not (int(match["a"]) + 1) % 100 == int(match["b"]) > 12:
        return None
    return [part(match, "a", numerals.digits(match["a"])), until(match, "至"), part(match, "b", numerals.digits(match["b"]))]


@rule(rf"(?P<a>{_YEAR})(?P<to>[-—/])(?P<b>{_YEAR}|\d\d)(?=赛季|学年|年度|财年)", cost=1, needs="-—/")
def season(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", numerals.digits(match["a"])), until(match, "至"), part(match, "b", numerals.digits(match["b"]))]


@rule(rf"(?P<a>{_YEAR})(?P<to>[-—/])(?P<b>\d\d)(?= ?年)", cost=1, needs="年")
def years_of_a_century(match: re.Match[str]) -> list[Piece] | None:
    if int(match["b"]) <= int(match["a"]) % 100:
        return None
    return [part(match, "a", numerals.digits(match["a"])), until(match, "至"), part(match, "b", numerals.digits(match["b"]))]


title_year = rule(r"(?:19[5-9]\d|20[0-4]\d)(?=[》”])", cost=1.7, needs="》”", after="[“《][\u4e00-\u9fffA-Za-z· ]{1,16}")(_digits)


@rule(r"(?P<a>\d\d)(?P<to>[-—/])(?P<b>\d\d)(?=赛季|学年|财年)", cost=0.8, needs="赛学财")
def short_season(match: re.Match[str]) -> list[Piece]:
    return [part(match, "a", numerals.digits(match["a"])), part(match, "to", "至"), part(match, "b", numerals.digits(match["b"]))]


@rule(rf"{LINE}(?=\d{{3}}年)", cost=0.5, needs="年", at="-—~", after=r"\d{3}年?")
def to_early(match: re.Match[str]) -> str:
    return "至"


@rule(rf" ?{LINE} ?(?=(?:公元)?前\d{{1,4}} ?(?:年|世纪))", cost=0.4, needs="前", at=" -—~", after=r"前\d{1,4}(?:年|世纪)?")
def to_before_christ(match: re.Match[str]) -> str:
    return "至"


@rule(r"(?P<a>[QH][1-4])(?P<to>[-—~])(?P<b>[QH][1-4])(?![A-Za-z\d])", cost=1, at="QH", needs="-—~")
def quarters(match: re.Match[str]) -> list[Piece]:
    first, last = part(match, "a", numerals.digits(match["a"])), part(match, "b", numerals.digits(match["b"]))
    return [first, until(match, "至"), last]
