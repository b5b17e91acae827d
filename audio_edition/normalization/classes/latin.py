"""Latin words and letters with digits: names of models, flights, trains, products.

歼-20，运-20，GPT-4，歼-10C => 歼二十，运二十，GPT四，歼十C
G2587次，CA1405航班，晋F8K201号 => G二五八七次，CA一四零五航班，晋F八K二零一号
4S店，5G，Wi-Fi，O2O => 四S店，五G，Wi-Fi，O二O
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def _read(written: str) -> str:
    return _DIGITS.sub(lambda m: numerals.number(m[0]) if "." in m[0] else numerals.by_length(m[0]), written.replace("-", ""))


@rule(r"[A-Za-z]{1,40}(?:[-'’][A-Za-z]{1,20}){0,3}", cost=0.5, at=LATIN)
def word(match: re.Match[str]) -> str:
    return match[0]


@rule(r"[A-Za-z]{1,12}(?:-?\d{1,6}(?:\.\d{1,2})?[A-Za-z]{0,4}){1,3}(?![\dA-Za-z%‰℃]|[万亿元])", cost=1.5, at=LATIN)
def name(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(r"\d{1,4}[A-Za-z]{1,6}(?:\d{1,3})?(?![\dA-Za-z])", cost=1.8, at=DIGIT)
def digits_first(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(r"-(\d{1,4}[A-Z]{0,3})(?![\dA-Za-z%‰℃°.]|[万亿元])", cost=1.5, at="-", after="[\u4e00-\u9fffA-Za-z]")
def hyphenated(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(r"[A-Z]{2,6}(?:/[A-Z])? ?(\d{1,6})(?:\.\d{1,2})?[-—](\d{1,6})(?!\d)", cost=1, at=LATIN)
def document(match: re.Match[str]) -> str:
    return numerals.digits(match[0].replace("-", "").replace("—", "").replace(" ", "").replace(".", "点"))
