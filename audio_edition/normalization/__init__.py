"""written → spoken. `classes/` has one file per semiotic class; the lattice chooses the cheapest tiling.

`normalize(text)` is the room's door: text in, SpokenText out.
"""
