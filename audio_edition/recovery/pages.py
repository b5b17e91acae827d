"""Lays the pages out in order: by their numbers where folio lines, file names or marks say them, else as they come.

The folio line is what the reader of the paper sees, and what `(下转A3版)` means: where it says another number than the file's
name, it is right. A folio line in the middle of a file begins a new page.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.finding import Finding
from audio_edition.model.page import Line, Page, Source
from audio_edition.recovery.fields import LONE_NUMBER, PAGE_NUMBER, number, tile
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, label, set_apart, with_lines
from audio_edition.recovery.teasers import is_guide
from audio_edition.recovery.vocabulary import SECTIONS

_PADDED = re.compile(
    rf"[A-D]?0\d\s*版?[\s·|:]*(?:{SECTIONS.pattern}|[\u4e00-\u9fff]{{2}})版?|\d{{1,2}}\s*版?[\s·|:]*(?:{SECTIONS.pattern})版?(?:新闻)?"
)
_EDGE = 4
"""Lines at either end of a page among which a folio line is looked for."""


def lay_out(source: Source) -> Sheet:
    """All lines of a source in the order of the pages."""
    pages = [part for page in source.pages for part in _at_folios(page)]
    numbered = _in_order(_as_printed([_numbered(page) for page in pages]))
    lines: list[Line] = []
    taken, before = {page.number for page in numbered}, 0
    for page in numbered:
        before = page.number or (before + 1 if before + 1 not in taken else max(taken) + 1)
        taken.add(before)
        lines += (structs.replace(line, page=before) for line in page.lines)
    return _without_giants(Sheet(tuple(lines), source.masthead, source.lang, source.findings))


def _in_order(pages: list[Page]) -> list[Page]:
    """Pages by section and number, where all have one; where only some name their section, by number."""
    if not all(page.number for page in pages):
        return pages
    sections = {page.label[:1] for page in pages}
    lone = "" in sections and len({page.number for page in pages}) == len(pages)
    return sorted(pages, key=lambda page: ("" if lone else re.sub(r"\d", "", page.label), page.number))


def _as_printed(pages: list[Page]) -> list[Page]:
    """The pages under the numbers that are printed on them, where no two pages get the same."""
    printed = [_printed_number(page) for page in pages]
    return printed if len({page.number for page in printed}) == len(printed) else pages


def _printed_number(page: Page) -> Page:
    """The page as its folio line, dated or the first or last line of all, numbers it."""
    texts = [line for line in page.lines if line.kind == "text" and not line.firm and not line.division]
    names = {name for at, line in enumerate(texts[:_EDGE]) if (name := folio_page(line)) and (not at or _is_dated(line))}
    names = names or {name for line in texts[-2:] if (name := folio_page(line)) and _is_dated(line)}
    name = names.pop() if len(names) == 1 else ""
    if not name or number(name) == page.number:
        return page
    return Page(page.lines, number(name), name if name[:1].isalpha() else "")


def _is_dated(line: Line) -> bool:
    """Whether a folio line says the day beside its page; a lone figure may be any where not the whole date stands there."""
    names = tile(fold(line.text)).names
    return "date" in names or {"weekday", "page"} <= names


GIANT = 20_000
"""Code points that no paragraph of a newspaper reaches."""


def _without_giants(sheet: Sheet) -> Sheet:
    """Lines that can be no text of a newspaper are left out, and reported (S403)."""
    lines, findings = [], []
    for line in sheet.lines:
        if len(line.text) > GIANT and line.kind == "text":
            findings.append(Finding("S403", f"a line of {len(line.text)} characters is left out", line.where, "error"))
            line = label(line, "furniture", "longer than any paragraph")
        lines.append(line)
    return with_lines(sheet, lines, findings)


def _at_folios(page: Page) -> Iterator[Page]:
    """A page cut before each folio line that names another page than the one before it."""
    folios = [(index, folio_page(line)) for index, line in enumerate(page.lines) if not line.firm and not line.division]
    places = [(index, name) for index, name in folios if name and not _in_contents(page.lines, index)]
    if len(places) < 2 and not (places and _EDGE <= places[0][0] < len(page.lines) - 1 - _EDGE and number(places[0][1]) > 1):
        yield page
        return
    at_top = places[0][0] < _EDGE or places[-1][0] < len(page.lines) - 1
    start, current = 0, page.label or str(page.number or "")
    for index, name in places:
        cut = index if at_top else index + 1
        other = number(name) != number(current) and (number(current) or index >= _EDGE or start)
        if other and cut > start and any(line.kind == "text" for line in page.lines[start:cut]):
            if not at_top:
                current = name
            yield Page(page.lines[start:cut], number(current), current if current[:1].isalpha() else "")
            start = cut
        current = name if at_top else ""
    if start < len(page.lines):
        yield Page(page.lines[start:], number(current), current if current[:1].isalpha() else "")


def _in_contents(lines: Sequence[Line], index: int) -> bool:
    """Whether a page's name is the target of a title in a list of contents."""
    bare = re.fullmatch(r"[(\s]*第?\s*\S{1,3}\s*版[)\s]*", fold(lines[index].text))
    return bare is not None and any(is_guide(fold(line.text[:20]).strip()) for line in lines[max(0, index - 14) : index])


def _numbered(page: Page) -> Page:
    if page.number:
        return page
    count = len(page.lines)
    apart = (index for index, line in enumerate(page.lines) if set_apart(line))
    edge = sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count), *apart})
    names = (folio_page(page.lines[index]) for index in edge if not _in_contents(page.lines, index))
    name = next(filter(None, names), "")
    return Page(page.lines, number(name), name if name[:1].isalpha() else "")


def folio_page(line: Line) -> str:
    """The page that a folio line names; empty for any other line.

    >>> folio_page(Line("05 综合 2024.3.15 星期五 苍麓晚报")), folio_page(Line("第1版 要闻")), folio_page(Line("见今日第4版"))
    ('05', '1', '')
    """
    if line.kind != "text" or len(line.text) > 200 or (length := size(line.text)) > 60 or (length > 24 and is_final(line.text)):
        return ""
    text = fold(line.text).strip()
    if not re.search(r"[\d版页]", text):
        return ""
    tiling = tile(text)
    if (
        size(tiling.rest) > 8
        or re.search(r"[接转见刊续]", tiling.rest)
        or not tiling.names & {"page", "lone"}
        or "pages" in tiling.names
    ):
        return ""
    if _PADDED.fullmatch(text):
        return str(re.findall(r"\d+", text)[0])
    if not tiling.names & {"date", "section", "weekday", "paper"} and not re.fullmatch(
        r"[-—·\s]*第\s*\S{1,4}\s*版[-—·\s]*", text
    ):
        return ""
    if "page" not in tiling.names and not tiling.names & {"date", "weekday"}:
        return ""
    found = PAGE_NUMBER.search(text) or LONE_NUMBER.search(text)
    return next((group for group in found.groups() if group), "") if found else ""
