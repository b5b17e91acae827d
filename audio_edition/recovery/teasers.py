"""Labels the lines that point to another page (`详见第3版`), and cuts them from the titles they stand behind."""

import re
from collections.abc import Iterator, Sequence

from audio_edition.model.folio import may_be_one
from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.fields import page_name
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, follows, free, label, with_lines

_NUMBER = r"(?:[A-Z]\s?\d{1,3}|\d{1,3}|[一二三四五六七八九十]{1,3})"
_PAGES = rf"第?\s*{_NUMBER}\s*(?:[-—~至、,]\s*第?\s*{_NUMBER}\s*)*"
_SEE = rf"(?:{HANZI}{{0,6}}?(?:请|均)?(?:详见|刊见|另见|参见|刊|见|看|请看|请见|阅))"
_ARROW = r"[>»›▶►→➤☞◆●■]+"
POINTER = re.compile(
    rf"[(\[【\s]*(?:{_SEE}\s*(?:今日|今天|本报|本期)?\s*{_PAGES}版?|{_ARROW}\s*(?:{_SEE})?\s*(?:今日|本报)?\s*{_PAGES}版?|{_PAGES}版{_ARROW}|[(\[【]\s*(?:{_PAGES}版|[A-Z]\d{{1,2}})\s*[)\]】])"
    rf"[)\]】\s。]*|(?:See |Full story,? |Story,? |Details,? )(?:on )?(?:Page|P\.?)\s?[A-Z]?\d{{1,3}}\.?",
)
_TAIL = re.compile(
    rf"(?:[(\[【]\s*(?:{_SEE}\s*)?(?:今日|本报)?\s*(?:{_PAGES}版|[A-Z]\d{{1,2}})\s*[)\]】]"
    rf"|\s+(?:{_SEE}\s*(?:今日|本报)?\s*{_PAGES}版|{_ARROW}\s*{_PAGES}版?)|(?:[….·\s]{{3,}}|……){_PAGES}版?"
    rf"|,?\s*[Ss]ee (?:Page|page|P\.)\s?[A-Z]?\d{{1,3}}\.?)\s*$"
)


_MORE = r"(?:相关|有关|更多|其[他它余]|另(?=[见刊载有]))"
_RELATED = (
    r"(?i:(?:see|read)(?: also)? (?:the )?)?(?i:related|more|other|additional|editorials?|opinion|letters|photos|map|graphic)"
    r"(?: [A-Za-z’']+){0,3}[,:]?\s*(?:on |in )?(?:(?i:pages? |p\.? ?|section )[A-Z]?|[A-Z])\d{1,3}"
    r"(?:(?:, | and | & |-)[A-Z]?\d{1,3})*"
)
REFERENCE = re.compile(
    rf"[(\[【]\s*{_MORE}[^()\[\]【】。]{{0,14}}?[见刊载看阅转]\s*(?:于|在)?(?:今[日天]|本[报期])?\s*{_PAGES}[^()\[\]【】。]{{0,24}}[)\]】]\s*$"
    rf"|(?:{_ARROW}\s*)?{_MORE}[^()\[\]【】。]{{0,14}}?[见刊载看阅转]\s*(?:于|在)?(?:今[日天]|本[报期])?\s*{_PAGES}版?。?\s*$"
    rf"|[(\[]\s*{_RELATED}\s*\.?\s*[)\]]\.?\s*$|^(?:{_ARROW}\s*)?{_RELATED}\.?\s*$"
)
"""Says where more on the matter of a finished article stands: the article does not go on there."""
ON_THE_MATTER = "more on the matter of a finished article"
"""Rule of such a line."""
_LONGEST = 2000
"""Code points of a line in which a pointer is looked for."""
_GUIDE = re.compile(
    r"[【\[■◆●\s]*(?:\S{0,4}导读|导航|新闻导航|\S{0,2}看点|目录|提要|\S{0,2}索引|INSIDE|Inside(?: today)?"
    r"|In this issue|Contents|Index)[】\]:\s]*"
)
_LISTED = re.compile(r"(?P<title>\S.{3,80}?)[\s….·,/|—>-]*(?<![\w])(?:P(?:age)?\.?\s?)?(?:[A-H]\s?\d{1,2}|\d{1,2})\s*版?", re.I)


