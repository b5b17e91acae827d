"""pages → articles. One file per repair, in an order that one tuple shows.

`recover(files, date=…)` is the room's door: source files in, an Issue with its findings out.
"""
