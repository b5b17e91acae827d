"""The structure file: an issue as `recover` writes it and an editor corrects it. Markdown with front matter, lossless.

`# title` begins an article; `- key: value` lines state its fields; `## …` is a cross-head, `> …` a note, `Q[who] …` and
`A[who] …` question and answer, `- …` a list, a fence `verse` a poem, `| … |` a table, `![…]()` a caption; everything else is a
paragraph. `{2-3|二比三}` and `{应县|ying4 xian4}` say how a stretch is to be said.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct, structs

from audio_edition.model.dates import is_day
from audio_edition.model.errors import IssueError
from audio_edition.model.finding import Finding
from audio_edition.model.issue import (
    Article,
    Block,
    Issue,
    Masthead,
    SourceFile,
    SourceSpan,
)
from audio_edition.model.page import Source
from audio_edition.readers._blocks import read_block
from audio_edition.readers._escapes import unescape
from audio_edition.readers._fields import split
from audio_edition.readers._stated import are_fields, stated, with_fields

FORMAT = "audio-edition-structure/1"
NAME = "structure.md"
"""Name of the file next to the pages."""


class Place(Struct, frozen=True, omit_defaults=True):
    """Where a block stands in the source, found again by the block's text."""

    text: str
    """First 12 digits of the text's SHA-256."""
    spans: tuple[SourceSpan, ...] = ()
    confidence: float = 1.0


class Tail(Struct, frozen=True, omit_defaults=True):
    """What an editor need not see."""

    written: str = ""
    """Digest of what stands above: an editor's change shows."""
    findings: tuple[Finding, ...] = ()
    places: dict[str, tuple[Place, ...]] = {}


def score(files: Sequence[SourceFile]) -> float:
    """Sure of our own format, and of nothing else."""
    return 1.0 if len(files) == 1 and is_structure(files[0]) else 0.0


def is_structure(file: SourceFile) -> bool:
    """Whether a file is a structure file."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?---\s*\nformat: audio-edition-structure/", file.content[:200]))


def check_head(file: SourceFile) -> None:
    """Raises IssueError for a structure file whose head an editor has lost: as a page it would be read beside the pages."""
    if file.name.rpartition("/")[2] == NAME and not is_structure(file):
        raise IssueError(f"{file.name}: does not begin with `---` and `format: {FORMAT}`; put them back, or remove the file")


def source_hash(files: Sequence[SourceFile]) -> str:
    """Of the pages that a structure was made from, whatever their order."""
    digest = sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(f"{file.name}\0{len(file.content)}\0".encode() + file.content)
    return digest.hexdigest()[:32]


def recorded_hash(file: SourceFile) -> str:
    """`source_hash` of the pages that a structure file was made from; empty where it does not say."""
    found = re.search(rb"^source: ([0-9a-f]{32})\s*$", file.content[:20_000], re.M)
    return found[1].decode() if found else ""


def is_edited(written: bytes) -> bool:
    """Whether a structure file was changed after `recover` wrote it (or was not written by it)."""
    start = written.rfind(b"\n<!-- audio-edition\n")
    found = re.search(rb'"written":"([0-9a-f]{12})"', written[start:]) if start >= 0 else None
    return found is None or digest(written[:start].decode("utf-8", "replace")).encode() != found[1]


def digest(text: str) -> str:
    """How a block is found again by its text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def content(block: Block) -> str:
    """All text of a block."""
    return "\n".join((block.type, block.text, *block.lines, *("\t".join(row) for row in block.rows)))


def read(files: Sequence[SourceFile]) -> Source:
    """The issue as it was written, with what an editor changed.

    Raises IssueError that names the line of a field that is not known or does not fit.
    """
    file = files[0]
    try:
        text = file.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise IssueError(f"{file.name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    fields, start = split(text)
    if fields.get("format") != (FORMAT,):
        raise IssueError(f"{file.name}: {' '.join(fields.get('format', ()))} is not a format that this version reads ({FORMAT})")
    body, tail = _tail(text, file.name)
    articles = []
    for first, rows in _sections(text[:body], start):
        article = _article(rows, f"{file.name}:{first}")
        articles.append(_placed(article, tail.places.get(article.id, ())))
    known = structs.fields(Masthead)
    stated = {field.name: " ".join(fields[field.name]) for field in known if fields.get(field.name)}
    if stated.get("date") and not is_day(stated["date"]):
        raise IssueError(f"{file.name}: date: {stated['date']} is no day: write YYYY-MM-DD")
    masthead = msgspec.convert(
        stated | ({"pages": int(stated["pages"])} if stated.get("pages", "").isdigit() else {"pages": 0}), Masthead
    )
    lang = " ".join(fields.get("lang", ("zh-CN",)))
    return Source("structure", issue=Issue(masthead, lang, tuple(articles), tail.findings, fields.get("files", ())))


def _tail(text: str, name: str) -> tuple[int, Tail]:
    start = text.rfind("\n<!-- audio-edition\n")
    if start < 0:
        return len(text), Tail()
    end = text.find("\n-->", start)
    try:
        return start, msgspec.json.decode(text[start + len("\n<!-- audio-edition\n") : end if end > 0 else len(text)], type=Tail)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise IssueError(
            f"{name}: the comment at its end is damaged ({error}); delete it, and only the places in the source are lost"
        ) from error


def _sections(text: str, start: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of each article, and the number of the first."""
    rows: list[str] = []
    first, fenced = 0, False
    for number, row in enumerate(text[start:].split("\n"), 1 + text.count("\n", 0, start)):
        fenced = not fenced if row.startswith("```") else fenced
        if not fenced and re.match(r"#(?: |$)", row):
            if first:
                yield first, rows
            first, rows = number, []
        rows.append(row)
    if first:
        yield first, rows


def _article(rows: Sequence[str], where: str) -> Article:
    title, notes = unescape(rows[0][2:], "title") if rows[0][2:] else ("", ())
    chunks = list(_chunks(rows[1:]))
    fields = stated(chunks[0], where) if chunks and are_fields(chunks[0]) else []
    kept = list(notes)
    blocks: list[Block] = []
    captions: list[str] = []
    for chunk in chunks[1:] if fields else chunks:
        if chunk[0].startswith("![") and chunk[0].endswith("]()"):
            caption, notes = unescape(chunk[0][2:-3], f"caption-{len(captions)}")
            captions.append(caption)
        else:
            made, notes = read_block(chunk, f"body-{len(blocks)}")
            blocks.append(made)
        kept += notes
    article = Article(id="", title=title, blocks=tuple(blocks), captions=tuple(captions))
    return with_fields(article, fields, kept, where)


def _chunks(rows: Sequence[str]) -> Iterator[list[str]]:
    """Rows between empty rows; a fence is one chunk."""
    chunk: list[str] = []
    fenced = False
    for row in rows:
        if row.startswith("```"):
            fenced = not fenced
        if row.strip() or fenced:
            chunk.append(row)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _placed(article: Article, places: Sequence[Place]) -> Article:
    """The blocks with their places, as far as their text is unchanged."""
    waiting: dict[str, list[Place]] = {}
    for place in places:
        waiting.setdefault(place.text, []).append(place)
    blocks = []
    for block in article.blocks:
        found = waiting.get(digest(content(block)))
        if found:
            place = found.pop(0)
            block = structs.replace(block, spans=place.spans, confidence=place.confidence)
        blocks.append(block)
    return structs.replace(article, blocks=tuple(blocks))
