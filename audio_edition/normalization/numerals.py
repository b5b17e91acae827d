"""Numbers in Hanzi: as a quantity, or digit by digit."""

from decimal import Decimal
from functools import lru_cache

_DIGITS = "零一二三四五六七八九"
_TENS = ("", "十", "百", "千")
_SECTIONS = ("", "万", "亿", "万亿")
_MOST = 16
_SPELLED = str.maketrans("0123456789", _DIGITS)
_CALLED = str.maketrans("0123456789", "零幺二三四五六七八九")


def digits(written: str) -> str:
    """Digit by digit; all else stays.

    >>> digits("2022")
    '二零二二'
    """
    return written.translate(_SPELLED)


def called(written: str) -> str:
    """Digit by digit as numbers are called out, 1 as 幺: telephones, hotlines, flights.

    >>> called("110")
    '幺幺零'
    """
    return written.translate(_CALLED)


@lru_cache(maxsize=4096)
def cardinal(written: str) -> str:
    """An integer as a quantity; 两 before 千, 万 and 亿 where it leads. More than 16 digits: digit by digit.

    >>> [cardinal(n) for n in ("0", "10", "110", "102000", "100010000", "2000", "200", "22000")]
    ['零', '十', '一百一十', '十万二千', '一亿零一万', '两千', '二百', '两万二千']
    """
    number = written.lstrip("0") or "0"
    if len(number) > _MOST:
        return digits(written)
    spoken = _sections(number) or "零"
    if spoken.startswith("一十"):
        return spoken[1:]
    if spoken[0] == "二" and spoken[1:2] in tuple("千万亿"):
        return "两" + spoken[1:]
    return spoken


def count(written: str) -> str:
    """An integer before a measure word: 两 for 2.

    >>> count("2"), count("12")
    ('两', '十二')
    """
    return "两" if written == "2" else cardinal(written)


def number(written: str) -> str:
    """A signed number with thousands commas and decimals, as written; a number without a leading zero gains it.

    >>> [number(n) for n in ("12,800", "-0.60", "+5", "±0.5", ".22")]
    ['一万二千八百', '负零点六零', '正五', '正负零点五', '零点二二']
    """
    sign = {"-": "负", "+": "正", "±": "正负"}.get(written[:1], "")
    whole, point, fraction = written.lstrip("-+±").replace(",", "").replace("，", "").partition(".")
    return sign + cardinal(whole) + ("点" + digits(fraction) if point else "")


def amount(written: str) -> str:
    """A sum of money or another quantity whose trailing zeros are only print: 36.00 is 36.

    >>> amount("36.00"), amount("14.60")
    ('三十六', '十四点六')
    """
    return number(written.rstrip("0").rstrip(".") if "." in written else written)


def scaled(written: str, power: int) -> str:
    """A number times ten to this power, counted as Chinese counts: 2.6 million are 260万.

    >>> scaled("2.6", 6), scaled("1.25", 9), scaled("2", 12), scaled("5", 3), scaled("12", 3)
    ('二百六十万', '十二点五亿', '两万亿', '五千', '一点二万')
    """
    value = Decimal(written.replace(",", "").replace("，", "")).scaleb(power)
    place = next((place for place in (3, 2, 1) if value >= 10 ** (4 * place)), 0)
    said = amount(f"{value.scaleb(-4 * place):f}")
    return ("两" if said == "二" else said) + _SECTIONS[place]


def by_length(written: str) -> str:
    """A number in a name: a quantity up to two digits, else digit by digit (歼-20, 波音737, N95 stands in a class of its own).

    >>> [by_length(n) for n in ("4", "20", "160", "05")]
    ['四', '二十', '一六零', '零五']
    """
    return cardinal(written) if len(written) <= 2 and written[0] != "0" else digits(written)


def _sections(number: str) -> str:
    spoken, gap = "", False
    for place in range((len(number) - 1) // 4, -1, -1):
        section = number[-4 * place - 4 : len(number) - 4 * place].zfill(4)
        if section == "0000":
            gap = True
            continue
        if spoken and (gap or section[0] == "0"):
            spoken += "零"
        gap = False
        spoken += _section(section) + _SECTIONS[place]
    return spoken


def _section(section: str) -> str:
    spoken, gap = "", False
    for place, digit in zip((3, 2, 1, 0), section, strict=True):
        if digit == "0":
            gap = bool(spoken)
            continue
        spoken += ("零" if gap else "") + _DIGITS[int(digit)] + _TENS[place]
        gap = False
    return spoken
