"""An Issue → the structure file that an editor corrects; `readers.structure` reads it back, equal."""

import json
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import structs

from audio_edition.model.issue import Article, Block, Issue, Note, SourceFile
from audio_edition.readers._escapes import escape
from audio_edition.readers.structure import FORMAT, Place, Tail, content, digest, source_hash


def structure_file(issue: Issue, files: Sequence[SourceFile] = ()) -> bytes:
    """The file's content; `files` are the pages that the issue was recovered from, so that a later change of them is seen."""
    body = "\n\n".join(("\n".join(_head(issue, files)), *(_article(article) for article in issue.articles))) + "\n"
    return f"{body}\n{_tail(issue, digest(body))}".encode("utf-8", "surrogatepass")


def _head(issue: Issue, files: Sequence[SourceFile]) -> Iterator[str]:
    yield "---"
    yield f"format: {FORMAT}"
    for name, value in structs.asdict(issue.masthead).items():
        if value:
            yield f"{name}: {json.dumps(str(value), ensure_ascii=False)}"
    yield f"lang: {json.dumps(issue.lang, ensure_ascii=False)}"
    if issue.files:
        yield f"files: [{', '.join(json.dumps(name, ensure_ascii=False) for name in issue.files)}]"
    if files:
        yield f"source: {source_hash(files)}"
    yield "---"


def _article(article: Article) -> str:
    title = f"# {_told(article, 'title', article.title)}" if article.title else "#"
    blocks = (_block(article, block, f"body-{index}") for index, block in enumerate(article.blocks))
    captions = (f"![{_told(article, f'caption-{index}', caption)}]()" for index, caption in enumerate(article.captions))
    return "\n\n".join((title, "\n".join(_fields(article)), *blocks, *captions))


def _fields(article: Article) -> Iterator[str]:
    yield f"- id: {article.id}"
    if article.type != "article":
        yield f"- type: {article.type}"
    yield f"- page: {article.page}"
    if article.label:
        yield f"- label: {article.label}"
    if article.section:
        yield f"- section: {escape(article.section)}"
    for index, kicker in enumerate(article.kicker):
        yield f"- kicker: {_told(article, f'kicker-{index}', kicker)}"
    if article.subtitle:
        yield f"- subtitle: {_told(article, 'subtitle', article.subtitle)}"
    for index, byline in enumerate(article.bylines):
        yield f"- byline: {_told(article, f'byline-{index}', byline.printed)}"
        if byline.names != (byline.printed,):
            yield f"- names: {' | '.join(map(escape, byline.names))}"
    if article.dateline:
        yield f"- dateline: {_told(article, 'dateline', article.dateline)}"
    if article.credit:
        yield f"- credit: {_told(article, 'credit', article.credit)}"
    if article.jump:
        yield f"- jump: {article.jump.page_name or 0} {escape(article.jump.printed)}"
    if article.read != "full":
        yield f"- read: {article.read}"
    if article.lang:
        yield f"- lang: {escape(article.lang)}"
    if article.confidence != 1.0:
        yield f"- confidence: {article.confidence}"


def _told(article: Article, passage: str, text: str, start: int = 0) -> str:
    """A passage's text with its notes; `start` is where the text begins in its passage."""
    notes = [note for note in article.notes if note.passage == passage and start <= note.start < note.end <= start + len(text)]
    return escape(
        text,
        [Note(passage, note.start - start, note.end - start, note.say) for note in sorted(notes, key=lambda note: note.start)],
    )


def _block(article: Article, block: Block, passage: str) -> str:
    match block.type:
        case "verse":
            return "\n".join(
                ("```verse", *(_told(article, f"{passage}-{index}", line) for index, line in enumerate(block.lines)), "```")
            )
        case "list":
            return "\n".join(f"- {_told(article, f'{passage}-{index}', line)}" for index, line in enumerate(block.lines))
        case "table":
            rows = [_row(article, f"{passage}-{index}", row) for index, row in enumerate(block.rows)]
            return "\n".join((*rows[:1], f"|{'---|' * max(map(len, block.rows))}", *rows[1:]))
        case "question" | "answer":
            letter, who = "Q" if block.type == "question" else "A", escape(block.who) if block.who else ""
            return f"{letter}[{who}] {_told(article, passage, block.text)}"
    return {"heading": "## ", "note": "> "}.get(block.type, "") + _told(article, passage, block.text)


def _row(article: Article, passage: str, row: Sequence[str]) -> str:
    cells, at = [], 0
    for cell in row:
        cells.append(f" {_told(article, passage, cell, at) if cell else ''} ")
        at += len(cell) + 1
    return f"|{'|'.join(cells)}|"


def _tail(issue: Issue, written: str) -> str:
    """Findings and places, in a comment; nothing in it can end the comment."""
    places = {article.id: tuple(_places(article)) for article in issue.articles}
    tail = Tail(
        written,
        issue.findings,
        {id: found for id, found in places.items() if any(place.spans or place.confidence != 1.0 for place in found)},
    )
    return (
        f"<!-- audio-edition\n{msgspec.json.encode(tail).decode('utf-8', 'surrogatepass').replace('>', chr(92) + 'u003e')}\n-->\n"
    )


def _places(article: Article) -> Iterator[Place]:
    for block in article.blocks:
        yield Place(digest(content(block)), block.spans, block.confidence)
