"""PaddleOCR's `*_res.json` (PP-StructureV3, PaddleOCR-VL): the blocks of each page under `parsing_res_list`, in any document."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Any

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Page, Source
from audio_edition.readers import mineru
from audio_edition.readers._json import decode

_LIST = "parsing_res_list"
_KINDS = {
    "doc_title": "title",
    "header": "header",
    "header_image": "image",
    "footer": "footer",
    "footer_image": "image",
    "number": "page_number",
    "footnote": "page_footnote",
    "aside_text": "aside_text",
    "image": "image",
    "chart": "chart",
    "seal": "image",
    "table": "table",
}
"""Labels of blocks, and what MinerU calls such a block; all others are text."""
_NAMING = ("figure_title", "chart_title", "table_title", "figure_table_chart_title", "vision_footnote")
"""Labels of what stands beside a picture or a table and says what it shows."""
_NEAR = 5
"""Blocks away that it may stand."""


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON that holds a list of blocks by its name."""
    return 0.95 if all(file.name.lower().endswith(".json") and f'"{_LIST}"'.encode() in file.content for file in files) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """A page for each list of blocks."""
    return Source("paddle", tuple(page for file in files for page in _pages(file)))


def _pages(file: SourceFile) -> Iterator[Page]:
    lists = list(_lists(decode(file.content, file.name)))
    pages = {index: list(_blocks(blocks)) for index, blocks in enumerate(lists)}
    return mineru.pages_of(pages, file.name, re.sub(r"_res\.json$", "", file.name))


def _lists(value: object) -> Iterator[list[dict[str, Any]]]:
    """The lists of blocks, wherever in the document they stand."""
    waiting = deque([value])
    while waiting:
        found = waiting.popleft()
        if isinstance(found, dict) and isinstance(found.get(_LIST), list):
            yield [block for block in found[_LIST] if isinstance(block, dict)]
        elif isinstance(found, dict):
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def _blocks(blocks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The blocks as MinerU has them; what names a picture or a table is a field of it."""
    owners = {index: owner for index in range(len(blocks)) if (owner := _owner(blocks, index)) >= 0}
    names: dict[int, list[str]] = defaultdict(list)
    for index, owner in owners.items():
        names[owner].append(_text(blocks[index]))
    for index, block in enumerate(blocks):
        if index in owners:
            continue
        kind = _KINDS.get(_label(block), "text")
        made = {"type": kind, "bbox": block.get("block_bbox"), "text": _text(block)}
        if kind == "table":
            made |= {"table_body": _text(block), "table_caption": names[index]}
        elif kind in ("image", "chart"):
            made |= {"text": "", f"{kind}_caption": names[index]}
        yield made | ({"text_level": 2} if _label(block) == "paragraph_title" else {})


def _owner(blocks: Sequence[dict[str, Any]], index: int) -> int:
    """Which block a naming one names: the one above it, or else the one below; -1 for any other block."""
    if _label(blocks[index]) not in _NAMING:
        return -1
    above = (at for at in range(index - 1, max(-1, index - _NEAR), -1) if _label(blocks[at]) not in _NAMING)
    below = (at for at in range(index + 1, min(len(blocks), index + _NEAR)) if _label(blocks[at]) not in _NAMING)
    beside = (next(above, -1), next(below, -1))
    return next((at for at in beside if at >= 0 and _KINDS.get(_label(blocks[at])) in ("image", "chart", "table")), -1)


def _label(block: dict[str, Any]) -> str:
    return str(block.get("block_label", "text"))


def _text(block: dict[str, Any]) -> str:
    return str(block.get("block_content") or "").strip()
