"""Google Vision's answers: pages of blocks of paragraphs of words of symbols, each symbol with the white behind it."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Source
from audio_edition.readers._json import decode
from audio_edition.readers._layout import Block, box, converted, holding, scores, source
from audio_edition.readers._sizes import level, usual_height

_BREAKS = {"SPACE": " ", "SURE_SPACE": " ", "EOL_SURE_SPACE": "\n", "LINE_BREAK": "\n", "HYPHEN": "-\n"}


class _Break(Struct, frozen=True):
    type: str | int = ""


class _Property(Struct, frozen=True, rename="camel"):
    detected_break: _Break | None = None


class _Symbol(Struct, frozen=True):
    text: str = ""
    property: _Property | None = None

    def printed(self) -> str:
        """The symbol with what stands behind it."""
        behind = self.property.detected_break if self.property else None
        return self.text + (_BREAKS.get(str(behind.type), "") if behind else "")


class _Word(Struct, frozen=True):
    symbols: list[_Symbol] = []


class _Paragraph(Struct, frozen=True, rename="camel"):
    words: list[_Word] = []
    bounding_box: Any = None


class _Block(Struct, frozen=True):
    paragraphs: list[_Paragraph] = []


class _Page(Struct, frozen=True):
    blocks: list[_Block] = []


class _Text(Struct, frozen=True):
    pages: list[_Page] = []


class _Answer(Struct, frozen=True, rename="camel"):
    full_text_annotation: _Text | None = None


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with its text."""
    return scores(files, b'"fullTextAnnotation"', b'"symbols"')


def read(files: Sequence[SourceFile]) -> Source:
    """The pages."""
    return source("vision", ((file.name, _blocks(file)) for file in files))


def _blocks(file: SourceFile) -> Iterator[Block]:
    found = holding(decode(file.content, file.name), "fullTextAnnotation")
    texts = (converted(value, file, _Answer, "vision").full_text_annotation for value in found)
    for number, page in enumerate(page for text in texts if text for page in text.pages):
        made = [_block(paragraph, number) for block in page.blocks for paragraph in block.paragraphs]
        usual = usual_height((block.text, block.line_height) for block in made)
        yield from (structs.replace(block, level=level(block.line_height, usual)) for block in made)


def _block(paragraph: _Paragraph, page: int) -> Block:
    text = "".join(symbol.printed() for word in paragraph.words for symbol in word.symbols).strip()
    place = paragraph.bounding_box
    edges = box(place.get("vertices") or place.get("normalizedVertices")) if isinstance(place, dict) else None
    return Block("text", text, box=edges, page=page, word="paragraph")
