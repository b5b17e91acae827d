"""Labels what a web page says of itself: `上一篇 下一篇`, `字号 大 中 小`, `版权所有 未经许可不得转载`, `Share Print Next`."""

import re

from audio_edition.recovery.fields import DATE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_SURE = (
    r"\d?[上下]一[篇版页条期]\d*|放大\+|缩小-|默认[oO○]|网站(?:简介|地图|声明)|联系我们|友情链接|返回(?:目录|首页|版面|本版|列表|顶部|报纸)|打印本?[页稿文]|关闭窗口|复制链接|回到顶部|版面(?:导航|目录|概览)|标题导航"
    r"|往期(?:回顾|查询|报纸)|字[号体]?(?:放大|缩小|大小)|分享到|扫码分享|下载PDF|PDF(?:版?下载)?"
    r"|(?i:back to top|skip to (?:main )?content|read more"
    r"|share this(?: article| story)?|print this(?: page| article)?|(?:previous|next) (?:article|page|story))"
)
_ANY = (
    r"首页|数字报|上一[天日]|下一[天日]|日历|检索|搜索|放大|缩小|默认|原版|还原|字号|字体|大|中|小|[+-]|打印|收藏|关闭|分享|评论|点赞|举报|朗读|听报"
    r"|关于我们|版权(?:声明|所有)|法律声明|隐私(?:政策|声明)|广告服务|诚聘英才|微信|微博|新浪微博|QQ空间|QQ好友|朋友圈|登录|注册|(?i:home|previous|next|prev|print|share|e-?mail|facebook|twitter|x|whatsapp|linkedin"
    r"|comments?|save|subscribe|log ?in|sign ?in|menu|search|copy link)"
)
_BETWEEN = re.compile(r"[\s|·>»«<:/,、\[\]()【】]+")
_CONTROL, _SURELY = re.compile(rf"(?:{_SURE}|{_ANY})"), re.compile(_SURE)
_SITE = re.compile(
    r"(?:\w{2,8}报)?(?:社|业集团)?(?:多媒体)?数字报刊?(?:平台|系统|版)?|多媒体数字报刊?(?:平台|系统)?"
    r"|\w?ICP[备证]\s*\d+号(?:-\d+)?(?:[\s|].{0,40})?|\w?公网安备\s*\d+号|(?:互联网新闻信息服务|信息网络传播视听节目)许可证.{0,30}"
)
"""How a digital newspaper names itself, and under which number it is allowed."""
_RIGHTS = re.compile(
    r"(?:版权(?:声明|所有)|法律声明|©|(?:C|c)opyright\b|本[报网站版刊社]|未经)(?=.{0,60}(?:版权|未经|(?i:all rights)))"
    r".{0,40}(?:不得|禁止|严禁|请勿|谢绝|版权所有|(?i:rights reserved)).{0,40}"
)
"""Who owns a page, and that nobody may print it again."""
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
    >>> _controls("版权声明:本报作品未经许可不得转载"), _controls("本报讯 有人未经许可采砂,被处罚款。")
    (True, False)
    >>> _controls("March 18, 2025 at 5:00 a.m. EDT"), _controls("March 18, 2025"), _controls("The post A appeared first on B.")
    (True, False, True)
    """
    if any(known.fullmatch(text) for known in (_SITE, _STAMP, _FEED)) or (size(text) <= _LONGEST and _RIGHTS.fullmatch(text)):
        return True
    text = DATE.sub("", text)
    words = [word for word in _BETWEEN.split(text) if word] if size(text) <= _LONGEST else []
    if not words or not all(map(_CONTROL.fullmatch, words)):
        return False
    return len(words) >= _FEWEST or any(map(_SURELY.fullmatch, words))
