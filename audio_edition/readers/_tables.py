"""Tables, as HTML and as Markdown pipes, cell by cell."""

import re
from html import unescape

Rows = tuple[tuple[str, ...], ...]
_ROW = re.compile(r"<tr\b[^<>]{0,500}>", re.I)
_CELL = re.compile(r"<t[dh]\b(?P<attributes>[^<>]{0,500})>", re.I)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SPAN = re.compile(r"""\b(?P<name>rowspan|colspan)\s*=\s*["']?(?P<count>\d{1,3})""", re.I)


def html_rows(text: str) -> Rows:
    """The cells of an HTML table; a cell that spans columns or rows is repeated only down, so that a row can be read alone.

    >>> html_rows("<table><tr><th>线路</th><th>首班</th></tr><tr><td>K1路</td><td>5:50</td></tr></table>")
    (('线路', '首班'), ('K1路', '5:50'))
    >>> html_rows('<table><tr><td rowspan="2">市区</td><td>1路</td></tr><tr><td>2路</td></tr></table>')
    (('市区', '1路'), ('市区', '2路'))
    """
    rows: list[tuple[str, ...]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for source in _ROW.split(text)[1:]:
        row: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        for attributes, content in zip(*[iter(_CELL.split(source)[1:])] * 2, strict=True):
            _hang(row, hanging, below)
            spans = {found["name"].lower(): int(found["count"]) for found in _SPAN.finditer(attributes)}
            if spans.get("rowspan", 1) > 1:
                below[len(row)] = (_plain(content), spans["rowspan"] - 1)
            row.append(_plain(content))
        _hang(row, hanging, below)
        hanging = below
        if any(row):
            rows.append(tuple(row))
    return tuple(rows)


def _hang(row: list[str], above: dict[int, tuple[str, int]], below: dict[int, tuple[str, int]]) -> None:
    """Fill in the cells that hang down from the row above."""
    while len(row) in above:
        text, left = above[len(row)]
        if left > 1:
            below[len(row)] = (text, left - 1)
        row.append(text)


def _plain(content: str) -> str:
    return " ".join(unescape(_TAG.sub(" " if "<br" in content.lower() else "", content)).split())


_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")


def is_pipe_row(line: str) -> bool:
    """Whether a line can be a row of a pipe table."""
    return line.count("|") >= 2 and line.lstrip().startswith("|")


def pipe_rows(lines: list[str]) -> Rows:
    r"""The cells of a Markdown pipe table.

    >>> pipe_rows(["| 指标 | 总量 |", "|---|---|", "| 收入 | 73.8 |"])
    (('指标', '总量'), ('收入', '73.8'))
    """
    rows = (_cells(line) for line in lines if not _PIPE_RULE.fullmatch(line))
    return tuple(row for row in rows if any(row))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(_plain(cell.strip().strip("*").replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner))
