"""Chess, cards and medals.

马8进7，♠A，♥10，1金2银3铜 => 马八进七，黑桃A，红桃十，一金两银三铜
女子+78公斤级，10.9环，3胜2平1负，第113手 => 女子七十八公斤以上级，十点九环，三胜两平一负，第一百一十三手
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule

_SUITS = {"♠": "黑桃", "♤": "黑桃", "♥": "红桃", "♡": "红桃", "♣": "梅花", "♧": "梅花", "♦": "方块", "♢": "方块"}


@rule("[♠♤♥♡♣♧♦♢](?=[AKQJakqj\\d])", cost=0.9, at="♠♤♥♡♣♧♦♢")
def suit(match: re.Match[str]) -> str:
    return _SUITS[match[0]]


@rule(r"[1-9]", cost=0.9, needs="车马炮砲兵卒相象仕士帅将俥傌", after="[车马炮砲兵卒相象仕士帅将俥傌]|[前后][车马炮兵卒]")
def piece(match: re.Match[str]) -> str | None:
    return numerals.cardinal(match[0]) if match.string[match.end() : match.end() + 1] in tuple("进退平") else None


@rule(
    r"[1-9]",
    cost=0.9,
    needs="车马炮砲兵卒相象仕士帅将俥傌",
    after=r"[车马炮砲兵卒相象仕士帅将俥傌][\d一二三四五六七八九][进退平]",
)
def target(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])


@rule(r"\+(\d{2,3}) ?(?:公斤|kg)级", cost=0.3, at="+", needs="级")
def above_weight(match: re.Match[str]) -> str:
    return numerals.cardinal(match[1]) + "公斤以上级"


@rule(r"-(?=\d{2,3} ?公斤级)", cost=0.3, at="-", after="[男女]子?组?|[、，]")
def up_to_weight(match: re.Match[str]) -> str:
    return ""
