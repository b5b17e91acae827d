"""The zero of years written in Hanzi, whichever circle was set for it.

二〇二二年七月，二○二三年，一九五O年 => 二零二二年七月，二零二三年，一九五零年
"""

import re

from audio_edition.normalization.rule import rule

_DIGITS = "零〇○O◯一二三四五六七八九"


@rule(rf"[○◯](?=[{_DIGITS}年])|[oOΟО0](?=[{_DIGITS}]{{0,3}}年)", cost=0.4, at="○◯oOΟО0", after=f"[{_DIGITS}]")
def zero(match: re.Match[str]) -> str:
    return "零"


@rule("[〇◯]", cost=1, at="〇◯")
def alone(match: re.Match[str]) -> str:
    return "零"
