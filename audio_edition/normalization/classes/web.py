"""Web and mail addresses.

投稿邮箱：szrb@163.com。 => 投稿邮箱：szrb艾特一六三点com。
官方网站12306.cn，http://www.example.gov.cn/ => 官方网站幺二三零六点cn，www点example点gov点cn
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_SAID = {
    "@": "艾特",
    ".": "点",
    "/": "斜杠",
    "-": "杠",
    "_": "下划线",
    ":": "冒号",
    "?": "问号",
    "=": "等于",
    "&": "和",
    "#": "井号",
    "%": "百分号",
    "~": "波浪号",
    "+": "加",
}
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?"
_DOMAIN = (
    r"(?:com|cn|net|org|gov|edu|hk|tw|mo|info|io|top|vip|cc|tv|me|app|html?|ltd|shop|club|xin|wang|site|online|mobi"
    r"|biz|int|us|uk|jp|de|fr|ru|eu|ai|co)(?![A-Za-z0-9])"
)


def _address(match: re.Match[str]) -> str:
    written = re.sub(r"^(?:https?|ftp)://", "", match[0], flags=re.IGNORECASE).rstrip("/.")
    read = re.sub(
        r"\d+", lambda n: numerals.called(n[0]) if re.fullmatch(r"1[012]\d{3}", n[0]) else numerals.digits(n[0]), written
    )
    return "".join(_SAID.get(char, char) for char in read)


handle = rule(r"[A-Za-z][A-Za-z0-9]{0,30}(?:_[A-Za-z0-9]{1,30}){1,5}", cost=0.3, at=LATIN, needs="_")(_address)
mail = rule(
    rf"[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,62}}[A-Za-z0-9_])? ?@ ?{_PART}(?:\.{_PART}){{1,5}}", cost=0.3, needs="@", at=DIGIT + LATIN
)(lambda match: _address(match).replace(" ", ""))
site = rule(
    rf"(?:https?://)?(?:{_PART}\.){{1,5}}{_DOMAIN}(?::\d{{1,5}}(?!\d))?(?:[/?#][A-Za-z0-9_./?=&%#~+-]{{0,300}}(?<![.?]))?",
    cost=0.3,
    needs=".",
    at=DIGIT + LATIN,
)(_address)
scheme = rule(r"(?:https?|ftp)://[A-Za-z0-9_.:/?=&%#~+-]{1,300}", cost=0.3, needs=":", at=LATIN)(_address)
