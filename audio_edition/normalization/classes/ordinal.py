"""Ordinals.

（下转第2版） => 下转第二版
第200次执行任务 => 第二百次执行任务
三届2次职工代表大会 => 三届二次职工代表大会
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.patterns import INT
from audio_edition.normalization.rule import rule

AFTER = r"第 ?|[一二三四五六七八九十]届|[高初大小][一二三四五六]"


@rule(INT, cost=1, after=AFTER)
def ordinal(match: re.Match[str]) -> str | None:
    return None if match[0][0] == "0" else numerals.cardinal(match[0])


@rule(r"0\d{0,12}+", cost=1, after="第 ?")
def numbered(match: re.Match[str]) -> str:
    return numerals.digits(match[0])
