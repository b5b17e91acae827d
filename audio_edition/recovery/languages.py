"""The language in which an issue is written."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line

_TRADITIONAL = frozenset(
    "為這來時們會個國學說對發經過還沒開關點東車書長門問間電話報訊記編輯圖攝體驗單實際應該變當從後與與產業務區縣鄉鎮"
)
_HONG_KONG = re.compile("[嘅咗哋喺嗰啲冇睇咭邨綫]|港鐵|八達通|港幣|立法會|特區政府|康文署|運輸署|香港|九龍|新界")


def language(lines: Sequence[Line]) -> str:
    """BCP 47 tag of most of the text.

    >>> [language([Line(text)]) for text in ("這來時們會個國學說對發，香港", "The ferry reopens.", "文明让生活更美好")]
    ['zh-HK', 'en', 'zh-CN']
    """
    text = "".join(line.text[:2000] for line in lines[:600])
    hanzi = sum("\u4e00" <= character <= "\u9fff" for character in text)
    if sum(character.isascii() and character.isalpha() for character in text) > 3 * hanzi:
        return "en"
    if 25 * sum(character in _TRADITIONAL for character in text) > hanzi:
        return "zh-HK" if _HONG_KONG.search(text) else "zh-TW"
    return "zh-CN"
