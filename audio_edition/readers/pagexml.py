"""PAGE XML of Transkribus, eScriptorium and OCR-D: regions with a type, each line as it is printed."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree
from msgspec import structs

from audio_edition.model.issue import SourceFile
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Box, Line, Page, Source
from audio_edition.readers._layout import box, folio, scaled
from audio_edition.readers._sizes import LARGE, height, level, usual_height
from audio_edition.readers._text import joined, page_of
from audio_edition.readers._xml import parse, text

_ROOT = re.compile(rb"<(?:\w+:)?PcGts\b")
_TYPE = re.compile(r"structure\s*\{[^{}]*type:\s*([\w-]+)")
_FURNITURE = ("header", "footer", "page-number", "marginalia", "signature-mark", "catch-word")
_TITLES = ("heading", "headline", "title")


def score(files: Sequence[SourceFile]) -> float:
    """Sure of XML with its root."""
    return 0.95 if all(_ROOT.search(file.content[:4000]) for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """A page for each file."""
    return Source("pagexml", tuple(_page(parse(file), file.name, index + 1) for index, file in enumerate(files)))


def _page(root: etree._Element, name: str, index: int) -> Page:
    regions = _in_order(root)
    named = page_of(name)
    printed = (line.text for region in regions if _type(region) == "page-number" for line in _printed(region))
    number, label = named if named[0] else folio(printed)
    rows = [line for region in regions if _type(region) not in _FURNITURE for line in _printed(region)]
    usual = usual_height((line.text, height(line.box)) for line in rows)
    lines = [line for region in regions for line in _lines(region, f"{name}#{region.get('id', '')}", usual)]
    return Page(scaled(lines, number or index), number, label)


def _in_order(root: etree._Element) -> list[etree._Element]:
    """The regions as the reading order names them; those that it does not, behind them, as they stand."""
    regions = list(root.iter("TextRegion", "ImageRegion", "GraphicRegion"))
    named = [ref.get("regionRef", "") for ref in root.iter("RegionRefIndexed", "RegionRef")]
    places = {ref: place for place, ref in reversed(list(enumerate(named)))}
    return sorted(regions, key=lambda region: places.get(region.get("id", ""), len(places)))


def _type(region: etree._Element) -> str:
    custom = _TYPE.search(region.get("custom", ""))
    return region.get("type") or (custom[1] if custom else "")


def _lines(region: etree._Element, where: str, usual: float) -> Iterator[Line]:
    """The lines of a region; those of a heading that are set alike are one, or belong together."""
    kind = _type(region)
    if region.tag != "TextRegion":
        yield Line("", kind="image", where=where, box=_box(region))
        return
    for size, rows in groupby(_printed(region), key=lambda line: level(height(line.box), usual) or (kind in _TITLES)):
        found = list(rows)
        if size and kind not in _FURNITURE and is_latin(found[0].text):
            found = [structs.replace(found[0], text=joined(line.text for line in found))]
        for number, line in enumerate(found):
            follows = number > 0
            placed = structs.replace(line, where=where, gap=0 if follows else 1, level=int(size), broken=size > 0 and follows)
            yield _labelled(structs.replace(placed, large=size is not True and 0 < size <= LARGE), kind)


def _labelled(line: Line, kind: str) -> Line:
    if kind in _FURNITURE:
        return structs.replace(line, level=0, role="furniture", rule=f"{kind} of the parser")
    return structs.replace(line, level=0, role="caption", rule="caption of the parser") if kind == "caption" else line


def _printed(region: etree._Element) -> Iterator[Line]:
    """The printed lines of a region; of one without lines, its text."""
    for row in region.findall("TextLine") or [region]:
        said = next((text(found.find("Unicode")) for found in row.findall("TextEquiv")), "")
        if said:
            yield Line(said, box=_box(row))


def _box(element: etree._Element) -> Box | None:
    found = element.find("Coords")
    places = re.findall(r"-?\d+", found.get("points", "")) if found is not None else []
    return box([int(place) for place in places[:200] if len(place) < 7])
