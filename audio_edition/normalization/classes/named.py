"""Numbers that have become names.

985高校，国家863计划，315晚会，“996”，「918」公投 => 九八五高校，国家八六三计划，三一五晚会，九九六，九一八公投
北京798艺术区，解放军301医院，八路军115师 => 北京七九八艺术区，解放军三零一医院，八路军一一五师
985、211高校，全县365村，新增128户 => 九八五、二一一高校，全县三百六十五村，新增一百二十八户
部队5+2，58同城，7-11便利店 => 部队五加二，五八同城，Seven Eleven便利店
228事件，88風災，处置228起事件 => 二二八事件，八八風災，处置二百二十八起事件
10死904伤，2月龄 => 十死九百零四伤，两月龄
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import MULTIPLE
from audio_edition.normalization.quantities import has_measure
from audio_edition.normalization.rule import rule

_NOUN = (
    r"(?:消费者权益|不锈钢|工程(?!师)|计划|高校|大学|院校|晚会|部队|师(?!生|傅|资)|团(?!队|体|员)|旅(?!客|游)|医院"
    r"|艺术区|兵?工?厂"
    r"|工作制|高地|大案|专案|事件|事变|惨案|空难|号段|航班|客机|新?政|项目(?!部|组|共|的)|模式|战略|行动(?!员)|工作法|机制)"
)


def _digits(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


with_noun = rule(
    rf"(?!\d00)\d{{3}}(?={_NOUN})",
    cost=1,
    needs="消不工计高大院晚部师团旅医艺厂专号航客政项模战行机会房事惨空",
    after=r"(?<![有共达约近超过为建增于施启完成展开余第的个名])",
)(_digits)
military = rule(r"\d{3}(?=医院|师(?!生)|旅(?!客)|团(?!队)|部队|兵工厂)", cost=0.9, needs="医师旅团部兵", after="第")(_digits)
quoted = rule(r"(?!\d+00[^\d])\d{3,5}(?=[”\"’》〉])", cost=1.5, needs='”"’》〉', after='[“"‘《〈]')(_digits)
schools = rule(
    r"(?:985|211)(?=[、/和及，]?(?:985|211|高校|大学|院校|双一流|工程|重点|毕业|名校|高|$|[”、]))", cost=0.9, needs="985211"
)(_digits)
site = rule(
    r"88(?=风灾|水灾)|58(?=同城)|84(?=消毒)|51(?=信用|talk|job)|36(?=氪)|360(?=(?:公司|集团|安全|搜索|浏览器|金融|数科|杀毒|董事))",
    cost=0.9,
    needs="消同信tj氪公集安搜浏金数杀董灾",
)(_digits)
store = rule(r"7-?11(?=便利店|便利商店|门店|门市|超商|超市|连锁)|7-(?:ELEVEn|ELEVEN|Eleven|eleven)", cost=0.5, needs="7")(
    lambda match: "Seven Eleven"
)
work = rule(r"996|007(?=[”工的]|模式)", cost=1.5, needs="67")(_digits)
sale = rule(r"618(?=[大购期电当年狂促预活”、，。]|全球|开门)", cost=0.9, needs="8")(_digits)


@rule(rf"(?!\d\d0)\d{{3}}(?={HANZI})(?!{MULTIPLE})", cost=1.95, after=r"[^\d.,有共达约近超过为是增减招收至到于和、第]")
def unmeasured(match: re.Match[str]) -> str | None:
    following = match.string[match.end()]
    if following in "的和与及或加减乘除等号是比" or has_measure(match.string, match.end()):
        return None
    return _digits(match)


@rule(r"[2-6](?:-?\d){2,3}(?![\d-])(?=阵|的?战术|打法)", cost=0.8, needs="阵战打")
def formation(match: re.Match[str]) -> str:
    return numerals.digits(match[0].replace("-", ""))
