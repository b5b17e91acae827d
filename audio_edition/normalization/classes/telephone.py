"""Telephone numbers and hotlines.

联系电话：0349-2281234。 => 联系电话：零三四九二二八幺二三四。
请拨打 110 报警，119指挥中心，12306网站 => 请拨打幺幺零报警，幺幺九指挥中心，幺二三零六网站
手机13501234567 => 手机幺三五零幺二三四五六七
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, rule

_CALL = r"(?:电话|热线|手机|传真|拨打|致电|来电|咨询|联系|号码)[^，。；\d]{0,4}[:]? ?"


def _called(match: re.Match[str]) -> str:
    return numerals.called("".join(char for char in match[0] if char.isdigit()))


landline = rule(r"\(?0\d{2,3}\)?[-—]?\d{7,8}(?!\d)", cost=1, at="(0")(_called)
mobile = rule(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", cost=1, at="+81")(_called)
announced = rule(r"\d{3,12}(?:-\d{3,8}){0,2}(?![\d.])", cost=1, after=_CALL)(_called)
service = rule(r"[48]00-?\d{3}-?\d{4}(?!\d)", cost=1, at=DIGIT)(_called)
emergency = rule(
    r"1(?:10|19|20|22|14)(?= ?(?:指挥|报警|接警|急救|救护|民警|平台|联动|电话|热线|出警|警))", cost=1, after=r"[^\d.]|^"
)(_called)
hotline = rule(r"1[012]\d{3}(?= ?(?:网|平台|热线|电话|客服|举报|投诉|政务|便民))", cost=1)(_called)
