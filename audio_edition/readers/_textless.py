"""Entries of a list of articles in which no text is found, though they hold one: an editor hears of them."""

from collections.abc import Iterator

from audio_edition.model.finding import Finding
from audio_edition.readers import _export as export

LONG = 40
"""Code points of a text that is more than a date, a name or a picture's title."""


def textless(document: object, file: str) -> Iterator[Finding]:
    """A finding R104 for each entry with a title and a long text under a name that is not known, beside articles."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            yield from _of_list(value, file)
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()


def _of_list(entries: list[object], file: str) -> Iterator[Finding]:
    fields = [export.folded(entry) for entry in entries if isinstance(entry, dict)]
    told = [any(export.has_text(entry.get(name)) for name in export.BODY) and export.is_named(entry) for entry in fields]
    for entry, is_article in zip(fields, told, strict=True):
        title = export.one(entry, export.TITLE)
        names = [name for name, value in entry.items() if _is_long(value) and name not in export.TITLE]
        if any(told) and not is_article and title and names:
            yield Finding("R104", f"left out, for no text is looked for in {', '.join(names[:3])}: {title[:30]}", file)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) >= LONG and "://" not in value[:LONG]
