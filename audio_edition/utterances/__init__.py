"""What one request says: reading order, sentences, roles (who reads), breaks (pauses).

`utter(issue, reading)` is the room's door: an Issue in, Scripts (a track's passages and utterances) out.
Adding a sentence that the edition itself says is adding a field to `announcements.Phrases`.
"""

from audio_edition.utterances.scripts import Reading, utter

__all__ = ["Reading", "utter"]
