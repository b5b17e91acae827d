"""The stroke of rates: per.

32元/斤，0.5元/平方米，300人/平方公里 => 三十二元每斤，零点五元每平方米，三百人每平方公里
200个/μL，3.5元/kWh，6元/500克 => 二百个每微升，三点五元每千瓦时，六元每五百克
物业费1.8元/平方米·月，20mg/升，12g/100mL => 物业费一点八元每平方米每月，二十毫克每升，十二克每一百毫升
220V/50Hz，250MW/1000MWh => 二百二十伏、五十赫兹，二百五十兆瓦、一千兆瓦时
肾小球滤过率58mL/(min·1.73m²) => 肾小球滤过率五十八毫升每分钟每一点七三平方米
157毫克/100毫升，1.74元/方，312mg/Nm³ => 一百五十七毫克每一百毫升，一点七四元每方，三百一十二毫克每标准立方米
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals, units
from audio_edition.normalization.patterns import NUM
from audio_edition.normalization.rule import rule

_ONE = (
    r"(?=[ (]?(?:每|平方|平(?!均)|立方|公里|千米|米|公斤|千克|斤|克|吨|升|毫升|亩|公顷|百?人|户|家|天|日|周|月|年|季|小?时"
    r"|分钟?|秒|[人班车架批频]?次|件|张|台|辆|只|头|股|桶|瓶|袋|盒|箱|套|个|千瓦|度|瓦|位|份"
    r"|期|剂|本|册|站|趟|场|节|课时|晚|间|夜|床|单|条|根|棵|株|盎司|磅|英|加仑|蒲式耳|手|片|支|枚|篇|字|幅|斗|担|尺|寸|块"
    r"|粒|杯|碗|吨公里|学期|学分|科|生|点|集|回|门|卷|页|标|标箱|箱|标准箱|[㎡㎥]|m[²³23]|万|百|千|人年|方(?=[，。；、)]|$)|提(?=[，。；、)]|$)|dL|L|kg|g|m|km"
    r"|[mμ][Ll]|[kM]?[Ww]h?(?![A-Za-z])|h|d|s|min))"
)


_RATED = re.compile("[kMG]?(?:V|A|W|Hz|Wh|VA|Pa)|m?Ah|℃")
"""Units of what stands on a device, of which none counts another: 220V/50Hz, 250MW/1000MWh."""


@rule(
    rf" ?/ ?{_ONE}",
    cost=0.5,
    at=" /",
    after=rf"[元人吨斤克米升次万亿度时分㎡㎥]|\d[余多几]?[十百千万亿]{{0,2}}{HANZI}{{1,4}}|[\d万亿] ?[a-zμ][A-Za-z]{{0,3}}"
    r"|[$¥€£][\d.,]{1,12}",
)
def per(match: re.Match[str]) -> str:
    return "每"


@rule(rf" ?/ ?(?={NUM} ?(?P<u>{units.PATTERN}))", cost=0.4, needs="/", at=" /", after=r"\d ?(?:[A-Za-zμ]{1,4}|[元克升卡焦])")
def per_amount(match: re.Match[str]) -> str | None:
    """Of two amounts in one unit the second is another size: 120g/150g."""
    alike = match.string.endswith(match["u"], 0, match.start())
    if _RATED.fullmatch(match["u"]):
        return "、"
    return None if alike or not units.spoken(match["u"]) else "每"


@rule(
    rf" ?/ ?(?={NUM} ?(?:[千公毫]?[克升斤]|吨|平方|[件个份张瓶箱袋盒桶]|[小半]?时|分钟|[天月年人次里]))",
    cost=0.4,
    needs="/",
    at=" /",
    after=r"\d[百千万亿]{0,2}[元角块] ?",
)
def price_of_amount(match: re.Match[str]) -> str:
    return "每"


per_volume = rule(rf" ?/ ?(?={NUM} ?[毫分微]?升)", cost=0.4, needs="/", at=" /", after=r"\d ?(?:[毫微]?克|毫?摩尔?) ?")(
    price_of_amount.say
)


@rule(r"·(?=[日天月年次人晚趟])", cost=0.4, at="·", after=r"/[\u4e00-\u9fff㎡㎥]{1,4}")
def and_per(match: re.Match[str]) -> str:
    return "每"


@rule(rf" ?/ ?\(min· ?(?P<n>{NUM}) ?(?:m²|m2|㎡|平方米)\)", cost=0.1, needs="(", at=" /")
def per_minute_and_surface(match: re.Match[str]) -> str:
    """What kidneys clear, by the surface of a body."""
    return f"每分钟每{numerals.number(match['n'])}平方米"


@rule(r"/(?=(?:[mμ]?[Ll]|kg|m[²³]?)(?![A-Za-z]))", cost=0.5, at="/", after=r"\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
def per_symbol(match: re.Match[str]) -> str:
    return "每"
