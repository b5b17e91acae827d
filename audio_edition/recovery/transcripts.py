"""Reads the names of fields that a language model writes before each, on one line with it or above: `【标题】`, `正文：`."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.page import Line, LineRole
from audio_edition.recovery.folding import fold
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines

_ROLES: tuple[tuple[LineRole, str], ...] = (
    ("title", r"(?:新闻|文章|主|大)?标题"),
    ("kicker", r"引题|肩题|眉题|栏目(?:名称)?"),
    ("subtitle", r"副标题|副题"),
    ("byline", r"作者|记者|署名"),
    ("caption", r"图片说明|图注|图说"),
    ("", r"(?:新闻|文章)?正文|(?:文章)?内容|报纸(?:名称)?|报名|(?:出版)?日期|版次|版面(?:名称|信息)?"),
)
_NAME = "|".join(names for _, names in _ROLES)
_FIELD = re.compile(
    rf"[#*\s]*(?:(?P<open>[【\[])|)(?P<name>{_NAME})\s?[一二三四五六七八九十\d]{{0,2}}(?(open)[】\]]\s*:?|\s*:)\s*"
)
_BODY = re.compile(r"(?:新闻|文章)?正文|(?:文章)?内容")
_RULE = "field of a transcript"


def label_fields(sheet: Sheet) -> Sheet:
    """Where titles and texts have names before them, the names are not read, and what they name is what they say."""
    names = {found["name"] for line in sheet.lines if (found := _field(line))}
    titled = any(_role(name) == "title" for name in names) and any(_BODY.fullmatch(name) for name in names)
    return with_lines(sheet, _opened(list(_told(sheet.lines)))) if titled else sheet


def _field(line: Line) -> re.Match[str] | None:
    return _FIELD.match(fold(line.text)) if free(line) else None


def _role(name: str) -> LineRole:
    return next(role for role, names in _ROLES if re.fullmatch(names, name))


def _told(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each field cut from its name; a name alone tells of the next line."""
    waiting: LineRole = ""
    for line in lines:
        found = _field(line)
        if found is None:
            yield label(line, waiting, _RULE, 0.9) if waiting and free(line) else line
            waiting = "" if line.kind == "text" else waiting
            continue
        role = _role(found["name"])
        name, field = cut(line, found.end())
        yield label(name, "furniture", _RULE)
        if field.text:
            yield label(field, role, _RULE, 0.9) if role else structs.replace(field, level=0, bold=False)
        waiting = "" if field.text else role


def _opened(lines: list[Line]) -> list[Line]:
    """The lines; the kicker and the title that stand first begin an article."""
    inside = False
    for index, line in enumerate(lines):
        if line.rule != _RULE or line.role == "furniture":
            inside = inside and line.role == "furniture"
            continue
        if line.role in ("kicker", "title") and not inside:
            lines[index] = structs.replace(line, starts="article")
        inside = line.role in ("kicker", "title")
    return lines
