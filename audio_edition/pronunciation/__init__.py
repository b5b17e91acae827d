"""spoken → pinyin: lexicons, places, names, phrases, a learned model, sandhi; respelling for voices that know no pinyin.

`pronounce(text)` is the room's door: text in, Pronunciation out.
"""
