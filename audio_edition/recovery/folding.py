"""Texts folded for comparison: half-width, Simplified, one kind of quotation mark; each code point stays at its place."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2009: 0x20}
_MARKS = str.maketrans("「」『』﹁﹂＂〝〞｢｣〖〗〔〕﹙﹚․‧•・⋅―─━–－﹣", "“”‘’“”““”“”【】()()·····——————")
_TRADITIONAL = str.maketrans("報訊記者電轉見頁", "报讯记者电转见页")
_TABLE = _WIDE | _MARKS | _TRADITIONAL


def fold(text: str) -> str:
    """The text as the patterns of this room expect it.

    >>> fold("【本報訊】（記者　王某）："), len(fold("（轉Ａ４版）"))
    ('【本报讯】(记者 王某):', 6)
    """
    return text.translate(_TABLE)
