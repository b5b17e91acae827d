"""Cuts off what stands before and behind a text and is not read with it: `本报讯(记者 …)`, `编者按`, `(据新华社)`."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTES, SURNAMES, WORLD_AGENCIES

NOTE = "编者按"
"""Rule of an editor's note, and of its label."""
_WHO = r"(?:\s*\([^()]{1,70}\))?"
_PLACE_DATE = r"[\w·“”]{0,14}?(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_TOLD = r"(?:本报|特派|见习|实习|首席|全媒体)*(?:记者|通讯员)\s*\w{2,4}(?:[、 ](?!\w{0,2}(?:记者|通讯员))\w{2,4}){0,3}"
_PERSON = rf"[{''.join(sorted(SURNAMES))}]{HANZI}{{1,2}}"
_PEOPLE = rf"{_PERSON}(?:[、 ]+{_PERSON}){{0,3}}"
_GLUED = (
    rf"(?:本报|{HANZI}{{2,4}}报)(?:首席|见习|实习|特派|全媒体)?记者 *{_PEOPLE}(?: +(?:通讯员|实习生|记者) *{_PEOPLE})*"
    r"(?: *(?:文/?图|报道))? +(?=\S{12})"
)
"""A byline on one line with the text below it."""
DATELINE = re.compile(
    rf"(?:本|\w{{2,4}})报讯\s+{_TOLD}(?:\s+{_TOLD})*(?:\s*(?:摄影)?报道(?:\s*:|\s)\s*|\s+(?=\S{{2}})|$)"
    rf"|【(?![简短快要] ?讯|相关|有关)[^】]{{2,24}}(?:讯|电|消息|报道|报导)】{_WHO}(?:\s*[::])?\s*"
    rf"|[【\[]?(?:"
    rf"(?:本报|本社|[早晚日晨]报|{HANZI}{{2,4}}报|{HANZI}{{2}}网)(?:综合消息|综合讯|消息|专讯|快讯|专电|综合|独家)?讯|(?:本报|综合)(?:综合)?(?:消息|专讯|快讯|外电)"
    rf"|(?:本报|{WORLD_AGENCIES}|{HANZI}{{2,4}}(?:[日晚早晨时新商周]报|都市报|网)){_PLACE_DATE}(?:体育|综合|专)?[电讯](?!话|子|视|影|动|力)"
    rf"|(?:{WORLD_AGENCIES}){HANZI}{{0,8}}电(?!话|子|视|影|动|力)"
    rf"|本报{HANZI}{{2,4}}(?<!通)[电讯](?!话|子|视|影|动|力|息|号|员|问)"
    rf"|据(?:{WORLD_AGENCIES})(?:{_PLACE_DATE}|{HANZI}{{0,6}})[电讯](?!话|子|视|影|动|力)"
    rf")[】\]]?{_WHO}(?:\s*记者\s*{HANZI}{{2,4}}(?:[、\s]{HANZI}{{2,4}}){{0,3}}\s*(?:摄影)?报道\s*[::]|\s*[::]|\s*——)?\s*"
    rf"|{HANZI}{{2,6}}[讯电]\s*\([^()]{{0,8}}(?:记者|通讯员)[^()]{{1,60}}\)\s*"
    rf"|【(?:专讯|特讯|独家|快讯)】\s*(?=\S{{8}})"
    rf"|(?:本|\w{{2,4}})报综合(?:报道|消息)(?:\s*:|\s)\s*"
    rf"|[(【\[](?:(?:图文|文图|文|图)/)?(?:\w{{2,8}}[报网社台刊](?:驻\w{{1,8}}?)?)?(?:{WORLD_AGENCIES}|本报|特派|特约|见习|实习|首席|全媒体|融媒体)*(?:记者|通讯员|特派员|特派记者)(?!的)[^()】\]]{{1,60}}[)】\]]\s*(?=\S{{8}})"
    rf"|\((?:{WORLD_AGENCIES})[^()]{{1,30}}[电讯报导道]\)\s*(?=\S{{8}})"
    rf"|(?:{WORLD_AGENCIES}|本报|特约|特派|见习|实习|首席)*记者\s*[\u4e00-\u9fff、]{{2,12}}/(?!专题|综合|摄影|独家){HANZI}{{2,6}}(?:报导|报道|[专]?电)$"
    rf"|(?:本报|{HANZI}{{2,4}}报)记者\s+{HANZI}{{2,3}}\s*(?=[“「])"
    rf"|{_GLUED}"
    rf"|本报讯\s*",
)
_ENGLISH = re.compile(
    r"(?!(?:DEAR |MY )?(?:SIRS?|MADAM|EDITOR)\b)"
    r"[A-Z][A-Z.'’-]{2,}(?:[ ,]+[A-Z][A-Z.'’-]+){0,4}(?:, [A-Z][A-Za-z. ]{2,20})?(?:,? (?:Jan|Feb|March|April"
    r"|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?\s*(?:\((?:Xinhua|AP|Reuters|AFP|UPI|Bloomberg"
    r"|[A-Z][A-Za-z ]{1,24})\))?(?:\s*(?:—|--)\s*|\s+-\s*|(?<=\))-\s*)(?=[A-Z\"“])(?!(?:[^a-z]*)$)"
)
"""A place in capitals, who sends it, and a dash. A hyphen between letters joins them; what has no small letters is no text."""
_TRAILING = re.compile(
    r"[(【\[](?P<inner>(?:据|参与|来源|摘自|转自|原载|选自|综合|新华社|本报"
    r"|记者|本版|文|图|作者|通讯员|中新|人民日报|央视|供稿|执笔|整理|编译|责编|责任编辑|资料来源)[^()]{0,70}"
    rf"|{HANZI}{{2,8}}\d{{1,2}}月\d{{1,2}}日[电讯]"
    rf"|(?:(?:{HANZI}{{2,4}}|{HANZI} {HANZI})[\s、]?){{1,4}})[)】\]]\s*$"
)

