"""Silence around what is said, in ms, as a cast asks for it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from audio_edition.model.passage import Role
from audio_edition.settings import Cast, RoleVoice


def around(role: Role, parts: Sequence[Role], cast: Cast) -> Iterator[tuple[int, int]]:
    """Before and after each part of a passage; `parts` are their roles: `quotation`, or the passage's own `role`.

    >>> cast = Cast("", "espeak", "en", roles={"quotation": RoleVoice(before=900)})
    >>> list(around("body", ("body", "quotation", "body"), cast))
    [(0, 900), (0, 350), (0, 700)]
    """
    if not parts:
        return
    own, quoted = (cast.roles.get(of, RoleVoice()) for of in (role, "quotation"))
    before = max(own.before or 0, (quoted.before or 0) if parts[0] == "quotation" else 0)
    for part, following in pairwise(parts):
        yield before, _between(part, following, quoted, cast)
        before = 0
    after = cast.paragraph_pause if own.after is None else own.after
    yield before, max(after, (quoted.after or 0) if parts[-1] == "quotation" else 0)


def _between(part: Role, following: Role, quoted: RoleVoice, cast: Cast) -> int:
    """A quotation's own pause where it begins or ends, shorter ones too; else that between sentences."""
    if part == following:
        return cast.sentence_pause
    own = quoted.before if following == "quotation" else quoted.after
    return cast.sentence_pause if own is None else own
