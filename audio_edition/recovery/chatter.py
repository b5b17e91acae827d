"""Labels what a language model that transcribed a page says of its own work: before the page, behind it, in brackets within."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_PAGE = r"(?:图片|图像|图中|照片|报纸|页面|版面|扫描|原图|原文|截图|文档)"
_WORK = r"(?:识别|转录|转写|誊录|提取|转换|OCR|[Mm]arkdown)"
_LOST = r"(?:模糊|无法|未能|难以|不清|看不|未转|略去|省略|遮挡|残缺)"
_INTRODUCTION = re.compile(
    rf"(?:好的[,!。]?)?(?:以下|下面|这|上面|上述|以上|我(?:已|将))(?=.{{0,40}}{_PAGE})(?=.{{0,50}}(?:{_WORK}|文字|内容)).{{4,80}}[:。]"
    rf"|(?:好的[,!。]?)?(?:以下|下面)(?=.{{0,30}}{_WORK}).{{2,40}}[:。]"
    r"|(?:Sure|Certainly|Of course|Here(?: is|'s|’s)|Below is|The following is|I(?:'ve| have))\b"
    r"(?i:.{0,80}(?:transcri|extracted|recogni[sz]ed|\bOCR|markdown)).{0,80}"
    rf"|(?:希望.{{0,12}}对[您你]有所?帮助|如果?[您你]?需要?(?=.{{0,40}}(?:{_WORK}|{_PAGE}|格式)).{{2,60}}(?:告诉我|告知|继续|提供)).{{0,10}}"
    r"|(?:Let me know|I hope this|If you (?:need|would)).{0,100}",
)
_REMARK = re.compile(
    rf"[(\[【*\s]*(?:注|说明|备注|提示|注意)\s*:(?=.{{0,60}}(?:{_PAGE}|文字|内容|部分|字迹))(?=.{{0,90}}(?:{_LOST}|{_WORK})).{{4,120}}"
    r"|[(\[*\s]*(?i:note)\s*:(?i:.{0,100}(?:illegible|unreadable|blurr|transcri|cut off|not legible|unclear)).{0,100}"
)
_GAP = re.compile(
    rf"[(\[【](?=.{{0,40}}(?:{_LOST}))(?=.{{0,40}}(?:辨认|识别|清晰|可读|转录|看清|辨识)).{{2,50}}[)\]】]|[(\[](?i:illegible|unreadable)[^)\]]{{0,40}}[)\]]"
)
_EDGE = 3
"""Lines at either end of a page among which it speaks."""


def label_chatter(sheet: Sheet) -> Sheet:
    """No line of it is read."""
    lines = sheet.lines
    return with_lines(
        sheet,
        (
            label(line, "furniture", "what the transcriber says", 0.9) if free(line) and _is_chatter(lines, index) else line
            for index, line in enumerate(lines)
        ),
    )


def _is_chatter(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.level or size(line.text) > 130:
        return False
    text = fold(line.text).strip()
    if _GAP.fullmatch(text) or (text[:1] in tuple("([【") and _REMARK.fullmatch(text)):
        return True
    return _at_edge(lines, index) and bool(_INTRODUCTION.fullmatch(text) or _REMARK.fullmatch(text))


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands among the first or last lines of its page."""
    ends = index - _EDGE, index + _EDGE
    return any(not 0 <= at < len(lines) or lines[at].page != lines[index].page for at in ends)
