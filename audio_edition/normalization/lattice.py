"""Chooses how a text is read: rules propose edges (span, spoken, cost), the cheapest path through them wins.

The text falls into islands: from a code point that is not plain Hanzi up to the first place that every path passes.
A path through an island is found in one sweep from left to right, so cost grows with the length of the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from heapq import heappop, heappush

from msgspec import Struct

from audio_edition import plugins
from audio_edition.model.text import Alternative, Span, Token
from audio_edition.normalization.rule import DIGIT, WINDOW, Lang, Piece, Rule

PLAIN = "plain"
_NOT_PLAIN = re.compile("[^\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff，。！？；、\n]")
_UNREAD = 6.0
Said = str | tuple[Piece, ...]


class Edge(Struct):
    """A proposal: the code points [start, end) are said so."""

    start: int
    end: int
    said: str | tuple[Piece, ...]
    cost: float
    semiotic_class: str

    @property
    def spoken(self) -> str:
        """The words."""
        return self.said if isinstance(self.said, str) else "".join(piece[0] for piece in self.said)


def tile(text: str, start: int, stop: int, lang: Lang, section: str) -> Iterator[Token]:
    """Tokens that tile [start, stop) of a folded text, in order; rules may look at what surrounds it."""
    index = _index(lang, section)
    while start < stop:
        found = _NOT_PLAIN.search(text, start, stop)
        island = found.start() if found else stop
        if island > start:
            yield Token(start, island, text[start:island])
        start = island
        if island < stop:
            tokens, start = _island(text, island, stop, index)
            yield from tokens


Index = dict[str, tuple[tuple[str, Rule], ...]]


@lru_cache(maxsize=64)
def _index(lang: Lang, section: str) -> Index:
    index: dict[str, list[tuple[str, Rule]]] = {}
    for name, rule in _rules():
        if rule.lang == lang and (rule.section is None or rule.section.search(section)):
            for char in rule.at:
                index.setdefault(char, []).append((name, rule))
    return {char: tuple(rules) for char, rules in index.items()}


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, Rule], ...]:
    modules = plugins.members("audio_edition.normalization.classes")
    return tuple((m.__name__.rpartition(".")[2], rule) for m in modules for rule in vars(m).values() if isinstance(rule, Rule))


def _island(text: str, start: int, stop: int, index: Index) -> tuple[list[Token], int]:
    best: dict[int, tuple[float, int, Edge | None]] = {start: (0.0, 0, None)}
    leaving: dict[int, list[Edge]] = {}
    agenda = [start]
    while True:
        position = heappop(agenda)
        if not agenda and position > start:
            return _path(text, best, leaving, position), position
        cost, tokens, _ = best[position]
        horizon = agenda[0] if agenda else stop
        leaving[position] = edges = _edges(text, position, stop, horizon, index)
        for edge in edges:
            known = best.get(edge.end)
            if known is None:
                heappush(agenda, edge.end)
            elif known[:2] <= (cost + edge.cost, tokens + 1):
                continue
            best[edge.end] = (cost + edge.cost, tokens + 1, edge)


def _edges(text: str, position: int, stop: int, horizon: int, index: Index) -> list[Edge]:
    char = text[position]
    found = _NOT_PLAIN.search(text, position, stop)
    plain_end = found.start() if found else stop
    if plain_end > position:
        end = min(plain_end, horizon)
        return [Edge(position, end, text[position:end], 0.0, PLAIN)]
    inside = position > 0 and char in DIGIT and text[position - 1] in DIGIT
    edges = [] if inside else list(_proposals(text, position, stop, index.get(char, ())))
    return edges or [_unread(text, position, stop)]


def _proposals(text: str, position: int, stop: int, rules: tuple[tuple[str, Rule], ...]) -> Iterator[Edge]:
    for name, rule in rules:
        match = rule.pattern.match(text, position, stop)
        if match is None or match.end() == position:
            continue
        if rule.after is not None and not rule.after.search(text, max(0, position - WINDOW), position):
            continue
        said = rule.say(match)
        if said is not None:
            yield Edge(position, match.end(), said if isinstance(said, str) else tuple(said), rule.cost, name)


def _unread(text: str, position: int, stop: int) -> Edge:
    char = text[position]
    if char.isalnum():
        return Edge(position, position + 1, char, _UNREAD, PLAIN)
    return Edge(position, position + 1, "", _UNREAD, "silent")


def _path(text: str, best: dict[int, tuple[float, int, Edge | None]], leaving: dict[int, list[Edge]], end: int) -> list[Token]:
    edges = []
    edge = best[end][2]
    while edge is not None:
        edges.append(edge)
        edge = best[edge.start][2]
    return [_token(edge, leaving) for edge in reversed(edges)]


def _token(edge: Edge, leaving: dict[int, list[Edge]]) -> Token:
    spoken, spans = edge.spoken, _spans(edge)
    return Token(edge.start, edge.end, spoken, edge.semiotic_class, edge.cost, spans, _alternatives(edge, spoken, leaving))


def _spans(edge: Edge) -> tuple[Span, ...]:
    if isinstance(edge.said, str):
        return ()
    spans: list[Span] = []
    for spoken, start, end in edge.said:
        one_to_one = len(spoken) == end - start
        spans += [(start + i, start + i + 1) if one_to_one else (start, end) for i in range(len(spoken))]
    return tuple(spans)


def _alternatives(chosen: Edge, spoken: str, leaving: dict[int, list[Edge]]) -> tuple[Alternative, ...]:
    rivals = {
        edge.spoken: Alternative(edge.spoken, edge.semiotic_class, edge.cost)
        for edge in sorted(leaving[chosen.start], key=lambda edge: -edge.cost)
        if edge.end == chosen.end and edge is not chosen
    }
    rivals.pop(spoken, None)
    return tuple(sorted(rivals.values(), key=lambda rival: rival.cost))
