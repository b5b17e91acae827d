"""Hashtags and handles.

微博@平安朔州，#朔州文旅#话题 => 微博艾特平安朔州，朔州文旅话题
"""

import re

from audio_edition.normalization.rule import rule


@rule(r" ?@ ?", cost=0.5, at=" @")
def at(match: re.Match[str]) -> str:
    return "艾特"


@rule(r"#", cost=0.6, at="#")
def hash_mark(match: re.Match[str]) -> str:
    return ""
