"""Scores in English sentences, by the game that the text is about.

Rovers led 2-0 at half-time and won 3–2 => Rovers led two nil at half-time and won three two
made 214-7 in 40 overs, took 5-43 => made two hundred and fourteen for seven in forty overs, took five for forty-three
in tennis she won 6-4, 6-0, 7-5 => in tennis she won six four, six love, seven five
won the cup (aet) => won the cup, after extra time
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.games import is_cricket, is_football, is_tennis
from audio_edition.normalization.rule import before, rule

_OTHER = r"(?:ages?|aged|pages?|pp|paragraphs?|rooms?|votes?|voted|backed|by) "


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
    nil = "0" in match.groups() and re.search(r"\b(?:won|wins?|lost|lose|beat|drew|draws?|led|lead)\b", before)
    return bool(nil or re.match(r"(?:-\w+)? (?:win|victory|defeat|loss|draw|lead|aggregate|thrashing)\b", behind))


@rule(r"(?P<a>\d{2,3})/(?P<b>\d{1,2})(?![\d/])", cost=1.1)
def wickets(match: re.Match[str]) -> str | None:
    if int(match["b"]) > 10 or not is_cricket(match.string):
        return None
    return f"{english.cardinal(match['a'])} for {english.cardinal(match['b'])}"


@rule(r"(?:aet|AET|a\.e\.t\.)(?![A-Za-z])", cost=0.1, at="aA", after=r"^|[^A-Za-z]")
def extra_time(match: re.Match[str]) -> str:
    return "after extra time"
