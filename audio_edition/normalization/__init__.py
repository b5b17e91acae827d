"""written → spoken. `classes/` has one file per semiotic class; the lattice chooses the cheapest tiling.

`normalize(text)` is the room's door: text in, SpokenText out. To add a semiotic class, add a file to `classes/`:
its docstring's `written => spoken` lines are its tests, its rules are found by themselves. A function `dated(issue)` or
`local(lang)` of such a file makes those that hold for the days around an issue, or in the region of a paper's language.
"""

from audio_edition.normalization.context import Context, SayAs, say_as
from audio_edition.normalization.normalizer import normalize

__all__ = ["Context", "SayAs", "normalize", "say_as"]
