"""Labels whom a notice or a letter is written to (`覃大勇：`, `编辑同志：`): the first line of its text, and no writer."""

import re
from collections.abc import Collection, Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, neighbours, with_lines
from audio_edition.recovery.signatures import ORGANIZATION

_COLON = re.compile(r"(?P<who>[^:;。!?“”]{2,120}):")
_ASIDE = re.compile(r"\([^()]*\)")
_AND = re.compile(rf"[、,\s]+|(?<={HANZI}{{2}})[及和与](?={HANZI}{{2}})")
_PARTY = re.compile(r"(?:被告人?|原告|被?申请人|被上诉人|上诉人|被执行人|第三人|当事人|债[务权]人|担保人)?(?P<name>\S+)")
_GREETED = re.compile(
    r"(?:尊敬|敬爱|亲爱|可敬)的\S{1,16}|(?:致|各位|各|全体|广大)\S{1,16}"
    r"|(?:亲爱的)?(?:爸爸?|妈妈?|爸妈|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|儿子|女儿|孩子|哥哥?|姐姐?|弟弟?|妹妹?){1,2}们?"
    r"|\S{1,12}(?:同志们?|编辑部|先生|女士|老师|朋友们?|读者们?|市民们?|居民们?|用户|客户|业主|股东|乘客|家长|同学们?|乡亲们?|单位|部门)"
)
"""How letters and notices speak to those who are not named."""
_SPOKEN_TO = re.compile(
    r"[你您]|贵(?:公司|单位|司|方|院|校|报)|本[院委局庭所]|(?:本|我)(?:公司|单位|司|行|处|中心)|现依[法照据]|现(?:向|将|就|予以)|兹|特此|请(?:于|在|自)"
)
"""How the text of a notice or a letter begins."""
_OPENING = 60
"""Code points of a text's beginning."""


ADDRESSEE = "addressee"
"""Rule of the line: what stands above it begins a notice or a letter."""


def label_addressees(sheet: Sheet) -> Sheet:
    """An addressee alone on a line, above the text that speaks to it, is a paragraph; so is who signs above the next."""
    lines = sheet.lines
    spoken_to = {index for index in range(len(lines)) if _is_addressee(lines, index)}
    signing = {index for index in range(1, len(lines) - 1) if _signs_between(lines, index, spoken_to)}
    made = list(lines)
    for index in spoken_to:
        made[index] = label(lines[index], "paragraph", ADDRESSEE)
        end = _signature(lines, index + 1)
        if end:
            made[end] = label(lines[end], "credit", "below a letter", 0.8)
    for index in signing:
        made[index] = label(lines[index], "paragraph", "signs one of several notices")
    return with_lines(sheet, made)


def _is_addressee(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    found = _COLON.fullmatch(fold(line.text).strip()) if free(line) and size(line.text) <= 120 else None
    behind = neighbours(lines, index, 1, lambda line: line.kind != "text") if found else None
    if found is None or behind is None or behind.page != line.page or not _is_text(behind):
        return False
    if _GREETED.fullmatch(found["who"]):
        return True
    named = signature(line.text)
    told = named is not None and named.told
    return not told and _names_parties(found["who"]) and bool(_SPOKEN_TO.search(fold(behind.text[:_OPENING])))


def _signs_between(lines: Sequence[Line], index: int, spoken_to: Collection[int]) -> bool:
    """Whether an organization's name stands between the end of a text and a further addressee, who may begin a text."""
    line, above, behind = lines[index], lines[index - 1], lines[index + 1]
    if not free(line) or line.level or size(line.text) > 30 or not ORGANIZATION.fullmatch(fold(line.text).strip()):
        return False
    found = _COLON.match(fold(behind.text[: 2 * _OPENING]))
    begins = found is not None and _names_parties(found["who"]) and bool(_SPOKEN_TO.search(fold(behind.text[:_OPENING])))
    return is_final(above.text) and above.page == behind.page and (index + 1 in spoken_to or (begins and _is_text(behind)))


_LETTER = 20
"""Paragraphs that a letter may have."""
_NAME = 12
"""Signs of the line that signs it, at most."""


def _signature(lines: Sequence[Line], start: int) -> int:
    """Number of the few unmarked words between a text and a marked line, or the end of the page; 0 where there are none."""
    places = range(start, min(len(lines), start + _LETTER))
    end = next((at for at in places if not _is_text(lines[at]) or lines[at].bold), 0)
    if end <= start or lines[end].page != lines[start].page:
        return 0
    line, behind = lines[end], lines[end + 1 : end + 2]
    few = size(line.text) <= _NAME and not re.search(r"[:：,，;；]", line.text) and signature(line.text) is None
    plain = free(line) and not line.level and not line.bold and few
    return end if plain and (not behind or behind[0].page != line.page or behind[0].level > 0 or behind[0].bold) else 0


def _is_text(line: Line) -> bool:
    return free(line) and not line.level and (is_final(line.text) or size(line.text) > 30)


def _names_parties(text: str) -> bool:
    """Whether a folded text names persons and organizations, and nothing else."""
    parts = [_PARTY.fullmatch(part) for part in _AND.split(_ASIDE.sub("", text).strip()) if part]
    return bool(parts) and all(part and (is_person(part["name"]) or ORGANIZATION.fullmatch(part["name"])) for part in parts)
