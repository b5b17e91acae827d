"""What pages are called: by a number, or by the letter of a section and a number."""

import re

_LETTERED = re.compile(r"([A-OQ-Z])\s?0*(\d{1,3})", re.I)


def label(printed: str) -> str:
    """The label of a page of a lettered section; empty for one that has a number only.

    >>> label("A04"), label("b 12"), label("04"), label("P4")
    ('A4', 'B12', '', '')
    """
    found = _LETTERED.fullmatch(printed.strip())
    return f"{found[1].upper()}{found[2]}" if found else ""


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be those of one page: a letter that only one of them has tells nothing.

    >>> may_be_one("B1", "B1"), may_be_one("1", "B1"), may_be_one("A1", "B1"), may_be_one("A1", "A2")
    (True, True, False, False)
    """
    return name == other or (name.isdigit() != other.isdigit() and re.sub(r"^\D", "", name) == re.sub(r"^\D", "", other))
