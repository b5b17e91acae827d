"""Labels what newsrooms, sites and mail add to copy: slugs, fields of a content system, heads of messages, ends of copy."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_SYSTEM = (
    r"稿件?编?号|稿签|稿件(?:类型|名称|来源|状态|标题)|栏目|版[次面位]|体裁|字数|来稿部门|部门|发稿[人时]间?|传稿[人时]间?|提交[人时]间?|来稿时间|刊发日期"
    r"|编审|[初复终]审|审稿人?|签发人?|状态|密级|原(?:标)?题"
)
_FIELD = rf"[▲▼●■\[(【*]*(?:{_SYSTEM})[\])】]*\s*[:/]\s*[^\s:]{{1,30}}[\])】]*"
_FIELDS = re.compile(rf"{_FIELD}(?:[\s|,;]+{_FIELD})*")
_SURE = re.compile(r"[▲▼●■\[(【*]*(?:稿|原(?:标)?题|来稿|传稿|发稿|签发|[初复终]审)")
"""Fields that stand in no newspaper, however alone."""
_MAIL = re.compile(
    r"(?:发件人|收件人|抄送|主题|发送时间|发送日期|附件|From|To|Cc|Bcc|Sent|Date|Subject|Attachments?|Reply-To)\s*:\s*\S.*", re.I
)
_HEAD = re.compile(r"(?:发件人|收件人|From|To|Subject|主题)\s*:", re.I)
_FIELDS_OF_HEAD = 6
"""Lines before and behind among which the other fields of a head stand."""
_COPY = re.compile(
    r"(?:BC|AM|PM|AP|WC|FD)-{1,2}[A-Z]{2,}[-–].{2,60}|\^?Ed(?:itor)?s: .{2,200}"
    r"|(?:slug|word ?count|embargo(?:ed)?|keywords?)\s*: .{1,80}"
    r"|[(\[]?(?:MORE TO COME|MORE FOLLOWS|ENDS|END OF COPY|-?30-?|#{2,6}|STORY CAN END HERE|PICK UP \d.*)[)\]]?|\d{1,2}st Ld.*",
    re.I,
)
RULE = "what the newsroom says of the copy"


def label_slugs(sheet: Sheet) -> Sheet:
    """None of it is read."""
    return with_lines(sheet, _labelled(sheet.lines))


def _labelled(lines: Sequence[Line]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        slug = free(line) and not line.level and size(line.text) <= 80 and _is_slug(lines, index)
        yield label(line, "furniture", RULE) if slug else line


def _is_slug(lines: Sequence[Line], index: int) -> bool:
    text = fold(lines[index].text).strip()
    if _FIELDS.fullmatch(text):
        return bool(_SURE.match(text)) or len(re.findall(_FIELD, text)) > 1
    return bool(_COPY.fullmatch(text)) or _is_of_message(lines, index)


def _is_of_message(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a field of the head of a message: several stand together, and say from whom, to whom or on what."""
    if not _says(lines[index]):
        return False
    near = lines[max(0, index - _FIELDS_OF_HEAD) : index + _FIELDS_OF_HEAD]
    fields = (fold(line.text) for line in near if line.page == lines[index].page and _says(line))
    heads = {found[0] for text in fields if (found := _HEAD.match(text))}
    return len(heads) > 1


def _says(line: Line) -> bool:
    return line.kind == "text" and size(line.text) <= 80 and _MAIL.fullmatch(fold(line.text).strip()) is not None
