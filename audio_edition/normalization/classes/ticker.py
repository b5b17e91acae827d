"""Codes of shares in a bracket after the name of the company: digit by digit.

Four digits may be a year or a number of things, so the sentence has to speak of shares.

台積電（2330）昨日公布營收 => 台積電，二三三零，昨日公布營收
台股鴻海（2317）、聯發科（2454）齊揚 => 台股鴻海，二三一七、聯發科，二四五四，齊揚
腾讯（0700）股价上涨，阿里巴巴（9988.HK） => 腾讯，零七零零，股价上涨，阿里巴巴，九九八八HK
主力合约2401收涨，沪铜2312合约，合约2401份 => 主力合约二四零一收涨，沪铜二三一二合约，合约两千四百零一份
沪铜2402收报68130元，玉米2405吨，玉米2405收购价 => 沪铜二四零二收报六万八千一百三十元，玉米两千四百零五吨，玉米两千四百零五收购价
活跃券240004收益率，24附息国债11 => 活跃券二四零零零四收益率，二四附息国债十一
港交所（388）跌1.6%，学校（300）升3人 => 港交所，三八八，跌百分之一点六，学校，三百，升三人
PE 27.8x/22.4x => PE二十七点八倍、二十二点四倍
股市专著（2024）出版，参加合唱（1200人），计票（3021） => 股市专著，二零二四，出版，参加合唱，一千二百人，计票，三千零二十一
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_NAME = r"[\u4e00-\u9fffA-Za-z*](?:-[A-Z]{1,2})?\("
_MARKET = (
    r"股|营收|市值|[收开]盘|盘[中后前]|涨|跌|法说|财报|获利|每股|外资|除[息权]|大盘|挂牌|[上下]市|上柜|证券|券商|指数|蓝筹|ETF"
    r"|[升挫]\d|EPS|[齐劲收]扬|走[高低强弱]"
)

_COMMODITY = (
    "(?:沪[铜铝锌铅镍锡金银胶]|豆[粕油一二]|焦[煤炭]|螺纹钢?|热卷|铁矿石?|玻璃|纯碱|甲醇|尿素|棕榈油?|菜[油粕籽]|郑[棉糖煤]|棉花|白糖"
    "|生猪|苹果|红枣|鸡蛋|玉米|淀粉|橡胶|沥青|塑料|原油|燃油|低硫油|碳酸锂|工业硅|乙二醇|纸浆|沪深300股指|PTA|PVC|LPG)"
)
"""Of which contracts are traded in Shanghai, Dalian, Zhengzhou and Guangzhou."""


def _spelled(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


followed = rule(rf"{_YEAR}\d{{4,5}}(?=\)(?:[昨今][天日]|[^。；！？]{{0,40}}?(?:{_MARKET})))", cost=0.9, needs=")", after=_NAME)(
    _spelled
)
led = rule(rf"{_YEAR}\d{{4,5}}(?=\))", cost=0.9, needs=")", after=rf"(?:{_MARKET})[^。；！？\d]{{0,16}}{_NAME}")(_spelled)
listed = rule(
    rf"{_YEAR}\d{{4,5}}(?=\))",
    cost=0.9,
    needs=")",
    after=r"\(\d{4,6}\)[、，和及与][\u4e00-\u9fffA-Za-z*]{2,6}(?:-[A-Z]{1,2})?\(",
)(_spelled)
marked = rule(r"\d{4,6}(?=[.-](?:TWO?|SH|SZ|SS|BJ|HK|T|KS)\))", cost=0.9, needs=")", after=r"\(")(_spelled)
contract = rule(
    r"2\d(?:0[1-9]|1[0-2])(?=合约|[收上下]?[涨跌]|[收报]|[、，。）])", cost=0.9, needs="合主", after=r"合约|主力(?:合约)?|主连"
)(_spelled)
"""The year and the month in which a contract falls due."""
short = rule(r"\d{3}(?=\)(?:股价)?[急大微再续]?[涨跌升挫泻弹]\d[\d.]{0,5}[%元])", cost=0.9, needs=")", after=_NAME)(_spelled)
contract_traded = rule(
    r"2\d(?:0[1-9]|1[0-2])(?=收(?![购获成割])|报(?![名告道警])|[上下]?[涨跌]|[微大][涨跌]|主力|夜盘|[、和]\d{4}合约)",
    cost=0.9,
    needs="收报涨跌主夜合",
    after=_COMMODITY,
)(_spelled)
contract_named = rule(r"2\d(?:0[1-9]|1[0-2])(?=合约)", cost=0.9, needs="合", after=r"[^\d.有共达约近超第]")(_spelled)
bond = rule(r"2\d{5,6}(?=收益率|[收报]|[上下]行|[、，])", cost=0.9, needs="券债", after=r"(?:活跃券|国债|国开债?|债券)")(_spelled)
bond_named = rule(r"2\d(?=(?:附息国债|特国|国开|农发|进出|贴现国债)\d\d(?!\d))", cost=0.9, needs="国农进贴")(_spelled)
exchange = rule(
    r"\d{4,6}(?=\))", cost=0.9, needs=")", after=r"(?:[港联深上北台]交所|[港A台]股|HKEX|SEHK|SSE|SZSE|TWSE|TPE)[:]? ?"
)(_spelled)
multiple = rule(
    r"\d{1,3}(?:\.\d{1,2})?x(?![A-Za-z\d])", cost=0.9, needs="x", after=r"(?:P/?[EBS]|EBITDA|市[盈净销]率|估值)[^，。；]{0,24}"
)(lambda match: numerals.number(match[0][:-1]) + "倍")
"""How many times its earnings a share costs."""
