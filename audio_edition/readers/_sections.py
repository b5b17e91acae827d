"""Which of the categories that a source names for an article is the section that it stands in."""

import re
from collections.abc import Iterable

_NONE = re.compile(
    r"(?i:uncategori[sz]ed|none|null|default|all|homepage|front ?page)|未分类|未分類|默认|默認|其他|全部|首页|首頁"
    r"|\d+|[A-Z]\d{2,3}\b.*|第?\s*[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]+)\s*[版页頁].*|.*(?:://|\n).*|\W*"
)
"""Of a system, of a page, or of an address."""
_LONGEST = 40
"""Code points; longer ones are sentences."""


def section(categories: Iterable[str]) -> str:
    """The first that names one: systems put it before the keywords.

    >>> section(["", "12", "Uncategorized", " Sport ", "rowing"]), section(["第3版"])
    ('Sport', '')
    """
    named = (" ".join(category.split()) for category in categories)
    return next((name for name in named if len(name) <= _LONGEST and not _NONE.fullmatch(name)), "")
