"""spoken → pinyin: lexicons, places, names, phrases, a learned model, sandhi; respelling for voices that know no pinyin.

`pronounce(text)` is the room's door: text in, Pronunciation out. `study(texts)` first, so that a name keeps its reading
through an article. To add readings, add a line to a TSV of `data/` or `voices/lexicons/`.
"""

from audio_edition.pronunciation.context import Context, study
from audio_edition.pronunciation.reading import pronounce

__all__ = ["Context", "pronounce", "study"]
