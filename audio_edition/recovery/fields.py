"""What mastheads, folio lines and editors' lines are made of: fields that tile the line.

A line that consists of such fields, but for a few characters, is furniture however the paper orders them. Patterns are for
folded text.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from audio_edition.model import folio
from audio_edition.model.hanzi import HANZI, NAME
from audio_edition.recovery.folding import CACHED
from audio_edition.recovery.vocabulary import SECTIONS

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_NAME = rf"(?!同志|先生|女士|老师|部|室){NAME}{{2,4}}|{HANZI} {HANZI}"
_HANZI_YEAR = r"[〇○零一二三四五六七八九]{4}"
_OF_REPUBLIC = (
    r"(?<![\d.])1[0-2]\d(?=\s*年\s*\d{1,2}\s*月)"
    rf"|(?<!{HANZI})一[〇○零一二百][〇○零一二三四五六七八九十]{{1,3}}(?=\s*年\s*\S{{1,2}}\s*月)"
)
"""A year of three figures, as papers in Taiwan print it: counted from 1912, which is not said."""
_DAY = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|(?:中华)?民国\s*(?:\d{{2,3}}|[〇○零一二三四五六七八九十百]{{2,6}})|{_HANZI_YEAR}|{_OF_REPUBLIC})\s*(?:年|[./-])\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*(?:月|[./-])\s*(?P<day>{_DAY})\s*(?:日|号|(?!\d))"
    r"(?:\s*[—~至-]{1,2}\s*(?:\d{1,2}月)?\d{1,2}日)?"
)
"""A weekly says the last of its days as well."""
ENGLISH_DATE = re.compile(
    r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s*)?(?:(?P<month>(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\s+(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})\s+(?P<month2>(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)),?\s+(?P<year>(?:19|20)\d\d)",
    re.I,
)
WEEKDAY = re.compile(
    r"[(]?(?:星期|礼拜|周)[一二三四五六日天][)]?|(?<=[日号|])\s*[(][一二三四五六日][)]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.I,
)
_STEM_BRANCH = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_MOON = r"(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)"
_LUNAR_DAY = r"(?:(?:[初十廿卅二三][一二三四五六七八九十]{1,2}|三十|[廿卅])日?)"
LUNAR = re.compile(
    rf"(?:(?:农历|夏历|阴历|旧历)\s*)?(?:岁次\s*)?{_STEM_BRANCH}年?\s*{_MOON}\s*(?:{_LUNAR_DAY}|[大小])?"
    rf"|(?:农历|夏历|阴历|旧历)\s*{_MOON}\s*{_LUNAR_DAY}|岁次\s*{_STEM_BRANCH}年?|(?<!{HANZI}){_STEM_BRANCH}年(?!{HANZI})"
)
ISSUE_NUMBER = re.compile(
    r"(?:(?:总?第|总第|No\.?|Issue(?: No\.?)?)\s*(?=\d[\d,]|(?<=No\. )\d)|Vol(?:ume)?\.?\s*\d+[\s,·|—-]*"
    r"(?:No\.?|Issue|Number)\s*)(?P<number>\d[\d,]{0,8})(?![\d,]|\s*[版页])\s*[期号]?",
    re.I,
)
TOTAL_NUMBER = re.compile(r"总第?\s*(?P<number>\d{1,8})\s*[期号]")
PAGES = re.compile(
    rf"(?:今日|本期|本报|今天|共|今)\s*(?:共|出版?|刊|出[纸报])?\s*(?:对开|四开)?\s*(?:{_NUMBER}\s*大?张\s*)?(?P<pages>{_NUMBER})\s*(?:大)?[版页张](?!权)"
    rf"|(?P<english>\d{{1,3}}) [Pp]ages\b"
)
REGISTRATION = re.compile(
    r"(?:(?:国内统一(?:连续)?(?:出版物号?|刊号)|统一刊号|刊号|国内刊号)\s*)?(?::\s*)?(?P<cn>CN\s*\d\d\s*[-—]\s*\d{4}(?:/\w|/?\(\w\))?)|准印证号?\s*[:]?\s*[\w()第号—-]{3,20}"
)
SOLAR_TERM = re.compile(
    r"(?:今日)?(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)"
)
PUBLISHER = re.compile(
    rf"(?P<publisher>{HANZI}{{2,20}}(?:报社|报业(?:集团|传媒)?(?:股份)?有限公司|报业集团|报业|编辑部(?=\s*(?:主办|编辑|出版|编印))|传媒集团|报业传媒集团|有限公司(?=\s*(?:编辑|出版|发行|印行|编印))|出版社|传媒中心|融媒体中心))\s*(?:主办|主管主办|编辑出版|出版|主管|主办出版|印|编)?"
)
OWNER = re.compile(rf"(?P<owner>{HANZI}{{2,24}}(?:机关报|主管主办|主管、主办|主管 主办|主办|主管))")
PAGE_NUMBER = re.compile(
    rf"第\s*(?P<a>[A-H]?{_NUMBER})\s*[版页]|(?<![\d第])(?P<b>[A-H]?\d{{1,2}})\s*版(?!本)|(?<![\dA-Za-z])(?P<c>[A-H]\s?\d{{1,2}})(?![\dA-Za-z])|(?:Page|P\.)\s*(?P<d>\d{{1,3}})",
)
LONE_NUMBER = re.compile(r"(?:^|(?<=[\s|·]))(?P<e>0?[1-9]|[1-9]\d)(?=$|[\s|·])")
EDITORS = re.compile(
    rf"(?:本版|版面|版|今日|一版|执行|首席|见习|实习|值班|责任|助理|新媒体|文字|主任|副|总|图片|视觉|美术){{0,6}}(?:编辑|责编|美术|责任编辑|美编|版式|校对|校读|排版|组版|制版|制图|设计|编审|审校|审读|终审|复审|初审|编委|主任|总编辑?|统筹|策划|监制|主编|责校|图编|检校|签发|签版|视觉|审核|编务)"
    rf"\s*[:/／]?\s*(?:(?:{_NAME}|阿?[A-Z][a-z]{{1,9}})(?:\s*[、,/\s]\s*|(?=$|[\s|])))+"
)
WRITERS = re.compile(
    rf"(?:本版|本组|本期|今日)(?:稿件|图片|照片|内容)?(?:均?由)?(?:撰文|采写|撰稿|文字|摄影|文图|图文|图片|视觉|文|图|统筹|策划|制图|供稿|供图)"
    rf"(?:/\w{{1,2}})?\s*:?\s*(?:(?:本报|见习|首席)?(?:记者|通讯员)\s*)?(?:(?:{_NAME})(?:\s*[、,/]\s*|\s+(?!本版|本组)|(?=$|[\s|])))+"
)
MONTH = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?:[上中下]旬)?")
PERIOD = re.compile(rf"(?<!{HANZI})\(?(?:日|周|旬|半月|月|双周|周二|周三)(?:报|刊)\)?(?=$|[\s|])")
_OF_PAPER = r"督印|发行|出版|承印|创办"
IMPRINT = re.compile(
    rf"(?:(?:{_OF_PAPER})[人者商]|督印|社长|总编辑|总主笔|总经理|董事长)(?:\s*[:/]\s*[^\s|:/]{{2,30}}|\s+(?:{_NAME})(?=$|[\s|]))"
    rf"|(?:Established|Founded|Since|Est\.)(?: in)? 1[789]\d\d"
    rf"|(?:{_OF_PAPER}|(?:本?报社|本社|本报|社|馆)[地住]?址|(?:总社|编辑部|总管理处)(?=\s*:))\s*[:/]\s*[^\s|:]{{2,40}}"
)
"""Who publishes and directs the paper, and where."""
CONTACT = re.compile(
    r"(?:(?:新闻|报料|爆料|读者|服务|发行|广告|投递|订阅|征订|订报|监督|举报|投诉|总编办|编辑部|记者部|办公室|社长|值班|本报|本版|投稿|电子|微信|官方|报社|广告部|发行部|采访部|通联部|总编室|经营部|印刷厂|印务){0,6}"
    r"(?:热线|电话|邮箱|信箱|邮编|邮政编码|传真|网址|网站|地址|微信|公众号|微博|客户端|QQ|Q群|E-?mail|总编办|广告部|发行部|总编室|编辑部|办公室|记者部|订阅|邮发代号|零售价?|定价|每份|全年定价|月价|年价|印刷厂?|印刷|承印|广告经营许可证|广告许可证|国外发行代号|代号|法律顾问))(?:\s*[:]\s*|\s+|(?=[\d￥¥]))"
    r"(?:\(?\d{2,4}\)?[ -]?\d{3,4}(?:[ -]\d{3,4})?(?!\d)\s*|[\w.@/:+￥¥$—–-]+(?:\([\w]*\))?(?:[、,;]\s*[\d—-]+)*\s*)"
)
URL = re.compile(
    r"(?:https?://|www\.)[\w./%?=&#-]+|(?<![\w.-])[\w.-]+@[\w.-]+\.\w+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)(?:\.cn)?(?:/[\w./]*)?"
    r"|(?<![\w.])[a-z][a-z\d-]{2,62}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,8}(?![\w.])"
)
PRICE = re.compile(
    r"(?:(?:零售|每份|每张|定价|售价?|全年定价|本港|港澳|海外)价?\s*:?\s*)+"
    r"(?:(?:人民币|港币|港元|澳门币|新?台币|HK|NT|MOP|US|RMB)?\s*[￥¥$]?\s*\d+(?:\.\d+)?\s*[元圆]?|(?:人民币|港币|澳门币|新?台币)?[一二三四五六七八九十两壹伍拾]{1,3}[元圆](?:[五正整]角?)?)"
    r"|(?:HK|NT|MOP)\$\d+(?:\.\d+)?|(?:Price:?\s*)?(?:[$£€]\d+(?:\.\d\d)?|\d{2,3}p|\d{1,3} ?(?:cents|pence|¢))(?=[\s|·]|$)"
)
_FREE = re.compile(
    r"(?:本期)?(?:总?印[量数]|发行量)\s*:?\s*[\d.,]+\s*万?份|内部资料|内部交流|免费(?:交流|赠阅|发行|取阅)|赠阅|注意保存"
)


class Tiling(NamedTuple):
    """Which fields a line holds, and what they leave over."""

    names: frozenset[str]
    rest: str


_FIELDS = tuple(
    (name, pattern, frozenset(signs))
    for name, pattern, signs in (
        ("contact", PRICE, "售份价$£€p¢c"),
        ("contact", _FREE, "内免赠注"),
        ("url", URL, ".@/"),
        ("registration", REGISTRATION, "C准"),
        ("date", DATE, "年./-"),
        ("date", ENGLISH_DATE, "12"),
        ("lunar", LUNAR, "月"),
        ("weekday", WEEKDAY, "期拜周dD("),
        ("pages", PAGES, "版页张pP"),
        ("number", ISSUE_NUMBER, "第NnIiVv"),
        ("page", PAGE_NUMBER, "版页ABCDEFGHP"),
        ("editors", WRITERS, "版组期今"),
        ("date", MONTH, "年"),
        ("period", PERIOD, "报刊"),
        ("imprint", IMPRINT, "印人者商长辑笔理社址版行办ESF"),
        ("contact", CONTACT, "线话箱编真网址微端QmM办部室阅号价份售厂印证问"),
        ("editors", EDITORS, "编版校图计审任筹划制签视"),
        ("owner", OWNER, "报管办"),
        ("publisher", PUBLISHER, "社团业媒心"),
        ("term", SOLAR_TERM, "春水蛰分明雨夏满种至暑秋露降冬雪寒"),
        ("lone", LONE_NUMBER, "0123456789"),
    )
)
"""Name, pattern, and signs of which a text must hold one: looking for them first costs little."""
_BETWEEN = re.compile(r"[\s|/·:,;、—\-()\[\]【】<>《》*●■◆▲★_=~.]+")


@lru_cache(maxsize=CACHED)
def tile(text: str, paper: str = "") -> Tiling:
    """The fields of a folded line; `paper` is the paper's own name.

    >>> sorted(tile("2 要闻 2023年11月8日 星期三").names), tile("2 要闻 2023年11月8日 星期三").rest
    (['date', 'lone', 'section', 'weekday'], '')
    """
    names = set()
    text = closed_up(_GAP.sub(" " * 8, text))
    if paper and paper in text:
        names.add("paper")
        text = text.replace(paper, "|")
    signs = frozenset(text)
    for name, pattern, wanted in _FIELDS:
        text, count = pattern.subn("|", text) if not wanted.isdisjoint(signs) else (text, 0)
        if count:
            names.add(name)
    rest = _BETWEEN.sub(" ", text).strip()
    words = rest.split()
    if words and all(
        SECTIONS.fullmatch(word) or SECTIONS.fullmatch(word.removesuffix("版").removesuffix("新闻")) for word in words
    ):
        names.add("section")
        rest = ""
    return Tiling(frozenset(names), rest)


_GAP = re.compile(r"\s{9,}")
"""Wider than any pattern needs, where it costs the cube of its width: a page's layout kept in spaces has such gaps."""
_SPREAD = re.compile(r"(?<=\d) (?=\d)|(?<=[\d年月]) (?=[\d年月日])|(?<=\d) (?=日)")


