"""Inline markup of parsers' Markdown: what is text, what is a picture, what is neither.

CommonMark as it is written damages newspaper pages (`[图片]: …` vanishes, `**“…,”**字` stays unbolded, `1. ` loses its number,
four spaces become code, the text over `---` becomes a heading), and its tokens do not say where in the source they stand.
So this reads only what parsers write, keeps the place of every character, and takes the rest as text.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

PieceKind = Literal["text", "image", "break", "open", "close", "bold", "markup"]


class Piece(NamedTuple):
    """A stretch of a source line."""

    kind: PieceKind
    text: str
    """Of text: what is printed; of an image: its alternative text; of a tag: its name."""
    start: int
    end: int
    attributes: str = ""


_BLOCK_TAGS = frozenset(
    re.findall(r"\w+", "p div h1 h2 h3 h4 h5 h6 li ul ol section article figure figcaption center blockquote header footer hr")
)
_TOKEN = re.compile(
    r"""
    (?P<image>!\[(?P<alt>[^\[\]\n]{0,400})\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))
  | \[(?P<words>[^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|\#|\.)[^()\s]{0,2000}\)
  | (?P<comment><!--[^<>\n]{0,600}-->)
  | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,12})(?P<attributes>\s[^<>\n]{0,2000}|)/?>
  | (?P<strong>\*\*\*?)
  | (?<![_\w])__(?P<under>[^_\s][^_\n]{0,300})__(?!\w)
  | (?<![*\w])\*(?P<emphasis>[^*\s][^*\n]{0,300})\*(?![*\w])
  | \\(?P<escape>[!-/:-@\[-`{-~])
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});)
  | \$(?P<math>[^$\n]{1,200})\$
    """,
    re.X,
)
_SPECIAL = re.compile(r"[!\[<*_\\&$]")


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    r"""The pieces of `text[start:end]`, in order; they tile it.

    >>> line = r"售价$960万，其中$3 5 \%$"
    >>> [piece.text for piece in pieces(line, 0, len(line))]
    ['售价$960万，其中', '35%']
    """
    if not _SPECIAL.search(text, start, end):
        yield Piece("text", text[start:end], start, end)
        return
    at, token = start, _TOKEN.search(text, start, end)
    while token:
        made = tuple(_pieces_of(token))
        if made and token.start() > at:
            yield Piece("text", text[at : token.start()], at, token.start())
        yield from made
        at = token.end() if made else at
        # What is none is text, but one may begin within it.
        token = _TOKEN.search(text, at if made else token.start() + 1, end)
    if at < end:
        yield Piece("text", text[at:end], at, end)


def _pieces_of(token: re.Match[str]) -> Iterator[Piece]:
    start, end = token.span()
    if token["image"]:
        yield Piece("image", token["alt"], start, end)
    elif token["tag"]:
        yield from _tag(token)
    elif token["comment"]:
        yield Piece("markup", "", start, end)
    elif token["strong"]:
        yield Piece("bold", token["strong"], start, end)
    elif token["entity"]:
        yield Piece("text", unescape(token["entity"]), start, end)
    elif token["math"]:
        if _is_math(token["math"]):
            yield Piece("text", plain_math(token["math"]), start, end)
    else:
        name = next(name for name in ("words", "under", "emphasis", "escape") if token[name])
        yield Piece("markup", "", start, token.start(name))
        yield Piece("text", token[name], token.start(name), token.end(name))
        if token.end(name) < end:
            yield Piece("markup", "", token.end(name), end)


_KNOWN_TAGS = _BLOCK_TAGS | frozenset(
    re.findall(
        r"\w+",
        "a abbr b big br cite del em font i img ins mark nobr page q s small span strong strike sub sup u "
        "table tbody thead tr td th html body head meta",
    )
)


def _tag(token: re.Match[str]) -> Iterator[Piece]:
    name = token["tag"].lower()
    start, end = token.span()
    if name not in _KNOWN_TAGS:
        return
    if name == "img":
        alt = re.search(r'\balt="([^"]*)"', token["attributes"])
        yield Piece("image", alt[1] if alt else "", start, end)
    elif name == "br":
        yield Piece("break", "", start, end)
    elif name in ("b", "strong"):
        yield Piece("bold", "**", start, end)
    elif name in _BLOCK_TAGS:
        yield Piece("close" if token["close"] else "open", name, start, end, token["attributes"])
    else:
        yield Piece("markup", "", start, end)


def _is_math(tex: str) -> bool:
    """Whether what stands between two dollar signs is TeX, and not prose between two prices.

    >>> _is_math(r"5.6 \\%"), _is_math("1 2 8 6"), _is_math("5 million to ")
    (True, True, False)
    """
    if re.search(r"[\\^_]", tex):
        return not re.search(r"[，。；：]", tex)
    return bool(re.fullmatch(r"[\d\s.,:/+~=<>()%×-]+", tex)) and bool(re.search(r"\d", tex)) and not tex.endswith(" ")


_TEX = (
    (re.compile(r"\\(?:mathrm|mathbf|text|textbf|mathit|operatorname|bf|rm|mathsf)\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\textcircled\s*\{?\s*(\d)\s*\}?"), lambda found: chr(0x245F + int(found[1])) if found[1] != "0" else "⓪"),
    (re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}"), r"\1/\2"),
    (re.compile(r"\^\s*\{?\s*\\circ\s*\}?\s*\{?C\}?"), "℃"),
    (re.compile(r"\^\s*\{?\s*\\circ\s*\}?"), "°"),
    (re.compile(r"\^\s*\{?\s*2\s*\}?"), "²"),
    (re.compile(r"\^\s*\{?\s*3\s*\}?"), "³"),
    (re.compile(r"\\(?:sim|thicksim)\b"), "~"),
    (re.compile(r"\\times\b"), "×"),
    (re.compile(r"\\(?:cdot|bullet)\b"), "·"),
    (re.compile(r"\\(?:le|leq|leqslant)\b"), "≤"),
    (re.compile(r"\\(?:ge|geq|geqslant)\b"), "≥"),
    (re.compile(r"\\pm\b"), "±"),
    (re.compile(r"\\(?:rightarrow|to)\b"), "→"),
    (re.compile(r"\\([%$&#_{} ])"), r"\1"),
    (re.compile(r"\\[a-zA-Z]+|[{}^_]|\\[,;:!]"), ""),
    (re.compile(r"\s+"), ""),
)


def plain_math(tex: str) -> str:
    r"""What inline TeX prints.

    >>> plain_math(r"1 2 8 6 . 4 5"), plain_math(r"5.6 \%"), plain_math(r"1 9 ^ { \circ } \mathrm { C }"), plain_math(r"3 \sim 4")
    ('1286.45', '5.6%', '19℃', '3~4')
    """
    for pattern, printed in _TEX:
        tex = pattern.sub(printed, tex)
    return tex


_AROUND = " \t\u3000:：■●◆▲★▶►◎○□☆△▪•·*　"
"""May stand outside the bold part of a line that is bold."""


def stripped(texts: list[Piece]) -> list[Piece]:
    """Without white space at either end."""
    while texts and not texts[0].text.strip():
        texts = texts[1:]
    while texts and not texts[-1].text.strip():
        texts = texts[:-1]
    if not texts:
        return []
    first = texts[0]
    cut = len(first.text) - len(first.text.lstrip())
    texts = [first._replace(text=first.text[cut:], start=first.start + cut), *texts[1:]]
    last = texts[-1]
    cut = len(last.text) - len(last.text.rstrip())
    return [*texts[:-1], last._replace(text=last.text[: len(last.text) - cut], end=last.end - cut)]


def boldness(part: list[Piece]) -> dict[str, int]:
    """Whether all of a line is bold, or how much of its beginning."""
    inside, lead, marks = False, 0, 0
    for piece in part:
        if piece.kind == "bold":
            inside, marks = not inside, marks + 1
        elif piece.kind == "text" and not inside and piece.text.strip(_AROUND):
            return {"lead": lead if marks else 0}
        elif piece.kind == "text":
            lead += len(piece.text) if lead else len(piece.text.lstrip())
    return {"bold": marks > 0}
