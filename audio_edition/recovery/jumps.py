"""Cuts `(下转第三版)` and `(上接第一版)` from the text they stand in, and labels them."""

import re
from collections.abc import Iterator

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.sheet import Sheet, cut, free, label, set_apart, with_lines
from audio_edition.recovery.teasers import REFERENCE

_PAGE = r"(?:第\s*)?(?P<{0}>[A-Z]?\s?\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s*+[版页]?"
_MARK = r"\s*+(?P<{0}>[①-⑳]|[(]?[一二三四五六七八九][)]|\d)?\s*+"
_OPEN, _CLOSE = r"[(\[【〔<〈《“*▶►→➤>●■\s]*+", r"[)\]】〕>〉》”*◀←\s。]*+"
_TO = r"[\s»›>》:]*(?:(?:[Pp]age|PAGE|P\.)\s*|(?=[A-Z]\d))"
"""Between the word and the page: a sign that points, and `PAGE`, unless the page has a letter."""
JUMP = re.compile(
    rf"(?:(?P<early>[①-⑳])\s*)?{_OPEN}(?:(?P<inner>[①-⑳])\s*)?(?:下转|紧转|文转|转接|转(?=\s*(?:第|[A-Z]\s?\d))|续见|未完|全文转)\s*(?:本报)?(?:今日)?{_PAGE.format('page')}{_MARK.format('mark')}{_CLOSE}$"
    rf"|{_OPEN}(?:Continued|Cont(?:inued|\.|’d|'d)?|Turn|See [A-Z][\w ]{{1,30}},?)\s*(?:on|to)?\s*(?:Page|P\.?"
    rf"|page)\s*(?P<english>[A-Z]?\d{{1,3}}){_CLOSE}$"
    rf"|{_OPEN}(?:Please )?(?:[Ss]ee|SEE|[Tt]urn to)\s+(?P<slug>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){{0,3}}),?\s*"
    rf"(?:on\s*)?(?:[Pp]age\s*)?(?P<slugged>[A-Z]?\d{{1,3}}){_CLOSE}$"
    rf"|{_OPEN}(?:Continued|CONTINUED)\s*(?:on|ON){_TO}(?P<bare>[A-Z]?\d{{1,3}}){_CLOSE}$"
    rf"|{_OPEN}(?:下转){_CLOSE}$"
)
RESUME = re.compile(
    rf"^(?:(?P<early>[①-⑳])\s*)?{_OPEN}(?:(?P<inner>[①-⑳])\s*)?(?:上接|文接|紧接|接(?=\s*(?:第|[A-Z]\s?\d))|续接|接上|转自|承接)\s*(?:本报)?(?:今日)?{_PAGE.format('page')}{_MARK.format('mark')}(?:《(?P<title>[^》]{{2,40}})》)?(?:一文)?{_CLOSE}"
    rf"|^{_OPEN}(?:Continued|Cont(?:inued|\.|’d|'d)?)?\s*[Ff]rom\s*(?:Page|P\.?|page)\s*(?P<english>[A-Z]?\d{{1,3}}){_CLOSE}"
    rf"|^{_OPEN}(?:Continued|CONTINUED)\s*(?:from|FROM){_TO}(?P<bare>[A-Z]?\d{{1,3}}){_CLOSE}"
    rf"|^{_OPEN}(?:From|FROM)\s*(?:[Pp]age\s*|PAGE\s*|P\.?\s*)?(?P<lone>[A-Z]?\d{{1,3}}){_CLOSE}$"
)


_BEHIND = re.compile(r"(?<=\S)\s*[(【\[][^()【】\[\]]{2,16}[)】\]]\s*$")
_TITLE = 60
"""Characters of a title behind which its jump line may stand."""


def cut_jumps(sheet: Sheet) -> Sheet:
    """Every jump line a line of its own, with the role `jump` or `resume`."""
    return with_lines(sheet, (part for line in sheet.lines for part in _cut(line)))


def _cut(line: Line) -> Iterator[Line]:
    text = fold(line.text)
    if set_apart(line):
        yield _apart(line, text)
        return
    if not free(line):
        yield line
        return
    behind = _BEHIND.search(text) if len(text) < _TITLE else None
    if behind and RESUME.fullmatch(behind[0]):
        line, notice = cut(line, behind.start())
        yield line
        yield label(notice, "resume", "上接")
        return
    resume = RESUME.match(text)
    if resume:
        notice, line = cut(line, resume.end())
        yield label(notice, "resume", "上接")
        text = fold(line.text)
    jump = JUMP.search(text[-60:])
    if jump and line.text and not REFERENCE.search(text[-80:]):
        at = len(text) - len(text[-60:]) + jump.start()
        line, notice = cut(line, at)
        if line.text:
            yield line
        yield label(notice, "jump", "下转")
    elif line.text:
        yield line


def _apart(line: Line, text: str) -> Line:
    """A line that the parser took for no text: a notice, if that is all it says."""
    if not is_notice(text):
        return line
    return label(line, "resume", "上接") if RESUME.fullmatch(text) else label(line, "jump", "下转")


def is_notice(text: str) -> bool:
    """Whether a text is a jump line, and nothing else.

    >>> is_notice("（下转第三版）"), is_notice("（上接第一版）"), is_notice("见（下转第三版）")
    (True, True, False)
    """
    folded = fold(text[:80])
    return len(text) < 80 and bool(RESUME.fullmatch(folded) or JUMP.match(folded))
