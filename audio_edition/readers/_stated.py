"""Fields of an article in the structure file: `- key: value`."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import structs

from audio_edition.model import folio
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Article, Byline, Jump, Note, article_id
from audio_edition.readers._escapes import split_cells, unescape

_FIELD = re.compile(r"- (?P<key>[a-z]+):(?: (?P<value>.*))?")


def are_fields(chunk: Sequence[str]) -> bool:
    return all(_FIELD.fullmatch(row) for row in chunk)


def stated(chunk: Sequence[str], where: str) -> list[tuple[str, str, str]]:
    file, _, first = where.rpartition(":")
    found = [(row, _FIELD.fullmatch(row)) for row in chunk]
    return [(match["key"], match["value"] or "", f"{file}:{first}: `{row}`") for row, match in found if match]


_MANY = ("kicker", "byline", "names")
_ONE = ("id", "type", "page", "label", "section", "subtitle", "dateline", "credit", "jump", "read", "lang", "confidence")


def with_fields(article: Article, fields: Sequence[tuple[str, str, str]], notes: list[Note], where: str) -> Article:
    """The article with its stated fields. Raises IssueError that names the row of a field that is not known or does not fit."""
    values = _values(fields, notes)
    try:
        made = (
            msgspec.convert(values, Article, strict=False)
            if values.get("id")
            else msgspec.convert(values | {"id": "new"}, Article, strict=False)
        )
    except msgspec.ValidationError as error:
        raise IssueError(f"{where}: {error}") from error
    body, captions = "".join(block.text for block in article.blocks), "".join(article.captions)
    id = values.get("id") or article_id(made.page, article.title, body, captions)
    return structs.replace(
        made, id=id, title=article.title, blocks=article.blocks, captions=article.captions, notes=tuple(sorted(notes, key=_place))
    )


def _values(fields: Sequence[tuple[str, str, str]], notes: list[Note]) -> dict[str, Any]:
    values: dict[str, Any] = {"kicker": (), "bylines": ()}
    for key, value, row in fields:
        if key not in (*_MANY, *_ONE):
            raise IssueError(f"{row}: unknown field; the fields are {', '.join((*_ONE, *_MANY))}")
        count = len(values["kicker"]) if key == "kicker" else len(values["bylines"])
        text, found = unescape(value, f"{key}-{count}" if key in _MANY else key)
        notes += found
        if key == "kicker":
            values["kicker"] += (text,)
        elif key == "byline":
            values["bylines"] += (Byline(text, (text,)),)
        elif key == "names":
            last = values["bylines"][-1:] or (Byline(""),)
            values["bylines"] = (
                *values["bylines"][:-1],
                structs.replace(last[0], names=tuple(unescape(name)[0] for name in split_cells(f"| {value} |") if name)),
            )
        elif key == "jump":
            name, _, printed = value.partition(" ")
            label = folio.label(name)
            page = name[1:] if label else name
            values["jump"] = Jump(int(page) if page.isdigit() else 0, unescape(printed)[0], label)
        else:
            values[key] = text
    return values


def _place(note: Note) -> tuple[str, int]:
    return note.passage, note.start
