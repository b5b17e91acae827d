"""What may be printed of texts and names that others wrote."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What would break the line, rule the terminal, or turn what stands behind it around."""


def plain(text: str) -> str:
    r"""A text on one line, with what rules a terminal written out.

    >>> plain("甲\x1b[31m乙")
    '甲\\x1b[31m乙'
    """
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], text)
