"""Symbols of units and how they are said: the SI with its prefixes (BIPM, SI brochure), and what else newspapers print."""

from functools import lru_cache

SIGNS = "μΩ°℃℉㎡㎥㎏㎞㎝㎜㎎㏄㎖㎐㎑㎒㎓′″"
"""What a unit's symbol begins with beside Latin letters."""
PATTERN = rf"(?:[A-Za-z{SIGNS}][A-Za-zμΩ²³]{{0,6}}[23]?(?:[/·][A-Za-zμ]{{1,5}}[²³23]?){{0,2}})(?![A-Za-z0-9²³])"
"""What may be a unit's symbol; `spoken` says whether it is."""

_PREFIXES = {"T": "太", "G": "吉", "M": "兆", "k": "千", "K": "千", "m": "毫", "μ": "微", "u": "微", "n": "纳", "p": "皮"}
_PREFIXED = {
    "m": "米",
    "g": "克",
    "s": "秒",
    "A": "安",
    "Ah": "安时",
    "V": "伏",
    "VA": "伏安",
    "var": "乏",
    "W": "瓦",
    "Wh": "瓦时",
    "W·h": "瓦时",
    "wh": "瓦时",
    "w": "瓦",
    "Pa": "帕",
    "Hz": "赫兹",
    "hz": "赫兹",
    "J": "焦",
    "L": "升",
    "l": "升",
    "N": "牛",
    "Ω": "欧",
    "mol": "摩尔",
    "cal": "卡",
    "F": "法",
    "eV": "电子伏",
    "S": "西门子",
    "Sv": "西弗",
    "Bq": "贝克",
    "T": "特斯拉",
    "t": "吨",
    "bps": "比特每秒",
    "b": "比特",
    "bar": "巴",
}
_NEVER_ALONE = ("A", "S", "N", "F", "T", "J", "b", "w", "wh", "bar", "var", "m²")
_UNITS = {
    "km": "公里",
    "KM": "公里",
    "Km": "公里",
    "kM": "公里",
    "kg": "千克",
    "KG": "千克",
    "Kg": "千克",
    "cm": "厘米",
    "CM": "厘米",
    "dm": "分米",
    "MM": "毫米",
    "ML": "毫升",
    "dl": "分升",
    "dL": "分升",
    "cl": "厘升",
    "h": "小时",
    "hr": "小时",
    "min": "分钟",
    "d": "天",
    "ha": "公顷",
    "hm": "百米",
    "hm²": "公顷",
    "hm2": "公顷",
    "hPa": "百帕",
    "dB": "分贝",
    "db": "分贝",
    "DB": "分贝",
    "dBA": "分贝",
    "℃": "摄氏度",
    "°C": "摄氏度",
    "°c": "摄氏度",
    "℉": "华氏度",
    "°F": "华氏度",
    "°": "度",
    "′": "分",
    "″": "秒",
    "㎡": "平方米",
    "㎥": "立方米",
    "㎏": "千克",
    "㎞": "公里",
    "㎝": "厘米",
    "㎜": "毫米",
    "㎎": "毫克",
    "㎖": "毫升",
    "㏄": "毫升",
    "㎐": "赫兹",
    "㎑": "千赫兹",
    "㎒": "兆赫兹",
    "㎓": "吉赫兹",
    "cc": "毫升",
    "CC": "毫升",
    "mmHg": "毫米汞柱",
    "pct": "个百分点",
    "ppm": "ppm",
    "rpm": "转每分钟",
    "r": "转",
    "fps": "帧每秒",
    "bp": "个基点",
    "BP": "个基点",
    "GB": "GB",
    "MB": "MB",
    "KB": "KB",
    "TB": "TB",
    "w": "万",
    "W": "瓦",
    "M": "兆",
    "Mb": "兆比特",
    "Gb": "吉比特",
    "IU": "国际单位",
    "lx": "勒克斯",
    "lm": "流明",
    "ft": "英尺",
    "lb": "磅",
    "oz": "盎司",
    "mph": "英里每小时",
    "kmh": "公里每小时",
    "kph": "公里每小时",
    "mil": "密耳",
    "hp": "马力",
    "HP": "马力",
    "bhp": "马力",
    "PS": "马力",
    "psi": "磅每平方英寸",
    "lbs": "磅",
    "sqft": "平方英尺",
    "sqm": "平方米",
    "Nm": "牛米",
    "Nm³": "标准立方米",
    "Nm3": "标准立方米",
    "N·m": "牛米",
}
_LENGTHS = {
    "m": "米",
    "M": "米",
    "km": "公里",
    "KM": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "dm": "分米",
    "nm": "纳米",
    "μm": "微米",
    "s": "秒",
}
_POWERS = {"²": "平方", "2": "平方", "³": "立方", "3": "立方"}


@lru_cache(maxsize=1024)
def spoken(symbol: str) -> str:
    """How a unit is said; empty for what is none.

    >>> [spoken(s) for s in ("km/h", "m²", "mg/m3", "μg", "kW·h", "G", "mg/kg·d", "J/cm²")]
    ['公里每小时', '平方米', '毫克每立方米', '微克', '千瓦时', '', '毫克每千克每天', '焦每平方厘米']
    """
    of, *per = symbol.split("/")
    said = [_product(of) or (_PREFIXED.get(of, "") if per else ""), *(_product(factor, "每") for factor in per)]
    return "每".join(said) if all(said) else ""


def _product(symbol: str, joint: str = "") -> str:
    said = [_UNITS.get(symbol) or _prefixed(symbol)] if "·" in symbol else []
    if said and said[0]:
        return said[0]
    factors = [_factor(factor) for factor in symbol.split("·")]
    return joint.join(factors) if all(factors) else ""


def _factor(symbol: str) -> str:
    if symbol in _UNITS:
        return _UNITS[symbol]
    if symbol[-1:] in _POWERS:
        base = _LENGTHS.get(symbol[:-1], "")
        return base and _POWERS[symbol[-1]] + base
    return _prefixed(symbol)


def _prefixed(symbol: str) -> str:
    if symbol in _PREFIXED and symbol not in _NEVER_ALONE:
        return _PREFIXED[symbol]
    prefix, base = symbol[:1], _PREFIXED.get(symbol[1:], "")
    return _PREFIXES[prefix] + base if base and prefix in _PREFIXES else ""
