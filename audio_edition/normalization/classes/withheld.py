"""Crosses in the place of what a paper does not name.

网友张××反映，被害人李×，家住××路，×年×月×日 => 网友张某某反映，被害人李某，家住某某路，某年某月某日
×政发〔2022〕15号，××××公司 => 某政发二零二二，十五号，某某某某公司
身份证号码14010719870703×××× => 身份证号码一四零一零七一九八七零七零三
黄金×白银，东方×明珠，记者王×，×岁 => 黄金乘白银，东方乘明珠，记者王某，某岁
长×宽×高，品牌×设计师，4×100米 => 长乘宽乘高，品牌乘设计师，四乘一百米
"""

import re

from audio_edition.normalization.rule import rule

_SURNAME = (
    "[李王张刘陈杨赵黄周吴徐孙胡朱何郭罗郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文某]"
)
"""Of nine in ten; 高 is left out, which is measured too: 高×宽."""


_BEFORE_NAME = "[人友民生员者长师犯工客徒嫌告妇童某的向对被由与和及将把给叫姓名]"
"""A surname inside a longer word is none: 黄金×白银, 东方×明珠."""


def _said(match: re.Match[str]) -> str:
    return "某" * len(match[0])


several = rule(r"×{2,6}(?![\d×])", cost=0.5, at="×", after=r"[^\d×]|^")(_said)
surname = rule(r"×(?![\dA-Za-z×])", cost=0.5, at="×", after=rf"(?:^|[^\u4e00-\u9fff×]|{_BEFORE_NAME}){_SURNAME}")(_said)
unit = rule(
    r"×(?=[年月日岁省市县区镇乡村街路号政委字室])", cost=0.5, at="×", after=r"^|[\s，。、；：（(“《年月日省市县区镇乡村]"
)(_said)
of_a_number = rule(r"×{2,12}(?![\d×])", cost=0.5, at="×", after=r"\d{4,18}")(lambda match: "")
"""The end of a number is not told."""
