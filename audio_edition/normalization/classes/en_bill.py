"""Bills before an American legislature in English sentences: their numbers are said in pairs.

S. 2217 and H.R. 4405, now H.R. 3000 => S twenty-two seventeen and H R forty-four oh five, now H R three thousand
HB 1070, S.B. 14, H.Res. 755 => H B ten seventy, S B fourteen, H Resolution seven fifty-five
Senate Bill 1386; at S. 9th St., HR 20 => Senate Bill thirteen eighty-six; at South ninth Street, HR twenty
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import rule

_NUMBER = r"(?P<n>\d{1,5})(?![\dA-Za-z%]|[.,:/-]\d)"


@rule(
    rf"(?P<house>H\. ?R\.|HR(?= \d{3})|[HSA]\. ?B\.|[HSA]B|[HS]\.(?: ?J\. ?| ?Con\. ?| )?Res\.|S\.) {_NUMBER}",
    cost=0.8,
    at="AHS",
    after=r"^|[^A-Za-z.] ?|[a-z]\. ",
)
def bill(match: re.Match[str]) -> str:
    letters = " ".join(re.findall(r"[A-Z](?![a-z])", match["house"]))
    resolution = " Concurrent" * ("Con" in match["house"]) + " Resolution" * ("Res" in match["house"])
    return f"{letters}{resolution} {english.paired(match['n'])}"


@rule(_NUMBER, cost=1, after=r"\b(?:House|Senate|Assembly) (?:Bill|File) (?:No\. )?")
def named(match: re.Match[str]) -> str:
    return english.paired(match["n"])
