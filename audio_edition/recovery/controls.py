"""Labels what a web page says of itself: `上一篇 下一篇`, `字号 大 中 小`, `Share Print Next`."""

import re

from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_SURE = (
    r"[上下]一[篇版页条期](?:\s*\d*)|返回(?:目录|首页|版面|本版|列表|顶部|报纸)|打印本?[页稿文]|关闭窗口|复制链接|回到顶部|版面(?:导航|目录|概览)|标题导航"
    r"|往期(?:回顾|查询|报纸)|字[号体]?(?:放大|缩小|大小)|分享到|扫码分享|下载PDF|PDF(?:版?下载)?"
    r"|(?i:back to top|skip to (?:main )?content|read more"
    r"|share this(?: article| story)?|print this(?: page| article)?|(?:previous|next) (?:article|page|story))"
)
_ANY = (
    r"首页|数字报|上一[天日]|下一[天日]|日历|检索|搜索|放大|缩小|默认|原版|还原|字号|字体|大|中|小|[+-]|打印|收藏|关闭|分享|评论|点赞|举报|朗读|听报"
    r"|微信|微博|新浪微博|QQ空间|QQ好友|朋友圈|登录|注册|(?i:home|previous|next|prev|print|share|e-?mail|facebook|twitter|x|whatsapp|linkedin"
    r"|comments?|save|subscribe|log ?in|sign ?in|menu|search|copy link)"
)
_BETWEEN = re.compile(r"[\s|·>»«<:/,、\[\]()【】]+")
_CONTROL, _SURELY = re.compile(rf"(?:{_SURE}|{_ANY})"), re.compile(_SURE)
_STAMP = re.compile(
    r"(?i:(?:(?:first |last )?(?:published|posted|updated)(?: on| at)?:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[a-z]{3,9}\.? \d{1,2},|\d{1,2} [a-z]{3,9}) (?:19|20)\d\d,?(?: at)? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)"
)
"""When a site published an article, to the minute."""
_FEED = re.compile(r"The post .{1,200} appeared first on .{1,80}")
"""What WordPress adds to the texts of its feeds."""
_LONGEST = 60
"""Hanzi of a line of controls."""
_FEWEST = 4
"""Words which only together are controls, each of them being also a word of its own."""


def label_controls(sheet: Sheet) -> Sheet:
    """A line of nothing but controls is furniture."""
    lines = sheet.lines
    return with_lines(
        sheet,
        (
            label(line, "furniture", "control of the web page") if free(line) and _controls(fold(line.text)) else line
            for line in lines
        ),
    )


def _controls(text: str) -> bool:
    """Whether a folded line holds controls alone.

    >>> _controls("上一篇 下一篇"), _controls("字号: 大 中 小"), _controls("分享"), _controls("大 小 新闻")
    (True, True, False, False)
    >>> _controls("March 18, 2025 at 5:00 a.m. EDT"), _controls("March 18, 2025"), _controls("The post A appeared first on B.")
    (True, False, True)
    """
    if _STAMP.fullmatch(text) or _FEED.fullmatch(text):
        return True
    words = [word for word in _BETWEEN.split(text) if word] if size(text) <= _LONGEST else []
    if not words or not all(map(_CONTROL.fullmatch, words)):
        return False
    return len(words) >= _FEWEST or any(map(_SURELY.fullmatch, words))
