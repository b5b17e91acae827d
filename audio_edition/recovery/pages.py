"""Lays the pages out in order: by their numbers where folio lines, file names or marks say them, else as they come.

The folio line is what the reader of the paper sees, and what `(下转A3版)` means: where it says another number than the file's
name, it is right. A folio line in the middle of a file begins a new page.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model import folio
from audio_edition.model.finding import Finding
from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line, Page, Source
from audio_edition.recovery.fields import LONE_NUMBER, PAGE_NUMBER, number, page_name, tile
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, label, set_apart, with_lines
from audio_edition.recovery.teasers import is_guide
from audio_edition.recovery.vocabulary import SECTIONS

_PADDED = re.compile(
    rf"[A-H]?0\d\s*版?[\s·|:]*(?:{SECTIONS.pattern}|{HANZI}{{2}})版?|\d{{1,2}}\s*版?[\s·|:]*(?:{SECTIONS.pattern})版?(?:新闻)?"
)
_EDGE = 4
"""Lines at either end of a page among which a folio line is looked for."""
_LONGEST = 200
"""Code points of a folio line, white space with them."""


def lay_out(source: Source) -> Sheet:
    """All lines of a source in the order of the pages."""
    pages = [part for page in source.pages for part in _at_folios(page)]
    numbered = _counted(_in_order(_as_printed(_in_order([_numbered(page) for page in pages]))))
    lines: list[Line] = []
    taken, before = {page.number for page in numbered}, 0
    for page in numbered:
        before = page.number or (before + 1 if before + 1 not in taken else max(taken) + 1)
        taken.add(before)
        lines += (structs.replace(line, page=before, label=page.label) for line in page.lines)
    return _without_giants(Sheet(tuple(lines), source.masthead, source.lang, source.findings))


def _in_order(pages: list[Page]) -> list[Page]:
    """Pages by section, as the sections come, and number, where all have one; where only some name their section, by number."""
    if not all(page.number for page in pages):
        return pages
    sections = list(dict.fromkeys(page.label[:1] for page in pages))
    lone = "" in sections and len({page.number for page in pages}) == len(pages)
    return sorted(pages, key=lambda page: (0 if lone else sections.index(page.label[:1]), page.number))


def _counted(pages: list[Page]) -> list[Page]:
    """The pages, each with a number of its own: where sections number alike, lettered pages are counted through."""
    names = dict.fromkeys((page.label, page.number) for page in pages if page.number)
    if len({number for _, number in names}) == len(names):
        return pages
    plain = max((number for label, number in names if not label), default=0)
    counts = {name: count for count, name in enumerate((name for name in names if name[0]), plain + 1)}
    return [structs.replace(page, number=counts.get((page.label, page.number), page.number)) for page in pages]


def _as_printed(pages: list[Page]) -> list[Page]:
    """The pages under what is printed on them, where no two pages get the same; else with the letters of their sections only."""
    printed = _with_front([_printed_number(page) for page in pages])
    numbers, labels = {page.number for page in printed}, {page.label for page in printed}
    if len(numbers) == len(printed) or ("" not in labels and len(labels) == len(printed)):
        return printed
    return [structs.replace(page, label=other.label or page.label) for page, other in zip(pages, printed, strict=True)]


def _with_front(pages: list[Page]) -> list[Page]:
    """The pages, page 1 as A1 where it alone has no letter: a masthead stands in the place of its folio line."""
    plain, labels = [page for page in pages if not page.label], {page.label for page in pages}
    front = len(plain) == 1 and (plain[0].number == 1 or (plain[0] is pages[0] and not plain[0].number))
    if not front or "A1" in labels or not any(label.startswith("A") for label in labels):
        return pages
    return [page if page.label else _called(page.lines, "A1") for page in pages]


def _printed_number(page: Page) -> Page:
    """The page as its folio line, dated or the first or last line of all, numbers it."""
    texts = [line for line in page.lines if line.kind == "text" and not line.firm and not line.division]
    names = {name for at, line in enumerate(texts[:_EDGE]) if (name := folio_page(line)) and (not at or _is_dated(line))}
    names = names or {name for line in texts[-2:] if (name := folio_page(line)) and _is_dated(line)}
    names = names or set(_lettered(texts, page.number))
    name = names.pop() if len(names) == 1 else ""
    if not name or (number(name) == page.number and folio.label(name) in ("", page.label)):
        return page
    return _called(page.lines, name)


_LETTERED = re.compile(r"(?P<left>[A-H]\s?\d{1,2})(?:\s*[|·]\s.{,60})?|.{,60}\s[|·]\s*(?P<right>[A-H]\s?\d{1,2})")
"""A letter with a number that stands alone, or set off at the edge of a line."""


def _lettered(texts: Sequence[Line], count: int) -> Iterator[str]:
    """Undated names of a page with a letter: of its first line, or of a line at its edges that counts it as its file does."""
    for at in {*range(min(_EDGE, len(texts))), *range(max(0, len(texts) - 2), len(texts))}:
        found = _LETTERED.fullmatch(fold(texts[at].text[:_LONGEST]).strip())
        name = folio.label((found["left"] or found["right"]) if found else folio_page(texts[at]))
        if name and (not at or number(name) == count):
            yield name


def _called(lines: tuple[Line, ...], name: str) -> Page:
    """A page under a printed name."""
    return Page(lines, number(name), folio.label(name))


def _is_dated(line: Line) -> bool:
    """Whether a folio line says the day beside its page; a lone figure may be any where not the whole date stands there."""
    names = tile(fold(line.text)).names
    return "date" in names or {"weekday", "page"} <= names


GIANT = 100_000
"""Code points that no text of a newspaper reaches, though all of it be one line: a party congress's report has 33,000."""


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
    start, current = 0, page.label or str(page.number or "")
    if len(places) < 2 and not (places and _EDGE <= places[0][0] < len(page.lines) - 1 - _EDGE and not _is_first(places[0][1])):
        yield _called(page.lines, current)
        return
    at_top = places[0][0] < _EDGE or places[-1][0] < len(page.lines) - 1
    for index, name in places:
        cut = index if at_top else index + 1
        another = not folio.may_be_one(page_name(name), page_name(current))
        other = another and (number(current) or index >= _EDGE or start)
        if other and cut > start and any(line.kind == "text" for line in page.lines[start:cut]):
            if not at_top:
                current = name
            yield _called(page.lines[start:cut], current)
            start = cut
        current = name if at_top else ""
    if start < len(page.lines):
        yield _called(page.lines[start:], current)


