"""Days that are named by their date: digit by digit.

5·12防灾减灾日，“9·18”纪念日，“6·18”期间 => 五一二防灾减灾日，九一八纪念日，六一八期间
7.28唐山大地震，4.26“世界知识产权日” => 七二八唐山大地震，四二六世界知识产权日
9/11事件，规模6.2地震，发生5.1地震 => 九一一事件，规模六点二地震，发生五点一地震
“3.15”晚会，12·4国家宪法日 => 三一五晚会，一二四国家宪法日
11.11大促，“12.12”购物节，520登记结婚，520、1314扎堆 => 双十一大促，双十二购物节，五二零登记结婚，五二零、一三一四扎堆
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import DAY, MONTH
from audio_edition.normalization.rule import rule

_NAMED = (
    r"(?:元旦|假期|小长假|黄金周|当[天日]|前夕|来临|临近|曝光|、双1|年中|世界|国际|全国|全民|中国|中华|国家|特大|重大"
    r"|消防|防灾|防震|宪法|学雷锋|植树|消费者|妇女|劳动|青年|护士|儿童"
    r"|建党|建军|教师|国庆|记者|艾滋|残疾|志愿|禁毒"
    rf"|环境|爱|{HANZI}{{2,3}}(?:大?地震|惨案|大屠杀|空难|矿难|洪灾|火灾|爆炸|枪击)|地震|抗震|大地震|暴雨|洪水|火灾|爆炸|事件|惨案|大案|专案|事故|讲话|批示|晚会|购物|大促|期间|系列|诈骗"
    r"|杀人|抢劫|盗窃|行动|空难|起义|运动|纪念|公祭)"
)


def _digits(match: re.Match[str]) -> str:
    month, day = re.findall(r"\d+", match[0])
    if (month, day) == ("10", "1"):
        return "十一"
    if month == day and int(month) > 10 and "." in match[0] and "事变" not in match.string[match.end() : match.end() + 6]:
        return "双" + numerals.cardinal(month)
    return numerals.digits(month + day)


_WEDDING = r"(?=[”\"]?(?:、“?(?:520|521|1314)”?)*(?:当[天日]|这[天日]|前夕|来临|登记|领证|结婚|告白|表白|扎堆|浪漫|婚礼|集体))"


centred = rule(rf"{MONTH} ?· ?{DAY}(?![\d·])", cost=1, needs="·")(_digits)
quoted = rule(rf"{MONTH}\.{DAY}(?=[”\"’])", cost=1, needs=".", after='[“"‘]')(_digits)
before_quote = rule(rf"{MONTH}\.{DAY}(?=[“\"‘《]{HANZI}{{2,14}}[日节周月])", cost=1, needs='“"‘《')(_digits)
named = rule(
    rf"{MONTH}\.{DAY}(?={_NAMED})",
    cost=1,
    needs=".",
    after=r"(?<!规模)(?<!震级)(?<![里芮]氏)(?<!震度)(?<!发生)(?<!强度)",
)(_digits)
with_stroke = rule(rf"{MONTH}/{DAY}(?=事件|恐怖|恐袭|[大强]?地震|空难|惨案|大屠杀|枪击|爆炸|起义)", cost=1, needs="/")(_digits)
of_lovers = rule(rf"(?:520|521|1314){_WEDDING}", cost=1, needs="当这前来登领结告表扎浪婚集")(
    lambda match: numerals.digits(match[0])
)
"""Days and numbers that sound like a declaration of love."""
