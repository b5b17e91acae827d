"""Labels what a scanner leaves on a page: the line of its program, and rules between columns that were read as letters."""

import re

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_PROGRAM = (
    r"(?:(?:CS\s*)?扫描全能王|夸克(?:扫描王|浏览器)?|布丁扫描|白描|CamScanner|Adobe Scan|Microsoft Lens|TapScanner|Genius Scan)"
)
_MADE = (
    rf"(?:由\s*)?{_PROGRAM}\s*(?:扫描|创建|生成|制作|识别){{1,2}}"
    rf"|(?:Scanned|Created|Made) (?:with|by|using)\s*{_PROGRAM}(?: app)?"
)
_WATERMARK = re.compile(rf"(?:{_MADE}|3亿人都在用的扫描App)[.。]?", re.I)
_RULE = re.compile(r"[|丨︱︳│┃¦\s]*[|丨︱︳│┃¦][|丨︱︳│┃¦\s]*")
_LONGEST = 40
"""Code points of such a line."""


def label_watermarks(sheet: Sheet) -> Sheet:
    """None of it is read, and what it parts is one text again."""
    return with_lines(sheet, (_labelled(line) for line in sheet.lines))


def _labelled(line: Line) -> Line:
    if not free(line) or line.division or len(line.text) > _LONGEST:
        return line
    text = fold(line.text).strip()
    if _WATERMARK.fullmatch(text):
        return label(line, "furniture", "watermark of a scanner")
    return label(line, "furniture", "rule between columns") if _RULE.fullmatch(text) else line
