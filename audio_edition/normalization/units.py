"""Symbols of units and how they are said: SI with its prefixes, and the rest of what newspapers print."""

from functools import lru_cache

_PREFIXES = {
    "": "",
    "k": "千",
    "M": "兆",
    "G": "吉",
    "m": "毫",
    "μ": "微",
    "u": "微",
    "n": "纳",
    "T": "太",
    "h": "百",
    "d": "分",
    "c": "厘",
}
_BASES = {"m": "米", "g": "克", "s": "秒", "A": "安", "V": "伏", "W": "瓦", "Pa": "帕", "Hz": "赫兹", "J": "焦", "L": "升", "l": "升",
          "N": "牛", "Ω": "欧", "mol": "摩尔", "cal": "卡", "F": "法", "Wh": "瓦时", "VA": "伏安", "eV": "电子伏", "bps": "比特每秒"}  # fmt: skip
_UNITS = {
    "km": "公里", "kg": "千克", "kwh": "千瓦时", "KM": "公里", "Km": "公里", "KG": "公斤", "Kg": "公斤", "kw": "千瓦", "KW": "千瓦",
    "KWh": "千瓦时", "KV": "千伏", "kv": "千伏", "cm": "厘米", "mm": "毫米", "MM": "毫米", "CM": "厘米", "ML": "毫升", "ml": "毫升",
    "h": "小时", "min": "分钟", "t": "吨", "ha": "公顷", "dB": "分贝", "db": "分贝", "℃": "摄氏度", "°C": "摄氏度", "℉": "华氏度",
    "°F": "华氏度", "°": "度", "′": "分", "″": "秒", "㎡": "平方米", "㎥": "立方米", "㎏": "千克", "㎞": "公里", "㎝": "厘米",
    "㎜": "毫米", "㎎": "毫克", "㏄": "毫升", "cc": "毫升", "mmHg": "毫米汞柱", "ppm": "ppm", "rpm": "转每分钟", "r": "转",
    "Mbps": "兆比特每秒", "Gbps": "吉比特每秒", "kbps": "千比特每秒", "GB": "GB", "w": "万", "M": "兆",
}  # fmt: skip
_POWERS = {"²": "平方", "2": "平方", "³": "立方", "3": "立方"}


@lru_cache(maxsize=1024)
def spoken(symbol: str) -> str:
    """How a unit is said; empty for what is none.

    >>> [spoken(s) for s in ("km/h", "m²", "mg/m3", "μg", "G")]
    ['公里每小时', '平方米', '毫克每立方米', '微克', '']
    """
    said = [_factor(factor) for factor in symbol.split("/")]
    return "每".join(said) if all(said) else ""


def _factor(symbol: str) -> str:
    if symbol in _UNITS:
        return _UNITS[symbol]
    if symbol[-1:] in _POWERS and (base := _length(symbol[:-1])):
        return _POWERS[symbol[-1]] + base
    return _prefixed(symbol)


def _length(symbol: str) -> str:
    return {"m": "米", "km": "公里", "cm": "厘米", "mm": "毫米", "dm": "分米", "KM": "公里"}.get(symbol, "")


def _prefixed(symbol: str) -> str:
    for prefix, said in _PREFIXES.items():
        base = _BASES.get(symbol[len(prefix) :]) if symbol.startswith(prefix) else None
        if base and not (prefix == "" and base in ("安", "牛", "法")):
            return said + base
    return ""