def closed_up(text: str) -> str:
    """A folded text with a date whose figures recognition set apart closed up.

    >>> closed_up("要闻 2 0 2 6 年 4 月 2 4 日 第 2 版")
    '要闻 2026年4月24日 第 2 版'
    """
    return _SPREAD.sub("", text) if re.search(r"\d \d \d \d ?年", text) else text


_HANZI_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0}


def number(text: str) -> int:
    """A small number in digits or Hanzi; 0 where there is none.

    >>> number("四"), number("十二"), number("28"), number("A04"), number("三十一"), number("廿七"), number("一百一十三")
    (4, 12, 28, 4, 31, 27, 113)
    """
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    hundreds, hundred, below = text.replace("廿", "二十").replace("卅", "三十").rpartition("百")
    tens, ten, units = below.partition("十")
    if not ten:
        tens, units = "", below
    return 100 * bool(hundred) * (_digits(hundreds) or 1) + (10 * (_digits(tens) or 1) if ten else 0) + _digits(units)


def page_name(text: str) -> str:
    """The page that a text names first: section and number, or number; empty where there is none.

    >>> page_name("详见A04版"), page_name("第十二版"), page_name("See Page 3"), page_name("未完")
    ('A4', '12', '3', '')
    """
    found = re.search(r"(?:(?<![A-Za-z])[A-Z]\s?)?\d+|[一二三四五六七八九十]+", text)
    return (folio.label(found[0]) or str(number(found[0]) or "")) if found else ""


