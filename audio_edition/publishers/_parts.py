"""An article as parts that a template can draw: structure as printed, the edition's own sentences where they are said."""

from collections.abc import Callable, Iterator
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Track
from audio_edition.model.issue import Article, Block
from audio_edition.model.language import is_chinese
from audio_edition.model.passage import passages
from audio_edition.publishers._markup import Marking, printed, shows

PartType = Literal[
    "said", "kicker", "title", "subtitle", "byline", "paragraph", "heading", "note", "question", "answer",
    "verse", "list", "table", "caption", "credit", "jump",
]  # fmt: skip


class Part(Struct, frozen=True):
    """One block of a page."""

    type: PartType
    html: Markup = Markup("")
    lines: tuple[Markup, ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()
    lead: Markup = Markup("")
    """What stands before the text in the same line: a dateline, who asks."""


Placed = tuple[str, Part]
"""A part, and the id of the first passage that it shows."""


def parts(track: Track, marking: Marking) -> tuple[Part, ...]:
    """All that is said in a track and all that is printed of its article, in the order of the page."""
    shown = tuple(_printed(track.article, marking)) if track.article else ()
    own = {passage.id for passage in passages(track.article)} if track.article else set()
    said = _said_before(track, own, marking)
    drawn = [part for id, part in shown for part in (*said.pop(id, ()), part)]
    return (*drawn, *(part for rest in said.values() for part in rest))


def _said_before(track: Track, own: set[str], marking: Marking) -> dict[str, tuple[Part, ...]]:
    """Sentences of the edition's own by the printed passage that follows them."""
    found: dict[str, tuple[Part, ...]] = {}
    waiting: tuple[Part, ...] = ()
    for passage in track.passages:
        if passage.id not in own:
            type: PartType = "said" if passage.role == "announcement" else "paragraph"
            waiting += (Part(type, marking.text(passage.id, passage.text)),)
        elif waiting:
            found[_shown_with(passage.id)] = waiting
            waiting = ()
    return found | {"": waiting}


def _shown_with(id: str) -> str:
    """The passage whose part shows this one: `body-7-2` is a row of `body-7`.

    >>> _shown_with("body-7-2"), _shown_with("title")
    ('body-7', 'title')
    """
    return "-".join(id.split("-")[:2])


def _printed(article: Article, marking: Marking) -> Iterator[Placed]:
    for index, kicker in enumerate(article.kicker):
        yield f"kicker-{index}", Part("kicker", marking.text(f"kicker-{index}", kicker))
    if shows(article.title):
        yield "title", Part("title", marking.text("title", article.title))
    if shows(article.subtitle):
        yield "subtitle", Part("subtitle", marking.text("subtitle", article.subtitle))
    for index, byline in enumerate(article.bylines):
        if article.signs_elsewhere(byline.printed):
            continue
        yield f"byline-{index}", Part("byline", marking.text(f"byline-{index}", byline.printed))
    yield from _body(article, marking)
    for index, caption in enumerate(article.captions):
        yield f"caption-{index}", Part("caption", marking.text(f"caption-{index}", caption))
    if shows(article.credit):
        yield "credit", Part("credit", marking.text("credit", article.credit))
    if article.jump and article.jump.printed:
        yield "jump", Part("jump", printed(article.jump.printed, marking.lang))


def _body(article: Article, marking: Marking) -> Iterator[Placed]:
    dateline = marking.text("dateline", article.dateline)
    inline = bool(article.blocks) and article.blocks[0].type == "paragraph"
    if dateline and not inline:
        yield "dateline", Part("byline", dateline)
    for index, block in enumerate(article.blocks):
        if block.type == "heading" and not shows(block.text):
            continue
        part = _DRAW.get(block.type, _text)(f"body-{index}", block, marking)
        if dateline and inline and index == 0:
            yield "dateline", Part(part.type, part.html, lead=_lead(dateline, marking))
        else:
            yield f"body-{index}", part


def _text(id: str, block: Block, marking: Marking) -> Part:
    who = "" if block.is_labelled else block.who
    return Part(block.type, marking.text(id, block.text), lead=_lead(printed(who, marking.lang), marking))


def _lead(html: Markup, marking: Marking) -> Markup:
    """What stands before a text; where words are parted by spaces, so are the two, also for who hears the page or copies it."""
    return html + " " if html and not is_chinese(marking.lang) else html


def _lines(id: str, block: Block, marking: Marking) -> Part:
    return Part(block.type, lines=tuple(marking.text(f"{id}-{index}", line) for index, line in enumerate(block.lines)))


def _table(id: str, block: Block, marking: Marking) -> Part:
    width = max(map(len, block.rows), default=0)
    return Part("table", rows=tuple(_row(f"{id}-{index}", row, width, marking) for index, row in enumerate(block.rows)))


def _row(id: str, cells: tuple[str, ...], width: int, marking: Marking) -> tuple[Markup, ...]:
    text, start, drawn = "\t".join(cells), 0, []
    for cell in cells:
        drawn.append(marking.text(id, text, start, start + len(cell)) if shows(cell) else Markup(""))
        start += len(cell) + 1
    return (*drawn, *[Markup("")] * (width - len(cells)))


_DRAW: dict[str, Callable[[str, Block, Marking], Part]] = {"verse": _lines, "list": _lines, "table": _table}
