"""Signs of arithmetic.

“1+1>2”的效果，年龄≥60岁，身高＞1.75米 => 一加一大于二的效果，年龄大于等于六十岁，身高大于一点七五米
4×100米，+5.2和-1.3，误差±2毫米 => 四乘一百米，正五点二和负一点三，误差正负二毫米
100-37=63，(220-年龄)×60%，“1+N”，“互联网+” => 一百减三十七等于六十三，二百二十减年龄，乘百分之六十，一加N，互联网加
长宽高4765×1837×1495mm，按P-1.75% => 长宽高四千七百六十五乘一千八百三十七乘一千四百九十五毫米，按P减百分之一点七五
LPR-20BP，LPR+5个基点 => LPR减二十个基点，LPR加五个基点
10²，x³，CO₂，H₂O，√2 => 十的平方，x的立方，CO二，H二O，根号二
    x²-2x+1=0，3x-4=5，y=2x-1 => x的平方减二x加一等于零，三x减四等于五，y等于二x减一
"""

import re
import unicodedata

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import Piece, part, rule

_SIGNS = {
    "+": "加",
    "×": "乘",
    "*": "乘",
    "÷": "除以",
    "=": "等于",
    "<": "小于",
    ">": "大于",
    "≥": "大于等于",
    "≤": "小于等于",
    "≧": "大于等于",
    "≦": "小于等于",
    "≈": "约等于",
    "≒": "约等于",
    "≠": "不等于",
    "±": "正负",
    "<=": "小于等于",
    ">=": "大于等于",
    "∶": "比",
    "√": "根号",
    "∞": "无穷大",
    "⩾": "大于等于",
    "⩽": "小于等于",
    "∑": "求和",
    "∈": "属于",
    "∪": "并",
    "∩": "交",
    "∠": "角",
    "⊥": "垂直于",
    "∥": "平行于",
    "∝": "正比于",
    "∆": "德尔塔",
    "∵": "因为",
    "∴": "所以",
    "≡": "恒等于",
}
_SIGN = {"-": "负", "+": "正", "±": "正负"}
_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_VALUE = r"[为至到达是于约降低在从和、，。:;；(（算跌涨负>=<≥≤“‘\"/值]|^|\s|[—~]"


@rule(r" ?(<=|>=|[+×÷=<>≥≤≧≦≈≒≠±√∞∑∈∪∩∠⊥∥∝∆∵∴≡⩾⩽]) ?", cost=0.9, at=" +×÷=<>≥≤≧≦≈≒≠±√∞∑∈∪∩∠⊥∥∝∆∵∴≡⩾⩽")
def sign(match: re.Match[str]) -> str:
    return _SIGNS[match[1]]


@rule(r" ?(<(?![^<>]{0,30}>)|>) ?(?=[-+]?\d)", cost=0.4, at=" <>", needs="<>")
def compared(match: re.Match[str]) -> str:
    return _SIGNS[match[1]]


@rule(r"(?P<a>\d{1,4}) ?(?P<x>[xX*×]) ?(?P<b>\d{1,4})(?![\dA-Za-z.^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])", cost=1.2, needs="xX*×")
def by(match: re.Match[str]) -> list[Piece]:
    read = numerals.cardinal if has_measure(match.string, match.end()) else numerals.by_length
    return [part(match, "a", read(match["a"])), part(match, "x", "乘"), part(match, "b", read(match["b"]))]


@rule(
    rf"(?P<a>{NUM}) ?(?P<x>[xX*×]) ?(?P<b>{NUM})(?= ?[xX*×] ?{NUM} ?(?:[厘毫]?米|公分|[cm]?m(?![A-Za-z])))",
    cost=0.8,
    needs="xX*×",
)
def sides(match: re.Match[str]) -> list[Piece]:
    """The first two of three lengths, whose unit is the third's."""
    return [part(match, "a", numerals.number(match["a"])), part(match, "x", "乘"), part(match, "b", numerals.number(match["b"]))]


@rule(r" ?\* ?(?=\d)", cost=0.4, at=" *", after=r"\d[A-Za-z]{0,2}")
def times(match: re.Match[str]) -> str:
    return "乘"


@rule(r" ?[-—] ?(?=\d[\d.,]{0,12} ?[=+×÷])", cost=0.4, needs="=+×÷", at=" -—", after=r"\d|[)]")
def minus(match: re.Match[str]) -> str:
    return "减"


