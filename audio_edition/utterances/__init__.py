"""What one request says: reading order, sentences, roles (who reads), breaks (pauses).

`utter(issue, …)` is the room's door: an Issue in, Scripts (a track's passages and utterances) out.
"""
