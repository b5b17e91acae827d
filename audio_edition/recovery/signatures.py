"""Labels what stands below a text and signs it: who gives a notice and when, where a text comes from."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.fields import DATE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import is_capitals, is_headline
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, follows, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTICES, is_column

ORGANIZATION = re.compile(
    rf"(?:[“《][^”》]{{1,8}}[”》](?=\S{{0,2}}(?:编辑部|编委会|组委会|评委会))|[\u4e00-\u9fffA-Za-z()·]{{2}})[\u4e00-\u9fffA-Za-z()·]{{0,26}}(?:局|厅|部|委|委员会|办公室|公司|集团|法院|检察院|政府|中心|小组|指挥部|协会|学会|学院|大学|医院|银行|支行|分行|支队|大队|总队|社|处|院|所|馆|队|会|办|厂|家属|亲属|全体亲属|编辑部)(?:\s*{HANZI}{{0,4}}启)?"
)
_DATE = re.compile(rf"(?:{DATE.pattern}|\d{{1,2}}月\d{{1,2}}日)(?:\s*(?:星期\S|于\S{{2,6}}))?")
ISSUED = "who gives a notice, and when"
"""Rule of the line that signs a notice."""
_ISSUED = re.compile(rf"{ORGANIZATION.pattern}\s*(?:{DATE.pattern})")
"""Who gives a notice, and when."""
_SOURCE = re.compile(
    rf"[(]?{HANZI}{{2,10}}\d{{1,2}}月\d{{1,2}}日[电讯][)]?|"
    r"[(]?据[^\s,。:]{2,12}(?:报|网|社|台|客户端|公众号|微博)[)]?|"
    r"[(]?(?:未完|全文完|完|待续|(?:未完)?待续[^()]{0,12}|连载\w{1,4})[)]|\(to be continued\)|"
    r"[*※注\s(【\[]*(?:作者单位|作者系|作者为|作者简介|作者:|数据来源|资料来源|稿件来源|来源|据\S{2,10}(?:报道|消息|电)|摘自|转自|原载|选自|制图|制表|整理|图表|供图|资料图片?)\s*[:系为]?[^。]{0,40}[)】\]]*"
)

_OF_PAGE = re.compile(
    r"本[版组](?:稿件|图片|照片|内容|文字)?(?:均?由)?(?:撰文|采写|撰稿|文字|摄影|文图|图文|图片|照片|插图|题图|题字|漫画|统筹|策划|制图|供稿|供图|文|图)[\s:/由为](?!.*[。,]).{2,60}"
)
"""Who made the page."""
_IMPRINT = re.compile(r"\([^()]*[》社版著译单位作者稿图][^()]{0,30}\)")
"""Where a text or a book comes from, or who its writer is, in brackets."""

HOLLOW = re.compile(r"[□○◇] ?\w{2,6}")
"""A word behind the sign that papers print before a writer's name; before an item they print filled ones."""
PEN_NAME = "pen name in brackets below a text"
_SIGNED = re.compile(r"\((?P<who>[^()。]{4,30}?)\s+(?P<name>\w{2,4}|\w \w)\)")
"""In brackets: as what somebody is known, and the name."""
_RESPECTS = re.compile(r".{2,40}(?:敬挽|泣告|哀告|泣叩|叩谢|谨启|敬启|同启|泣启|哀启|敬谢|顿首)")
"""Who mourns, thanks or invites, and the word that such notices end with."""
_PEN_NAME = re.compile(rf"\((?![上中下完续]\)|[一二三四五六七八九十]+\)|.{{0,3}}[完续止]){HANZI}{{2,5}}\)")

_NUMBER = re.compile(
    rf"[(【]?{HANZI}{{2,14}}[【\[(]\d{{4}}[】\])](?:第)?\s*\d{{1,5}}号[)】]?"
    rf"|[(【\[]\d{{4}}[)】\]]\s*{HANZI}{{1,2}}\d{{0,4}}{HANZI}{{1,4}}(?:第\s*)?\d{{1,6}}号(?:之[一二三四五\d])?"
)
"""Under which number an authority gives a notice, or a court hears a case."""


def label_signatures(sheet: Sheet) -> Sheet:
    """Dates, organizations and sources below a text are credits."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if not free(line) or line.level or size(line.text) > 45:
            continue
        text = fold(line.text).strip()
        if _employs(lines[index - 1], line):
            lines[index] = label(line, "furniture", "for whom a writer works")
        elif _NUMBER.fullmatch(text):
            lines[index] = label(line, "paragraph", "number of a document")
            _part_notices(lines, index)
        elif _IMPRINT.fullmatch(text) and not line.bold and index and is_final(lines[index - 1].text):
            lines[index] = label(line, "credit", "in brackets below a text")
        elif (signed := _SIGNED.fullmatch(text)) and is_person(signed["name"].replace(" ", "")) and _ends_above(lines, index):
            lines[index] = label(line, "credit", "signs in brackets", 0.9)
        elif _PEN_NAME.fullmatch(text) and _is_text_above(lines, index):
            lines[index] = label(line, "credit", PEN_NAME, 0.8)
        elif (_RESPECTS.fullmatch(text) and index) or _signs_notice(lines, index):
            lines[index] = label(line, "credit", "signs a notice")
        elif _OF_PAGE.fullmatch(text):
            lines[index] = label(line, "credit", "credits of the page")
        elif _SOURCE.fullmatch(text) and index and not is_final(line.text):
            lines[index] = label(line, "credit", "says where it comes from")
        elif _ISSUED.fullmatch(text) and _under_text(lines, index):
            lines[index] = label(line, "credit", ISSUED)
        elif _DATE.fullmatch(text) and _under_text(lines, index):
            lines[index] = label(line, "credit", "date of a notice")
            _sign_above(lines, index)
    return with_lines(sheet, _letters(lines))


_COURT = re.compile(rf"[(\[【]?{HANZI}{{0,4}}[)\]】]?{HANZI}{{2,16}}(?:法院|仲裁委员会|仲裁院)")


def _part_notices(lines: list[Line], index: int) -> None:
    """The number of a notice begins it where a court signs the one above."""
    if index and _COURT.fullmatch(fold(lines[index - 1].text).strip()) and lines[index - 1].role == "credit":
        lines[index] = structs.replace(lines[index], starts="article")


def _signs_notice(lines: Sequence[Line], index: int) -> bool:
    """Whether a court stands below a text, and below it the number of the next notice, a heading, or nothing."""
    if not _COURT.fullmatch(fold(lines[index].text).strip()) or not _ends_above(lines, index):
        return False
    below = next((line for line in lines[index + 1 :] if line.kind == "text" and line.role != "furniture"), None)
    if below is None or below.page != lines[index].page:
        return True
    return below.level > 0 or below.bold or bool(_NUMBER.fullmatch(fold(below.text).strip()))


def _ends_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a text ends at once above a line."""
    return index > 0 and size(lines[index - 1].text) > 12 and is_final(lines[index - 1].text)


