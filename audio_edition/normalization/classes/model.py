"""Names of models: letters or a family name, a hyphen or none, a number.

歼-20，运－20，GPT-4，歼-10C，图-160 => 歼二十，运二十，GPT四，歼十C，图一六零
4S店，5G，C919，PM2.5，N95口罩，H7N9，IP68级 => 四S店，五G，C九一九，PM二点五，N九五口罩，H七N九，IP六八级
长征-5B，95式步枪，99A主战坦克，iPhone 15，Mate60 => 长征五B，九五式步枪，九九A主战坦克，iPhone十五，Mate六十
郑麦1860、百农4199，种植济麦22，1台256排CT => 郑麦一八六零、百农四一九九，种植济麦二十二，一台二百五十六排CT
“郑单958”，先玉335，订单958个 => 郑单九五八，先玉三三五，订单九百五十八个
B2层，T3航站楼，G60高速，1080P，3.5mm => B二层，T三航站楼，G六十高速，一零八零P，三点五毫米
    铯137、碘-131，铀120吨 => 铯一三七、碘一三一，铀一百二十吨
    Qwen1.5-72B，骁龙8295 => Qwen一点五，七十二B，骁龙八二九五
    轮胎225/60 R16，空警-2000，S-400导弹 => 轮胎二二五、六零R十六，空警两千，S四百导弹
    ARJ21-700，毒株BA.5，5-羟色胺 => ARJ二十一七零零，毒株BA点五，五羟色胺
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.families import named, pattern
from audio_edition.normalization.quantities import has_measure, has_unit
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_JOINT = re.compile("[- ](?=[零一二三四五六七八九十])|(?<=[零一二三四五六七八九十])-")
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_AFTER = r"(?![\dA-Za-z%‰℃°]|\.\d| ?[万亿]|[元])"
_VARIETY = (
    rf"(?:(?<![小大冬春燕黑]){HANZI}麦|(?<![玉黄绿]){HANZI}[玉稻粳糯]|{HANZI}(?<![最更])优"
    rf"|(?:\d[、和]{HANZI}|[郑浚吉沈川豫掖鲁登农])[农单]|先玉|登海|京科|迪卡|隆平|中[黄棉豆]|冀[豆棉])"
)
"""Names of wheat, maize and rice; some begin like ordinary words, and follow another one."""


_BY_DIGIT = re.compile(r"(?<=N)95(?!\d)|(?<=\AIP)\d\d(?!\d)")
"""Of masks, and of cases that keep water out: IP68."""


def _read(written: str) -> str:
    said = _DIGITS.sub(lambda digits: _number(digits[0]), _BY_DIGIT.sub(lambda digits: numerals.digits(digits[0]), written))
    return _JOINT.sub("", said)


def _number(written: str) -> str:
    if written.count(".") == 1:
        return numerals.number(written)
    return "点".join(map(numerals.by_length, written.split(".")))


def _unless_counted(match: re.Match[str]) -> str | None:
    return None if len(match["n"]) > 2 and has_measure(match.string, match.end()) and "." not in match["n"] else _read(match[0])


@rule(
    rf"[A-Za-z]{{1,12}}(?P<n>-?\d{{1,6}}(?:\.\d{{1,3}}){{0,2}}(?![\d.]\d)(?:-?[A-Za-z]{{1,4}}\d{{0,4}}(?![A-Za-z\d])"
    rf"|\d{{0}})){_AFTER}",
    cost=1.2,
    at=LATIN,
)
def name(match: re.Match[str]) -> str | None:
    digits = match["n"].lstrip("-")
    if (
        digits.isdigit()
        and len(digits) > 2
        and "-" not in match["n"]
        and has_measure(match.string, match.end())
        and len(match[0]) > len(digits) + 2
    ):
        return None
    return _read(match[0])


@rule(rf"[A-Za-z][A-Za-z\d]{{1,15}}(?:-[A-Za-z\d]{{1,12}}){{0,3}}{_AFTER}", cost=1.4, at=LATIN)
def mixed(match: re.Match[str]) -> str | None:
    return _read(match[0]) if any(char.isdigit() for char in match[0]) else None


@rule(r"(?P<l>[A-Z]{1,4})(?P<v>(?:\.\d{1,3}){1,3})(?![\d.]|[A-Za-z]{2})", cost=1.3, at=LATIN, needs=".")
def lineage(match: re.Match[str]) -> str:
    return match["l"] + "".join("点" + numerals.by_length(digits) for digits in match["v"][1:].split("."))


@rule(rf"[A-Z][A-Za-z]{{2,11}} \d{{1,2}}(?![\d.:,/%‰℃-]|{HANZI}?[月日年时点个名])", cost=1.6, at=LATIN)
def product(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(r"(?P<n>\d{1,4})[A-Za-z]{1,6}(?:\d{1,3}|-[A-Z])?(?![\dA-Za-z])", cost=1.8, at=DIGIT)
def digits_first(match: re.Match[str]) -> str:
    if match["n"].endswith("00"):
        return numerals.cardinal(match["n"]) + _read(match[0][len(match["n"]) :])
    return _read(match[0])


@rule(r"(?P<n>\d{1,4}\.\d{1,3})[A-Za-z]{1,6}(?![\dA-Za-z])", cost=1.8, needs=".", at=DIGIT)
def decimal_first(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(rf" ?[-—] ?(\d{{1,4}}[A-Z]{{0,3}}){_AFTER}(?![-—~/:+×=]\d)", cost=0.9, at=" -—", after=pattern("name"))
def family(match: re.Match[str]) -> str:
    return _read(match[1])


@rule(
    rf"\d{{2,4}}[A-Z]{{0,3}}{_AFTER}(?=[号型]?(?:战机|轰炸机|战斗机|运输机|直升机|导弹|火箭|坦克|步枪))",
    cost=0.9,
    needs="机导火坦步",
    after=pattern("name"),
)
def family_without_hyphen(match: re.Match[str]) -> str:
    return _read(match[0])


@rule(
    rf"-(\d{{1,4}}[A-Z]{{0,3}}){_AFTER}(?![-—~/:+×=]\d| ?[个名元度摄年月日时点号])",
    cost=1.5,
    at="-",
    after="(?![年月日号时点分秒元米度吨岁人级])[\u4e00-\u9fffA-Za-z”》]",
)
def hyphenated(match: re.Match[str]) -> str | None:
    return None if has_measure(match.string, match.end()) else _read(match[1])


@rule(
    r"\d\d(?:[A-Z]{1,3}(?=(?:、\d\d[A-Z]{1,3}){0,4}[式型]?(?:主战|坦克|[轻中重]型|步枪|[手机狙]枪|自动|冲锋|突击|榴弹|火炮|装甲|步战|两栖|水陆|战车))"
    r"|(?=主战坦克|坦克(?!\d)|狙击步枪|自动步枪|通用机枪|榴弹炮|火箭炮))",
    cost=0.9,
    needs="主坦型枪自冲突榴火装步两水战狙通",
    after=r"[^\d有共辆余]|^",
)
def weapon(match: re.Match[str]) -> str:
    """A weapon is named by the year of its pattern, printed 式 or not."""
    return numerals.digits(match[0])


@rule(r"\d\d(?:-\d)?(?=式(?!样))", cost=1, needs="式")
def pattern_year(match: re.Match[str]) -> str:
    return numerals.digits(match[0]).replace("-", "杠")


@rule(r"-(?=[甲乙丙丁戊己庚辛羟氨氯溴氟碘硝氧硫苯萘环烯炔酮醛酸酯磷巯吡])", cost=0.4, at="-", after=r"\d")
def locant(match: re.Match[str]) -> str:
    """The place in a molecule: 5-羟色胺."""
    return ""


isotope = rule(rf"\d{{3}}{_AFTER}", cost=0.9, needs="铀钚铯锶碘钴镭", after="[铀钚铯锶碘钴镭]")(
    lambda match: None if has_unit(match.string, match.end()) else numerals.digits(match[0])
)


@rule(r"-", cost=0.4, at="-", after=rf"[A-Za-z\d]{HANZI}?|{HANZI}")
def joint(match: re.Match[str]) -> str | None:
    following = match.string[match.end() : match.end() + 1]
    return "" if following.isascii() and following.isalpha() else None


@rule(r"\d{2,4}(?=(?:号|[、，。；”》）)和与及等的]|品种|小麦|玉米|大豆|水稻|棉花|$))", cost=1.3, after=_VARIETY)
def variety(match: re.Match[str]) -> str:
    """Of a crop: where it was bred, what it is, and a number."""
    return numerals.by_length(match[0])


chip = rule(r"\d{3,4}(?![\d.]|[万亿元台颗片])", cost=0.9, needs="".join(named("digits")), after=pattern("digits"))(
    lambda match: numerals.digits(match[0])
)


@rule(r"(?P<f>[A-Za-z]{2,14}\d{1,2}(?:\.\d)?)-(?P<n>\d{1,4}(?:\.\d)?[BM])(?![A-Za-z\d])", cost=0.8, at=LATIN, needs="-")
def of_parameters(match: re.Match[str]) -> str:
    """A model of language, and how many parameters it has: Qwen1.5-72B."""
    return f"{_read(match['f'])}，{_read(match['n'])}"


@rule(r"(?P<w>\d{3})/(?P<p>\d\d) ?(?P<r>Z?R) ?(?P<d>\d\d)(?!\d)", cost=0.9, needs="R")
def tyre(match: re.Match[str]) -> str:
    """Its width, its profile, and the rim."""
    return f"{numerals.digits(match['w'])}、{numerals.digits(match['p'])}{match['r']}{numerals.cardinal(match['d'])}"


round_number = rule(r"-?[1-9]0{2,3}(?!\d)", cost=0.5, at=DIGIT + "-", needs="".join(named("amount")), after=pattern("amount"))(
    lambda match: numerals.cardinal(match[0].lstrip("-"))
)
round_missile = rule(r"S-?[345]00(?![\dA-Za-z])", cost=0.8, at="S", needs="导防系")(
    lambda match: "S" + numerals.cardinal(match[0][-3:])
)


@rule(r"\d{2,3}(?=排(?:螺旋|双源)?(?:CT|计算机断层))", cost=1, needs="排")
def rows(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])
