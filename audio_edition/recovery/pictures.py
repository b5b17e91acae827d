"""Labels captions: behind a picture, with a photographer's name, centred, or alone in a hole that a picture left."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.breaks import SURE, begins_torn, continuity
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.positions import points_at_picture, says_position
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, neighbours, with_lines
from audio_edition.recovery.signings import in_header, is_illustrated
from audio_edition.recovery.vocabulary import CAPTION_HEAD, CAPTIONED, NOTICES, WEATHER, is_column

_PHOTO = re.compile(
    rf"(?:(?:[\s/()·|]|记者|通讯员)图|(?:[\s/()·|]|记者|通讯员|{HANZI}{{2,4}}|\s{HANZI})"
    r"(?:摄|摄影|供图|资料图片?|资料照片|绘|制图|/图|/摄))[)】\]]*\s*$"
    r"|[(][^\W\d_]{0,8}(?:提供|截图|图片|(?:美联|路透|法新|中央|中新|新华)社)[)]\s*$"
)
_TRIANGLE = re.compile(r"[▲▼△▽]")
"""Before a caption it points at the picture; elsewhere it begins an item."""
_CREDIT_LINE = re.compile(
    r"[\s(]*(?:(?:本版|本组|本文|以上|文中|均为)?(?:图片|照片|图)(?:均)?(?:由|为|来源|来自)[^。]{2,30}|(?:新华社|本报|中新社|视觉中国|CFP|IC)(?:发|图片|供图|资料图)?[)]*)\s*$"
)


def label_captions(sheet: Sheet) -> Sheet:
    """Captions and photo credits."""
    lines = list(sheet.lines)
    marked = {page for page in {line.page for line in lines} if _marked(lines, page)}
    for index, line in enumerate(lines):
        if line.kind == "image" and not line.role:
            lines[index] = label(line, "image", "picture")
        elif free(line):
            lines[index] = _labelled(lines, index, line.page in marked)
    return with_lines(sheet, _credited_texts(_latin(lines)))


_NAMED = re.compile(
    r"[.!?][”’\")]* (?:—\s?)?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}\s*(?:/|\||FOR|VIA|FROM)\s*(?:THE )?[A-Z][A-Z. ]{1,30}"
    r"|[.!?][”’\")]* (?:Photos?|Photograph|Image)(?: by|:) [A-Z][\w.’'-]+(?: [A-Z][\w.’'/-]*){0,5}"
    r"|[.!?][”’\")]* \((?:[A-Z][\w.’'-]+ [A-Z][\w.’'-]+/)?(?:AP|Reuters|AFP|Xinhua)\b[^()]{0,30}\)"
)
"""Behind the last sentence of a caption, in capitals or with the word: who took the picture."""


def _credited_texts(lines: list[Line]) -> list[Line]:
    """Texts of Latin letters that end with their photographer are captions, wherever the picture was."""
    return [
        label(line, "caption", "names its photographer", 0.9)
        if free(line) and not line.level and is_latin(line.text) and _ends_named(line.text)
        else line
        for line in lines
    ]


def _ends_named(text: str) -> bool:
    found = _NAMED.search(text, max(0, len(text) - 90))
    return found is not None and found.end() == len(text)


_LATIN_CREDIT = re.compile(
    r"(?:Photos?|Photograph|Courtesy|Image|Illustration|File photo)\b.{0,60}$"
    r"|\((?:AP|Reuters|AFP|Xinhua|Staff)\b[^()]{0,40}\)$|/ ?(?:Staff|AP|Getty)\S*$"
)
_MOST = 4
"""Printed lines that a caption may have."""


def _latin(lines: list[Line]) -> list[Line]:
    """Captions over several lines, the last of which names the photographer, at once behind a picture."""
    for index, line in enumerate(lines):
        if line.kind != "image":
            continue
        end = index + 1
        while (
            end < len(lines)
            and end <= index + _MOST
            and is_latin(lines[end].text)
            and (end == index + 1 or not (lines[end].gap or _LATIN_CREDIT.search(lines[end - 1].text)))
        ):
            end += 1
        group = lines[index + 1 : end]
        if (
            group
            and all(free(one) or one.role in ("credit", "caption") for one in group)
            and _LATIN_CREDIT.search(group[-1].text)
        ):
            made = [label(one, "caption", "names its photographer", 0.9) for one in group]
            lines[index + 1 : end] = [made[0], *(structs.replace(one, joins=True) for one in made[1:])]
    return lines


def _marked(lines: Sequence[Line], page: int) -> bool:
    """Whether the titles of a page are marked as headings or bold."""
    return sum((line.level > 0 or line.bold) and line.kind == "text" for line in lines if line.page == page) >= 2


def _labelled(lines: Sequence[Line], index: int, marked: bool) -> Line:
    line = lines[index]
    text = fold(line.text)
    found = signature(text)
    names_photographer = found is not None and found.photo and (found.names or len(text) > 2) and size(text) <= 30
    if names_photographer and not re.search(r"文|撰|采写", text) and not in_header(lines[max(0, index - 1) : index], line):
        return label(line, "credit", "photo credit")
    if CAPTIONED.match(text) and size(text) <= 120:
        return label(line, "caption", "says that it is a caption", 0.95)
    if line.level or size(text) > 120 or NOTICES.fullmatch(text) or WEATHER.fullmatch(text):
        return line
    if _CREDIT_LINE.fullmatch(text) and size(text) < 40:
        return label(line, "credit", "photo credit")
    if CAPTION_HEAD.match(text) or points_at_picture(lines, index):
        return label(line, "caption", "says that it is a caption", 0.95)
    if _TRIANGLE.match(text) and (
        _near_picture(lines, index) or _PHOTO.search(text) or _credited(lines, index) or is_illustrated(lines, index)
    ):
        return label(line, "caption", "points at a picture", 0.9)
    if size(text) <= 45 and _PHOTO.search(text) and not is_final(text) and not line.bold and not found:
        return label(line, "caption", "names its photographer", 0.9)
    if says_position(lines, index):
        return label(line, "caption", "says where in a picture somebody is", 0.8)
    return _by_place(lines, index, marked)


def _by_place(lines: Sequence[Line], index: int, marked: bool) -> Line:
    """A line that does not itself say what it is, labelled by what stands around it."""
    line, above, below = lines[index], _text_beside(lines, index, -1), _text_beside(lines, index, 1)
    behind_picture = _behind_picture(lines, index) and not _heads_article(lines, index)
    # What goes on below a picture is no caption, unless the text below goes on as well.
    goes_on = above is not None and continuity(above.text, line.text) >= SURE
    both = above is not None and below is not None and continuity(above.text, below.text) >= SURE
    if goes_on and not (behind_picture and both and not begins_torn(line.text)):
        return _between(lines, index, above)
    if behind_picture:
        return label(line, "caption", "behind a picture", 0.9)
    if _in_hole(lines, index) and (marked or _alone(lines, index)):
        return label(line, "caption", _HOLE, 0.7)
    return _between(lines, index, above)


def _between(lines: Sequence[Line], index: int, above: Line | None) -> Line:
    """A short line in the middle of a sentence is the caption of a picture that stood there."""
    line, below = lines[index], _text_beside(lines, index, 1)
    if above is None or below is None or line.bold or is_final(line.text) or not 3 <= size(line.text) <= 30:
        return line
    if continuity(above.text, below.text) < SURE or continuity(line.text, below.text) >= SURE or size(above.text) <= 30:
        return line
    return label(line, "caption", "interrupts a sentence", 0.8)


def _text_beside(lines: Sequence[Line], index: int, step: int) -> Line | None:
    """The text above (-1) or below (1) a line, on its page; pictures and captions between are passed over."""
    beside = neighbours(lines, index, step, lambda line: line.kind == "image" or line.role == "caption")
    plain = beside is not None and free(beside) and not beside.level and not beside.bold
    return beside if beside is not None and plain and beside.page == lines[index].page else None


def _behind_picture(lines: Sequence[Line], index: int) -> bool:
    """Glued to a picture by a hard break, or short and centred next to one."""
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    if (
        before
        and before.kind == "image"
        and (line.broken or (line.gap == 0 and not line.bold and size(line.text) <= 60 and _caption_like(lines, index)))
    ):
        return True
    if before and before.kind == "image" and _interrupts(lines, index):
        return True
    if not line.centred or line.bold:
        return False
    if before is not None and before.kind == "image":
        return True
    return after is not None and after.kind == "image" and not _captioned(lines, index + 1)


_DATED = re.compile(r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|近日|日前|昨[日天]|今[日天]|连日来)[^。!?]{6,45}。")


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Whether one dated sentence stands, with its picture, in the middle of a paragraph."""
    above = next((line for line in lines[max(0, index - 3) : index][::-1] if line.kind != "image"), None)
    behind = next(iter(lines[index + 1 : index + 2]), None)
    around = [line for line in (above, behind) if line and free(line) and not line.level and not line.bold]
    cut = len(around) == 2 and size(around[0].text) > 15 and not re.search(r"[。！？…：:!?”]$", around[0].text)
    return cut and bool(_DATED.fullmatch(fold(lines[index].text)))


