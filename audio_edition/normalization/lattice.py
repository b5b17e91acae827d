"""Chooses how a text is read: rules propose edges (span, spoken, cost), the cheapest path through them wins.

The text falls into islands: from a code point that is not plain Hanzi up to the first place that every path passes.
A path through an island is found in one sweep from left to right, so cost grows with the length of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush

from msgspec import Struct, structs

from audio_edition import plugins
from audio_edition.model.text import Alternative, Span, Token
from audio_edition.normalization import english, numerals
from audio_edition.normalization.rule import DIGIT, WINDOW, Lang, Rule, Said

PLAIN = "plain"
_FAMILY = "audio_edition.normalization.classes"
_NOT_PLAIN = re.compile("[^\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff，。！？；、]")
_DIGITS = re.compile("[0-9]+")
_UNREAD = 6.0
_LONGEST = 2000
"""Code points of an island; a longer one (no newspaper has it) is cut, so that memory stays bounded."""


Named = tuple[str, Rule]
"""A rule, and the name of its class."""
Groups = Sequence[tuple[frozenset[str], Sequence[Named]]]


class Edge(Struct, gc=False):
    """A proposal: the code points [start, end) are said so."""

    start: int
    end: int
    said: Said
    cost: float
    semiotic_class: str

    @property
    def spoken(self) -> str:
        """The words."""
        return self.said if isinstance(self.said, str) else "".join(piece[0] for piece in self.said)


Reached = dict[int, tuple[float, int, Edge | None]]
"""For each place: the cost and number of tokens of the cheapest path to it, and its last edge."""


class Rules(dict[str, Sequence[Named]]):
    """For each code point the rules that begin with it and can match in a folded text."""

    def __init__(self, text: str, lang: Lang, section: str, date: str, tag: str) -> None:
        """`tag` is the BCP 47 tag of the paper's language; `lang` that of the words."""
        self._key = (lang, section, date, tag)
        self._present = frozenset(text)
        self._fit: dict[int, Sequence[Named]] = {}

    def __missing__(self, char: str) -> Sequence[Named]:
        groups = _groups(*self._key, char)
        fit = self._fit.get(id(groups))
        if fit is None:
            fit = [entry for needs, rules in groups if not needs or not needs.isdisjoint(self._present) for entry in rules]
            self._fit[id(groups)] = fit
        self[char] = fit
        return fit


def tile(text: str, start: int, stop: int, rules: Rules) -> Iterator[Token]:
    """Tokens that tile [start, stop) of a folded text, in order; rules may look at what surrounds it."""
    while start < stop:
        found = _NOT_PLAIN.search(text, start, stop)
        island = found.start() if found else stop
        if island > start:
            yield Token(start, island, text[start:island])
        start = island
        if island < stop:
            tokens, start = _island(text, island, stop, rules)
            yield from tokens


@lru_cache(maxsize=4096)
def _groups(lang: Lang, section: str, date: str, tag: str, char: str) -> Groups:
    """The rules that begin with a code point."""
    first = (entry for entry in _rules(lang, date, tag) if char in entry[1].at)
    return _grouped(tuple(entry for entry in first if entry[1].section is None or entry[1].section.search(section)))


@lru_cache(maxsize=1024)
def _grouped(rules: tuple[Named, ...]) -> Groups:
    """Rules that need the same are one group; code points that begin the same rules share their groups."""
    groups: dict[frozenset[str], list[Named]] = {}
    for entry in rules:
        groups.setdefault(entry[1].needs, []).append(entry)
    return tuple((needs, tuple(entries)) for needs, entries in groups.items())


@lru_cache(maxsize=16)
def _rules(lang: Lang, date: str, tag: str) -> tuple[Named, ...]:
    found: list[Named] = []
    for name in plugins.names(_FAMILY):
        if name.startswith("en_") == (lang == "en"):
            module = plugins.member(_FAMILY, name)
            rules = [value for value in vars(module).values() if isinstance(value, Rule)]
            for made, of in (("dated", date), ("local", tag)):
                rules += getattr(module, made, _none)(of)
            found += [(name, _english(rule, tag) if lang == "en" else rule) for rule in rules]
    return tuple(found)


def _english(rule: Rule, tag: str) -> Rule:
    """The rule, saying numbers as they are said in the paper's country."""

    def say(match: re.Match[str]) -> Said | None:
        said = rule.say(match)
        return english.spoken_in(tag, said) if isinstance(said, str) else said

    return structs.replace(rule, say=say)


def _none(_: str) -> Sequence[Rule]:
    """What makes the rules of a class that has none of a kind."""
    return ()