_LEADING = re.compile(r"(?:[A-H]\d{1,2}版?|第?\d{1,2}版|第[一二三四五六七八九十]{1,2}版|P\d{1,2})[\s:·|/]+(?=\S{4,60})")
_NAMED_PAGE = re.compile(r"[^\w][A-H]\d{1,2}\s*版?$|\d\s*版$")
_BARE = re.compile(rf"[(\[【\s]*{_PAGES}版[)\]】\s]*|(?:Page|P\.)\s?[A-Z]?\d{{1,3}}\.?", re.I)


def is_guide(text: str) -> bool:
    """Whether a folded line heads a list of contents.

    >>> is_guide("导 读"), is_guide("今日导读"), is_guide("导读会")
    (True, True, False)
    """
    return bool(_GUIDE.fullmatch(re.sub(r"\s", "", text) if len(text) < 8 else text))


def point_out_teasers(sheet: Sheet) -> Sheet:
    """Every pointer a line of its own, with the role `pointer`."""
    return with_lines(sheet, _cut_all(sheet.lines))


def _cut_all(lines: Sequence[Line]) -> Iterator[Line]:
    inside, page = False, 0
    for index, line in enumerate(lines):
        text = fold(line.text[:_LONGEST]).strip()
        inside = (is_guide(text) and line.role != "furniture") or (
            inside and size(text) < 45 and line.page == page and not is_final(text)
        )
        page = line.page
        if (
            size(text) <= 8
            and free(line)
            and not (is_guide(text) or _BARE.fullmatch(text))
            and not signature(text)
            and _in_list(lines, index + 1)
            and not _is_listed(line)
        ):
            yield label(line, "furniture", "name of a list of contents", 0.8)
            continue
        if free(line) and _BARE.fullmatch(text) and (inside or (index and _is_elsewhere(lines[index - 1], line))):
            yield label(line, "pointer", "page below a title", 0.9)
            continue
        listed = free(line) and (inside or _in_list(lines, index))
        yield from (_entry(line, text, inside) if listed else ()) or _cut(line)


def _entry(line: Line, text: str, inside: bool) -> tuple[Line, ...]:
    """The title and the page of an entry, whichever is printed first; nothing where a line is no entry. `text` is it folded."""
    at = line.text.index(line.text.strip())
    if listed := _LISTED.fullmatch(text):
        if POINTER.fullmatch(text) or _TAIL.search(text[-40:]):
            return ()
        title, pointer = cut(line, at + listed.end("title"))
    elif leading := _LEADING.match(text) if inside else None:
        pointer, title = cut(line, at + leading.end())
    else:
        return ()
    return title, label(pointer, "pointer", "page beside a title in a list of contents", 0.9)


def _is_elsewhere(title: Line, line: Line) -> bool:
    """Whether a page's name stands at once below a short marked line, and is not that of its own page."""
    marked = free(title) and bool(title.level or title.bold) and size(title.text) <= 40
    name = page_name(line.text)
    elsewhere = name != "" and not may_be_one(name, line.page_name)
    return marked and elsewhere and title.page == line.page and follows(title, line)


def _in_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a title and the name of a page, and so is the line before or behind it."""
    if index >= len(lines):
        return False
    near = (lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines) and lines[at].page == lines[index].page)
    return _is_listed(lines[index]) and any(map(_is_listed, near))


def _is_listed(line: Line) -> bool:
    text = fold(line.text[:60]).strip()
    return free(line) and len(text) < 60 and _LISTED.fullmatch(text) is not None and _NAMED_PAGE.search(text) is not None


def _cut(line: Line) -> Iterator[Line]:
    if not free(line):
        yield line
        return
    text = fold(line.text)
    reference = REFERENCE.search(text[-80:])
    at = len(text) - len(text[-80:]) + reference.start() if reference else 0
    if reference and (not at or is_final(text[:at])):
        before, line = cut(line, at)
        yield from (before,) if before.text else ()
        yield label(line, "pointer", ON_THE_MATTER)
        return
    if len(text) < 40 and POINTER.fullmatch(text):
        yield label(line, "pointer", "见第…版")
        return
    tail = _TAIL.search(text[-40:])
    if tail and (len(text) < 60 or re.search(_SEE, tail[0])):
        title, pointer = cut(line, len(text) - len(text[-40:]) + tail.start())
        if title.text:
            yield title
        yield label(pointer, "pointer", "见第…版")
        return
    yield line