_AFTER = re.compile(rf"[(]?(?:均?据|综合)(?:{WORLD_AGENCIES})(?:{_PLACE_DATE}|{HANZI}{{0,6}})[电讯][)]?")
"""An agency alone on a line: above a text its dateline, below one its source."""
_ISSUER = re.compile(
    rf"{HANZI}{{2,8}}(?:镇|乡|县|街道|局|委|办|社|网|台|中心|学校|小学|中学|大学|公司|[处部科室院馆所队])(?:供稿)?"
)


def cut_datelines(sheet: Sheet) -> Sheet:
    """Datelines, labels of notes and trailing credits become lines of their own."""
    return with_lines(sheet, _cut_all(sheet.lines))


def _cut_all(lines: Sequence[Line]) -> Iterator[Line]:
    labelled = False
    for index, line in enumerate(lines):
        note = NOTES.match(fold(line.text)) if free(line) else None
        note = None if note and note.end() == len(line.text) and not _heads_note(lines, index) else note
        if free(line) and _AFTER.fullmatch(fold(line.text).strip()) and _stands_below(lines, index):
            yield label(line, "credit", "agency behind the text")
            continue
        if note and note.end() == len(line.text) and note["label"] in _CLOSING and _stands_below(lines, index):
            yield label(line, "heading", "heads the end of a text", 0.8)
            note = None
        elif (added := _added(line)) and _stands_below(lines, index):
            yield from _headed(line, added)
            note = None
        elif labelled and free(line) and size(line.text) > 25:
            yield label(line, "note", NOTE)
        elif note and note.end() == len(line.text):
            yield label(line, "label", NOTE)
        elif note:
            before, text = cut(line, note.end())
            yield label(before, "label", NOTE)
            yield label(text, "note", NOTE)
        elif free(line) and not (line.level and len(line.text) < 40):
            yield from _dated(line)
        else:
            yield line
        labelled = note is not None and note.end() == len(line.text)


_LINKED = re.compile(
    r"[【\[◆■●▲]*(?P<label>(?:相关|新闻|知识|背景|事件)?链接|(?:新闻|相关|事件)背景|背景(?:资料|新闻)|(?:延伸|拓展)阅读|新闻延伸|名词解释|小贴士)"
    r"(?:[】\]]+[\s:——]*|[\s:——]+)(?=.{25})"
)
"""Before what is added below an article, on its line."""


