"""Front matter: the small part of YAML that people write above a text, and our own structure file."""

import json
import re

Fields = dict[str, tuple[str, ...]]
_KEY = re.compile(r"(?P<key>[^\s:#'\"\-\[\]{}][^:\n]{0,40}?)\s*:(?:\s+(?P<value>.*)|\s*)$")


def split(text: str) -> tuple[Fields, int]:
    """The fields of the head between two `---` lines, and where the text behind it begins; no fields, 0 where there is no head.

    Values are lists; a plain value is a list of one.

    >>> split("---\\ntitle: 文明\\nauthors: [甲, 乙]\\ntags:\\n- 创城\\n---\\n正文")
    ({'title': ('文明',), 'authors': ('甲', '乙'), 'tags': ('创城',)}, 45)
    """
    head = re.match(r"\ufeff?---[ \t]*\r?\n(?P<head>(?:(?!---).*\r?\n){1,200}?)---[ \t]*(?:\r?\n|$)", text)
    if not head:
        return {}, 0
    fields: dict[str, list[str]] = {}
    key = ""
    for row in head["head"].replace("\r\n", "\n").split("\n")[:-1]:
        found = _KEY.fullmatch(row.rstrip())
        item = re.match(r"\s*-\s+(.*)", row)
        if found and not row.startswith((" ", "\t")):
            key = found["key"].strip()
            fields[key] = _values(found["value"] or "")
        elif item and key:
            fields[key] += _values(item[1])
        elif key and row.strip():
            fields[key] = [
                *fields[key][:-1],
                " ".join((*fields[key][-1:], row.strip())).removeprefix("| ").removeprefix("> ").strip(),
            ]
    return {key: tuple(values) for key, values in fields.items()}, head.end()


def _values(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [scalar(part) for part in re.findall(r"\s*(\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,\[\]]+)", value[1:-1]) if part.strip()]
    return [scalar(value)] if value else []


def scalar(value: str) -> str:
    r"""A value without its quotation marks.

    >>> scalar('"甲\\n乙"'), scalar("'甲'"), scalar("甲")
    ('甲\n乙', '甲', '甲')
    """
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
