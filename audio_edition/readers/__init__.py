"""bytes → pages. One file per source; the reader that is surest of its input reads it.

A reader is a module with `score(files) -> float` (0: not mine, 1: certainly mine) and `read(files) -> …` (see `model.page`).
Adding one is adding a file here, or an entry point in the group `audio_edition.readers`.
"""