def _added(line: Line) -> re.Match[str] | None:
    """The label of what stands below a text, where more than the label stands on its line."""
    text = fold(line.text) if free(line) and not line.level else ""
    note = NOTES.match(text)
    return note if note and note.end() < len(text) and note["label"] in _CLOSING else _LINKED.match(text)


def _headed(line: Line, found: re.Match[str]) -> Iterator[Line]:
    """The label as a cross-head, without its signs, and what it heads."""
    mark, rest = cut(line, found.start("label"))
    name, rest = cut(rest, len(found["label"]))
    sign, text = cut(rest, len(rest.text) - len(line.text[found.end() :].lstrip()))
    for part in (mark, sign):
        if part.text:
            yield label(part, "furniture", "sign beside a label")
    yield label(name, "heading", "heads the end of a text", 0.8)
    yield label(text, "note", NOTE) if found["label"] in _CLOSING else text


_CLOSING = ("编后", "编后语", "编后话", "记者手记", "采访手记", "手记", "结语")
"""Labels of what stands behind the text that it speaks of."""


def _stands_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above is a text, or signs one, in the same division."""
    near = (line for line in reversed(lines[max(0, index - 4) : index]) if line.kind == "text")
    above = next((line for line in near if not (free(line) and signature(line.text))), None)
    if above is None or (above.page, above.division) != (lines[index].page, lines[index].division) or above.level:
        return False
    ends = is_final(_TRAILING.sub("", fold(above.text)[-90:]))
    return (free(above) and ends and size(above.text) > 12) or above.role in (
        "credit",
        "answer",
        "caption",
        "list",
    )


def _heads_note(lines: Sequence[Line], index: int) -> bool:
    """Whether a text follows the label; where a title does, it is the name of a column."""
    behind = next((line for line in lines[index + 1 : index + 3] if line.kind == "text"), None)
    return behind is not None and free(behind) and not behind.level and not behind.bold and size(behind.text) > 25


_WHEN = re.compile(
    r"[^。]{0,30}?(?:昨[天日晚晨夜]|昨(?=在|以|于|获|公|宣|有)|今[天日晨早]|日前|近日|(?<!\d)\d{1,2}日(?:[,上下晚在]|电))"
)


def says_when(text: str) -> bool:
    """Whether a text says at its beginning which day it tells of.

    Of our cases, one in fourteen articles without a dateline does, and one in sixty sections below a cross-head.

    >>> says_when("昨天，球赛在体育馆开赛。"), says_when("渡口经过改造，昨天开门。"), says_when("道路要修。昨天又堵了。")
    (True, True, False)
    """
    return bool(_WHEN.match(fold(text[:60])))


def _dated(line: Line) -> Iterator[Line]:
    text = fold(line.text)
    lead = DATELINE.match(text) or _ENGLISH.match(text)
    if lead and (lead.end() == len(text) or len(text) - lead.end() > 3):
        before, line = cut(line, lead.end())
        yield label(before, "dateline", "本报讯")
    text = fold(line.text)
    tail = _TRAILING.search(text[-90:])
    place = len(text) - len(text[-90:]) + tail.start() if tail else 0
    if tail and place > 4 and re.search(r"[。!?…”’)]$", text[:place].rstrip()) and _is_credit(tail["inner"]):
        line, credit = cut(line, place)
        yield line
        yield label(credit, "credit", "credit behind the text")
    elif line.text:
        yield line


def _is_credit(inner: str) -> bool:
    if re.match(
        r"据|参与(?:记者|采写|编辑)|来源|摘自|转自|原载|选自|综合|新华社|本报|记者|本版|中新|人民日报|央视|作者|通讯员|执笔|整理|编译|供稿|资料来源|责",
        inner,
    ):
        return True
    found = signature(inner)
    return inner.endswith(("日电", "日讯")) or found is not None or bool(_ISSUER.fullmatch(inner))