def _island(text: str, start: int, stop: int, rules: Rules) -> tuple[list[Token], int]:
    reached: Reached = {start: (0.0, 0, None)}
    leaving: dict[int, list[Edge]] = {}
    agenda = [start]
    while True:
        position = heappop(agenda)
        if position > start and (not agenda or position - start > _LONGEST):
            return _path(reached, leaving, position), position
        cost, tokens, _ = reached[position]
        leaving[position] = edges = _edges(text, position, stop, agenda[0] if agenda else stop, rules)
        for edge in edges:
            known = reached.get(edge.end)
            if known is None:
                heappush(agenda, edge.end)
            elif known[:2] <= (cost + edge.cost, tokens + 1):
                continue
            reached[edge.end] = (cost + edge.cost, tokens + 1, edge)


def _edges(text: str, position: int, stop: int, horizon: int, rules: Rules) -> list[Edge]:
    """Proposals from a place on; plain text goes no further than the next place that another path reaches."""
    found = _NOT_PLAIN.search(text, position, min(stop, horizon))
    plain_end = found.start() if found else min(stop, horizon)
    if plain_end > position:
        return [Edge(position, plain_end, text[position:plain_end], 0.0, PLAIN)]
    char = text[position]
    if char in DIGIT and position > 0 and text[position - 1] in DIGIT:
        return [_rest_of_digits(text, position, stop)]
    return list(_proposals(text, position, stop, rules[char])) or [_unread(text, position)]


def _proposals(text: str, position: int, stop: int, rules: Sequence[Named]) -> Iterator[Edge]:
    for name, rule in rules:
        match = rule.pattern.match(text, position, stop)
        if match is None or match.end() == position:
            continue
        if rule.after is None or rule.after.search(text, max(0, position - WINDOW), position):
            said = rule.say(match)
            if said is not None:
                yield Edge(position, match.end(), said, rule.cost, name)


def _rest_of_digits(text: str, position: int, stop: int) -> Edge:
    match = _DIGITS.match(text, position, stop)
    end = match.end() if match else position + 1
    return Edge(position, end, numerals.digits(text[position:end]), _UNREAD, "digits")


def _unread(text: str, position: int) -> Edge:
    char = text[position]
    return Edge(position, position + 1, *((char, _UNREAD, PLAIN) if char.isalnum() else ("", _UNREAD, "silent")))


def _path(reached: Reached, leaving: Mapping[int, Sequence[Edge]], end: int) -> list[Token]:
    edges = []
    edge = reached[end][2]
    while edge is not None:
        edges.append(edge)
        edge = reached[edge.start][2]
    return [_token(edge, leaving) for edge in reversed(edges)]


def _token(edge: Edge, leaving: Mapping[int, Sequence[Edge]]) -> Token:
    spoken = edge.spoken
    return Token(edge.start, edge.end, spoken, edge.semiotic_class, edge.cost, _spans(edge), _alternatives(edge, spoken, leaving))


def _spans(edge: Edge) -> tuple[Span, ...]:
    if isinstance(edge.said, str):
        return ()
    spans: list[Span] = []
    for spoken, start, end in edge.said:
        one_to_one = len(spoken) == end - start
        spans += [(start + i, start + i + 1) if one_to_one else (start, end) for i in range(len(spoken))]
    return tuple(spans)


def _alternatives(chosen: Edge, spoken: str, leaving: Mapping[int, Sequence[Edge]]) -> tuple[Alternative, ...]:
    """Other edges over the same span, and the cheapest path of several, each reading once; cheapest first."""
    if len(leaving[chosen.start]) == 1:
        return ()
    found: dict[str, Alternative] = {}
    rivals = [edge for edge in leaving[chosen.start] if edge.end == chosen.end and edge is not chosen]
    for edge in [*rivals, *_in_parts(chosen, leaving)]:
        known = found.get(edge.spoken)
        if edge.spoken != spoken and (known is None or known.cost > edge.cost):
            found[edge.spoken] = Alternative(edge.spoken, edge.semiotic_class, edge.cost)
    return tuple(sorted(found.values(), key=lambda rival: rival.cost))


def _in_parts(chosen: Edge, leaving: Mapping[int, Sequence[Edge]]) -> Iterator[Edge]:
    """The cheapest path of two or more edges over the span of an edge, as one edge."""
    best = {chosen.start: Edge(chosen.start, chosen.start, "", 0.0, "")}
    for position in range(chosen.start, chosen.end):
        path = best.get(position)
        if path is None:
            continue
        for edge in leaving.get(position, ()):
            known = best.get(edge.end)
            if edge.end - edge.start == chosen.end - chosen.start or edge.end > chosen.end:
                continue
            if known is None or known.cost > path.cost + edge.cost:
                name = f"{path.semiotic_class}+{edge.semiotic_class}".lstrip("+")
                best[edge.end] = Edge(chosen.start, edge.end, path.spoken + edge.spoken, path.cost + edge.cost, name)
    if chosen.end in best:
        yield best[chosen.end]