def _is_first(name: str) -> bool:
    return folio.may_be_one(page_name(name), "A1")


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
    return _called(page.lines, name)


def folio_page(line: Line) -> str:
    """The page that a folio line names; empty for any other line.

    >>> folio_page(Line("05 综合 2024.3.15 星期五 苍麓晚报")), folio_page(Line("第1版 要闻")), folio_page(Line("见今日第4版"))
    ('05', '1', '')
    >>> folio_page(Line("B2 副刊 2024年11月6日 星期三 苍麓晚报")), folio_page(Line("A04 要闻"))
    ('B2', 'A04')
    """
    if not _is_short(line):
        return ""
    text = fold(line.text).strip()
    if not re.search(r"[\d版页]", text):
        return ""
    tiling = tile(text)
    if (
        size(tiling.rest) > 8
        or re.search(r"[接转见续]|(?<![副周专特增月])刊", tiling.rest)
        or not tiling.names & {"page", "lone"}
        or "pages" in tiling.names
    ):
        return ""
    if _PADDED.fullmatch(text):
        return re.sub(r"[^A-H\d].*", "", text)
    if not tiling.names & {"date", "section", "weekday", "paper"} and not re.fullmatch(
        r"[-—·\s]*第\s*\S{1,4}\s*版[-—·\s]*", text
    ):
        return ""
    if "page" not in tiling.names and not tiling.names & {"date", "weekday"}:
        return ""
    found = PAGE_NUMBER.search(text) or LONE_NUMBER.search(text)
    return next((group for group in found.groups() if group), "") if found else ""


def _is_short(line: Line) -> bool:
    """Whether a line is no longer than a folio line, and no sentence."""
    if line.kind != "text" or len(line.text) > _LONGEST:
        return False
    length = size(line.text)
    return length <= 60 and not (length > 24 and is_final(line.text))
