"""Times of day in English sentences.

at 8:30 a.m., 14:00, 8:05 => at eight thirty a.m., fourteen hundred, eight oh five
from 10am to 4.30pm, 2 PM. => from ten a.m. to four thirty p.m., two p.m.
the 7.42am did not come, nor did the 8.12. => the seven forty-two a.m. did not come, nor did the eight twelve.
with 0:09 left, 1:12 remaining => with nine seconds left, one twelve remaining
the 2.15 at Kempton, the 7.05 train, at 8.12 => the two fifteen at Kempton, the seven oh five train, at eight point one two
won in 3:05:01, landed at 14:20:30 => won in three hours five minutes one second, landed at fourteen twenty and thirty seconds
open 9.30am-5pm, 7-9pm => open nine thirty a.m. to five p.m., seven to nine p.m.
"""

import re
from functools import lru_cache

from audio_edition.normalization import english
from audio_edition.normalization.patterns import HOUR, SIXTY
from audio_edition.normalization.rule import rule

_HALF = r"(?P<x> ?(?:[aA]\.?[mM]|[pP]\.?[mM])(?![A-Za-z])\.?)"
_TOLD = re.compile(rf"\b{HOUR}\.{SIXTY} ?[aApP]\.?[mM](?![A-Za-z])")
_TIME = rf"{HOUR}(?:[:.]{SIXTY})?"


@rule(rf"(?P<h>{HOUR}):(?P<m>{SIXTY})(?!\d|:\d)", cost=1.2)
def clock(match: re.Match[str]) -> str:
    hour, minute = english.cardinal(match["h"]), match["m"]
    if minute == "00":
        return f"{hour} hundred" if int(match["h"]) > 12 else f"{hour} o'clock"
    return _said(match[0])


@rule(rf"(?P<h>\d{{1,2}}):(?P<m>{SIXTY}):(?P<s>{SIXTY})(?![\d:])", cost=0.9, needs=":")
def with_seconds(match: re.Match[str]) -> str:
    """A runner's time where the hour is one digit."""
    seconds = _counted(match["s"], "second")
    if len(match["h"]) == 1 and match["h"] != "0":
        return f"{_counted(match['h'], 'hour')} {_counted(match['m'], 'minute')} {seconds}"
    return f"{_said(match['h'] + ':' + match['m'])} and {seconds}"


@rule(rf"0:(?P<s>{SIXTY})(?= (?:left|remaining|to (?:go|play)|on the clock)\b)", cost=0.9, at="0")
def last_seconds(match: re.Match[str]) -> str:
    return _counted(match["s"], "second")


@rule(rf"(?P<t>{_TIME}){_HALF}", cost=0.9)
def halved(match: re.Match[str]) -> str:
    return f"{_said(match['t'])} {_half(match)}"


@rule(rf"(?P<t>{_TIME}) ?[-—~] ?(?P<u>{_TIME}){_HALF}", cost=0.9)
def span(match: re.Match[str]) -> str:
    return f"{_said(match['t'])} to {_said(match['u'])} {_half(match)}"


_POINTED = rf"(?P<t>{HOUR}\.{SIXTY})(?![\d%]|[.,:]\d|[A-Za-z])"
_NO_QUANTITY = (
    r"(?! ?(?:%|[mbt]illion|per|percent\w*|points?|seconds?|secs?|met[er]+s|metres|miles?|feet|inch|tonnes?|litres?|goals?|runs"
    r"|lengths?|degrees|inches|kilos|average|rating|magnitude|children|hectares?|acres?|pounds?|dollars?|euros?"
    r"|times|[-—] ?\d)\b)"
)
_RUNS = (
    r"(?= (?:(?:to|from|for|at) [A-Z]|(?:(?:[a-z]+|[A-Z][a-z]+) ){0,2}(?:trains?|bus(?:es)?|coach|ferry|ferries|flights?"
    r"|services?|departures?|arrivals?|kick-?off|start|showing|screening|race|sailing|tram)\b))"
)


@rule(_POINTED + _RUNS, cost=0.9, needs=".", after=r"\b(?:[Tt]he|[Aa]n?) ")
def departure(match: re.Match[str]) -> str:
    return _said(match["t"])


@rule(_POINTED + rf"(?= (?:to|and|until|till|or) {_TIME} ?[aApP]\.?[mM]\b)", cost=0.9, needs=".")
def first_of_two(match: re.Match[str]) -> str:
    return _said(match["t"])


@rule(
    _POINTED + _NO_QUANTITY,
    cost=0.9,
    needs=".",
    after=r"\b[Tt]he |(?<!stood )(?<!closed )(?<!priced )(?<!trading )(?<!ended )(?<!valued )\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill) "
    r"|\d\.\d\d (?:and|or|to) ",
)
def pointed(match: re.Match[str]) -> str | None:
    """In a text that tells times so."""
    return _said(match["t"]) if _tells_time(match.string) else None


@rule(r" ?[-—~] ?(?=\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|noon|midnight)", cost=0.3, at=" -—~", after=r"\d ?[ap]\.?m\.?|noon|midnight")
def until(match: re.Match[str]) -> str:
    return " to "


@rule(r"(?P<m>\d{1,2}):(?P<s>[0-5]\d\.\d{1,2})(?![\d.])", cost=1)
def lap(match: re.Match[str]) -> str:
    """A runner's time."""
    return f"{english.cardinal(match['m'])} {english.number(match['s'].lstrip('0'))}"


@lru_cache(8)
def _tells_time(text: str) -> bool:
    return bool(_TOLD.search(text))


def _said(written: str) -> str:
    hour, _, minute = written.replace(".", ":").partition(":")
    if not int(minute or 0):
        return english.cardinal(hour)
    return f"{english.cardinal(hour)} {'oh ' if minute[0] == '0' else ''}{english.cardinal(minute)}"


def _counted(written: str, unit: str) -> str:
    number = english.cardinal(written)
    return f"{number} {unit}{'' if number == 'one' else 's'}"


def _half(match: re.Match[str]) -> str:
    return f"{match['x'].strip()[0].lower()}.m."
