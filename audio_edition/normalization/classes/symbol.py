"""Symbols: arrows and check marks that say something, ornaments and emoji that are silent.

★优秀奖，上午→下午，↑12.5% => 优秀奖，上午到下午，上升百分之十二点五
☎电话，😀笑脸，©本报 => 电话，笑脸，本报
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import rule


@rule(r" ?(?:→|➔|⇒|->) ?(?=[^\W_])", cost=0.5, at=" →➔⇒-", after=r"[^\W_]")
def to(match: re.Match[str]) -> str:
    return "到"


@rule(r"[↑⬆](?=\d)|▲(?=\d[\d.]{0,8}%)", cost=0.5, at="↑⬆▲")
def up(match: re.Match[str]) -> str:
    return "上升"


@rule(r"[↓⬇](?=\d)|▼(?=\d[\d.]{0,8}%)", cost=0.5, at="↓⬇▼")
def down(match: re.Match[str]) -> str:
    return "下降"


@rule(r"§ ?(\d{1,4})(?![\d.])", cost=0.5, at="§")
def section(match: re.Match[str]) -> str:
    return "第" + numerals.cardinal(match[1])
