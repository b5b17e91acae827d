"""Units of measurement.

限速80km/h，直径32mm，用电320kWh => 限速八十公里每小时，直径三十二毫米，用电三百二十千瓦时
110kV输电线路，1000Mbps => 一百一十千伏输电线路，一千兆比特每秒
2-8℃，±0.5℃，-10°C => 二到八摄氏度，正负零点五摄氏度，零下十摄氏度
北纬39°19′ => 北纬三十九度十九分
"""

import re

from audio_edition.normalization import numerals, units
from audio_edition.normalization.patterns import DASH, NUM
from audio_edition.normalization.rule import DIGIT, Piece, part, rule

_UNIT = r"(?P<u>[A-Za-zμΩ°℃℉㎡㎥㎏㎞㎝㎜㎎㏄′″²³][A-Za-z0-9μΩ²³/·°]{0,12})(?![A-Za-z0-9])"


def _number(written: str, unit: str) -> str:
    spoken = numerals.number(written)
    if unit in ("摄氏度", "华氏度") and spoken[0] == "负":
        return "零下" + spoken[1:]
    return spoken


@rule(rf"(?P<n>[-+±]?{NUM}) ?{_UNIT}", cost=1, at=DIGIT + "-+±")
def measure(match: re.Match[str]) -> list[Piece] | None:
    unit = units.spoken(match["u"])
    if not unit:
        return None
    return [part(match, "n", _number(match["n"], unit)), part(match, "u", unit)]


@rule(rf"(?P<a>[-+±]?{NUM}) ?(?P<to>{DASH}) ?(?P<n>[-+±]?{NUM}) ?{_UNIT}", cost=1, at=DIGIT + "-+±")
def span(match: re.Match[str]) -> list[Piece] | None:
    unit = units.spoken(match["u"])
    if not unit:
        return None
    return [
        part(match, "a", _number(match["a"], unit)),
        part(match, "to", "到"),
        part(match, "n", _number(match["n"], unit)),
        part(match, "u", unit),
    ]
