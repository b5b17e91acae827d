"""The passages of an article: each printed text that can be shown, spoken, cued and noted, with an id.

A passage's id is what cues, notes, findings and HTML anchors point at, so it is made here and nowhere else.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from audio_edition.model.issue import Article, Block, Note

Role = Literal[
    "announcement",
    "kicker",
    "headline",
    "subtitle",
    "byline",
    "dateline",
    "heading",
    "body",
    "quotation",
    "question",
    "answer",
    "note",
    "verse",
    "list",
    "table",
    "caption",
    "credit",
]
"""Who reads: a cast says voice, pace, pitch and pauses for each. `quotation` is found inside other roles by utterances."""


class Aside(Struct, frozen=True):
    """Words that are spoken at a place of a passage but not printed there, such as 图片说明."""

    at: int
    """Code point of the passage before which it is spoken."""
    say: str


class Passage(Struct, frozen=True, omit_defaults=True):
    """A printed text of an article, or (role `announcement`) a sentence of the edition's own."""

    id: str
    """Unique in its article: `title`, `kicker-0`, `body-3`, `body-7-2` (line or row 2 of block 7), `caption-0`."""
    role: Role
    text: str
    """As printed; the cells of a table's row are joined by tabs."""
    notes: tuple[Note, ...] = ()
    asides: tuple[Aside, ...] = ()
    lang: str = ""


def passages(article: Article) -> tuple[Passage, ...]:
    """Every printed text of an article, in the order of the page.

    >>> [p.id for p in passages(Article("a", title="文明", blocks=(Block(text="好。"), Block("verse", lines=("甲", "乙")))))]
    ['title', 'body-0', 'body-1-0', 'body-1-1']
    """
    return tuple(
        Passage(id, role, text, tuple(note for note in article.notes if note.passage == id), lang=article.lang)
        for id, role, text in _texts(article)
        if text
    )


def _texts(article: Article) -> Iterator[tuple[str, Role, str]]:
    for index, kicker in enumerate(article.kicker):
        yield f"kicker-{index}", "kicker", kicker
    yield "title", "headline", article.title
    yield "subtitle", "subtitle", article.subtitle
    for index, byline in enumerate(article.bylines):
        yield f"byline-{index}", "byline", byline.printed
    yield "dateline", "dateline", article.dateline
    for index, block in enumerate(article.blocks):
        yield from _block_texts(f"body-{index}", block)
    for index, caption in enumerate(article.captions):
        yield f"caption-{index}", "caption", caption
    yield "credit", "credit", article.credit


def _block_texts(id: str, block: Block) -> Iterator[tuple[str, Role, str]]:
    if block.type == "table":
        for index, row in enumerate(block.rows):
            yield f"{id}-{index}", "table", "\t".join(row)
    elif block.type == "verse" or block.type == "list":
        for index, line in enumerate(block.lines):
            yield f"{id}-{index}", block.type, line
    else:
        yield id, "body" if block.type == "paragraph" else block.type, block.text
