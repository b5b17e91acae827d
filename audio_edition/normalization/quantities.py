"""Whether a number counts what follows it, and so whether 2 is 两."""

import re

_NAMED = re.compile(
    r"月|日(?![内后游前间均])|号|楼|班(?!岗|次|列)|版|中(?=[、，。的]|学|队|院)|小(?=[、，。的]|学)|审|胎|孩|维|手(?:房|车|货|烟|市|店|交易|设备)|氧化|环(?!节)|甲|战(?:期|时|区|中)|"
    r"线(?=城|品|市|都)|年[级制]|季度|级|等[奖功品座舱]|院(?!校)|单元|栋\d|排\d|室|床|车间|标段|本线|传手|人转|期工程|期项目|期$|路(?=公|车|汽)|"
    r"[的是和与及或比加减乘除至到等于大小、，。；：！？）)》”」』/+=×÷<>≥≤—~·.:-]|分之|进制|代(?=身份|核|产品|居)|档|挡|区(?!域)|师|团(?!圆)|营(?=[部长的一二三])|连(?=[长的])|"
    r"类(?=[疫地口水车会人]|建|生|医|精)|型(?=糖)|度烧|级|炮|胡|流(?=[的、，])|股东大|把手|锅头|番目|维码"
)
_HANZI = re.compile("[\u4e00-\u9fff]")
_APPROXIMATE = re.compile(r"[余多来几]")


def is_counted(text: str, end: int) -> bool:
    """Whether what stands from `end` on is counted by the number before it: 2个, 2名, 2企业, but not 2月, 2号, 2的.

    >>> [is_counted(text, 1) for text in ("2个", "2月", "2 名", "2，")]
    [True, False, True, False]
    """
    if text[end : end + 1] == " ":
        end += 1
    return bool(_HANZI.match(text, end)) and not _NAMED.match(text, end)