def _captioned(lines: Sequence[Line], picture: int) -> bool:
    """Whether a picture has its caption behind it, or an article begins there: what stands above it is a title then."""
    behind = next((line for line in lines[picture + 1 : picture + 2] if line.kind == "text"), None)
    return behind is not None and (
        behind.centred or behind.broken or bool(DATELINE.match(fold(behind.text[:120])) or CAPTION_HEAD.match(fold(behind.text)))
    )


def _credited(lines: Sequence[Line], index: int) -> bool:
    """Whether the line behind names a photographer."""
    found = signature(lines[index + 1].text) if index + 1 < len(lines) else None
    return found is not None and found.photo


def _near_picture(lines: Sequence[Line], index: int) -> bool:
    return any(line.kind == "image" for line in lines[max(0, index - 2) : index + 3])


def _heads_article(lines: Sequence[Line], index: int) -> bool:
    """Whether a dateline or a writer follows at once."""
    behind = next((line for line in lines[index + 1 : index + 3] if line.kind == "text"), None)
    if behind is None:
        return False
    found = signature(behind.text)
    return bool(DATELINE.match(fold(behind.text[:120]))) or (found is not None and found.told and not found.photo)


def _caption_like(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    return not is_final(text) or size(text) < 40


def _alone(lines: Sequence[Line], index: int) -> bool:
    """Whether holes are on both sides of a line, or on one and on the other such a line: no header is torn like that."""
    before, after = lines[index - 1], lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.page != lines[index].page or after.kind != "text":
        return False
    return after.gap >= 2 or (before.rule == _HOLE and free(after) and size(after.text) <= 40 and not is_final(after.text))


_HOLE = "alone in a hole"


def _in_hole(lines: Sequence[Line], index: int) -> bool:
    """A short unmarked line with holes or pictures around it, which is no title and no byline."""
    line = lines[index]
    if line.bold or is_final(line.text) or not 3 <= size(line.text) <= 30 or index == 0:
        return False
    if signature(line.text) or is_column(fold(line.text)) or re.search(r"^——|——$|[:：]$", line.text):
        return False
    before = lines[index - 1]
    if line.gap < 2 or before.kind != "text" or before.level or before.role == "furniture":
        return False
    return size(before.text) > 20 or before.role in ("jump", "caption")
