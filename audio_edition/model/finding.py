"""What an editor should look at: data that travels with the result, not a log line."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]


class Finding(Struct, frozen=True, omit_defaults=True):
    """One thing that is, or may be, wrong with the newspaper or with what was made of it."""

    code: str
    """Letter of the room (R readers, S structure, N normalization, P pronunciation, V voice, A audio, E edition), 3 digits."""
    message: str
    where: str = ""
    """`page01.md:12` for a place in the source, `article/passage[start:end]` (code points) for one in an article."""
    severity: Severity = "warning"
    suggestion: str = ""
    """What would be right instead, where one is known; nothing is changed silently."""
