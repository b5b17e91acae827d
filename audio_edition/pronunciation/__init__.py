"""spoken → pinyin: lexicons, places, names, phrases, grammar, a learned model, sandhi; respelling for voices.

`pronounce(text)` is the room's door: text in, Pronunciation out. `study(texts)` first, so that a name keeps its reading
through an article. To add readings, add a line to a TSV of `data/` or `voices/lexicons/`.
"""

from audio_edition.pronunciation import model, table
from audio_edition.pronunciation.article import study
from audio_edition.pronunciation.context import Context
from audio_edition.pronunciation.reading import pronounce

__all__ = ["Context", "forget", "pronounce", "study"]


def forget() -> None:
    """Give back the memory, some 50 MB, of the words and the model; they are read again (0.1 s) when they are asked for."""
    table.load.cache_clear()
    model.load.cache_clear()
