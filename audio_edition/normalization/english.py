"""Numbers in English words; what their `and` becomes is said when the country of a text is known, see `spoken_in`."""

import re
from itertools import zip_longest

from audio_edition.model.language import fitting

_AND = "\N{NO-BREAK SPACE}and "
"""Before the tens of a number, which Americans leave out; told apart from an `and` between two numbers."""

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", " thousand", " million", " billion", " trillion")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(written: str) -> str:
    r"""An integer, commas allowed, as a quantity; more than 15 digits: digit by digit.

    >>> cardinal("12,345"), cardinal("2,006"), cardinal("0")
    ('twelve thousand three hundred\xa0and forty-five', 'two thousand\xa0and six', 'zero')
    """
    plain = written.replace(",", "").lstrip("0") or "0"
    if len(plain) > 3 * len(_SCALES):
        return digits(plain)
    groups = [int(plain[max(0, end - 3) : end]) for end in range(len(plain), 0, -3)]
    said = [_hundreds(group) + _SCALES[place] for place, group in reversed(list(enumerate(groups))) if group]
    if len(said) > 1 and 0 < groups[0] < 100:
        return f"{' '.join(said[:-1])}{_AND}{said[-1]}"
    return " ".join(said) or "zero"


def spoken_in(lang: str, said: str) -> str:
    """Words with numbers as they are said in a country, by its BCP 47 tag: Americans say no `and` in a number.

    >>> [spoken_in(lang, cardinal("105")) for lang in ("en-US", "en-GB", "zh-CN")]
    ['one hundred five', 'one hundred and five', 'one hundred and five']
    """
    return said.replace(_AND, " " if fitting(lang, ("en-us",), "") else " and ")


def number(written: str) -> str:
    """A signed number with commas and decimals; what is printed without a nought is said without it.

    >>> number("-3.05"), number(".187")
    ('minus three point zero five', 'point one eight seven')
    """
    sign = {"-": "minus ", "+": "plus ", "±": "plus or minus "}.get(written[:1], "")
    whole, point, fraction = written.lstrip("-+±").partition(".")
    said = [cardinal(whole)] if whole or not point else []
    return sign + " ".join([*said, f"point {digits(fraction)}"] if point else said)


def ordinal(written: str) -> str:
    """A place in a row.

    >>> ordinal("21"), ordinal("20"), ordinal("12")
    ('twenty-first', 'twentieth', 'twelfth')
    """
    said = cardinal(written)
    stem = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[stem:]
    return said[:stem] + _IRREGULAR.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")


def digits(written: str) -> str:
    """Digit by digit.

    >>> digits("110")
    'one one zero'
    """
    return " ".join(_ONES[int(char)] for char in written if char.isdigit())


def year(written: str) -> str:
    r"""A year of four digits.

    >>> [year(y) for y in ("2022", "2005", "1998", "1900", "2000")]
    ['twenty twenty-two', 'two thousand\xa0and five', 'nineteen ninety-eight', 'nineteen hundred', 'two thousand']
    """
    century, rest = written[:2], written[2:]
    if written[1:3] == "00":
        return cardinal(written)
    if rest == "00":
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest[0] == '0' else ''}{cardinal(rest)}"


def paired(written: str) -> str:
    """The number of a road, a model or a house: hundreds and what is left; more than four digits: digit by digit.

    >>> [paired(n) for n in ("66", "150", "405", "500", "1310", "2000")]
    ['sixty-six', 'one fifty', 'four oh five', 'five hundred', 'thirteen ten', 'two thousand']
    """
    if not 2 < len(written) < 5 or written[0] == "0":
        return digits(written) if len(written) > 2 or written[0] == "0" else cardinal(written)
    hundreds, rest = written[:-2], written[-2:]
    if rest == "00":
        return cardinal(written)
    return f"{cardinal(hundreds)} {'oh ' if rest[0] == '0' else ''}{cardinal(rest)}"


def plural(said: str) -> str:
    """Several of what is said.

    >>> plural("one fifty"), plural("sixteen"), plural("six")
    ('one fifties', 'sixteens', 'sixes')
    """
    if said.endswith("y"):
        return said[:-1] + "ies"
    return said + ("es" if said.endswith("x") else "s")


def decade(written: str) -> str:
    """Ten years, or a round number that stands for many, by its first one.

    >>> decade("1990"), decade("30"), decade("100")
    ('nineteen nineties', 'thirties', 'hundreds')
    """
    said = year(written) if len(written) == 4 else cardinal(written).removeprefix("one ")
    return plural(said)


_ROMAN_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(written: str) -> int:
    """A Roman numeral below 4000; 0 where it is none.

    >>> roman("VIII"), roman("CXLII"), roman("XLIV"), roman("IIX")
    (8, 142, 44, 0)
    """
    if not _ROMAN.fullmatch(written):
        return 0
    signs = [_ROMAN_SIGNS[char] for char in written]
    return sum(-sign if sign < after else sign for sign, after in zip_longest(signs, signs[1:], fillvalue=0))


def _hundreds(group: int) -> str:
    if group < 20:
        return _ONES[group]
    if group < 100:
        return _TENS[group // 10] + (f"-{_ONES[group % 10]}" if group % 10 else "")
    return f"{_ONES[group // 100]} hundred" + (f"{_AND}{_hundreds(group % 100)}" if group % 100 else "")