def _digits(text: str) -> int:
    """Hanzi that stand for one digit each; 0 for any others."""
    known = all(digit in _HANZI_DIGITS for digit in text)
    return int("".join(str(_HANZI_DIGITS[digit]) for digit in text)) if text and known else 0


_CREDIT = rf"{HANZI}{{2,5}}\s*[:/]\s*(?:{_NAME})(?:\s*[、,/]\s*(?:{_NAME}))*"
CREDITS = re.compile(rf"\(?\s*{_CREDIT}(?:[\s,;|]+{_CREDIT})+\s*\)?")
"""Two and more tasks, each with the names of those who did it."""


def iso_date(text: str) -> str:
    """The first date in a folded text, as YYYY-MM-DD; empty where there is none.

    >>> [iso_date(text) for text in ("2022年7月26日 星期二", "二〇二四年三月廿五日", "Tuesday, July 26, 2022", "113年5月20日")]
    ['2022-07-26', '2024-03-25', '2022-07-26', '2024-05-20']
    """
    text = closed_up(text)
    found = DATE.search(text)
    if found:
        year, month, day = _year(found["year"]), number(found["month"]), number(found["day"])
    else:
        found = ENGLISH_DATE.search(text)
        if not found:
            return ""
        name = (found["month"] or found["month2"])[:3].lower()
        month, day = 1 + "janfebmaraprmayjunjulaugsepoctnovdec".index(name) // 3, int(found["day"] or found["day2"])
        year = found["year"]
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _year(text: str) -> str:
    """A year in digits, in Hanzi, or counted from 1912 (民国)."""
    year = number(text.rpartition("国")[2].strip())
    return str(year if year > 1000 else 1911 + year)
