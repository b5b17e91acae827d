"""written → spoken. `classes/` has one file per semiotic class; the lattice chooses the cheapest tiling.

`normalize(text)` is the room's door: text in, SpokenText out. To add a semiotic class, add a file to `classes/`:
its docstring's `written => spoken` lines are its tests, its rules are found by themselves.
"""

from audio_edition.normalization.context import Context, SayAs, say_as
from audio_edition.normalization.normalizer import normalize

__all__ = ["Context", "SayAs", "normalize", "say_as"]