@rule(rf" ?[-—] ?(?={HANZI}{{1,8}}[)]? ?[=×÷])", cost=0.4, needs="=×÷", at=" -—", after=r"\d|[)]")
def minus_named(match: re.Match[str]) -> str:
    return "减"


@rule(r" ?[-] ?(?=\d)", cost=0.4, needs="+×÷=", at=" -", after=r"[+×÷=] ?\d[\d.]{0,8} ?")
def minus_later(match: re.Match[str]) -> str:
    return "减"


@rule(r" ?[-—] ?(?=(?:\d{1,4}|\d{0,4}[a-z])[²³]? ?(?:[=+×÷-]|$|[^\w.%]))", cost=0.3, needs="=", at=" -—", after=r"[a-z][²³]")
def minus_after_a_power(match: re.Match[str]) -> str:
    return "减"


@rule(
    r"(?P<x>[a-z])(?P<s> ?[-—] ?)(?P<n>\d{1,4})(?=[a-z]?[²³]? ?(?:[=+×÷-]|$|[^\w.%]))",
    cost=0.5,
    needs="=",
    at="abcdefghijklmnopqrstuvwxyz",
    after=r"^|[^A-Za-z]",
)
def less(match: re.Match[str]) -> list[Piece]:
    """In an equation a letter is a quantity, and no model: 3x-4=5."""
    return [part(match, "x", match["x"]), part(match, "s", "减"), part(match, "n", numerals.cardinal(match["n"]))]


@rule(
    r"(?P<r>LPR|S[Hh][Ii][Bb][Oo][Rr]|SOFR|利率)(?P<s>[-+])(?=\d{1,3} ?(?:BP|bp|个?基点))",
    cost=0.1,
    needs="RB",
    at="LS利",
)
def above_a_rate(match: re.Match[str]) -> list[Piece]:
    return [part(match, "r", match["r"]), part(match, "s", "减" if match["s"] == "-" else "加")]


below_prime = rule(
    r"(?P<r>[HP])(?P<s>[-+])(?=\d(?:\.\d{1,3})?%)", cost=0.1, needs="%", at="HP", after=r"[按为是至到达在即计由收降升、] ?"
)(above_a_rate.say)
"""Hong Kong's mortgages are told by the prime rate, or by HIBOR: P-1.75%."""


@rule(rf"(?P<s>[-+±])(?P<n>{NUM})", cost=1, at="-+±", after=_VALUE)
def signed(match: re.Match[str]) -> list[Piece]:
    return [part(match, "s", _SIGN[match["s"]]), part(match, "n", numerals.number(match["n"]))]


@rule(rf"(?P<s>[-±])(?P<n>{NUM})", cost=2.5, at="-±", after=r"[^\dA-Za-z]")
def signed_somewhere(match: re.Match[str]) -> list[Piece]:
    return [part(match, "s", _SIGN[match["s"]]), part(match, "n", numerals.number(match["n"]))]


@rule(r"-(?=百分之)", cost=0.4, at="-", after=r"^|[^\d]")
def minus_in_words(match: re.Match[str]) -> str:
    return "负"


@rule(rf"⁻?[{_RAISED}]{{1,4}}", cost=0.9, at=_RAISED + "⁻")
def power(match: re.Match[str]) -> str:
    exponent = "".join(str(unicodedata.digit(char)) for char in match[0].lstrip("⁻"))
    if match[0][0] == "⁻":
        return f"的负{numerals.cardinal(exponent)}次方"
    return {"2": "的平方", "3": "的立方"}.get(exponent, f"的{numerals.cardinal(exponent)}次方")


@rule(r"\^(-?)(\d{1,3})(?!\d)", cost=0.4, at="^", after=r"[\dA-Za-z)]")
def caret(match: re.Match[str]) -> str:
    return f"的{'负' if match[1] else ''}{numerals.cardinal(match[2])}次方"


@rule(rf"[{_LOWERED}]{{1,4}}(?:\.[{_LOWERED}])?", cost=0.9, at=_LOWERED)
def index(match: re.Match[str]) -> str:
    return numerals.number("".join("." if char == "." else str(unicodedata.digit(char)) for char in match[0]))
