"""Values, and the one error tree. Nothing here reads, writes, speaks or decides.

Every value is a frozen msgspec Struct with tuples inside: equal values hash equal, print as JSON, and read back equal.
To add a value, put it into the file of its room: finding, issue, passage, text, speech, edition.
"""
