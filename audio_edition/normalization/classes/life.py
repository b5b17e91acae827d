"""Months of a life, printed as decimals: of a person, a building, a book.

生于1932.5，1950.3参军，卒于2022.7 => 生于一九三二年五月，一九五零年三月参军，卒于二零二二年七月
出生年月：1986.2，建于1958.10 => 出生年月：一九八六年二月，建于一九五八年十月
增长1932.5亿 => 增长一千九百三十二点五亿
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import Piece, part, rule

_MONTH = r"(?P<y>(?:19|20)\d\d)\.(?P<m>1[0-2]|[1-9])(?![\d.%/-])"
_BEFORE = (
    r"(?:[生卒逝毕]于|(?:出生|去世|病逝|逝世|毕业|入党|入伍|参军|入学|参加工作|任职|创刊|始建|竣工|成立|发表|写作|初版|结婚)"
    r"(?:年月|时间|日期)?(?:于|[:])?|[建刊写作摄载立]于) ?"
)
_NEXT = r"(?= ?(?:参[军加]|入[伍党学团职]|[病去逝]世|病逝|出生|毕业|担?任|当选|调[任入往到]|转业|[离退]休|牺牲))"


@rule(_MONTH, cost=1, needs="生卒逝毕出去病业入参任创始建竣成发写初结刊作摄载立", after=_BEFORE)
def month(match: re.Match[str]) -> list[Piece]:
    year = [part(match, "y", numerals.digits(match["y"])), ("年", match.end("y"), match.start("m"))]
    return [*year, part(match, "m", numerals.cardinal(match["m"])), part(match, "m", "月")]


month_of_an_event = rule(_MONTH + _NEXT, cost=1.2, needs="参入逝世病出毕任当调转休牺")(month.say)
