"""METS and ALTO of digitised archives: ALTO's text blocks are the pages; METS says their order, its articles are hints only."""

import re
from collections.abc import Iterator, Sequence
from math import isfinite
from statistics import median

from lxml import etree
from msgspec import structs

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.latin import join
from audio_edition.model.page import Box, Line, Page, Source
from audio_edition.readers._sizes import LARGE, level, usual_height
from audio_edition.readers._text import page_of
from audio_edition.readers._xml import first, parse, text
from audio_edition.readers.feed import iso

_ROOTS = re.compile(rb"<(?:\w+:)?(?:mets|alto)\b", re.I)
_TITLES = ("TITLE", "HEADING", "HEADLINE", "HEAD", "MAIN_TITLE", "OVERLINE", "SUBTITLE")


def score(files: Sequence[SourceFile]) -> float:
    """Sure of XML whose roots are alto, or mets beside some."""
    return (
        0.95
        if any(b"alto" in file.content[:3000].lower() for file in files)
        and all(_ROOTS.search(file.content[:4000]) for file in files)
        else 0.0
    )


def read(files: Sequence[SourceFile]) -> Source:
    """A page for each ALTO file, in the order of METS where there is one."""
    roots = [(file.name, parse(file)) for file in files]
    mets = [root for _, root in roots if root.tag.lower() == "mets"]
    kinds = {area.get("BEGIN", ""): (order, kind) for root in mets for order, (area, kind) in enumerate(_areas(root))}
    made = []
    for index, (name, root) in enumerate((name, root) for name, root in roots if root.tag.lower() == "alto"):
        page = first(root, "Page")
        number = page_of(name)[0] or int(
            re.sub(r"\D", "", page.get("PHYSICAL_IMG_NR", "") if page is not None else "")[:4] or index + 1
        )
        made.append(Page(tuple(_page(root, name, number, kinds)), number))
    return Source("alto", tuple(made), _masthead(mets))


def _masthead(mets: Sequence[etree._Element]) -> Masthead:
    titles = [text(first(root, "title")) for root in mets]
    dates = [iso(text(first(root, "dateIssued", "date"))) for root in mets]
    return Masthead(title=next(filter(None, titles), ""), date=next(filter(None, dates), ""))


def _areas(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The areas of the logical structure, with the type of the division they stand in."""
    for area in root.iter("area"):
        kinds = [parent.get("TYPE", "").upper() for parent in area.iterancestors("div")]
        if not any(kind in ("NEWSPAPER", "ISSUE", "ARTICLE", *_TITLES) or "ARTICLE" in kind for kind in kinds):
            continue
        yield area, next((kind for kind in kinds if kind), "")


def _page(root: etree._Element, name: str, number: int, kinds: dict[str, tuple[int, str]]) -> Iterator[Line]:
    blocks = list(root.iter("TextBlock", "Illustration"))
    if any(block.get("ID", "") in kinds for block in blocks):
        blocks.sort(key=lambda block: kinds.get(block.get("ID", ""), (10**9, ""))[0])
    usual = usual_height((_row(row), _edge(row, "HEIGHT")) for block in blocks for row in block.iter("TextLine"))
    wide = max((_edge(page, "WIDTH") for page in root.iter("Page")), default=0) or 1000
    for block in blocks:
        where = f"{name}#{block.get('ID', '')}"
        if block.tag == "Illustration":
            yield Line("", kind="image", where=where, page=number)
            continue
        titled = kinds.get(block.get("ID", ""), (0, ""))[1] in _TITLES
        size = level(median([_edge(row, "HEIGHT") for row in block.iter("TextLine")] or [0.0]), usual)
        box = _box(block, 1000 / wide)
        for line in _paragraphs(block):
            yield structs.replace(line, where=where, page=number, level=1 if titled else size, box=box, large=0 < size <= LARGE)


def _paragraphs(block: etree._Element) -> Iterator[Line]:
    """The printed lines of a block, put together; an indented line begins a paragraph."""
    rows = [(row, _row(row)) for row in block.iter("TextLine")]
    lefts = sorted(_edge(row, "HPOS") for row, _ in rows)
    usual = lefts[len(lefts) // 2] if lefts else 0.0
    high = max((_edge(row, "HEIGHT") for row, _ in rows), default=0.0)
    whole = ""
    for row, printed in rows:
        if whole and high and _edge(row, "HPOS") > usual + high:
            yield Line(whole)
            whole = ""
        whole = join(whole, printed)
    if whole:
        yield Line(whole)


def _row(row: etree._Element) -> str:
    made = ""
    for part in row:
        if part.tag == "String":
            second = part.get("SUBS_TYPE", "") == "HypPart2"
            made += "" if second and part.get("SUBS_CONTENT") else part.get("SUBS_CONTENT") or part.get("CONTENT") or ""
        elif part.tag == "SP":
            made += " "
    return made.strip()


def _edge(element: etree._Element, name: str) -> float:
    try:
        said = float(element.get(name, "0"))
    except ValueError:
        return 0.0
    return said if isfinite(said) else 0.0


def _box(block: etree._Element, scale: float) -> Box | None:
    left, top, width, height = (_edge(block, name) * scale for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    return (left, top, left + width, top + height) if width > 0 and height > 0 else None
