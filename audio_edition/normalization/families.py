"""Families of models, by how the number behind their name is said: 歼-20, 骁龙8295, 空警-2000.

To add one, add a line to `families.tsv`.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Literal


@cache
def named(said: Literal["name", "digits", "amount"]) -> tuple[str, ...]:
    """The families whose numbers are said so.

    >>> named("amount")
    ('空警', '长剑')
    """
    lines = (files("audio_edition.normalization") / "families.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(family for family, kind in rows if kind == said)


def pattern(said: Literal["name", "digits", "amount"]) -> str:
    """A pattern that matches any of them.

    >>> pattern("amount")
    '(?:空警|长剑)'
    """
    return f"(?:{'|'.join(map(re.escape, named(said)))})"
