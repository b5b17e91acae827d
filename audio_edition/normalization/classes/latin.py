"""Latin words and letters: as printed; what is between them is said.

公园Wi-Fi，LED显示屏，R&D经费 => 公园Wi-Fi，LED显示屏，R和D经费
口诀“B-L-O-C-K” => 口诀B-L-O-C-K
农产品O2O平台，H2O，B2B，中国VS日本 => 农产品O to O平台，H二O，B to B，中国对日本
"""

import re

from audio_edition.model.hanzi import HANZI
from audio_edition.normalization.rule import LATIN, rule


@rule(r"[A-Za-z]{1,40}(?:[-'’][A-Za-z]{1,20}){0,11}", cost=0.5, at=LATIN)
def word(match: re.Match[str]) -> str:
    return match[0].replace("’", "'")


@rule(r"[A-Za-z]{1,64}+", cost=0.9, at=LATIN)
def run(match: re.Match[str]) -> str:
    return match[0]


@rule(r"([HDNK])2([OS])(?![A-Za-z\d])", cost=0.9, needs="2", at="HDNK")
def compound(match: re.Match[str]) -> str:
    """Of two letters with a 2 between them these are chemistry, the others commerce."""
    return f"{match[1]}二{match[2]}"


@rule(r"([A-Z])2([A-Z])(?![A-Za-z\d])", cost=1, needs="2", at=LATIN)
def to(match: re.Match[str]) -> str:
    return f"{match[1]} to {match[2]}"


@rule(rf" ?(?:VS|vs|Vs|PK|pk)\.? ?(?={HANZI})", cost=0.4, needs="vVpP", at=" VvPp", after=HANZI)
def versus(match: re.Match[str]) -> str | None:
    return "对" if "s" in match[0].lower() else None


@rule(r" ?& ?", cost=0.4, at=" &")
def and_(match: re.Match[str]) -> str:
    return "和"
