"""Who wrote, by the office that they hold, or without a full name: what stands below a title, or signs a letter."""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.recovery.vocabulary import SURNAMES

_OFFICE = re.compile(
    rf"{HANZI}{{0,16}}(?:(?:省|市|县|区|州|镇|乡|村|校|院|局|厅|处|部|会|馆|所|行|社|署|检察|秘书|理事|董事|司令)长"
    rf"|书记|主任|主席|总经理|总裁|总工程师|委员) +(?P<name>{HANZI}{{2,4}}|{HANZI} {HANZI})"
)
_UNNAMED = re.compile(
    rf"一[位名个]{HANZI}{{0,4}}(?:族|老人|老兵|司机|乘客|游客|旅客|患者|顾客|车主|商户|村民|职员|工人|农民|护士|医生"
    rf"|妈妈|爸爸|母亲|父亲|奶奶|爷爷|老党员|退休{HANZI}{{2}}|消费者|用户)"
    rf"|(?:{HANZI}{{2,10}}[ ,])?(?P<surname>{HANZI})"
    r"(?:先生|女士|小姐|太太|大爷|大妈|大叔|阿姨|师傅|老人|老师|同学|奶奶|爷爷)"
)
_SURE = 3
"""Hanzi of a name from which on it is one even behind an office that says of no place."""
_PLACED = 4
"""Hanzi of an office that says of which place or house."""


def office_holder(folded: str) -> tuple[int, int] | None:
    """Where the name stands in a folded line that holds an office and a name, and nothing else.

    >>> office_holder("东江市市长 何佳"), office_holder("校长 唐建新"), office_holder("校长 走进课堂"), office_holder("校长 王荣")
    ((6, 8), (3, 6), (3, 7), None)
    """
    found = _OFFICE.fullmatch(folded.strip())
    if found is None:
        return None
    office, name = folded[: found.start("name")].strip(), found["name"].replace(" ", "")
    start = folded.index(found["name"])
    return (start, start + len(found["name"])) if len(name) >= _SURE or len(office) >= _PLACED else None


def signs_unnamed(folded: str) -> bool:
    """Whether a folded line says only as what somebody signs, or a surname as people are addressed.

    >>> signs_unnamed("一位上班族"), signs_unnamed("(历下区 靳大爷)"), signs_unnamed("一位老人的坚守"), signs_unnamed("好老师")
    (True, True, False, False)
    """
    found = _UNNAMED.fullmatch(folded.strip().strip("()"))
    return found is not None and (found["surname"] is None or found["surname"] in SURNAMES)
