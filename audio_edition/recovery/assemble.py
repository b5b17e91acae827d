"""Labelled lines → articles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import structs

from audio_edition.model import folio
from audio_edition.model.issue import Article, Block, BlockType, Byline, Jump, Note, SourceSpan, article_id
from audio_edition.model.latin import join
from audio_edition.model.page import Line
from audio_edition.recovery.columns import supplements, under_label
from audio_edition.recovery.fields import number, page_name
from audio_edition.recovery.folding import fold
from audio_edition.recovery.jumps import JUMP
from audio_edition.recovery.kinds import kind_of
from audio_edition.recovery.names import signature
from audio_edition.recovery.posts import EMPLOYER
from audio_edition.recovery.sections import labels_of_sections
from audio_edition.recovery.sheet import Sheet
from audio_edition.recovery.signatures import LETTER, PEN_NAME
from audio_edition.recovery.writers import writers

_TEXTS: dict[str, BlockType] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "note": "note",
    "question": "question",
    "answer": "answer",
}
_GROUPS = ("verse", "list", "table")


def assemble(sheet: Sheet) -> tuple[Article, ...]:
    """The articles of a sheet, in the order in which they begin; what is furniture on a page is one article of the page."""
    order: dict[int, list[Line]] = {}
    for line in sheet.lines:
        if line.role == "masthead":
            order.setdefault(-1, []).append(line)
        elif line.article >= 0:
            order.setdefault(line.article, []).append(line)
        elif line.role == "furniture":
            order.setdefault(-1 - line.page, []).append(line)
    made: list[Article] = []
    taken: Counter[str] = Counter()
    names, sections = supplements(sheet.lines), labels_of_sections(sheet.lines)
    for key, lines in order.items():
        article = _article(lines) if key >= 0 else _furniture(lines)
        article = under_label(article, made, names, sections.get(key, ""))
        made.append(structs.replace(article, id=_unique(article.id, taken)))
    return tuple(made)


def _article(lines: Sequence[Line]) -> Article:
    def of(role: str) -> tuple[Line, ...]:
        return tuple(line for line in lines if line.role == role)

    title = _titled([line.text for line in of("title")])
    dateline = " ".join(line.text for line in of("dateline"))
    page, label = lines[0].page, lines[0].label
    blocks = tuple(_blocks(lines))
    bylines = tuple(_bylines(lines))
    body = "".join(block.text or "".join(block.lines) for block in blocks)
    captions = tuple(_captions(of("caption")))
    article = Article(
        id=article_id(number(label) or page, title, body, "".join(captions)),
        page=page,
        label=label,
        section=lines[0].section,
        kicker=tuple(line.text for line in of("kicker")),
        title=title,
        subtitle=" ".join(re.sub(r"^[—–\-─―]+\s*", "", line.text) for line in of("subtitle")),
        bylines=bylines,
        dateline=dateline,
        blocks=blocks,
        captions=captions,
        credit=" ".join(line.text for line in of("credit")),
        jump=_jump(of("jump")),
        confidence=min((line.confidence for line in lines if line.role in ("title", "kicker", "heading")), default=1.0),
    )
    type, read = kind_of(article, lines)
    # Where a teaser points to, its text stands; where an article does, more on its matter.
    jump = article.jump or (_jump(of("pointer")) if type == "teaser" else None)
    return structs.replace(article, type=type, read=read, jump=jump, notes=tuple(_notes(article, lines)))


def _titled(parts: Sequence[str]) -> str:
    """The lines of a title as one; a word that a Latin line breaks loses its hyphen."""
    return re.sub(r"(?<=[a-z])- (?=[a-z])", "", " ".join(parts))


def _captions(lines: Sequence[Line]) -> Iterator[str]:
    """Captions, the lines of one put together."""
    whole = ""
    for line in lines:
        if whole and not line.joins:
            yield whole
            whole = ""
        whole = join(whole, line.text)
    if whole:
        yield whole


def _notes(article: Article, lines: Sequence[Line]) -> Iterator[Note]:
    """What the source says of how stretches are said, where the stretch stands in a block."""
    for line in lines:
        for saying in line.sayings:
            stretch = line.text[saying.start : saying.end]
            for index, block in enumerate(article.blocks):
                at = block.text.find(line.text)
                if stretch and at >= 0:
                    yield Note(f"body-{index}", at + saying.start, at + saying.end, saying.say)
                    break


def _unique(id: str, taken: Counter[str]) -> str:
    """The id, which is counted; of several articles that would have the same, all but the first get a number."""
    name = id
    while taken[name]:
        taken[id] += 1
        name = f"{id}-{taken[id]}"
    taken[name] += 1
    return name


def _furniture(lines: Sequence[Line]) -> Article:
    page, label = lines[0].page, lines[0].label
    named = next((line for line in lines if line.rule == "name of the paper"), None)
    rest = tuple(line for line in lines if line is not named)
    block = Block("list", lines=tuple(line.text for line in rest), spans=tuple(span for line in rest for span in line.spans))
    return Article(
        article_id(number(label) or page, "masthead" if named else "furniture"),
        "furniture",
        page,
        title=named.text if named else "",
        blocks=(block,) if rest else (),
        read="skip",
        label=label,
    )


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    body = [line for line in lines if line.role in _TEXTS or line.role in _GROUPS]
    for role, group in groupby(body, key=lambda line: line.role if line.role in ("verse", "list") else ""):
        parts = list(group)
        if role:
            yield Block(
                "verse" if role == "verse" else "list",
                lines=tuple(line.text for line in parts),
                spans=_spans(parts),
                confidence=parts[0].confidence,
            )
        else:
            yield from _texts(parts)


def _texts(lines: Sequence[Line]) -> Iterator[Block]:
    whole: list[Line] = []
    for line in lines:
        if whole and not line.joins:
            yield _text(whole)
            whole = []
        whole.append(line)
    if whole:
        yield _text(whole)


def _text(parts: Sequence[Line]) -> Block:
    first = parts[0]
    if first.role == "table":
        return Block("table", rows=first.rows, spans=_spans(parts))
    text = parts[0].text
    for part in parts[1:]:
        text = join(text, part.text)
    return Block(
        _TEXTS[first.role], text=text, who=first.who, spans=_spans(parts), confidence=min(part.confidence for part in parts)
    )


def _spans(lines: Sequence[Line]) -> tuple[SourceSpan, ...]:
    return tuple(span for line in lines for span in line.spans)


def _bylines(lines: Sequence[Line]) -> Iterator[Byline]:
    """Who is named above the text or in its dateline; where nobody is, who is named below it."""
    above = tuple(_named_above(lines))
    yield from above
    if not any(byline.names for byline in above):
        yield from _signed(lines)


_NAMED = re.compile(
    r"[(【\[]([^()【】\[\]]+)[)】\]]|(?:记者|通讯员)\s*(\w{2,4}?(?:[、\s]\w{2,4}?)*)"
    r"(?=\s*(?:(?:摄影)?报道|(?:本报|见习|实习|首席)*(?:记者|通讯员)|$))"
)
"""Who is named in a folded dateline."""


def _named_above(lines: Sequence[Line]) -> Iterator[Byline]:
    for line in lines:
        found = signature(line.text) if line.role in ("byline", "dateline") else None
        if line.role == "byline" or (found and found.names):
            yield Byline(line.text, () if line.rule == EMPLOYER else writers(line.text))
        elif line.role == "dateline":
            for named in _NAMED.finditer(fold(line.text)):
                printed = line.text[slice(*named.span(named.lastindex or 0))]
                found = signature(printed, in_dateline=True)
                if found and found.names:
                    yield Byline(printed, found.names)


_PHOTOGRAPHER = re.compile(r"(?<=\S)\s+(?:(?:图|摄|摄影|图片)\s*[/／:：].*|文\s?[/／]\s?摄$)")
"""Behind who wrote a text: who took the pictures."""


def _signed(lines: Sequence[Line]) -> Iterator[Byline]:
    """Writers who are named below their text."""
    for line in lines:
        if line.rule == PEN_NAME:
            yield Byline(line.text, (line.text.strip("()（） "),))
        elif line.rule == LETTER:
            yield Byline(line.text, (re.sub(r"^[—-]+\s*|,.*", "", line.text),))
        found = signature(_PHOTOGRAPHER.sub("", line.text)) if line.role == "credit" else None
        if found and found.names and (not found.photo or "报道" in fold(line.text)):
            yield Byline(line.text, found.names)


def _jump(lines: Sequence[Line]) -> Jump | None:
    if not lines:
        return None
    printed = lines[0].text
    found = JUMP.search(fold(printed))
    groups = (found[name] for name in ("page", "english", "slugged", "bare")) if found else ()
    name = page_name(next(filter(None, groups), "") or fold(printed))
    return Jump(number(name), printed, folio.label(name))
