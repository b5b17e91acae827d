"""Scores in English sentences, by the game that the text is about.

Rovers led 2-0 at half-time and won 3–2 => Rovers led two nil at half-time and won three two
England were 245-6 at tea => England were two hundred and forty-five for six at tea
made 214-7 in 40 overs, took 5-43 => made two hundred and fourteen for seven in forty overs, took five for forty-three
in tennis she won 6-4, 6-0, 7-5 => in tennis she won six four, six love, seven five
Town sink leaders 2-1, at 1-0 down a 4-3-3 => Town sink leaders two one, at one nil down a four three three
United drew 1-1 with City => United drew one one with City
won the cup (aet) => won the cup, after extra time
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.games import is_american, is_cricket, is_football, is_tennis, is_vote
from audio_edition.normalization.rule import before, rule

_OTHER = r"(?:ages?|aged|pages?|pp|paragraphs?|rooms?|votes?|voted|backed|by) "

_BEATEN = re.compile(
    r"\b(?:beat|beats|beaten|beating|defeat(?:ed|s)?|sinks?|sank|edged?|edges|downs?|downed|thrash(?:ed|es)?|hammer(?:ed|s)?|stuns?"
    r"|stunned|overcomes?|overcame|see off|saw off|held|holds?|crush(?:ed|es)?|rout(?:ed|s)?|trounced?|humbled?|shocks?|pips?"
    r"|pipped|lost to|lose to|loses to|drew with|draw with|draws with|fell to) "
    r"(?:(?:[Tt]he |[a-z]+-?[a-z]+ )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"|(?:the )?(?:[a-z]+-)?(?:leaders|champions|rivals|hosts|visitors|strugglers|holders|neighbours|minnows"
    r"|favourites|opponents) )\Z"
)
_CLAUSE = re.compile(
    r"\Z|[.,;:!?)”\"’'—]| (?:at|in|on|to|after|with|and|away|last|yesterday|for|thanks|as|but|before|despite|from|through|when"
    r"|while|tonight)\b| [-—]"
)
_AHEAD = re.compile(r" (?:up|down|ahead|behind|at (?:half-time|the break|the interval|full-time))\b")


@rule(r"(?P<a>\d{1,3}) ?[-—] ?(?P<b>\d{1,3})(?![\d%/-]|[.,:]\d| ?[-—] ?\d)", cost=1.2)
def score(match: re.Match[str]) -> str | None:
    if re.search(rf"(?i:{_OTHER})\Z", before(match)[-12:]):
        return None
    first, second = int(match["a"]), int(match["b"])
    said = english.cardinal(match["a"]), english.cardinal(match["b"])
    if max(first, second) <= 7 and is_tennis(match.string):
        return " ".join(said).replace("zero", "love")
    if min(first, second) <= 10 < max(first, second) and is_cricket(match.string):
        return " for ".join(said)
    if max(first, second) < 100 and (is_football(match.string) or _is_of_teams(match)):
        return " ".join(said).replace("zero", "nil")
    return None


def _is_of_teams(match: re.Match[str]) -> bool:
    """Whether a score stands between two names or before a word of winning, or has a nil behind a word of playing."""
    before, behind = match.string[max(0, match.start() - 40) : match.start()], match.string[match.end() :]
    if re.search(r"\b[A-Z][a-z]+ \Z", before) and re.match(" [A-Z][a-z]", behind):
        return True
    if match["a"] == match["b"] and not is_american(match.string) and re.search(r"\b(?:drew|drawn|draws?) \Z", before):
        return True
    nil = "0" in match.groups() and re.search(r"\b(?:won|wins?|lost|lose|beat|drew|draws?|led|lead)\b", before)
    return bool(
        nil
        or _is_of_rivals(match, before, behind)
        or re.match(r"(?:-\w+)? (?:win|victory|defeat|loss|draw|lead|aggregate|thrashing)\b", behind)
    )


def _is_of_rivals(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a score says how much somebody was beaten by, or is ahead."""
    if is_american(match.string) or is_vote(match.string):
        return False
    return bool((_BEATEN.search(before) and _CLAUSE.match(behind)) or _AHEAD.match(behind))


@rule(r"(\d)-(\d)-(\d)(?:-(\d))?(?![\d%/-]|[.,:]\d)", cost=1.1)
def formation(match: re.Match[str]) -> str | None:
    """Ten players of a side, in lines."""
    lines = [int(line) for line in match.groups() if line]
    return english.digits(match[0]) if sum(lines) == 10 and 0 not in lines and not is_american(match.string) else None


@rule(r"(?P<a>\d{2,3})/(?P<b>\d{1,2})(?![\d/])", cost=1.1)
def wickets(match: re.Match[str]) -> str | None:
    if int(match["b"]) > 10 or not is_cricket(match.string):
        return None
    return f"{english.cardinal(match['a'])} for {english.cardinal(match['b'])}"


@rule(r"(?:aet|AET|a\.e\.t\.)(?![A-Za-z])", cost=0.1, at="aA", after=r"^|[^A-Za-z]")
def extra_time(match: re.Match[str]) -> str:
    return "after extra time"
