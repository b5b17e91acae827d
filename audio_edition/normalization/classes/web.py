"""Web and mail addresses.

投稿邮箱：szrb@163.com。 => 投稿邮箱：szrb艾特一六三点com。
官方网站12306.cn => 官方网站幺二三零六点cn
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_SAID = {"@": "艾特", ".": "点", "/": "斜杠", "-": "杠", "_": "下划线", ":": "冒号"}
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?"


def _address(match: re.Match[str]) -> str:
    written = re.sub(r"^https?://", "", match[0]).rstrip("/")
    read = numerals.called if re.match(r"1\d{4}\.", written) else numerals.digits
    return "".join(_SAID.get(char, char) for char in read(written))


mail = rule(rf"[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,62}}[A-Za-z0-9_])?@{_PART}(?:\.{_PART}){{1,5}}", cost=0.5, at=DIGIT + LATIN)(
    _address
)
site = rule(
    rf"(?:https?://)?(?:{_PART}\.){{1,5}}(?:com|cn|net|org|gov|edu|hk|tw|mo|info|io|top|vip|cc|tv|me|app|html?)(?![A-Za-z0-9])"
    r"(?:/[A-Za-z0-9_./-]{0,200})?",
    cost=0.5,
    at=DIGIT + LATIN,
)(_address)
