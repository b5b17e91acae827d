"""Codes, accounts and identity numbers: digit by digit.

广告经营许可证号：1406004000012。 => 广告经营许可证号：一四零六零零四零零零零一二。
代码：92410621MA45K7XG3L => 代码：九二四一零六二一MA四五K七XG三L
取件码3-2-5018，320322********1234，车牌AB 1234 => 取件码三杠二杠五零一八，三二零三二二一二三四，车牌AB一二三四
小行星2023 BU，编号2023 VA3 => 小行星二零二三 BU，编号二零二三 VA三
项目2023YFD1400700，ID：10086abc => 项目二零二三YFD一四零零七零零，ID：一零零八六abc
尾号0097，身份证号码11010119900307888X => 尾号零零九七，身份证号码一一零一零一一九九零零三零七八八八X
00700.HK，贵州茅台（600519）涨停，002594 => 零零七零零HK，贵州茅台，六零零五一九，涨停，零零二五九四
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_LABEL = (
    r"(?:编号|专利号|[证照单票车机货卡件牌批文案学考座书订考籍警工刊房]号|[取提]件码|取[货票]码|提货码|兑换码|号码|[帐账]号|尾号|尾数|末[一二三四五六七八]?位数?"
    r"|代码|邮编|邮递区号|身份证|车牌|许可证|密码|验证码|邮政编码|标准|条码|统一书号|备案|序列号|口令|代号|识别码|信用代码"
    r"|分辨率|注册号|登记号)"
    r"(?:号码|号|为|是|分别)?(?:[“\"(])?[:]? ?"
)


def _spelled(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


def _digits(match: re.Match[str]) -> str | None:
    return None if has_measure(match.string, match.end()) else numerals.digits(match[0])


labelled = rule(r"\d{2,30}[xX]?(?![\d.%:/]|-\d)", cost=1, after=_LABEL)(_digits)
lettered = rule(r"(?=[A-Z]{0,8}\d)(?=\d{0,20}[A-Z])[A-Z\d]{6,30}(?![\dA-Za-z%.])", cost=0.9, at=DIGIT + LATIN, after=_LABEL)(
    lambda match: numerals.digits(match[0])
)
of_a_user = rule(
    r"(?=[A-Za-z]{0,20}\d)(?=\d{0,20}[A-Za-z])[A-Za-z\d]{4,30}(?![\dA-Za-z%.@])",
    cost=0.9,
    at=DIGIT + LATIN,
    after=r"(?:[Ii][Dd]|用户名|[帐账]号|微信号?|昵称)[:为是]? ?",
)(_spelled)
of_project = rule(r"\d{4}[A-Z]{1,4}\d{4,10}(?![\dA-Za-z%.])", cost=0.9)(lambda match: numerals.digits(match[0]))
chained = rule(r"\d{1,8}(?:-\d{1,8}){2,5}(?![\d.%-])", cost=0.9, needs="-", after=_LABEL)(
    lambda match: "杠".join(map(numerals.digits, match[0].split("-")))
)
before_crosses = rule(r"\d{6,17}(?=×{2,12}(?![\d×]))", cost=0.9, needs="×")(_spelled)
behind_stars = rule(r"\d{2,8}[xX]?(?![\d.,])", cost=0.9, needs="*", after=r"\d\*{3,14}")(_spelled)
"""The end of a number whose middle is not shown."""
planet = rule(r"(?:19|20)\d\d(?= [A-Z]{2}\d{0,3}(?![A-Za-z]))", cost=0.5, needs=" ", after=r"小行星|彗星|编号[为是:]?|临时编号")(
    _spelled
)
designation = rule(r" [A-Z]{2}\d{0,3}(?![A-Za-z\d])", cost=0.5, at=" ", after=r"(?:小行星|彗星|编号[为是:]?)(?:19|20)\d\d")(
    _spelled
)
"""What a minor planet is called until it has a name: 2023 VA."""
plate_of_letters = rule(r"[A-Z]{1,2} ?\d{1,4}(?![\dA-Za-z.])", cost=0.5, at=LATIN, needs="车", after=r"车牌(?:号码?)?[为是:]? ?")(
    lambda match: numerals.digits(match[0].replace(" ", ""))
)
listed = rule(r"\d{4,30}(?![\d.%:/])", cost=1, after=_LABEL + r"\d{2,12}[、，和及]")(_digits)
postal = rule(r"\d{1,3}[-—]\d{1,4}(?![\d-])", cost=0.9, needs="号", after=r"代号[:为是]? ?")(
    lambda match: numerals.digits(re.sub("[-—]", "", match[0]))
)
stock = rule(r"[0368]\d{5}(?:\.(?:SH|SZ|HK|BJ))?(?=[)])", cost=0.9, needs=")", after=r"[(](?:股票代码|代码|SH|SZ|HK)?[:.]? ?")(
    lambda match: numerals.digits(match[0].replace(".", ""))
)
never_a_range = rule(r"\d{3,8}-0\d{2,8}(?![\d.%-]|[元个名人])", cost=1.9, needs="-")(
    lambda match: numerals.digits(match[0].replace("-", ""))
)
listed_on = rule(r"\d{4,6}(?=\.(?:SH|SZ|SS|BJ|HK)(?![A-Za-z]))", cost=1, needs=".")(_digits)
issue = rule(r"20\d{5}(?=期)", cost=1, needs="期", at="2")(_digits)
spaced = rule(r"\d{4}(?: \d{3,4}){2,5}(?!\d)", cost=1, needs=" ")(lambda match: numerals.digits(match[0].replace(" ", "")))
long = rule(r"(?!\d{1,12}0000(?!\d))\d{9,30}(?![\d.,]|[万亿])", cost=1.9)(_digits)
clause = rule(r"\d{5,8}(?![\d.,]| ?[\u4e00-\u9fff%‰A-Za-z])", cost=1.95, after=r"^|[^\u4e00-\u9fff\d]")(_digits)