def _is_text_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a text ends at once above a line, and no other line of the kind stands near: they would number parts."""
    near = [*lines[max(0, index - 9) : index], *lines[index + 1 : index + 10]]
    alike = sum(bool(_PEN_NAME.fullmatch(fold(line.text))) for line in near)
    return index > 0 and size(lines[index - 1].text) > 24 and is_final(lines[index - 1].text) and not alike


def _employs(writer: Line, line: Line) -> bool:
    """Whether a line names for whom the writer above works: glued to the byline, and capitalized like a name."""
    if line.gap or not free(writer) or not is_latin(line.text) or size(line.text) > 14 or not is_headline(line.text):
        return False
    found = signature(writer.text)
    return found is not None and found.told and not found.photo and is_latin(writer.text) and signature(line.text) is None


LETTER = "signs a letter"
LATIN_NAME = re.compile(r"(?:—\s?)?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}(?:, [A-Z][\w .]{2,24})?")


_WITHHELD = re.compile(r"(?i:name(?: and (?:full )?address)? (?:supplied|withheld|and address with editor))")
SALUTATION = re.compile(r"(?:To the Editor|Dear (?:Sirs?|Madam|Editor)(?: or Madam)?|Sirs?|Editor)(?: ?[:,—–]| -|$)", re.I)
_LETTER = 20
"""Lines that a letter may have."""


def _letters(lines: list[Line]) -> list[Line]:
    """A Latin name, and a place below it, between a text and the next header; a bold name must have a place, or be a letter's."""
    for index, line in enumerate(lines[1:], 1):
        if (
            not free(line)
            or line.level
            or not line.gap
            or not (LATIN_NAME.fullmatch(line.text) or _WITHHELD.fullmatch(line.text))
            or NOTICES.fullmatch(re.sub(r"\s", "", line.text))
            or not is_final(lines[index - 1].text)
        ):
            continue
        placed = _names_place(lines, index + 1)
        end = index + 1 + placed
        titled = placed and end < len(lines) and is_headline(lines[end].text)
        ends = end == len(lines) or titled or _begins_anew(lines[end], line)
        if _saluted(lines, index) or (ends and (placed or not line.bold)):
            lines[index] = label(line, "credit", LETTER, 0.8)
            if placed:
                lines[index + 1] = label(lines[index + 1], "credit", "place of a letter", 0.8)
    return lines


def _names_place(lines: Sequence[Line], index: int) -> bool:
    """Whether a few unmarked words stand at once below a name: where its letter comes from."""
    line = lines[index] if index < len(lines) else None
    return (
        line is not None
        and _plain(line)
        and follows(lines[index - 1], line)
        and size(line.text) < 12
        and not is_column(fold(line.text))
    )


def _begins_anew(line: Line, signed: Line) -> bool:
    """Whether a line below a signed letter is a header, marked or not, or stands elsewhere."""
    if line.level or line.bold or line.page != signed.page or line.kind == "rule":
        return True
    # In capitals it may as well be the label of a column.
    return line.gap > 0 and size(line.text) < 20 and not re.search(r"[.,;:]$", line.text) and not is_capitals(signed.text)


def _saluted(lines: Sequence[Line], index: int) -> bool:
    """Whether the text above, up to the name that signs another, begins as letters do."""
    for line in reversed(lines[max(0, index - _LETTER) : index]):
        if line.role == "credit" or line.page != lines[index].page:
            return False
        if SALUTATION.match(line.text):
            return True
    return False


def _plain(line: Line) -> bool:
    return free(line) and not line.level and not line.bold


def _under_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a text, or an organization's name, stands at once above."""
    places = range(index - 1, max(-1, index - 9), -1)
    above = next((lines[at] for at in places if lines[at].kind == "text" and lines[at].role != "furniture"), None)
    return (
        above is not None
        and free(above)
        and not above.level
        and (is_final(above.text) or bool(ORGANIZATION.fullmatch(fold(above.text).strip())) or size(above.text) <= 12)
    )


def _sign_above(lines: list[Line], index: int) -> None:
    """The names above a date sign with it."""
    at = index - 1
    while (
        at >= 0
        and free(lines[at])
        and not lines[at].level
        and not lines[at].bold
        and size(lines[at].text) <= 30
        and not is_final(lines[at].text)
    ):
        if not re.search(r"[:,;、]$|:.*\d{3}", fold(lines[at].text)):
            lines[at] = label(lines[at], "credit", "signs a notice")
        at -= 1
