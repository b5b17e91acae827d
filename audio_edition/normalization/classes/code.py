"""Codes, identity and room numbers: digit by digit.

广告经营许可证号：1406004000012。 => 广告经营许可证号：一四零六零零四零零零零一二。
尾号0097，502室，波音737客机 => 尾号零零九七，五零二室，波音七三七客机
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


def _digits(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


labelled = rule(
    r"\d{2,30}(?![\d.]|[万亿元个名])",
    cost=1,
    after=r"(?:编号|证号|号码|[帐账]号|尾号|代码|邮编|身份证|学号|考号|车牌|许可证|批号|单号|案号|密码|验证码|邮政编码|标准)[号为是]?:? ?",
)(_digits)
room = rule(r"\d{3,4}(?=号?(?:室|房|病房|教室|会议室))", cost=1)(_digits)
aircraft = rule(r"\d{3}(?!\d|[架人名])", cost=1, after="波音|空客")(_digits)
long = rule(r"\d{5,30}(?![\d.,]| ?[\u4e00-\u9fff])", cost=1.9)(_digits)
