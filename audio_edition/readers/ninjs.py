"""ninjs 1.x, 2.x and 3.x, the IPTC's news in JSON; one item, a list of items, or a package."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, Source
from audio_edition.readers._articles import Stated, headed, pages
from audio_edition.readers._json import decode
from audio_edition.readers._sections import section
from audio_edition.readers._within import told
from audio_edition.readers.feed import iso

_FIELDS = re.compile(
    rb'"(?:body_text|body_html|body_xhtml|bodies|headlines|versioncreated|versionCreated|located|contentCreated)"\s*:'
)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of JSON with the fields of ninjs."""
    return (
        0.9
        if all(
            file.content.lstrip()[:1] in (b"{", b"[") and b'"uri"' in file.content and _FIELDS.search(file.content)
            for file in files
        )
        else 0.0
    )


def read(files: Sequence[SourceFile]) -> Source:
    """An article for each text item."""
    items = [(file.name, item) for file in files for item in _items(file)]
    dates = [
        iso(str(item.get("versioncreated") or item.get("versionCreated") or item.get("firstcreated") or "")) for _, item in items
    ]
    langs = [str(item["language"]) for _, item in items if item.get("language")]
    sources = [
        str(item.get("infosource") or item.get("source") or item.get("copyrightholder") or "")
        for _, item in items
        if not isinstance(item.get("infosource"), list)
    ]
    masthead = Masthead(title=next(filter(None, sources), ""), date=next(filter(None, dates), ""))
    return Source(
        "ninjs",
        pages(_stated(item, f"{name}#{index}") for index, (name, item) in enumerate(items)),
        masthead,
        next(iter(langs), ""),
    )


def _items(file: SourceFile) -> Iterator[dict[str, Any]]:
    waiting: list[Any] = [decode(file.content, file.name)]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif (
            isinstance(value, dict)
            and (value.get("headline") or value.get("headlines") or value.get("body_text"))
            and value.get("type", "text") in ("text", "article")
        ):
            yield value
        elif isinstance(value, dict):
            parts = value.get("associations") or value.get("items") or value.get("_items") or []
            waiting[:0] = list(parts.values()) if isinstance(parts, dict) else parts


def _stated(item: dict[str, Any], division: str) -> Stated:
    html = _pick(item, "bodies", "html") or str(item.get("body_xhtml") or item.get("body_html") or "")
    plain = _pick(item, "bodies", "text") or str(item.get("body_text") or "")
    body = (
        headed(told(html, division)) if html else (Line(row.strip(), where=division) for row in plain.split("\n") if row.strip())
    )
    pictures = item.get("associations")
    shown = list(pictures.values()) if isinstance(pictures, dict) else pictures or []
    return Stated(
        division,
        _pick(item, "headlines", "main") or str(item.get("headline") or ""),
        tuple(body),
        subtitle=_pick(item, "headlines", "sub"),
        bylines=tuple(filter(None, (str(item.get("byline") or item.get("by") or ""),))),
        dateline=str(item.get("located") or ""),
        captions=tuple(
            str(one.get("description_text") or one.get("headline") or "")
            for one in shown
            if isinstance(one, dict) and one.get("type") == "picture"
        ),
        section=section(_categories(item)),
    )


def _categories(item: dict[str, Any]) -> Iterator[str]:
    """What publishers add to the standard's fields; its subjects are topics, as a rule many."""
    for name in ("section", "category", "service"):
        value = item.get(name)
        for one in value if isinstance(value, list) else (value,):
            named = one.get("name") if isinstance(one, dict) else one
            yield named if isinstance(named, str) else ""


def _pick(item: dict[str, Any], name: str, wanted: str) -> str:
    """The value of a list of variants whose role or content type fits; a main one is any that is not another's."""
    entries = [entry for entry in item.get(name) or () if isinstance(entry, dict)]
    for entry in entries:
        kind = f"{entry.get('role', '')} {entry.get('contenttype', entry.get('contentType', ''))}".lower()
        if wanted in kind or (wanted == "main" and "sub" not in kind) or (wanted == "text" and "html" not in kind):
            return str(entry.get("value") or "")
    return ""
